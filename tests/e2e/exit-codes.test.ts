import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root, shell } from './run.ts';

const warning = 'Wait&nbsp;here.\n';
const error = '---\ntitle: Q2 2024 Recap\ndate: 2024-05-07\n---\n\nText.\n';
const clean = '# Notes\n\nNothing to see.\n';

test.each<[string, string[], number]>([
  ['no findings', ['clean.md'], 0],
  ['an error', ['error.md'], 1],
  ['only warnings', ['warning.md'], 0],
  ['warnings that fail', ['--fail-on', 'warn', 'warning.md'], 1],
  ['errors that do not', ['--fail-on', 'never', 'error.md'], 0],
  ['as many warnings as allowed', ['--max-warnings', '1', 'warning.md'], 0],
  ['more warnings than allowed', ['--max-warnings=0', 'warning.md'], 1],
  ['more warnings than allowed, not printed', ['--quiet', '--max-warnings=0', 'warning.md'], 1],
  ['a rule made an error', ['--rule', 'no-nbsp: error', 'warning.md'], 1],
  ['a rule switched off', ['--rule', 'date-in-window: off', 'error.md'], 0],
  ['an output file', ['--output-file', 'out.txt', 'error.md'], 1],
  ['an unknown option', ['--fxi', 'clean.md'], 2],
  ['an unknown format', ['--format', 'xml', 'clean.md'], 2],
  ['no number', ['--max-warnings', 'few', 'clean.md'], 2],
  ['a missing argument', ['explain'], 2],
  ['an argument too many', ['rules', 'x'], 2],
  ['a path that is not there', ['no.md', 'clean.md'], 2],
  ['a glob that matches nothing', ['x/*.md', 'clean.md'], 2],
  ['an unknown rule', ['--rule', 'no-nbps: off', 'clean.md'], 2],
  ['an unknown rule to explain', ['explain', 'no-nbps'], 2],
  ['an option that the command does not have', ['rules', '--fix'], 2],
  ['unsafe fixes alone', ['--unsafe-fixes', 'clean.md'], 2],
  ['a configuration that is not there', ['--config', 'no.json', 'clean.md'], 2],
  ['an output file that cannot be written', ['--output-file', 'clean.md/out', 'clean.md'], 2],
  ['--help', ['--help'], 0],
  ['--version', ['--version'], 0],
  ['explain', ['explain', 'no-nbsp'], 0],
  ['rules', ['rules'], 0],
  ['config', ['config', 'clean.md'], 0],
])('%s', (_, args, code) => {
  const cwd = makeFolder({ 'clean.md': clean, 'warning.md': warning, 'error.md': error });
  const run = recaplint(args, { cwd });
  expect([run.code, run.stderr === '']).toEqual([code, code !== 2]);
});

test('findings go to standard output, and one unreadable path keeps no other from being reported', () => {
  const cwd = makeFolder({ 'error.md': error });
  const run = recaplint(['no.md', 'error.md'], { cwd });
  expect(run.stdout).toMatch(/^error\.md\n3:7-3:17 +error .* date-in-window\n/);
  expect(run.stderr).toBe('recaplint: "no.md" does not exist or cannot be reached.\n');
});

test.each<[string, Record<string, string | null>, string[], string]>([
  ['an empty folder', { sub: null }, ['sub'], 'no file in "sub" ends in .md, .markdown, .mdx, .Rmd or .qmd.'],
  [
    'a folder without posts',
    { 'a.txt': '' },
    [],
    'no file in "." ends in .md, .markdown, .mdx, .Rmd or .qmd.',
  ],
  [
    'a folder whose posts are hidden',
    { '.git': null, '.gitignore': '*.md', 'a.md': '', 'b.md': '' },
    [],
    '.gitignore, .recaplintignore or "ignores" hide all 2 posts and folders.',
  ],
  [
    'a configuration that leaves the post out',
    { '.recaplintrc.json': '{ "ignores": ["*.md"] }', 'a.md': '' },
    [],
    '.gitignore, .recaplintignore or "ignores" hide the one post or folder there is.',
  ],
  [
    'a configuration without rules',
    { '.recaplintrc.json': '{ "extends": [] }', 'a.md': '' },
    [],
    'every rule is off, by <folder>/.recaplintrc.json.',
  ],
])('%s is nothing to check, and the run says so', (_, files, args, reason) => {
  const cwd = makeFolder(files);
  const run = recaplint(args, { cwd });
  expect(run).toEqual({
    code: 2,
    stdout: '',
    stderr: `recaplint: Nothing was checked: ${reason.replace('<folder>', cwd)}\n`,
  });
});

test('a file that ignores hide is linted when it is named', () => {
  const cwd = makeFolder({ '.recaplintrc.json': '{ "ignores": ["*.md"] }', 'error.md': error });
  expect(recaplint(['error.md'], { cwd }).code).toBe(1);
});

const hostile: readonly [what: string, content: Uint8Array, report: RegExp][] = [
  [
    'invalid UTF-8',
    Buffer.from('ab\n\xff&nbsp;', 'latin1'),
    /2:1-2:1 +error Byte FF does not belong to UTF-8 here.* invalid-encoding/,
  ],
  ['UTF-16', Buffer.from('\uFEFFText', 'utf16le'), /1:1-1:1 +error The file is UTF-16.* invalid-encoding/],
  [
    'a binary file',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    /1:5-1:5 +error The file holds a NUL.* invalid-encoding/,
  ],
];

