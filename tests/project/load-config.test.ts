import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/problem.ts';
import { createDocument } from '../../src/document/create.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadConfig } from '../../src/project/load-config.ts';

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-api-')));
const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.recaplintrc.json': JSON.stringify({
    site: 'hugo',
    series: [{ name: 'recaps', files: ['recaps/*.md'], cadence: 'quarter', language: 'de' }],
    rules: { 'no-nbsp': 'warn' },
    ignores: ['drafts/**'],
  }),
  'recaps/q2.md': '',
  'news/.recaplintrc.json': JSON.stringify({ extends: [], rules: { 'no-nbsp': 'error' } }),
  'broken/.recaplintrc.json': '{\n  "rules": { "no-nbps": "error" }\n}\n',
  'plugged/.recaplintrc.json': JSON.stringify({
    extends: [],
    plugins: ['./own.mjs'],
    remark: ['./blue.mjs'],
    rules: { 'no-own': 'error', 'remark-lint/blue': 'error' },
  }),
  'plugged/own.mjs':
    "export default { id: 'no-own', summary: 'S.', messages: { m: 'Own.' }, *check() { yield { message: 'm', range: { start: 0, end: 1 } }; } };\n",
  'plugged/blue.mjs':
    "export default function blue() { return (tree, file) => file.message('Blue.', tree.children[0], 'remark-lint:blue'); }\n",
  'other.json': JSON.stringify({ extends: [], rules: { 'no-bare-url': 'error' } }),
  'program.mjs': "export default { extends: [], rules: { 'no-bare-url': 'warn' } };\n",
};

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('loadConfig', () => {
  test.each([
    'recaps/q2.md',
    'recaps/not-written-yet.md',
    'recaps',
    '.',
    join(cwd, 'recaps'),
  ])('finds the configuration of %s', async (path) => {
    const config = await loadConfig(path, { cwd });
    expect(config.file).toBe(join(cwd, '.recaplintrc.json'));
  });

  test('gives each file the nearest configuration', async () => {
    const config = await loadConfig('.', { cwd });
    const levels = async (file: string) =>
      (await config.settingsFor(file)).rules.filter(({ rule }) => rule.id === 'no-nbsp');
    expect(await levels('recaps/q2.md')).toMatchObject([{ severity: 'warn' }]);
    expect(await levels('news/a.md')).toMatchObject([{ severity: 'error' }]);
    expect((await config.settingsFor('news/a.md')).rules).toHaveLength(1);
  });

  test('gives what lint wants', async () => {
    const config = await loadConfig('recaps', { cwd });
    const post = await config.postAt('recaps/q2.md', 'A&nbsp;word.\n');
    expect(post.input).toMatchObject({ path: 'recaps/q2.md', language: 'de', site: 'hugo' });
    expect(post.context.files?.has('recaps/q2.md')).toBe(true);
    const { findings } = lint(createDocument(post.input), post.settings, post.context);
    expect(findings).toMatchObject([{ ruleId: 'no-nbsp', severity: 'warn', range: { start: 1, end: 7 } }]);
    expect(await config.settingsFor('recaps/q2.md')).toBe(post.settings);
    expect(post.ignored).toBe(false);
    expect((await config.postAt('drafts/q3.md', '')).ignored).toBe(true);
  });

  test('asks plugins and plugins of remark, where they may run', async () => {
    const config = await loadConfig('plugged', { cwd });
    expect(config.rules().map(({ id }) => id)).toContain('no-own');
    const { input, settings, context } = await config.postAt('plugged/a.md', 'A word.\n');
    const { findings } = lint(createDocument(input), settings, context);
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['no-own', 'error'],
      ['remark-lint/blue', 'error'],
    ]);
    const data = await loadConfig('plugged', { cwd, code: false });
    const post = await data.postAt('plugged/a.md', 'A word.\n');
    expect(lint(createDocument(post.input), post.settings, post.context).findings).toEqual([]);
  });

  test('takes a configuration and levels by name', async () => {
    const named = await loadConfig('recaps', { cwd, config: 'other.json', rule: ['no-nbsp: error'] });
    const { rules } = await named.settingsFor('recaps/q2.md');
    expect(rules.map(({ rule }) => rule.id).sort()).toEqual(['no-bare-url', 'no-nbsp']);
    expect(named.file).toBe(join(cwd, 'other.json'));
  });

  test('runs a program where it may', async () => {
    const notes: string[] = [];
    const options = { cwd, config: 'program.mjs', notify: (note: string) => notes.push(note) };
    const run = await loadConfig('recaps', options);
    expect((await run.settingsFor('recaps/q2.md')).rules).toMatchObject([{ severity: 'warn' }]);
    expect(notes).toEqual([]);
    await loadConfig('recaps', { ...options, code: false });
    expect(notes).toEqual([expect.stringContaining('program.mjs')]);
  });

  test('can leave suppression comments out of account', async () => {
    const config = await loadConfig('recaps', { cwd, inlineConfig: false });
    expect((await config.settingsFor('recaps/q2.md')).inlineConfig).toBe(false);
  });

  test('works where nothing is configured', async () => {
    const bare = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-api-')));
    const config = await loadConfig('.', { cwd: bare });
    const post = await config.postAt('a/post.md', '');
    expect(config.file).toBeNull();
    expect(post.input.path).toBe('a/post.md');
    rmSync(bare, { recursive: true });
  });

  test('names file, line and reason of what is wrong', async () => {
    const error = await loadConfig('broken', { cwd }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    const { message, problems } = error as ConfigError;
    const file = join(cwd, 'broken/.recaplintrc.json');
    expect(message).toBe(`${file}:2:14: There is no rule "no-nbps". Did you mean "no-nbsp"?`);
    expect(problems).toMatchObject([{ file, place: { line: 2, column: 14 } }]);
    const config = await loadConfig('.', { cwd });
    await expect(config.settingsFor('broken/a.md')).rejects.toThrow(ConfigError);
  });

  test('says which setting of its own is wrong', async () => {
    await expect(loadConfig('.', { cwd, rule: ['no-nbps: error'] })).rejects.toThrow('no-nbsp');
  });
});
