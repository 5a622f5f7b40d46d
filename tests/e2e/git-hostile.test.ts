import { chmodSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { clone, commit, gate, git, makeRepository } from './repository.ts';
import { recaplint } from './run.ts';

const post = (name: string) => `# ${name}\n\nWhat was in this post when it was new.\n`;
const repeated = (name: string) => `${post(name)}\nA good the the dog.\n`;

/** A program that leaves a file behind whenever git runs it. */
function makeCanary() {
  const nest = makeFolder({
    'sing.sh': `#!/bin/sh\necho "$@" >> "$(dirname "$0")/sung"\n[ "$1" = end ] || cat\n`,
  });
  const program = join(nest, 'sing.sh');
  chmodSync(program, 0o755);
  const song = join(nest, 'sung');
  return {
    program,
    sung: () => (existsSync(song) ? readFileSync(song, 'utf8') : ''),
    hush: () => rmSync(song, { force: true }),
  };
}

/** What a repository's own configuration makes git run, as far as it is about comparing and reading. */
const programs = [
  'core.fsmonitor',
  'core.pager',
  'pager.diff',
  'core.sshCommand',
  'core.askPass',
  'core.gitProxy',
  'diff.external',
  'diff.x.command',
  'diff.x.textconv',
  'filter.x.clean',
  'filter.x.smudge',
  'filter.y.process',
  'gpg.program',
];

/** A repository with posts of every kind of change and programs in its configuration, none of which has run yet. */
function hostileRepository(canary: ReturnType<typeof makeCanary>): string {
  const names = ['changed', 'moved', 'gone', 'process'];
  const folder = makeRepository(Object.fromEntries(names.map((name) => [`${name}.md`, post(name)])));
  commit(folder, { '.gitattributes': '*.md diff=x filter=x\nprocess.md filter=y\n' });
  writeFileSync(join(folder, 'changed.md'), repeated('changed'));
  git(folder, 'rm', '--quiet', 'gone.md');
  renameSync(join(folder, 'moved.md'), join(folder, 'moved-here.md'));
  git(folder, 'add', '--intent-to-add', 'moved-here.md');
  writeFileSync(join(folder, 'process.md'), repeated('process'));
  for (const name of programs) git(folder, 'config', name, canary.program);
  git(folder, 'config', 'core.hooksPath', join(folder, 'hooks'));
  return folder;
}

test('no program in the configuration of a repository is run, filters least of all', () => {
  const canary = makeCanary();
  const folder = hostileRepository(canary);
  canary.hush();
  expect(gate(folder, '--since', 'HEAD').found).toEqual([
    'changed.md:5 no-repeated-word',
    'process.md:5 no-repeated-word',
  ]);
  expect(gate(folder, '--staged').code).toBe(0);
  expect(canary.sung()).toBe('');
  // That is how git itself would have asked.
  git(folder, 'diff', '--raw', '-M', 'HEAD', '--');
  expect(canary.sung()).not.toBe('');
});

test('a filter that cannot be switched off ends the run', () => {
  const folder = makeRepository({ 'a.md': post('a') });
  git(folder, 'config', '--file', '.git/config', 'filter.a=b.clean', 'cat');
  const run = gate(folder, '--since', 'HEAD');
  expect([run.code, run.stderr]).toEqual([
    2,
    'recaplint: The configuration of git has "filter.a=b": rename it without "=".\n',
  ]);
});

test('what a partial clone lacks is not fetched, and no program is run for that', () => {
  const canary = makeCanary();
  const origin = makeRepository({ 'a.md': post('a') });
  commit(origin, { 'a.md': repeated('a') });
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  const copy = clone(origin, '--filter=blob:none');
  git(copy, 'config', 'remote.origin.url', `ext::${canary.program} end`);
  git(copy, 'config', 'protocol.ext.allow', 'always');
  const run = gate(copy, '--since', 'HEAD~1');
  expect([run.code, run.stderr]).toEqual([
    2,
    'recaplint: This clone is partial and lacks an earlier text, and recaplint has git fetch nothing: clone it without --filter.\n',
  ]);
  expect(canary.sung()).toBe('');
});

test('a folder that looks like a bare repository is none', () => {
  const canary = makeCanary();
  const folder = makeFolder({ 'a.md': post('a'), HEAD: 'ref: refs/heads/main\n', objects: null, refs: null });
  writeFileSync(
    join(folder, 'config'),
    `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${folder}\n\tfsmonitor = ${canary.program}\n`,
  );
  const run = gate(folder, '--since', 'HEAD');
  expect(run.stderr).toContain('is in no git repository');
  expect(canary.sung()).toBe('');
});

// Only root can give files away.
test.skipIf(process.getuid?.() !== 0)(
  'a repository of another user is named as one (skipped but for root)',
  () => {
    const folder = makeRepository({ 'a.md': post('a') });
    for (const name of ['', '.git']) chownSync(join(folder, name), 65_534, 65_534);
    const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const run = recaplint(['--since', 'HEAD'], { cwd: folder, env });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(
      `recaplint: The repository of "${folder}" belongs to another user, so that git does not work in it. If you trust it: git config --global --add safe.directory '${folder}'\n`,
    );
  },
);

test('a text of git that stands for gigabytes is not unpacked', () => {
  const folder = makeRepository({ 'a.md': post('a') });
  // Repetitions take next to no room in an object.
  commit(folder, { 'a.md': Buffer.alloc(65 * 1024 * 1024, 'Text.\n') });
  const staged = makeRepository({ 'b.md': post('b') });
  writeFileSync(join(staged, 'b.md'), Buffer.alloc(65 * 1024 * 1024, 'Text.\n'));
  git(staged, 'add', '--all');
  const { found, stdout } = gate(staged, '--staged');
  expect(found).toEqual(['b.md:1 limit']);
  expect(stdout).toContain('bytes and is not read');
  writeFileSync(join(folder, 'a.md'), repeated('a'));
  expect(gate(folder, '--since', 'HEAD').found).toEqual(['a.md:5 no-repeated-word']);
});
