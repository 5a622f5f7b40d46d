import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/reporters/formats.ts';
import { makeFolder } from '../folder.ts';
import { elementsOf, parsePage, textOf, withTag } from '../reporters/page.ts';
import { runnerCommands } from '../reporters/runner-commands.ts';
import { parseXml } from '../reporters/xml-schema.ts';
import { hostileRepository, quoted } from './hostile-repository.ts';
import { acting, actingLines, actingName } from './hostile-words.ts';
import { expectQuiet, firstMoving, quietRun } from './quiet-output.ts';
import { bin } from './run.ts';

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What is read by a program, read by one. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  json: JSON.parse,
  sarif: JSON.parse,
  gitlab: JSON.parse,
  rdjson: JSON.parse,
  lsp: jsonLines,
  jsonl: jsonLines,
  junit: (text) => parseXml(text, 'junit-10.xsd'),
  checkstyle: (text) => parseXml(text, 'checkstyle-report-1.0.0.xsd'),
};

test("a stranger's repository is reported without a stir in every format", () => {
  const cwd = hostileRepository();
  const folder = makeFolder();
  const names = Object.keys(formats);
  const outputs = names.flatMap((name) => ['--format', `${name}=${join(folder, name)}`]);
  const summary = join(folder, 'summary.md');
  const { code, stdout } = quietRun(cwd, [...outputs, '--color', '--timing', '.'], {
    env: { GITHUB_STEP_SUMMARY: summary },
    color: true,
  });
  expect(code).toBe(1);
  expect(stdout.length).toBeGreaterThan(10_000);
  const written = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  for (const [name, text] of written) {
    expect.soft(() => readers[name]?.(text), name).not.toThrow();
    if (name !== 'html' && name !== 'github') expectQuiet(text, name);
  }
  expectOwnCommands(written.get('github')!, JSON.parse(written.get('json')!));
  expectHarmlessPage(written.get('html')!);
  expectQuiet(readFileSync(summary, 'utf8'), 'the summary of a step');
});

/** Commands that write findings, in the number that GitHub shows, and none that a stranger wrote. */
function expectOwnCommands(text: string, results: readonly { readonly messages: readonly object[] }[]): void {
  expect(firstMoving(text)).toBeNull();
  const commands = runnerCommands(text);
  expect(commands.length).toBeLessThanOrEqual(results.flatMap(({ messages }) => messages).length);
  for (const { runner, name, properties } of commands) {
    expect([runner, name]).toEqual(['github', expect.toBeOneOf(['error', 'warning'])]);
    expect(properties.title).toMatch(/^recaplint /);
  }
}

