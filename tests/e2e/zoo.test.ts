import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { bounded } from './bounded.ts';
import { shell } from './run.ts';

const post = '# Notes\n\nA good the the dog.\n';
const found = 'p.md\n3:8-3:15 warning “the” stands here twice: delete one of the two. no-repeated-word\n';

const canPipe = process.platform !== 'win32';

/** A folder with one post, and pipes that nobody ever writes to. */
function withPipes(...names: string[]): string {
  const cwd = makeFolder({ 'p.md': post });
  for (const name of names) execFileSync('mkfifo', [join(cwd, name)]);
  return cwd;
}

/** A file of nothing but a size: it takes no room on the disk. */
function sparse(path: string, bytes: number): void {
  writeFileSync(path, '');
  truncateSync(path, bytes);
}

const gigabyte = 1024 ** 3;

describe.skipIf(!canPipe)('pipes (skipped on Windows)', () => {
  test('a pipe in the place of a post, a configuration or an ignore file is passed over', () => {
    const cwd = withPipes(
      'x.md',
      '.recaplintrc.json',
      '.recaplintrc.yaml',
      'package.json',
      '.recaplintignore',
    );
    execFileSync('mkfifo', [join(cwd, '.gitignore')]);
    const run = bounded(cwd, '.');
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout.startsWith(found)).toBe(true);
  });

  test.each<[string, string[], string]>([
    ['a post', ['pipe.json'], '"pipe.json" is neither a file nor a folder.'],
    [
      '--config',
      ['--config', 'pipe.json', 'p.md'],
      'pipe.json: This file cannot be read: it is no regular file',
    ],
    [
      '--facts',
      ['--facts', 'pipe.json', 'p.md'],
      '--facts "pipe.json" cannot be used: it is no regular file.',
    ],
    ['--baseline', ['--baseline', 'pipe.json', 'p.md'], '"pipe.json" cannot be used: it is no regular file.'],
    ['a part to merge', ['merge', 'pipe.json'], '"pipe.json" cannot be merged: it is no regular file.'],
  ])('a pipe that is named as %s ends the run with a sentence', (_, args, said) => {
    const run = bounded(withPipes('pipe.json'), ...args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(said);
  });

  test.each([
    ['extends', '{ "extends": ["./pipe.json"] }'],
    ['a schema', '{ "series": [{ "name": "x", "files": ["*.md"], "schema": "./pipe.json" }] }'],
  ])('a pipe that a configuration names as %s ends the run with a sentence', (_, text) => {
    const cwd = withPipes('pipe.json');
    writeFileSync(join(cwd, '.recaplintrc.json'), text);
    const run = bounded(cwd, 'p.md');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('pipe.json: This file cannot be read: it is no regular file');
  });
});

test.skipIf(!existsSync('/dev/zero'))(
  'devices and links to them are no files (skipped without /dev/zero)',
  () => {
    const cwd = makeFolder({ '.git': null, 'p.md': post });
    symlinkSync('/dev/zero', join(cwd, 'a.md'));
    symlinkSync('/dev/full', join(cwd, 'b.md'));
    symlinkSync('/dev/zero', join(cwd, '.recaplintignore'));
    const met = bounded(cwd, '.');
    expect([met.code, met.stderr]).toEqual([0, '']);
    expect(met.stdout.startsWith(found)).toBe(true);
    expect(bounded(cwd, 'a.md').stderr).toBe('recaplint: "a.md" is neither a file nor a folder.\n');
    symlinkSync('/dev/zero', join(cwd, 'package.json'));
    expect(bounded(cwd, 'p.md').stderr).toMatch(
      /package\.json: This file lies outside .* and is not read\.?\n$/,
    );
  },
);

test.skipIf(!canPipe)('a socket is no file (skipped on Windows)', async () => {
  const cwd = makeFolder({ 'p.md': post });
  const server = createServer().listen(join(cwd, 's.md'));
  await new Promise((ready) => server.once('listening', ready));
  onTestFinished(() => void server.close());
  const run = bounded(cwd, '.', 's.md');
  expect([run.code, run.stderr]).toEqual([2, 'recaplint: "s.md" is neither a file nor a folder.\n']);
  expect(run.stdout.startsWith(found)).toBe(true);
});

