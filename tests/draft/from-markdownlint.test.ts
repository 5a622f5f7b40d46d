import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { lint as markdownlint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../src/config/check.ts';
import { readJson } from '../../src/config/json.ts';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { fromMarkdownlint } from '../../src/draft/from-markdownlint.ts';
import { markdownlintCounterparts } from '../../src/draft/markdownlint-counterparts.ts';
import { markdownlintRules, rulesNamed } from '../../src/draft/markdownlint-rules.ts';
import { lint } from '../../src/engine/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { allRules } from '../corpus/settings.ts';

const schema = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../schema/markdownlint-config-schema.json', import.meta.resolve('markdownlint'))),
    'utf8',
  ),
) as { properties: Record<string, { description: string }> };

test('ids, names and tags are those of markdownlint', () => {
  const theirs = Object.entries(schema.properties).flatMap(([key, { description }]) => {
    if (['$schema', 'default', 'extends'].includes(key)) return [];
    const ids = description.match(/\bMD\d\d\d\b/g) ?? [];
    return [[key, [...new Set(ids)].sort()]];
  });
  expect(theirs.length).toBeGreaterThan(100);
  expect(
    theirs.map(([key]) => [
      key,
      rulesNamed(String(key))
        .map(({ id }) => id)
        .sort(),
    ]),
  ).toEqual(theirs);
  expect(new Set(Object.keys(schema.properties).filter((key) => /^MD/.test(key)))).toEqual(
    new Set(markdownlintRules.map(({ id }) => id)),
  );
});

describe('what a configuration says of a rule', () => {
  test.each<[string, unknown, unknown]>([
    ['on: the preset has it', { MD034: true }, {}],
    ['off', { MD034: false }, { 'no-bare-url': 'off' }],
    ['off by its name', { 'no-bare-urls': false }, { 'no-bare-url': 'off' }],
    ['in other capitals', { 'No-Bare-URLs': false }, { 'no-bare-url': 'off' }],
    ['off by a tag', { url: false }, { 'no-bare-url': 'off' }],
    ['a tag and then its name', { url: false, MD034: true }, {}],
    ['a severity', { MD034: 'error' }, { 'no-bare-url': 'error' }],
    ['a severity that ours has', { MD034: 'warning' }, {}],
    ['a severity among options', { MD034: { severity: 'error' } }, { 'no-bare-url': 'error' }],
    ['off among options', { MD034: { enabled: false, severity: 'error' } }, { 'no-bare-url': 'off' }],
    ['signs', { MD026: { punctuation: '.,;' } }, { 'heading-punctuation': ['warn', { signs: '.,;' }] }],
    ['our signs', { MD026: { punctuation: '.,:' } }, {}],
    ['headings beside each other', { MD024: { siblings_only: true } }, {}],
    ['headings beside each other, off', { MD024: false }, { 'no-duplicate-section': 'off' }],
    [
      'texts of links',
      { MD059: { prohibited_texts: ['here', 'now', 'click here', 'more'] } },
      { 'descriptive-link-text': ['warn', { also: ['now'], allow: ['link'] }] },
    ],
    ['an old name', { 'no-duplicate-header': false }, { 'no-duplicate-section': 'off' }],
    ['all off', { default: false }, {}],
    ['nothing', {}, {}],
  ])('%s', (_name, config, ours) => {
    expect(fromMarkdownlint(config)).toMatchObject({ rules: ours, problems: [] });
  });

  test('ours stays on where theirs is off and ours reports more', () => {
    const { rules: ours, kept } = fromMarkdownlint({ MD037: false });
    expect({ ours, kept }).toEqual({
      ours: {},
      kept: [{ theirs: 'MD037/no-space-in-emphasis', ours: 'no-stray-markup' }],
    });
  });

  test.each<[string, unknown, unknown]>([
    ['without options', { MD001: true }, ['remark-lint-heading-increment']],
    ['a style', { MD003: { style: 'atx' } }, [['remark-lint-heading-style', 'atx']]],
    ['its usual style', { MD003: true }, [['remark-lint-heading-style', 'consistent']]],
    ['a length', { MD013: { line_length: 100 } }, [['remark-lint-maximum-line-length', 100]]],
    ['the same heading anywhere', { MD024: true }, ['remark-lint-no-duplicate-headings']],
    ['a style that remark-lint has not', { MD003: { style: 'setext_with_atx' } }, []],
    ['a word that every object has', { MD003: { style: 'constructor' } }, []],
    ['lines without end', { MD013: { line_length: -1 } }, []],
    ['off', { MD003: false }, []],
  ])('a rule of remark-lint: %s', (_name, config, remark) => {
    expect(fromMarkdownlint(config).hostable.map((one) => one.remark)).toEqual(remark);
  });

  test('names become terms', () => {
    const { terms, left } = fromMarkdownlint({
      MD044: { names: ['GitHub', 'npm', 'JavaScript', 'javascript'] },
    });
    expect({ terms, left }).toEqual({
      terms: ['GitHub', 'npm'],
      left: ['MD044/proper-names for JavaScript, javascript: written in two ways on purpose'],
    });
  });

  test('tags become a pattern', () => {
    const [pattern] = fromMarkdownlint({ MD033: { allowed_elements: ['br', 'Details', 'br'] } }).patterns;
    expect(pattern).toMatchObject({ in: 'tags', except: '^(?:br|details)$' });
    expect(fromMarkdownlint({ MD033: { allowed_elements: ['.*'] } })).toMatchObject({
      patterns: [],
      left: ['MD033/no-inline-html'],
    });
  });

  test('what is left', () => {
    const config = {
      default: true,
      MD009: true,
      MD043: { headings: ['# A'] },
      MD044: { names: [] },
      mine: { a: 1 },
      MD002: false,
      other: { enabled: false },
    };
    expect(fromMarkdownlint(config)).toMatchObject({
      left: [
        'MD009/no-trailing-spaces',
        'MD043/required-headings: name the headings as "sections" of their series',
        'mine: rules of others; what they look for may be said under "patterns"',
      ],
    });
    expect(fromMarkdownlint(config).unnamed).toBeGreaterThan(30);
    expect(fromMarkdownlint({ ...config, default: false }).unnamed).toBe(0);
  });

  test.each([null, 3, 'a', []])('%j is no configuration', (value) => {
    expect(fromMarkdownlint(value).problems).toHaveLength(1);
  });
});

