import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../src/config/check.ts';
import { readJson } from '../../src/config/json.ts';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { fromRemark } from '../../src/draft/from-remark.ts';
import { remarkCounterparts } from '../../src/draft/remark-counterparts.ts';
import { remarkPresets } from '../../src/draft/remark-presets.ts';
import { lint } from '../../src/engine/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { allRules } from '../corpus/settings.ts';

const nowhere = () => false;
const from = (plugins: unknown, isInstalled: (name: string) => boolean = nowhere) =>
  fromRemark({ plugins }, isInstalled);

describe('how plugins are written', () => {
  const html = ['remark-lint-no-html'];
  test.each<[string, unknown, unknown]>([
    ['a list of names', ['remark-lint-no-html'], html],
    ['a short name', ['lint-no-html'], html],
    ['a preset by a short name', ['preset-lint-consistent'], ['remark-preset-lint-consistent']],
    ['a scope', ['@you/lint-x', '@you/remark-lint-y'], ['@you/remark-lint-x', '@you/remark-lint-y']],
    ['a path', ['./rules/no-html.js'], ['./rules/no-html.js']],
    ['a path in a package', ['remark-preset-x/rules/y.js'], ['remark-preset-x/rules/y.js']],
    ['a pair', [['remark-lint-emphasis-marker', '_']], [['remark-lint-emphasis-marker', '_']]],
    [
      'an object',
      { 'lint-emphasis-marker': '_', 'lint-no-html': null },
      [['remark-lint-emphasis-marker', '_'], ...html],
    ],
    ['true', { 'lint-no-html': true }, html],
    ['a severity', [['lint-no-html', [2]]], [['remark-lint-no-html', [2]]]],
    ['a severity with options', [['lint-x', ['error', { a: 1 }]]], [['remark-lint-x', ['error', { a: 1 }]]]],
    [
      'off',
      [
        ['lint-no-html', false],
        ['lint-x', [0]],
        ['lint-y', ['off', 3]],
      ],
      [],
    ],
    ['on and then off', ['lint-no-html', ['lint-no-html', false]], []],
    [
      'twice: the later holds',
      [
        ['lint-x', 1],
        ['lint-x', 'a'],
      ],
      [['remark-lint-x', 'a']],
    ],
    ['a configuration in it', [{ plugins: ['lint-no-html'] }], html],
    ['none', undefined, []],
  ])('%s', (_name, plugins, remark) => {
    expect(from(plugins)).toMatchObject({ remark, problems: [] });
  });

  test('a name that is no short one is kept where its package is there', () => {
    const isInstalled = (name: string) => name === 'some-preset';
    expect(from(['some-preset', 'other-preset'], isInstalled).remark).toEqual([
      'some-preset',
      'remark-other-preset',
    ]);
  });

  test.each<[string, unknown, string, PropertyKey[]]>([
    ['a text', 'lint', 'A configuration of remark is an object, not "lint".', []],
    ['null', null, 'A configuration of remark is an object, not null.', []],
    ['a text for plugins', { plugins: 'lint' }, '"plugins" is a list or an object of plugins.', ['plugins']],
    ['a number', { plugins: ['lint', 3] }, '"plugins" holds 3, which names no plugin.', ['plugins', 1]],
    ['an empty list', { plugins: [[]] }, '"plugins" holds [], which names no plugin.', ['plugins', 0]],
    [
      'a preset that is none',
      { plugins: [{ plugins: 1 }] },
      '"plugins" is a list or an object of plugins.',
      ['plugins', 0, 'plugins'],
    ],
  ])('%s is no configuration', (_name, value, message, path) => {
    expect(fromRemark(value, nowhere).problems).toEqual([{ path, message }]);
  });
});