test('chains and loops of links end, and no way leads out of the tree', () => {
  const outside = makeFolder({ 'secret.md': post, 'in/secret.md': post });
  const cwd = makeFolder({ '.git': null, 'p.md': post });
  // Followed wherever they are met, two of them would lead to 2^40 folders.
  for (const name of ['self', 'same']) symlinkSync('.', join(cwd, name));
  symlinkSync('b', join(cwd, 'a'));
  symlinkSync('a', join(cwd, 'b'));
  symlinkSync('p.md', join(cwd, 'c0.md'));
  for (let i = 1; i <= 1_000; i++) symlinkSync(`c${i - 1}.md`, join(cwd, `c${i}.md`));
  symlinkSync(join(outside, 'secret.md'), join(cwd, 'out.md'));
  symlinkSync(join(outside, 'in'), join(cwd, 'out'));
  const run = bounded(cwd, '.');
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toBe(`${found}\n⚠ 1 warning in 1 file\n${repair}`);
  expect(bounded(cwd, 'a', 'c1000.md').stderr).toBe(
    'recaplint: "a" does not exist or cannot be reached.\nrecaplint: "c1000.md" does not exist or cannot be reached.\n',
  );
  // Whoever names a link means what it leads to.
  expect(bounded(cwd, 'out.md').stdout).toContain('out.md\n3:8-3:15 warning');
});

const repair = '1 finding can be repaired with --fix --unsafe-fixes, which may change what the text says.\n';

test('a post of five gigabytes is one finding, and is not read', () => {
  const cwd = makeFolder({ 'p.md': post });
  sparse(join(cwd, 'big.md'), 5 * gigabyte);
  const said =
    'big.md\n1:1-1:1 error The file has more than 67,108,864 bytes and is not read: split it. The post is not linted. limit\n';
  for (const args of [['.'], ['--fix', '.'], ['--jobs', '2', '.']]) {
    const run = bounded(cwd, ...args);
    expect([run.code, run.stderr]).toEqual([1, '']);
    expect(run.stdout.startsWith(`${said}\n${found}`)).toBe(true);
  }
  expect(bounded(cwd, '--diff', '.').code).toBe(1);
  expect(bounded(cwd, 'facts', '.').stderr).toBe(
    'recaplint: "big.md" cannot be read: it is larger than 64 MB\n',
  );
  expect(bounded(cwd, 'init', '--dry-run', '.').code).toBe(0);
});

test('a configuration or an ignore file of two gigabytes is refused', () => {
  const cwd = makeFolder({ 'p.md': post });
  sparse(join(cwd, '.recaplintignore'), 1_900 * 1024 ** 2);
  expect(bounded(cwd, '.').stderr).toMatch(/\.recaplintignore: This file is too long: .*\n$/);
  rmSync(join(cwd, '.recaplintignore'));
  sparse(join(cwd, '.recaplintrc.json'), 1_900 * 1024 ** 2);
  expect(bounded(cwd, '.').stderr).toMatch(/rc\.json: This file cannot be read: it is larger than 1 MB\n$/);
  renameSync(join(cwd, '.recaplintrc.json'), join(cwd, 'package.json'));
  expect(bounded(cwd, '.').stderr).toMatch(
    /package\.json: This file cannot be read: it is larger than 64 MB\n$/,
  );
});

test.skipIf(!canPipe)('standard input is read up to 64 MB (skipped on Windows)', () => {
  const run = shell(
    'set -o pipefail; yes | head -c 200000000 | timeout -s KILL 30 "$NODE" "$BIN" --stdin',
    makeFolder(),
  );
  expect([run.code, run.stderr]).toEqual([
    2,
    'recaplint: Standard input cannot be linted: it is larger than 64 MB.\n',
  ]);
});

test.skipIf(!canPipe).each([
  ['is a folder', '< .', 'Standard input cannot be linted: it is a folder.'],
  ['is open for writing alone', '0> out', 'Standard input cannot be linted: it is not open for reading.'],
])('standard input that %s ends the run with a sentence (skipped on Windows)', (_, redirection, said) => {
  const run = shell(`recaplint --stdin ${redirection}`, makeFolder());
  expect(run).toEqual({ code: 2, stdout: '', stderr: `recaplint: ${said}\n` });
});

test.skipIf(!canPipe)(
  'a current folder that is gone ends the run with a sentence (skipped on Windows)',
  () => {
    const cwd = makeFolder({ 'p.md': post, 'gone/a': '' });
    const run = shell(`cd gone; rm -r ../gone; recaplint '${join(cwd, 'p.md')}'`, cwd);
    expect([run.code, run.stderr]).toEqual([
      2,
      'recaplint: the current folder is gone or cannot be reached: start the run in another one.\n',
    ]);
  },
);

