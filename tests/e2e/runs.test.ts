import { linkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

const error = '---\ntitle: Q2 2024 Recap\ndate: 2024-05-07\n---\n\nText.\n';

test('a file is linted as its own folder has it, from wherever it is linted', () => {
  const cwd = makeFolder({
    'a/.recaplintrc.yaml': 'rules: { date-in-window: warn }',
    'a/x/error.md': error,
    '.recaplintrc.json': '{ "rules": { "date-in-window": "off" } }',
    'error.md': error,
    'elsewhere/.recaplintrc.json': '{ "rules": { "date-in-window": "error" } }',
  });
  const fromAbove = recaplint(['.'], { cwd });
  expect(fromAbove.code).toBe(0);
  expect(fromAbove.stdout).toMatch(
    /^a\/x\/error\.md\n3:7-3:17 +warning .* date-in-window\n\n⚠ 1 warning in 1 file\n$/,
  );
  const fromBeside = recaplint(['../a'], { cwd: join(cwd, 'elsewhere') });
  expect(fromBeside.stdout).toMatch(/\/a\/x\/error\.md\n3:7-3:17 +warning /);
});

test('--config replaces the search, and its globs start at its folder', () => {
  const cwd = makeFolder({
    'conf/c.json': '{ "overrides": [{ "files": ["posts/*.md"], "rules": { "date-in-window": "off" } }] }',
    'conf/posts/error.md': error,
    'posts/.recaplintrc.json': '{ "extends": [] }',
    'posts/error.md': error,
  });
  expect(recaplint(['--config', 'conf/c.json', 'posts'], { cwd }).code).toBe(1);
  expect(recaplint(['--config', 'conf/c.json', 'conf/posts'], { cwd }).code).toBe(0);
});

test('--fix repairs what is safe, keeps every other byte, and leaves nothing safe for a second run', () => {
  const text = '\uFEFF# A &nbsp;title\r\n\r\nWait&nbsp;here,  please.\t\n&nbsp;\r\nBye';
  const cwd = makeFolder({ 'a.md': text });
  const first = recaplint(['--fix', 'a.md'], { cwd });
  expect(first.stderr).toMatch(/^recaplint: repaired \d findings in 1 file\.\n$/);
  const fixed = readFileSync(join(cwd, 'a.md'), 'utf8');
  expect(fixed).not.toContain('&nbsp;');
  expect(fixed).toMatch(/^\uFEFF# A title\r\n\r\nWait here, {2}please\.\t\r?\nBye$/);
  expect(recaplint(['--fix', 'a.md'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(fixed);
});

test('what cannot be repaired is reported as it stands, and the run fails', () => {
  const cwd = makeFolder({ 'a.md': 'Wait&nbsp;here.\n' });
  linkSync(join(cwd, 'a.md'), join(cwd, 'b.txt'));
  const run = recaplint(['--fix', 'a.md'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/^recaplint: "a\.md" cannot be repaired: it has a second name/);
  expect(run.stdout).toContain('no-nbsp');
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('Wait&nbsp;here.\n');
});

test('the last lines say how to repeat the run with --fix', () => {
  const cwd = makeFolder({ 'a b.md': 'Wait&nbsp;here.\n' });
  const run = recaplint(['--max-warnings', '5', '--rule', 'no-nbsp: error', 'a b.md', '--format=full'], {
    cwd,
  });
  expect(run.stdout).toMatch(
    /\n1 finding can be repaired by: recaplint --fix --rule 'no-nbsp: error' 'a b\.md'\n$/,
  );
});

test('standard input is linted under the name that it is given', () => {
  const cwd = makeFolder({ 'posts/.recaplintrc.json': '{ "rules": { "date-in-window": "warn" } }' });
  const unnamed = recaplint(['--stdin'], { cwd, input: error });
  expect(unnamed.code).toBe(1);
  expect(unnamed.stdout).toMatch(/^<stdin>\n3:7-3:17 +error /);
  const named = recaplint(['--stdin', '--stdin-filename', 'posts/new.md', '--format', 'json'], {
    cwd,
    input: error,
  });
  expect(named.code).toBe(0);
  expect(JSON.parse(named.stdout)).toMatchObject([{ filePath: join(cwd, 'posts/new.md'), warningCount: 1 }]);
});

test('--stdin --fix prints the repaired text, and the findings elsewhere', () => {
  const cwd = makeFolder();
  const run = recaplint(['--stdin', '--fix'], { cwd, input: `${error}\nWait&nbsp;here.\n` });
  expect(run.stdout).toBe(`${error}\nWait here.\n`);
  expect(run.stderr).toContain('date-in-window');
  expect(run.code).toBe(1);
  const bytes = Buffer.from([0x61, 0xff]);
  const damaged = recaplint(['--stdin', '--fix', '--output-file', 'out'], { cwd, input: bytes });
  expect(damaged).toMatchObject({ code: 1, stdout: bytes.toString() });
});

test('--quiet prints errors only, and every file is still in the data', () => {
  const cwd = makeFolder({ 'a.md': 'Wait&nbsp;here.\n', 'b.md': '' });
  expect(recaplint(['--quiet', '.'], { cwd }).stdout).toBe('');
  const files = JSON.parse(recaplint(['--quiet', '--format', 'json', '.'], { cwd }).stdout);
  expect(files.map(({ filePath }: { filePath: string }) => filePath)).toEqual([
    join(cwd, 'a.md'),
    join(cwd, 'b.md'),
  ]);
});

test('an output file holds what would have been printed', () => {
  const cwd = makeFolder({ 'error.md': error });
  const printed = recaplint(['--format', 'json', 'error.md'], { cwd });
  const written = recaplint(['--format', 'json', '--output-file', 'sub/out.json', 'error.md'], { cwd });
  expect(written).toEqual({ code: 1, stdout: '', stderr: '' });
  expect(readFileSync(join(cwd, 'sub/out.json'), 'utf8')).toBe(printed.stdout);
});

test.each<[string, string[], Record<string, string>, boolean]>([
  ['no terminal', [], {}, false],
  ['--color', ['--color'], {}, true],
  ['--color against NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
  ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
  ['NO_COLOR against FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['--no-color against FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
])('colours with %s', (_, args, env, colored) => {
  const cwd = makeFolder({ 'error.md': error });
  expect(recaplint([...args, 'error.md'], { cwd, env }).stdout.includes('\u001B[')).toBe(colored);
});

test('a comment switches a rule off, and --no-inline-config switches it on again', () => {
  const text = '<!-- recaplint-disable-next-line no-nbsp -- as printed -->\nWait&nbsp;here.\n';
  const cwd = makeFolder({ 'a.md': text });
  expect(recaplint(['a.md'], { cwd }).stdout).toBe('');
  expect(recaplint(['--no-inline-config', 'a.md'], { cwd }).stdout).toContain('no-nbsp');
});

test('both parsers find the same', () => {
  const cwd = makeFolder({ 'error.md': error, 'a.md': 'Wait&nbsp;here.\n' });
  const [native, script] = ['satteri', 'remark'].map((parser) =>
    recaplint(['--format', 'json', '--parser', parser, '.'], { cwd }),
  );
  expect(native).toEqual(script);
  expect(native!.code).toBe(1);
});

// napi-rs, which satteri's loader is made with, takes the library from here; a text file is none.
test('without the native parser the other one is used, with one notice, unless it was asked for', () => {
  const cwd = makeFolder({ 'error.md': error, broken: 'no library' });
  const env = { NAPI_RS_NATIVE_LIBRARY_PATH: join(cwd, 'broken') };
  const fallback = recaplint(['error.md'], { cwd, env });
  expect(fallback.code).toBe(1);
  expect(fallback.stdout).toContain('date-in-window');
  expect(fallback.stderr).toMatch(
    /^recaplint: The native parser satteri does not load on \S+\. .*remark is used instead.*\n$/,
  );
  const demanded = recaplint(['--parser', 'satteri', 'error.md'], { cwd, env });
  expect(demanded).toMatchObject({ code: 2, stdout: '' });
  expect(demanded.stderr).toMatch(/^recaplint: The native parser satteri does not load on \S+\. \S.*\n$/);
});

test('links to files are checked where it is known which files there are', () => {
  const post = 'See [the last issue](q1-2024.md) and [our recap](q2-2024.md).\n';
  const cwd = makeFolder({
    'site/.recaplintrc.json': '{}',
    'site/q2-2024.md': post,
    'loose/q2-2024.md': post,
  });
  const run = recaplint(['site'], { cwd });
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^site\/q2-2024\.md\n1:22-1:32 +warning +There is no file `q1-2024\.md`/);
  expect(recaplint(['loose'], { cwd }).stdout).toBe('');
  const named = ['--stdin', '--stdin-filename', 'q2-2024.md'];
  const options = { cwd: join(cwd, 'site'), input: post };
  expect(recaplint(named, options).stdout).toContain('no-broken-local-link');
  expect(recaplint(['--stdin'], options).stdout).toBe('');
});
