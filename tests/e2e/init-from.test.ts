import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../src/config/check.ts';
import { readJson } from '../../src/config/json.ts';
import { rules } from '../../src/rules/index.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

const folder = join(root, 'tests', 'draft', 'linters');
const fixture = (name: string) => readFileSync(join(folder, name), 'utf8');

function init(cwd: string, linter: string, ...args: string[]) {
  const run = recaplint(['init', '--from', linter, ...args], { cwd });
  const file = join(cwd, '.recaplintrc.json');
  const config = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { ...run, stderr: run.stderr.replaceAll(cwd, '.'), config };
}

/** A folder of a repository. */
const project = (files: Readonly<Record<string, string>>) => makeFolder({ '.git/HEAD': '', ...files });

/**
 * Configurations of public projects, written anew with what is told in them: which rules, which options, which way to
 * write it.
 */
const projects = [
  // GoogleChrome/web.dev: short names, a preset with a dozen of its rules switched off, plugins of the project's own.
  { linter: 'remark', from: 'style-guide.remarkrc', as: '.remarkrc' },
  // hadolint/hadolint: options by name in YAML, three presets, `validate-links`.
  { linter: 'remark', from: 'three-presets.remarkrc.yaml', as: '.remarkrc.yaml' },
  // benbalter/benbalter.github.com: lists in lists, settings, plugins that are no linters, `message-control`.
  { linter: 'remark', from: 'blog.remarkrc.yml', as: '.remarkrc.yml' },
  // mdn/content: names of rules, old ones among them, allowed tags, a rule of others, folders that are left out.
  { linter: 'markdownlint', from: 'reference.markdownlint-cli2.jsonc', as: '.markdownlint-cli2.jsonc' },
  // gohugoio/hugoDocs: ids of rules in YAML, styles, texts of links, globs.
  { linter: 'markdownlint', from: 'by-id.markdownlint-cli2.yaml', as: '.markdownlint-cli2.yaml' },
  // open-telemetry/opentelemetry.io: rules alone, most of them off, rules of the project's own with their options.
  { linter: 'markdownlint', from: 'own-rules.markdownlint.yaml', as: '.markdownlint.yaml' },
];

describe.each(projects)('$from', ({ linter, from, as }) => {
  test('becomes the configuration that is expected, and says so', () => {
    const cwd = project({ [as]: fixture(from) });
    const { code, stdout, stderr, config } = init(cwd, linter);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(`${stderr}\n${config}`).toBe(
      fixture(from.replace(/\.(?:remarkrc|markdownlint).*/, '.expected.txt')),
    );
    const { remark = [] } = checkConfig(readJson('config', config), rules);
    expect(remark.length === 0).toBe(linter === 'markdownlint');
    expect(init(cwd, linter, '--force').config).toBe(config);
  });
});

const recaps = Object.fromEntries(
  [1, 2, 3, 4].map((quarter) => [
    `recaps/q${quarter}-2023.md`,
    `---\ntitle: Q${quarter} 2023 Recap\ndate: 2023-${String(quarter * 3).padStart(2, '0')}-28\n---\n\n## News\n\n<!-- markdownlint-disable-next-line MD013 -->\nThe GitHub team met ${quarter + 1} times, see <b>all</b> of it.\n`,
  ]),
);

test('series are learned as well, and the configuration works', () => {
  const config = { MD044: { names: ['GitHub'] }, MD033: { allowed_elements: ['br'] }, MD034: false };
  const cwd = project({ '.markdownlint.json': JSON.stringify(config), ...recaps });
  const { code, stderr, config: written } = init(cwd, 'markdownlint');
  expect(code).toBe(0);
  expect(stderr).toContain('4 comments in 4 posts switch rules of markdownlint on or off');
  expect(stderr).toContain('titles “Q{quarter} {year} Recap”');
  expect(Object.keys(Object(readJson('c', written).value))).toEqual([
    'extends',
    'series',
    'rules',
    'patterns',
    'terms',
  ]);
  addFiles(cwd, {
    'recaps/q1-2024.md':
      '---\ntitle: Q1 2024 Recap\ndate: 2024-03-28\n---\n\n## News\n\nThe Github team met <i>twice</i>: https://loom.dev/a.\n',
  });
  const { stdout } = recaplint(['recaps/q1-2024.md'], { cwd });
  expect(stdout).toContain('consistent-terms');
  expect(stdout).toContain('The tag `<i>` is none of those that are allowed here');
  expect(stdout).not.toContain('no-bare-url');
});

