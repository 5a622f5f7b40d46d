import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, shell } from './run.ts';

const error = '---\ntitle: Q2 2024 Recap\ndate: 2024-05-07\n---\n\n';
const spaces = { 'a.md': 'Wait&nbsp;here.\n', 'clean.md': 'Nothing.\n' };

test('prints a patch and how much it repairs, writes nothing, and exits as the findings have it', () => {
  const cwd = makeFolder({ ...spaces, 'b.md': `${error}Go&nbsp;on.\n` });
  const run = recaplint(['--diff', '.'], { cwd });
  expect(run).toEqual({
    code: 1,
    stdout: [
      '--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-Wait&nbsp;here.\n+Wait here.\n',
      '--- a/b.md\n+++ b/b.md\n@@ -3,4 +3,4 @@\n date: 2024-05-07\n ---\n \n-Go&nbsp;on.\n+Go on.\n',
    ].join(''),
    stderr: 'recaplint: --fix would repair 2 findings in 2 files.\n',
  });
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(spaces['a.md']);
  expect(recaplint(['--diff', 'a.md'], { cwd }).code).toBe(0);
  expect(recaplint(['--diff', '--fail-on', 'warn', 'a.md'], { cwd }).code).toBe(1);
});

test('nothing to repair is an empty patch', () => {
  const cwd = makeFolder(spaces);
  const stderr = 'recaplint: --fix would repair nothing.\n';
  expect(recaplint(['--diff', 'clean.md'], { cwd })).toEqual({ code: 0, stdout: '', stderr });
});

const words = fc.constantFrom(
  'Wait&nbsp;here.',
  'a  &nbsp; b',
  '\u00A0x',
  '# A &nbsp;title',
  'plain',
  '',
  '[x](http://a.b?utm_source=c)',
);
const posts = fc
  .array(fc.tuple(words, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 40 })
  .map((lines) => `${error}${lines.map((line) => line.join('')).join('')}end`);

test.each([
  [[]],
  [['--unsafe-fixes']],
])('applied with git it gives byte for byte what --fix %j writes', (more) => {
  const names = ['a b.md', 'ä😀.md', 'line\nfeed.md', 'x/"y".md'];
  const texts = fc.sample(posts, { numRuns: 40, seed: 6 });
  const files = Object.fromEntries(
    texts.map((text, index) => [`${index}/${names[index % names.length]}`, text]),
  );
  const fixed = makeFolder({ ...files, 'bom.md': '\uFEFFOne&nbsp;word' });
  const patched = makeFolder();
  cpSync(fixed, patched, { recursive: true });
  recaplint(['--fix', ...more, '.'], { cwd: fixed });
  const { stdout } = recaplint(['--diff', ...more, '.'], { cwd: patched });
  execFileSync('git', ['apply'], { cwd: patched, input: stdout, stdio: ['pipe', 'pipe', 'ignore'] });
  for (const name of [...Object.keys(files), 'bom.md'])
    expect(readFileSync(join(patched, name), 'utf8')).toBe(readFileSync(join(fixed, name), 'utf8'));
  expect(stdout.length).toBeGreaterThan(2_000);
});

test('it is applied where it was made: in a folder of a repository, too', () => {
  const cwd = makeFolder({ 'posts/2024/a b.md': 'Wait&nbsp;here.\n' });
  execFileSync('git', ['init', '-q'], { cwd });
  const inside = join(cwd, 'posts');
  expect(shell('recaplint --diff . | git apply', inside).code).toBe(0);
  expect(readFileSync(join(inside, '2024/a b.md'), 'utf8')).toBe('Wait here.\n');
});

test('a post outside the current folder moves the start of all paths upwards, and the run says so', () => {
  const cwd = makeFolder({ 'posts/a.md': 'Wait&nbsp;here.\n', sub: null });
  const run = recaplint(['--diff', '../posts'], { cwd: join(cwd, 'sub') });
  expect(run.stdout).toContain('--- a/posts/a.md\n');
  expect(run.stderr).toContain('recaplint: the paths of the patch start at "..": apply it there.\n');
});

test('a link is shown as the file that it leads to', () => {
  const cwd = makeFolder({ '.git': null, 'texts/a.txt': 'Wait&nbsp;here.\n' });
  symlinkSync('texts/a.txt', join(cwd, 'link.md'));
  expect(recaplint(['--diff', '.'], { cwd }).stdout).toContain('--- a/texts/a.txt\n');
});

test('standard input is compared under its name', () => {
  const input = 'Wait&nbsp;here.';
  const cwd = makeFolder();
  const end = '\\ No newline at end of file\n';
  const hunk = `@@ -1,1 +1,1 @@\n-Wait&nbsp;here.\n${end}+Wait here.\n${end}`;
  const named = recaplint(['--stdin', '--stdin-filename', 'x/a.md', '--diff'], { cwd, input });
  expect(named.stdout).toBe(`--- a/x/a.md\n+++ b/x/a.md\n${hunk}`);
  expect(recaplint(['--stdin', '--diff'], { cwd, input }).stdout).toBe(`--- a/stdin\n+++ b/stdin\n${hunk}`);
});

test('a patch is data: exact in a file and in a pipe, but no command in the log of a CI run', () => {
  const cwd = makeFolder({ 'a.md': 'Wait&nbsp;here.\n ::error ::x\n' });
  const exact = '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-Wait&nbsp;here.\n+Wait here.\n  ::error ::x\n';
  expect(recaplint(['--diff', '--color', '.'], { cwd, env: { CI: '' } }).stdout).toBe(exact);
  const refused = recaplint(['--diff', '.'], { cwd, env: { CI: 'true' } });
  expect(refused).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'recaplint: The patch holds what the log of a CI run would act on, a command or a control character: write it to a file with --output-file.\n',
  });
  expect(recaplint(['--diff', '--output-file', 'x.patch', '.'], { cwd, env: { CI: 'true' } }).code).toBe(0);
  expect(readFileSync(join(cwd, 'x.patch'), 'utf8')).toBe(exact);
});

test('an output file that is there already is emptied where nothing is to be repaired', () => {
  const cwd = makeFolder({ ...spaces, 'x.patch': 'old' });
  expect(recaplint(['--diff', '--output-file', 'x.patch', 'clean.md'], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, 'x.patch'), 'utf8')).toBe('');
});

test.each([
  [['--diff', '--fix', '.'], '--diff writes nothing, and --fix writes: give one of them.'],
  [
    ['--diff', '--format', 'json', '.'],
    '--diff prints a patch in place of the findings: leave --format out.',
  ],
])('%j is refused', (args, message) => {
  const cwd = makeFolder(spaces);
  const run = recaplint(args, { cwd });
  expect(run).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` });
});