test('whatever a configuration says, what becomes of it is valid', () => {
  const keys = markdownlintRules.flatMap(({ id, names, tags }) => [id, ...names, ...tags]);
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('here', 'Github', 'GitHub', 'br', '__proto__', '.,:', 'dash', '', 'a|b'),
  );
  const option = fc.oneof(word, fc.boolean(), fc.integer(), fc.constant(null), fc.array(word));
  const names = [
    'punctuation',
    'style',
    'names',
    'allowed_elements',
    'headings',
    'prohibited_texts',
    'line_length',
    'siblings_only',
    'severity',
    'enabled',
  ];
  const setting = fc.oneof(option, fc.dictionary(fc.constantFrom(...names), option));
  const config = fc.dictionary(fc.oneof(fc.constantFrom('default', ...keys), fc.string()), setting);
  fc.assert(
    fc.property(config, (value) => {
      const { rules: own, terms, patterns, hostable } = fromMarkdownlint(value);
      const written = {
        rules: own,
        terms: Object.fromEntries(terms.map((term) => [term, true])),
        patterns,
        remark: hostable.map(({ remark }) => remark),
      };
      expect(checkConfig(readJson('config', JSON.stringify(written)), rules).rules).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

/** Plain Markdown that a rule of theirs reports, by line. */
const examples: Readonly<Record<string, string>> = {
  MD011: 'See (our notes)[https://loom.dev/notes] of May.\n',
  MD024: '# Loom\n\nText.\n\n## News\n\nText.\n\n## News\n\nText.\n',
  MD026: '# Loom\n\n## News:\n\nText.\n\n## Events,\n\nText.\n',
  MD034: 'Write to us at https://loom.dev/contact today.\n',
  MD037: 'This is ** very important** for us all.\n',
  MD039: 'Read [the notes ](https://loom.dev/notes) of May.\n',
  MD042: 'Read [the notes]() of May.\n',
  MD051: '# Loom\n\nRead [about spinning](#spinning) in May.\n',
  MD059: 'Read the notes [here](https://loom.dev/notes) in May.\n',
};

describe.each(Object.entries(markdownlintCounterparts))('%s', (id, counterpart) => {
  const { rule, level, options } = counterpart;

  test('names a rule of ours with its level and valid options', () => {
    expect(rules.find((one) => one.id === rule)?.recommended).toBe(level);
    const text = JSON.stringify({ rules: { [rule]: [level, options({ siblings_only: true })] } });
    expect(checkConfig(readJson('config', text), rules).rules).toBeDefined();
  });

  test('reports the same lines of plain Markdown', () => {
    const text = examples[id]!;
    const config = { default: false, [id]: id === 'MD024' ? { siblings_only: true } : true };
    const theirs = markdownlint({ strings: { text }, config }).text!.map(({ lineNumber }) => lineNumber);
    const document = createDocument({ source: text, path: 'post.md', parse: parseWithRemark });
    const findings = lint(document, allRules).findings.filter(({ ruleId }) => ruleId === rule);
    const ours = findings.map(({ range }) => text.slice(0, range.start).split('\n').length);
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  });
});