test('what is hosted runs, and a plugin named behind its preset has its own options', () => {
  const plugins = [
    'frontmatter',
    'preset-lint-recommended',
    'preset-lint-consistent',
    ['lint-emphasis-marker', '_'],
    // The preset has it with `one`, which the list of the post would not keep to.
    ['lint-list-item-indent', 'tab'],
    ['lint-no-undefined-references', false],
  ];
  const cwd = project({
    '.remarkrc': JSON.stringify({ plugins }),
    'a.md':
      '# Our year\n\nThe *mill* and the *kiln* are at https://loom.dev/x, see [so][so].\n\n-   a\n\n[b]: /x\n',
  });
  symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'), 'junction');
  expect(init(cwd, 'remark').stderr).toContain('"recaplint" now checks the posts with it.');
  const { stdout } = recaplint(['a.md', '--format', 'json'], { cwd });
  const [{ messages }] = JSON.parse(stdout);
  expect(messages.map(({ line, column, ruleId }: Record<string, unknown>) => [line, column, ruleId])).toEqual(
    [
      [3, 5, 'remark-lint/emphasis-marker'],
      [3, 20, 'remark-lint/emphasis-marker'],
      [3, 34, 'no-bare-url'],
      [7, 1, 'remark-lint/no-unused-definitions'],
    ],
  );
});

test('what a configuration extends is below it', () => {
  const cwd = project({
    'site/.markdownlint.jsonc': '{ "extends": "../shared/base.json", "MD034": true } // ours',
    'shared/base.json': '{ "extends": "./more.yaml", "MD034": false, "MD059": false }',
    'shared/more.yaml': 'MD026: false\nMD059: true\n',
  });
  const { config } = init(join(cwd, 'site'), 'markdownlint');
  expect(readJson('c', config).value).toMatchObject({
    rules: { 'descriptive-link-text': 'off', 'heading-punctuation': 'off' },
  });
  expect(config).not.toContain('no-bare-url');
});

test('both kinds of files of markdownlint-cli2: rules from the one, files from the other', () => {
  const cwd = project({
    '.markdownlint-cli2.yaml':
      'config: { MD034: false }\nignores: [old]\nglobs: ["posts/**/*.md", "!posts/x.md"]\n',
    '.markdownlint.json': '{ "MD026": false }',
    '.markdownlintignore': 'drafts/\n',
  });
  expect(readJson('c', init(cwd, 'markdownlint').config).value).toEqual({
    extends: ['recaplint:recommended'],
    rules: { 'heading-punctuation': 'off' },
    ignores: ['old', 'old/**', 'posts/x.md', '**/drafts/**'],
  });
});

test('an entry of package.json, what is installed, an ignore file, and the other linter', () => {
  const cwd = project({
    'package.json': '{ "name": "loom", "remarkConfig": { "plugins": ["lint-no-html", "lint-no-tabs"] } }',
    'node_modules/remark-lint-no-html/package.json': '{}',
    '.remarkignore': 'old/\n!old/new.md\n',
    '.markdownlint.yaml': '{}',
  });
  const { stderr, config } = init(cwd, 'remark');
  expect(config).toContain('"remark-lint-no-html",\n    "remark-lint-no-tabs"');
  expect(stderr).toContain('remarkConfig in package.json: 0 rules of remark');
  expect(stderr).toContain(
    'Before "recaplint" can check posts with it: npm install --save-dev remark-lint-no-tabs\n',
  );
  expect(stderr).toContain('.remarkignore takes something back with "!"');
  expect(stderr).toContain('.markdownlint.yaml is not read');
});

test('--dry-run prints it and writes nothing', () => {
  const cwd = project({ '.remarkrc': '{ "plugins": ["lint-no-html"] }' });
  const { code, stdout, config } = init(cwd, 'remark', '--dry-run');
  expect({ code, config }).toEqual({ code: 0, config: '' });
  expect(stdout).toContain('"remark-lint-no-html"');
});