test.each(
  hostile,
)('%s is one finding, left alone by --fix, and the other files are reported', (_, content, report) => {
  const cwd = makeFolder({ 'bad.md': content, 'error.md': error });
  const run = recaplint(['--fix', '.'], { cwd });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(run.stdout).toMatch(report);
  expect(run.stdout.match(/invalid-encoding/g)).toHaveLength(1);
  expect(run.stdout).toContain('date-in-window');
  expect(readFileSync(join(cwd, 'bad.md'))).toEqual(Buffer.from(content));
});

test('an empty file is silent', () => {
  const cwd = makeFolder({ 'empty.md': '' });
  expect(recaplint(['.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('a folder called x.md, given by name, is one error', () => {
  const cwd = makeFolder({ 'x.md/a.md': clean, 'error.md': error });
  const run = recaplint(['x.md', 'error.md'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toBe(
    'recaplint: "x.md" is a folder, not a file. To lint the posts in it write "x.md/".\n',
  );
  expect(run.stdout).toContain('date-in-window');
  expect(recaplint(['x.md/'], { cwd }).code).toBe(0);
});

test.skipIf(process.getuid?.() === 0)(
  'a file without permission is one error (root may read everything)',
  () => {
    const cwd = makeFolder({ 'secret.md': clean, 'error.md': error });
    chmodSync(join(cwd, 'secret.md'), 0);
    const run = recaplint(['.'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(
      /^recaplint: "secret\.md" cannot be read: permission is denied for the file or its folder\n$/,
    );
    expect(run.stdout).toContain('date-in-window');
  },
);

// The kernel refuses to read this file at its start, whoever asks.
test.skipIf(!existsSync('/proc/self/mem'))('a file that cannot be read is one error (needs /proc)', () => {
  const cwd = makeFolder({ 'error.md': error });
  const run = recaplint(['/proc/self/mem', 'error.md'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(
    /^recaplint: ".*proc\/self\/mem" cannot be read: the disk does not answer \(input\/output error\)\n$/,
  );
  expect(run.stdout).toContain('date-in-window');
});

test('a broken configuration stops its own posts only, and is reported once', () => {
  const cwd = makeFolder({
    '.git/HEAD': '',
    'broken/.recaplintrc.json': '{ "rule": {} }',
    'broken/a.md': error,
    'broken/b.md': error,
    'broken/more/.recaplintrc.json': '{ "extends": ["../.recaplintrc.json"] }',
    'broken/more/c.md': error,
    'error.md': error,
  });
  const run = recaplint(['.'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toBe(
    `recaplint: ${cwd}/broken/.recaplintrc.json:1:3: Unknown key "rule". Did you mean "rules"?\n`,
  );
  expect(run.stdout).toMatch(/^error\.md\n/);
  expect(run.stdout).not.toContain('broken');
});

test('a reader that leaves early is no failure', () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.md`, error]));
  const cwd = makeFolder(many);
  const run = shell('set -o pipefail; recaplint . | head -n 1', cwd);
  expect(run).toEqual({ code: 1, stdout: '0.md\n', stderr: '' });
});

test.skipIf(!existsSync('/dev/full'))(
  'findings that cannot be printed are a failure (needs /dev/full)',
  () => {
    const run = shell('recaplint error.md > /dev/full', makeFolder({ 'error.md': error }));
    expect(run.code).toBe(2);
    expect(run.stderr).toBe('recaplint: not everything could be printed: the disk is full.\n');
  },
);

test('a command comes before a folder of its name, and says so', () => {
  const cwd = makeFolder({ 'rules/error.md': error });
  const run = recaplint(['rules'], { cwd });
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^no-nbsp +warn +fix +\S/m);
  expect(run.stderr).toBe('recaplint: "rules" was taken as the command; the path is written "./rules".\n');
  expect(recaplint(['./rules'], { cwd }).code).toBe(1);
  // A folder of plugins was not meant.
  expect(recaplint(['rules'], { cwd: makeFolder({ 'rules/no-word.js': '' }) }).stderr).toBe('');
});

test('a folder of plugins is not pointed at where a command has its name', () => {
  const cwd = makeFolder({ 'rules/no-codename.js': '' });
  expect(recaplint(['rules'], { cwd }).stderr).toBe('');
});

test.each([
  [['--rule', 'no-nbsp: off', 'config', 'a.md']],
  [['config', 'a.md', '--rule', 'no-nbsp: off']],
])('options of a command work in both places: %j', (args) => {
  const run = recaplint(args, { cwd: makeFolder() });
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^ {2}no-nbsp +off +--rule$/m);
});

test('mistyped options and commands come with the nearest one', () => {
  const cwd = makeFolder();
  expect(recaplint(['--fxi'], { cwd }).stderr).toContain('Did you mean --fix?');
  expect(recaplint(['explain', 'no-nbps'], { cwd }).stderr).toContain('Did you mean "no-nbsp"?');
  expect(recaplint(['explian', 'no-nbsp'], { cwd }).stderr).toContain('Did you mean the command "explain"?');
});

test('--version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(recaplint(['--version'], { cwd: makeFolder() }).stdout).toBe(`${version}\n`);
});