test('a glob of the command line that stands for too many is refused', () => {
  const run = bounded(makeFolder({ 'p.md': post }), '{a,b}'.repeat(30));
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/^recaplint: "\{a,b\}.*…" stands for too many globs: write fewer lists/);
});

test.skipIf(process.platform !== 'linux')(
  'names that are not UTF-8 cost a problem each (skipped but on Linux)',
  () => {
    const cwd = makeFolder({ 'p.md': post, '\uFFFD.md': post });
    const named = (name: number[]) => Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(name)]);
    writeFileSync(named([0xff, ...Buffer.from('.md')]), post);
    writeFileSync(named([0xff, ...Buffer.from('.png')]), '');
    mkdirSync(named([0xc3, 0x28]));
    writeFileSync(named([0xc3, 0x28, ...Buffer.from('/a.md')]), post);
    const run = bounded(cwd, '.');
    expect(run.code).toBe(2);
    expect(run.stderr.split('\n').sort()).toEqual([
      '',
      `recaplint: "${cwd}/\\xC3(" has a name that is not UTF-8, and cannot be opened: rename it.`,
      `recaplint: "${cwd}/\\xFF.md" has a name that is not UTF-8, and cannot be opened: rename it.`,
    ]);
    // A file whose name holds the character that stands for what cannot be read is another one.
    expect(run.stdout).toContain('\n\uFFFD.md\n3:8-3:15 warning');
    expect(run.stdout.startsWith(found)).toBe(true);
  },
);

test('names that a log could take for something else lint like others', () => {
  const names = [
    '-p.md',
    '%0A::error.md',
    '##[x],y.md',
    ' a .md',
    `${'n'.repeat(252)}.md`,
    'é.md',
    'e\u0301.md',
  ];
  const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, post])));
  const run = bounded(cwd, '--format', 'json', '.');
  expect([run.code, run.stderr]).toEqual([0, '']);
  const reported = JSON.parse(run.stdout) as { filePath: string; warningCount: number }[];
  expect(new Set(reported.map(({ filePath }) => filePath))).toEqual(
    new Set(names.map((name) => join(cwd, name))),
  );
  expect(reported.every(({ warningCount }) => warningCount === 1)).toBe(true);
});

test.skipIf(!existsSync('/proc/self'))(
  'a folder that cannot be made ends no run late (skipped without /proc)',
  () => {
    const cwd = makeFolder({ 'p.md': post });
    for (const args of [
      ['--output-file', '/proc/x/y'],
      ['--baseline', '/proc/x/y', '--update-baseline'],
      ['--shard', '1/1', '--output-file', '/proc/x/y'],
    ]) {
      const run = bounded(cwd, ...args, 'p.md');
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(
        / cannot be written(?: to "\/proc\/x\/y")?: the file is gone, or its folder cannot be made\n$/,
      );
    }
  },
);

// A descriptor for each file that is open at once; Node itself has some twenty.
test.skipIf(!canPipe)('thousands of posts are linted with few descriptors (skipped on Windows)', () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `${index % 50}/${index}.md`);
  const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, 'Text.\n'])));
  for (const jobs of ['1', '4']) {
    const run = shell(`ulimit -n 64; recaplint --jobs ${jobs} .`, cwd);
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  }
});

test.skipIf(!canPipe)(
  'a tree deeper than a path may be long is a problem, and the rest is linted (skipped on Windows)',
  () => {
    const cwd = makeFolder({ 'p.md': post });
    // Node's own removal gives up on paths as long as these.
    onTestFinished(() => void execFileSync('rm', ['-rf', join(cwd, 'd'.repeat(20))]));
    const down = `for (let i = 0; i < 300; i++) { fs.mkdirSync('${'d'.repeat(20)}'); process.chdir('${'d'.repeat(20)}'); } fs.writeFileSync('a.md', '');`;
    execFileSync(process.execPath, ['-e', `const fs = require('node:fs'); ${down}`], { cwd });
    const run = bounded(cwd, '.');
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^recaplint: ".*" cannot be read: its path is too long\.\n$/);
    expect(run.stdout.startsWith(found)).toBe(true);
  },
);