/** The page as it is parsed: one script, one style, no image, and no link that leaves the page for a stranger's. */
function expectHarmlessPage(text: string): void {
  const { page, errors } = parsePage(text);
  expect(errors).toEqual([]);
  expect(elementsOf(page, withTag('script'))).toHaveLength(1);
  expect(elementsOf(page, withTag('style'))).toHaveLength(1);
  const asking = ['img', 'iframe', 'object', 'embed', 'link', 'base'];
  expect(elementsOf(page, ({ tagName }) => asking.includes(tagName))).toEqual([]);
  const attributes = elementsOf(page, () => true).flatMap(({ attrs }) => attrs);
  expect(attributes.filter(({ name }) => /^on|^style$|^src/.test(name))).toEqual([]);
  const addresses = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
  expect(addresses.filter((address) => !address.startsWith('#') && !/^https:\/\//.test(address))).toEqual([]);
  expect(addresses.filter((address) => address.includes('evil'))).toEqual([]);
  expect(textOf(page)).toContain('<img src=http://evil.test/a.png');
}

test("every command shows a stranger's repository without a stir", () => {
  const cwd = hostileRepository();
  const log = { env: { CI: 'true' } };
  for (const args of [
    ['config', `${actingName}.md`],
    ['timeline', `${actingName}.md`],
    ['timeline', 'a.md', '--format', 'json'],
    ['facts', '.'],
    ['init', '--dry-run'],
    ['init'],
    ['new', '2024-Q1', '--dry-run'],
    ['new', '2024-Q1'],
    ['--since', 'main'],
    ['--staged'],
    ['--diff', '.'],
    ['--shard', '1/1'],
    ['--fix', '.'],
  ])
    quietRun(cwd, args, log);
});

const wrong: readonly (readonly [what: string, config: string])[] = [
  ['keys', JSON.stringify({ [actingLines]: 1, rules: { [actingLines]: 'warn', 'no-nbsp': actingLines } })],
  [
    'values',
    JSON.stringify({
      extends: [actingLines],
      patterns: [{ name: acting, pattern: `(${acting}`, message: acting }],
    }),
  ],
  ['programs', JSON.stringify({ plugins: [actingLines], remark: [acting] })],
  ['a schema', JSON.stringify({ series: [{ name: acting, files: ['*.md'], schema: `${acting}.json` }] })],
  [
    'placeholders',
    JSON.stringify({ series: [{ name: 'a', files: ['*.md'], title: `{${acting.slice(0, 150)}}` }] }),
  ],
  ['no JSON', `{ "rules": ${actingLines}`],
];

test.each(wrong)('a configuration with %s that are wrong is refused without a stir', (_, config) => {
  const cwd = makeFolder({ '.git/HEAD': '', '.recaplintrc.json': config, 'a.md': 'Text.\n' });
  const { stderr } = quietRun(cwd, ['.']);
  expect(stderr).toMatch(/^recaplint: /);
});

test('a configuration in YAML with names that act is refused without a stir', () => {
  const config = `${quoted(actingLines)}: ${quoted(acting)}\nrules: { ${quoted(acting)}: *a }\n`;
  const cwd = makeFolder({ '.git/HEAD': '', '.recaplintrc.yaml': config, 'a.md': 'Text.\n' });
  expect(quietRun(cwd, ['.']).code).toBe(2);
});

test('arguments, files of other runs and the environment are quoted without a stir', () => {
  const line = `${JSON.stringify({ [actingLines]: actingLines })}\n${actingLines}\n`;
  const cwd = makeFolder({ 'a.md': 'Wait&nbsp;here.\n', strange: line, 'clean.md': 'Text.\n' });
  const argument = actingLines.replaceAll('\0', '');
  for (const args of [
    [argument],
    [`--${argument}`],
    ['--format', argument],
    ['--rule', argument],
    ['--config', argument],
    ['--since', argument],
    ['--baseline', 'strange'],
    ['--facts', 'strange'],
    ['--output-file', `clean.md/${argument}`, '.'],
    ['merge', 'strange'],
    ['merge', argument],
    ['explain', argument],
    ['new', argument],
    ['timeline', argument],
    ['lsp', '--pipe', argument],
    ['lsp', '--socket', argument],
    ['--stdin', '--stdin-filename', `${argument}.md`],
  ])
    expect.soft(quietRun(cwd, args, { input: `A&nbsp;b ${acting}\n` }).code, args[0]).not.toBe(0);
  const env = { GITHUB_STEP_SUMMARY: `clean.md/${argument}` };
  const { stderr } = quietRun(cwd, ['--format', 'github', 'clean.md'], { env });
  expect(stderr).toContain('GITHUB_STEP_SUMMARY');
});

const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

test.skipIf(!hasScript && !process.env.RECAPLINT_E2E)(
  'nor does a terminal stir (skipped without script)',
  () => {
    expect(hasScript, 'script of util-linux is missing').toBe(true);
    const cwd = hostileRepository();
    for (const args of ['--diff a.md', 'new 2024-Q1 --dry-run', '--format full a.md']) {
      const command = `CI= TERM=xterm "${process.execPath}" "${bin}" ${args}`;
      const { stdout } = spawnSync('script', ['-qefc', command, '/dev/null'], { cwd, encoding: 'utf8' });
      expect(stdout.length).toBeGreaterThan(100);
      // A terminal ends lines with both; the line that says how far a run has come is taken away again.
      expectQuiet(stdout.replace(/\r\n|\r\u001B\[K/g, '\n'), args, true);
    }
  },
);