describe('rules that recaplint has itself', () => {
  test.each<[string, unknown, unknown]>([
    ['without options: the preset has it', ['lint-no-literal-urls'], {}],
    ['a severity of theirs', [['lint-no-literal-urls', ['error']]], { 'no-bare-url': 'error' }],
    ['a warning of what is an error', [['lint-no-empty-url', [1]]], { 'no-empty-link': 'warn' }],
    ['off', [['lint-no-literal-urls', false]], { 'no-bare-url': 'off' }],
    [
      'their default is not ours',
      ['lint-maximum-heading-length'],
      { 'heading-length': ['warn', { max: 60 }] },
    ],
    ['a number', [['lint-maximum-heading-length', 100]], { 'heading-length': ['warn', { max: 100 }] }],
    [
      'a severity and a number',
      [['lint-maximum-heading-length', ['error', 90]]],
      { 'heading-length': ['error', { max: 90 }] },
    ],
    [
      'an old severity without options',
      [['lint-no-literal-urls', ['error', true]]],
      { 'no-bare-url': 'error' },
    ],
    ['signs', [['lint-no-heading-punctuation', ':;']], { 'heading-punctuation': ['warn', { signs: ':;' }] }],
    [
      'signs in escapes',
      [['lint-no-heading-punctuation', '\\.\\-,']],
      { 'heading-punctuation': ['warn', { signs: '.-,' }] },
    ],
    ['our signs', [['lint-no-heading-punctuation', ',.:']], {}],
    [
      'their signs',
      ['lint-no-heading-punctuation'],
      { 'heading-punctuation': ['warn', { signs: '.,;:!?' }] },
    ],
  ])('%s', (_name, plugins, ours) => {
    expect(from(plugins)).toMatchObject({ rules: ours, remark: [] });
  });

  test.each<[string, unknown]>([
    ['a class of signs', '\\p{P}'],
    ['a range', '!-/'],
    ['all but some', '^a'],
    ['letters', 'abc'],
  ])('%s is more than ours can say, so theirs is hosted', (_name, signs) => {
    const { rules, remark } = from([['lint-no-heading-punctuation', signs]]);
    expect({ rules, remark }).toEqual({ rules: {}, remark: [['remark-lint-no-heading-punctuation', signs]] });
  });

  test('ours stays on where theirs is off and ours reports more', () => {
    const { rules, kept } = from([['lint-maximum-heading-length', false]]);
    expect({ rules, kept }).toEqual({
      rules: {},
      kept: [{ theirs: 'remark-lint-maximum-heading-length', ours: 'heading-length' }],
    });
  });

  test('the copy that a preset brings is off', () => {
    expect(from(['preset-lint-markdown-style-guide'])).toMatchObject({
      rules: {
        'heading-length': ['warn', { max: 60 }],
        'heading-punctuation': ['warn', { signs: ':.' }],
        'remark-lint/maximum-heading-length': 'off',
        'remark-lint/no-heading-punctuation': 'off',
        'remark-lint/no-literal-urls': 'off',
      },
      remark: ['remark-preset-lint-markdown-style-guide'],
    });
  });

  test('what is off behind a preset is off where the preset may bring it', () => {
    const off = [
      ['lint-no-html', false],
      ['lint-emphasis-marker', false],
    ];
    expect(from(['preset-lint-consistent', ...off]).rules).toEqual({ 'remark-lint/emphasis-marker': 'off' });
    expect(from(['preset-lint-of-a-stranger', ...off]).rules).toEqual({
      'remark-lint/emphasis-marker': 'off',
      'remark-lint/no-html': 'off',
    });
    expect(from(['preset-lint-consistent', ...off, 'lint-emphasis-marker'])).toMatchObject({ rules: {} });
  });

  test.each(
    Object.entries(remarkCounterparts),
  )('%s names a rule with its level and valid options', (_name, one) => {
    const rule = rules.find(({ id }) => id === one.rule)!;
    expect(rule.recommended).toBe(one.level);
    const setting = [one.level, one.options(undefined)];
    const text = JSON.stringify({ rules: { [one.rule]: setting } });
    expect(checkConfig(readJson('config', text), rules).rules).toBeDefined();
  });
});

test('a configuration that is written as the part of package.json is told to count for nothing', () => {
  const value = { remarkConfig: { plugins: ['lint-no-html'] } };
  expect(fromRemark(value, nowhere)).toMatchObject({
    remark: [],
    left: ['remarkConfig: remark reads it in package.json alone, so that nothing in it counts here'],
  });
});

test('what needs nothing, and what is left', () => {
  const plugins = [
    'lint',
    'gfm',
    ['frontmatter', ['yaml', 'toml']],
    ['message-control', { name: 'lint' }],
    'toc',
    'validate-links',
    ['usage', false],
  ];
  expect(fromRemark({ plugins, settings: { bullet: '*' } }, nowhere)).toMatchObject({
    remark: [],
    needless: ['remark-lint', 'remark-gfm', 'remark-frontmatter', 'remark-message-control'],
    left: [
      'remark-toc: it is no linter',
      'remark-validate-links: `no-broken-local-link` looks for files and for headings of the same post, not for those of other posts',
      'settings: they say how remark writes Markdown anew, which recaplint does not',
    ],
  });
});

