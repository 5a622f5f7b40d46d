import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { clone, commit, gate, git, makeRepository } from './repository.ts';
import { recaplint } from './run.ts';

const old = 'One&nbsp;old mistake.\n\nAn [empty link]() of old.\n';

describe('what git cannot answer is said in a sentence', () => {
  const shallow =
    'This clone is shallow and lacks the history: fetch it with "git fetch --unshallow", in GitHub Actions with "fetch-depth: 0".';

  function branched(): string {
    const folder = makeRepository({ 'a.md': old });
    git(folder, 'switch', '--quiet', '--create', 'topic');
    commit(folder, { 'b.md': old });
    return folder;
  }

  test.each<[string, (folder: string) => string, string, string]>([
    [
      'a reference that is not there',
      (folder) => folder,
      'tpoic',
      '--since "tpoic" names no commit, branch or tag of this repository. Did you mean "topic"?',
    ],
    [
      'a branch that only the remote has',
      (folder) => clone(folder),
      'main',
      '--since "main" names no commit, branch or tag of this repository. Did you mean "origin/main"?',
    ],
    [
      'a reference that reads like an option',
      (folder) => folder,
      '--output=x',
      '--since "--output=x" names no commit, branch or tag of this repository.',
    ],
    [
      'a commit that a shallow clone lacks',
      (folder) => clone(folder, '--depth=1'),
      'HEAD~1',
      `--since "HEAD~1" names no commit, branch or tag of this repository. ${shallow}`,
    ],
    [
      'a merge base that a shallow clone lacks',
      (folder) => {
        git(folder, 'switch', '--quiet', 'main');
        commit(folder, { 'c.md': old });
        return clone(folder, '--depth=1', '--no-single-branch');
      },
      'origin/topic',
      `"origin/topic" and HEAD have no commit in common. ${shallow}`,
    ],
    [
      'histories that are unrelated',
      (folder) => {
        git(folder, 'switch', '--quiet', '--orphan', 'other');
        commit(folder, { 'c.md': old });
        return folder;
      },
      'main',
      '"main" and HEAD have no commit in common. Their histories are unrelated: name a commit that HEAD descends from.',
    ],
    [
      'a repository without a commit',
      () => {
        const folder = makeFolder({ 'a.md': old });
        git(folder, 'init', '--quiet');
        return folder;
      },
      'main',
      'There is no commit yet to compare with. --staged checks what is about to be committed.',
    ],
  ])('%s', (_, folderOf, ref, message) => {
    const cwd = folderOf(branched());
    expect(recaplint(['--since', ref], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `recaplint: ${message}\n`,
    });
  });

  test('no repository, no git, and a path outside', () => {
    const cwd = makeFolder({ 'a.md': old });
    const outside = recaplint(['--staged'], { cwd, env: { GIT_CEILING_DIRECTORIES: '/' } });
    expect(outside).toMatchObject({
      code: 2,
      stderr: `recaplint: "${cwd}" is in no git repository, and only git knows what changed.\n`,
    });
    expect(recaplint(['--staged'], { cwd, env: { PATH: cwd } })).toMatchObject({
      code: 2,
      stderr:
        'recaplint: git cannot be started, and only git knows what changed: is it installed and on the PATH?\n',
    });
    const repository = makeRepository({ 'a.md': old });
    const elsewhere = recaplint(['--since', 'main', join(cwd, 'a.md')], { cwd: repository });
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.stderr).toMatch(
      /^recaplint: ".*a\.md" is not in the repository of the current folder, /,
    );
  });

  test('a merge conflict', () => {
    const cwd = makeRepository({ 'a.md': old, 'posts/b.md': old });
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    commit(cwd, { 'a.md': `${old}Mine.\n`, 'posts/b.md': `${old}\nIt&nbsp;is new.\n` });
    git(cwd, 'switch', '--quiet', 'main');
    commit(cwd, { 'a.md': `${old}Yours.\n` });
    expect(() => git(cwd, 'merge', '--quiet', 'topic')).toThrow();
    expect(gate(cwd, '--staged')).toMatchObject({
      code: 2,
      stderr: 'recaplint: "a.md" has a merge conflict: resolve it and stage it with git add.\n',
      found: ['posts/b.md:5 no-nbsp'],
    });
    const elsewhere = { code: 0, stderr: '', found: ['posts/b.md:5 no-nbsp'] };
    for (const path of ['posts', 'posts/b.md', 'posts/*.md'])
      expect(gate(cwd, '--staged', path)).toMatchObject(elsewhere);
    for (const path of ['a.md', '*.md', cwd]) expect(gate(cwd, '--staged', path)).toMatchObject({ code: 2 });
    expect(gate(cwd, '--since', 'main')).toMatchObject({
      code: 0,
      found: expect.arrayContaining(['posts/b.md:5 no-nbsp']),
    });
  });

  test('a change that no rule is on for', () => {
    const cwd = makeRepository({ 'a.md': old, '.recaplintrc.json': '{ "extends": [] }' });
    addFiles(cwd, { 'a.md': `${old}\nMore.\n` });
    expect(gate(cwd, '--since', 'main')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^recaplint: Nothing was checked: every rule is off, by /),
    });
  });

  test('nothing is started or written beside git itself', () => {
    const cwd = makeRepository({ 'a.md': old, '.gitattributes': '*.md diff=spy\n' });
    const spy = join(cwd, 'spy.sh');
    addFiles(cwd, { 'spy.sh': `#!/bin/sh\ntouch "${cwd}/spied"\ncat "$1"\n`, 'a.md': `${old}\nMore.\n` });
    chmodSync(spy, 0o755);
    for (const key of [
      'diff.external',
      'diff.spy.textconv',
      'diff.spy.command',
      'core.fsmonitor',
      'core.pager',
    ])
      git(cwd, 'config', key, spy);
    git(cwd, 'config', 'diff.renames', 'copies');
    const index = readFileSync(join(cwd, '.git/index'));
    for (const options of [['--since', 'main'], ['--staged']])
      expect(recaplint(options, { cwd, env: { GIT_EXTERNAL_DIFF: spy } })).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'spied'))).toBe(false);
    expect(readFileSync(join(cwd, '.git/index')).equals(index)).toBe(true);
  });
});

describe('options that contradict each other', () => {
  test.each([
    [
      ['--since', 'main', '--staged'],
      '--since and --staged compare with different commits: give one of them.',
    ],
    [['--staged', '--stdin'], '--stdin has no history: leave --since and --staged out.'],
    [
      ['--staged', '--fix'],
      '--fix cannot repair what is staged: repair without --staged, then stage with git add.',
    ],
    [
      ['--staged', '--diff'],
      '--diff cannot repair what is staged: repair without --staged, then stage with git add.',
    ],
    [
      ['--update-baseline', '--baseline', 'x', '--diff'],
      '--update-baseline writes what is found now: leave --diff and --watch out.',
    ],
    [['--update-baseline'], '--update-baseline needs --baseline FILE, the file to write.'],
    [
      ['--update-baseline', '--baseline', 'x', '--since', 'main'],
      '--update-baseline writes all findings of the posts: leave --since, --staged and --stdin out.',
    ],
  ])('%j', (options, message) => {
    const cwd = makeFolder({ 'a.md': old });
    expect(recaplint(options, { cwd })).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` });
  });
});
