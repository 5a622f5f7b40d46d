import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root, shell } from './run.ts';

/** A plugin that takes its time to find what is misspelt, and knows better. */
const plugin = `
export default function typo({ wrong = 'teh', right = 'the' } = {}) {
  return async (tree, file) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const [row, text] of String(file).split('\\n').entries()) {
      const column = text.indexOf(wrong) + 1;
      if (column === 0) continue;
      const place = { start: { line: row + 1, column }, end: { line: row + 1, column: column + wrong.length } };
      const message = file.message('Misspelt: ' + wrong, { place, ruleId: 'typo', source: 'remark-typo' });
      Object.assign(message, { actual: wrong, expected: [right], url: 'https://example.com/typo' });
    }
  };
}
`;

const post = '# Recap\n\nThis is teh *end* and _so_ on.\n';

function project(config: object, posts: Readonly<Record<string, string>> = { 'post.md': post }): string {
  const files = {
    '.git': null,
    'rules/typo.mjs': plugin,
    '.recaplintrc.json': JSON.stringify(config),
    ...posts,
  };
  const folder = makeFolder(files);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

const hosting = { extends: [], remark: ['./rules/typo.mjs', 'remark-preset-lint-consistent'] };
const both = [
  '3:9-3:12 warning Misspelt: teh remark-lint/typo',
  '3:23-3:27 warning Unexpected emphasis marker `_`, expected `*` remark-lint/emphasis-marker',
];

/** The findings of the default format, without the spaces that make columns of them. */
function lines(stdout: string): readonly string[] {
  return stdout.split('\n').flatMap((line) => (/^\d+:/.test(line) ? [line.replace(/ {2,}/g, ' ')] : []));
}

test('plugins and presets of remark find beside the rules, with options and levels', () => {
  const cwd = project(hosting);
  expect(lines(recaplint(['.'], { cwd }).stdout)).toEqual(both);
  const rules = { 'remark-lint/emphasis-marker': 'off', 'remark-lint/typo': 'error' };
  const other = project({
    extends: [],
    remark: [['./rules/typo.mjs', { wrong: 'end' }], hosting.remark[1]],
    rules,
  });
  const run = recaplint(['.'], { cwd: other });
  expect(lines(run.stdout)).toEqual(['3:14-3:17 error Misspelt: end remark-lint/typo']);
  expect(run.code).toBe(1);
});

test('comments of both kinds suppress what they find', () => {
  const own = post.replace('# Recap', '<!-- recaplint-disable-next-line remark-lint/typo -->');
  const theirs = post.replace('# Recap', '<!--lint disable emphasis-marker-->');
  const cwd = project(hosting, { 'a.md': own.replace('\n\n', '\n'), 'b.md': theirs });
  expect(lines(recaplint(['a.md'], { cwd }).stdout)).toEqual([both[1]!.replaceAll('3:', '2:')]);
  expect(lines(recaplint(['b.md'], { cwd }).stdout)).toEqual([both[0]]);
});

test.each([[1], [2]])('with --jobs %d all posts have theirs, in order', (jobs) => {
  const posts = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${10 + index}.md`, post]));
  const cwd = project(hosting, posts);
  const { stdout } = recaplint(['.', '--jobs', String(jobs), '--format', 'json'], { cwd });
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
  expect(results.map(({ filePath }) => filePath.slice(cwd.length + 1))).toEqual(Object.keys(posts));
  for (const { messages } of results)
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['remark-lint/typo', 'remark-lint/emphasis-marker']);
});

test('formats have the address of the plugin, and what it would rather read', () => {
  const cwd = project(hosting);
  const [{ messages }] = JSON.parse(recaplint(['.', '--format', 'json'], { cwd }).stdout);
  expect(messages[0]).toMatchObject({
    url: 'https://example.com/typo',
    suggestions: [{ desc: 'Replace `teh` with `the`', fix: { range: [17, 20], text: 'the' } }],
    data: { source: 'remark-typo' },
  });
  for (const format of ['sarif', 'rdjson', 'full', 'html', 'gitlab', 'junit', 'checkstyle', 'github', 'lsp'])
    expect(recaplint(['.', '--format', format], { cwd }).stdout, format).toContain('Misspelt: teh');
  for (const format of ['sarif', 'rdjson', 'full', 'html'])
    expect(recaplint(['.', '--format', format], { cwd }).stdout, format).toContain(
      'https://example.com/typo',
    );
});

test('--fix --unsafe-fixes repairs with them, and what is left is that of the repaired text', () => {
  const cwd = project(hosting);
  const diff = recaplint(['.', '--diff', '--unsafe-fixes'], { cwd });
  expect(diff.stdout).toContain('+This is the *end* and _so_ on.');
  expect(lines(recaplint(['.', '--fix'], { cwd }).stdout)).toEqual(both);
  expect(lines(recaplint(['.', '--fix', '--unsafe-fixes'], { cwd }).stdout)).toEqual([both[1]]);
  expect(readFileSync(join(cwd, 'post.md'), 'utf8')).toBe(post.replace('teh', 'the'));
});

test('a baseline accepts them, standard input has them, a change answers for its own', () => {
  const cwd = project(hosting);
  const baseline = ['.', '--baseline', 'accepted.json'];
  recaplint([...baseline, '--update-baseline'], { cwd });
  expect(recaplint(baseline, { cwd })).toMatchObject({ code: 0, stdout: '' });
  const typed = recaplint(['--stdin', '--stdin-filename', 'new.md'], { cwd, input: post });
  expect(lines(typed.stdout)).toEqual(both);
  const commit = 'git init -q && git add -A && git -c user.name=a -c user.email=a@b commit -qm a';
  const change = `echo 'And teh next.' > next.md`;
  const since = shell(`rm -rf .git && ${commit} && ${change} && recaplint --since HEAD .`, cwd);
  expect(lines(since.stdout)).toEqual(['1:5-1:8 warning Misspelt: teh remark-lint/typo']);
});

test('parts of a run come to what the whole run finds', () => {
  const unused = '<!-- recaplint-disable-next-line remark-lint/tpyo -->\n\nA word.\n';
  const cwd = project(hosting, { 'a.md': post, 'b.md': post, 'c.md': post, 'd.md': unused });
  const parts = 'recaplint . --shard 1/2 --output-file 1.json; recaplint . --shard 2/2 --output-file 2.json';
  const merged = shell(`${parts}; recaplint merge 1.json 2.json`, cwd);
  expect(lines(merged.stdout)).toEqual([
    ...both,
    ...both,
    ...both,
    '1:34-1:50 warning This comment suppresses no finding of `remark-lint/tpyo`: delete it. unused-directive',
  ]);
});

test('a plugin that breaks down is named, and the run goes on', () => {
  const broken = 'export default () => () => { throw new Error("no luck"); };\n';
  const config = { ...hosting, remark: ['./rules/broken.mjs', ...hosting.remark] };
  const run = recaplint(['.'], { cwd: project(config, { 'post.md': post, 'rules/broken.mjs': broken }) });
  expect(lines(run.stdout)).toEqual([
    expect.stringMatching(
      /^1:1-1:1 error The remark plugin `\.\/rules\/broken\.mjs` broke down on this post \(no luck\)/,
    ),
    ...both,
  ]);
});

test('time that they take is told', () => {
  expect(recaplint(['.', '--timing'], { cwd: project(hosting) }).stderr).toMatch(/^plugins of remark +\d/m);
});

test('explain says of such a rule where it comes from, and how it is set', () => {
  const run = recaplint(['explain', 'remark-lint/emphasis-marker'], { cwd: project(hosting) });
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^# remark-lint\/emphasis-marker\n/);
  expect(run.stdout).toContain('its package is remark-lint-emphasis-marker.');
  expect(run.stdout).toContain('{ "rules": { "remark-lint/emphasis-marker": "off" } }');
});

test('config names them as they are written, with their place', () => {
  const cwd = project({ ...hosting, remark: [['./rules/typo.mjs', { wrong: 'end' }], hosting.remark[1]] });
  const rows = recaplint(['config', 'post.md'], { cwd })
    .stdout.split('\n')
    .filter((row) => /^ {2}remark /.test(row));
  expect(
    rows.map((row) =>
      row
        .split(/ {2,}/)
        .slice(1)
        .map((cell) => cell.replace(`${cwd}/`, '')),
    ),
  ).toEqual([
    ['remark', expect.stringMatching(/^\.recaplintrc\.json:1:\d+$/), '["./rules/typo.mjs",{"wrong":"end"}]'],
    ['remark', expect.stringMatching(/^\.recaplintrc\.json:1:\d+$/), '"remark-preset-lint-consistent"'],
  ]);
});