test.each(['consistent', 'recommended'])('the table of preset %s is what the package has', (name) => {
  const preset = `remark-preset-lint-${name}`;
  const source = readFileSync(fileURLToPath(import.meta.resolve(preset)), 'utf8');
  const imported = [...source.matchAll(/from 'remark-lint-([^']+)'/g)].map(([, id]) => id);
  expect([...remarkPresets[preset]!.rules].sort()).toEqual(imported.sort());
});

/** Plain Markdown with the lines that the rule of remark-lint reports, as its readme and source say. */
const examples: Readonly<Record<string, { text: string; lines: readonly number[] }>> = {
  'remark-lint-maximum-heading-length': {
    text: `# ${'loom '.repeat(30)}\n\nText.\n\n## Loom\n\nText.\n`,
    lines: [1],
  },
  'remark-lint-no-duplicate-headings-in-section': {
    text: '# A\n\n## Loom\n\nText.\n\n## Kiln\n\nText.\n\n## Loom\n\nMore.\n',
    lines: [11],
  },
  'remark-lint-no-empty-sections': { text: '# A\n\n## Loom\n\n## Kiln\n\nText.\n', lines: [3] },
  'remark-lint-no-empty-url': { text: 'See [it]().\n\nSee [it](/it).\n\n![It]()\n', lines: [1, 5] },
  'remark-lint-no-heading-punctuation': {
    text: '# Loom\n\nA.\n\n## Kiln:\n\nB.\n\n## Wheel,\n\nC.\n',
    lines: [5, 9],
  },
  'remark-lint-no-literal-urls': {
    text: 'Go to https://loom.dev/a now.\n\nGo to <https://loom.dev/a> now.\n',
    lines: [1],
  },
};

test.each(Object.entries(remarkCounterparts))('ours reports what %s does in plain Markdown', (name, {
  rule,
}) => {
  const { text, lines } = examples[name]!;
  const document = createDocument({ source: text, path: 'post.md', parse: parseWithRemark });
  const findings = lint(document, allRules).findings.filter(({ ruleId }) => ruleId === rule);
  expect(findings.map(({ range }) => text.slice(0, range.start).split('\n').length)).toEqual(lines);
});

test('recaplint inside remark is not hosted by recaplint', () => {
  const options = { rules: { 'no-nbsp': 'off' } };
  const ours = 'recaplint/remark';
  expect(from([ours, 'recaplint/remark-preset'])).toMatchObject({
    remark: [],
    needless: [ours, 'recaplint/remark-preset'],
    left: [],
  });
  expect(from([[ours, options]])).toMatchObject({
    remark: [],
    needless: [],
    left: [
      'recaplint/remark: its rules run anyway, but not with the options that it has there: write them here',
    ],
  });
});

test('comments of another name stay with remark', () => {
  expect(from([['message-control', { name: 'style' }]])).toMatchObject({
    needless: [],
    left: [
      'remark-message-control: its comments begin with another word than `lint`, and hold for remark alone',
    ],
  });
});

test('whatever a configuration says, what becomes of it is valid', () => {
  const name = fc.oneof(
    fc.constantFrom(
      ...Object.keys(remarkCounterparts),
      ...Object.keys(remarkPresets),
      'preset-lint-x',
      'lint-y',
      './z.js',
      'toc',
    ),
    fc.string(),
  );
  const option = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(false, true, 0, [0], ['error', 5], ['warn', ':;'], '[a-z]', '\\\\'),
  );
  const plugins = fc.array(fc.oneof(name, fc.tuple(name, option), fc.jsonValue()), { maxLength: 20 });
  fc.assert(
    fc.property(plugins, (value) => {
      const { rules: own, remark, problems } = from(value);
      if (problems.length > 0) return;
      const text = JSON.stringify({ rules: own, ...(remark.length > 0 ? { remark } : {}) });
      expect(checkConfig(readJson('config', text), rules).rules).toBeDefined();
    }),
    { numRuns: 500 },
  );
});