describe('what cannot be taken over is an error with a reason', () => {
  test.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['another linter', 'markdown-lint', {}, '--from takes no "markdown-lint". Did you mean "markdownlint"?'],
    ['no linter', 'eslint', {}, '--from takes no "eslint". It takes "remark" or "markdownlint".'],
    [
      'nothing of remark',
      'remark',
      { 'package.json': '{}' },
      'There is no configuration of remark in this folder. Looked for: .remarkrc, .remarkrc.json, .remarkrc.yaml, .remarkrc.yml, "remarkConfig" in package.json.',
    ],
    [
      'nothing of markdownlint',
      'markdownlint',
      {},
      'There is no configuration of markdownlint in this folder. Looked for: .markdownlint-cli2.jsonc, .markdownlint-cli2.yaml, .markdownlint.jsonc, .markdownlint.json, .markdownlint.yaml, .markdownlint.yml, "markdownlint-cli2" in package.json.',
    ],
    [
      'a program',
      'remark',
      { '.remarkrc.mjs': 'export default {}' },
      '.remarkrc.mjs is a program, and init runs none: write what it exports as data into .remarkrc.json, and run init again.',
    ],
    [
      'two of them',
      'remark',
      { '.remarkrc': '{}', 'package.json': '{ "remarkConfig": {} }' },
      'There are two configurations of remark: .remarkrc and remarkConfig in package.json. Keep one of them.',
    ],
    [
      'broken JSON',
      'remark',
      { '.remarkrc': '{\n  "plugins": [,]\n}' },
      './.remarkrc:2:15: This is no valid JSON: value expected.',
    ],
    [
      'broken YAML',
      'markdownlint',
      { '.markdownlint.yaml': 'a: [\n' },
      './.markdownlint.yaml:2:1: This is no valid YAML',
    ],
    [
      'no configuration',
      'remark',
      { '.remarkrc': '{ "plugins": ["lint", 3] }' },
      './.remarkrc:1:23: "plugins" holds 3, which names no plugin.',
    ],
    [
      'no configuration in package.json',
      'remark',
      { 'package.json': '{ "remarkConfig": "lint" }' },
      './package.json:1:19: A configuration of remark is an object, not "lint".',
    ],
    [
      'a circle',
      'markdownlint',
      {
        '.markdownlint.json': '{ "extends": "./b.json" }',
        'b.json': '{ "extends": "./.markdownlint.json" }',
      },
      './b.json:1:14: "./.markdownlint.json" extends itself.',
    ],
    [
      'a file that is not there',
      'markdownlint',
      { '.markdownlint.json': '{ "extends": "./b.json" }' },
      'This file does not exist',
    ],
    ['a file outside', 'markdownlint', { '.markdownlint.json': '{ "extends": "../b.json" }' }, 'b.json'],
    [
      'too large',
      'remark',
      { '.remarkrc': ' '.repeat(300_000) },
      './.remarkrc: This file cannot be read: it is larger than 256 KB.',
    ],
  ])('%s', (_name, linter, files, message) => {
    const { code, stdout, stderr, config } = init(project(files), linter);
    expect({ code, stdout, config }).toEqual({ code: 2, stdout: '', config: '' });
    expect(stderr).toContain(message);
  });

  test('a configuration that is there stays', () => {
    const cwd = project({ '.remarkrc': '{}', '.recaplintrc.json': '{ "site": "hugo" }' });
    expect(init(cwd, 'remark')).toMatchObject({ code: 2, config: '{ "site": "hugo" }' });
  });

  test('nothing that a configuration names is run', () => {
    const bomb = "import { writeFileSync } from 'node:fs'; writeFileSync('ran', '');";
    const cwd = project({
      '.remarkrc': '{ "plugins": ["./bomb.mjs", "remark-lint-bomb"] }',
      'bomb.mjs': bomb,
      '.remarkrc.mjs': bomb,
      'node_modules/remark-lint-bomb/package.json': '{ "type": "module", "exports": "./index.js" }',
      'node_modules/remark-lint-bomb/index.js': bomb,
    });
    expect(init(cwd, 'remark').code).toBe(0);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });
});
