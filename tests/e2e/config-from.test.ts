import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { commit, git, makeRepository } from './repository.ts';
import { recaplint } from './run.ts';

const post = 'A&nbsp;b.\n';
const off = '{ "rules": { "no-nbsp": "off" } }';

/** A repository whose pull request has changed what is found. */
function pullRequest(before: Record<string, string>, after: Record<string, string>) {
  const cwd = makeRepository({ 'posts/a.md': 'Text.\n', ...before });
  git(cwd, 'checkout', '--quiet', '-b', 'change');
  commit(cwd, { 'posts/a.md': post, ...after });
  return cwd;
}

const fromMain = ['--config-from', 'main'];

describe('with --config-from, what a pull request does to the configuration counts for nothing', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a rule is switched off', { '.recaplintrc.json': '{}' }, { '.recaplintrc.json': off }],
    ['where there was no configuration', {}, { '.recaplintrc.yaml': 'rules: { no-nbsp: off }' }],
    ['a nearer one comes', { '.recaplintrc.json': '{}' }, { 'posts/.recaplintrc.json': off }],
    [
      'posts are ignored',
      { '.recaplintrc.json': '{}' },
      { '.recaplintrc.json': '{ "ignores": ["posts/**"] }', 'b.md': 'Text.\n' },
    ],
    [
      'a file that is extended changes',
      {
        '.recaplintrc.json': '{ "extends": ["./shared/base.yaml"] }',
        'shared/base.yaml': 'rules: { no-nbsp: warn }',
      },
      { 'shared/base.yaml': 'rules: { no-nbsp: off }' },
    ],
    [
      'in package.json',
      { 'package.json': '{ "recaplint": {} }' },
      { 'package.json': `{ "recaplint": ${off} }` },
    ],
  ])('%s', (_, before, after) => {
    const cwd = pullRequest(before, after);
    expect(recaplint(['.'], { cwd }).stdout).not.toContain('no-nbsp');
    for (const args of [['.'], ['posts/a.md'], ['.', '--jobs', '2'], ['.', '--since', 'main']])
      expect(recaplint([...args, ...fromMain], { cwd })).toMatchObject({
        stdout: expect.stringContaining('no-nbsp'),
        stderr: '',
      });
  });
});

test('globs and roots are those of the repository, and other commands take the option as well', () => {
  const config = '{ "overrides": [{ "files": ["posts/*.md"], "rules": { "no-nbsp": "error" } }] }';
  const cwd = pullRequest({ '.recaplintrc.json': config }, { '.recaplintrc.json': off });
  expect(recaplint(fromMain, { cwd: join(cwd, 'posts') })).toMatchObject({ code: 1 });
  const link = join(makeFolder(), 'link');
  symlinkSync(cwd, link);
  expect(recaplint([join(link, 'posts'), ...fromMain], { cwd })).toMatchObject({ code: 1 });
  const { stdout } = recaplint(['config', 'posts/a.md', ...fromMain], { cwd });
  expect(stdout).toContain(`configuration  ${join(cwd, '.recaplintrc.json')}\n`);
  expect(stdout).toMatch(/no-nbsp +error +\S*\.recaplintrc\.json:1/);
});

test('what is wrong with it is said of the file that it is', () => {
  const cwd = pullRequest({ '.recaplintrc.json': '{ "rulez": {} }' }, { '.recaplintrc.json': '{}' });
  const run = recaplint(['.', ...fromMain], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(
    new RegExp(`^recaplint: ${join(cwd, '.recaplintrc.json')}:1:3: Unknown key "rulez"`),
  );
});

test('what is wrong with it is said once, however many folders it holds for', () => {
  const cwd = pullRequest(
    { '.recaplintrc.json': '{ "rulez": {} }', 'more/b.md': post, 'more/deep/c.md': post },
    { '.recaplintrc.json': '{}' },
  );
  expect(recaplint(['.', ...fromMain], { cwd }).stderr.match(/Unknown key/g)).toHaveLength(1);
});

test.each([
  ['nowhere', /--config-from "nowhere" names no commit, branch or tag of this repository\./],
  ['--help', /--config-from "--help" names no commit/],
])('no such commit: %s', (ref, message) => {
  const cwd = pullRequest({}, {});
  const run = recaplint(['.', `--config-from=${ref}`], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(message);
});

test('the folder that it is read from is gone afterwards', () => {
  const cwd = pullRequest({ '.recaplintrc.json': '{}' }, {});
  const TMPDIR = makeFolder();
  expect(recaplint(['.', ...fromMain], { cwd, env: { TMPDIR } }).stdout).toContain('no-nbsp');
  expect(readdirSync(TMPDIR).filter((name) => name.startsWith('recaplint-'))).toEqual([]);
});

test('a temporary folder that is not there is said in one sentence', () => {
  const TMPDIR = join(makeFolder(), 'gone');
  const run = recaplint(['.', ...fromMain], { cwd: pullRequest({}, {}), env: { TMPDIR } });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toBe(
    `recaplint: --config-from "main": The configuration cannot be written to "${TMPDIR}", the folder for temporary files: there is no such folder.\n`,
  );
});

test('--since says that the configuration changed with the posts, and how to lint by the other', () => {
  const told =
    'recaplint: The configuration changed with the posts: ".recaplintrc.json". To lint them by the one before, add --config-from main.\n';
  const changed = pullRequest({ '.recaplintrc.json': '{}' }, { '.recaplintrc.json': off });
  expect(recaplint(['--since', 'main'], { cwd: changed }).stderr).toBe(told);
  const gone = pullRequest({ '.recaplintrc.json': off }, {});
  git(gone, 'rm', '--quiet', '.recaplintrc.json');
  expect(recaplint(['--since', 'main'], { cwd: gone }).stderr).toBe(told);
  const same = pullRequest(
    { '.recaplintrc.json': '{}', 'package.json': '{}' },
    { 'package.json': '{ "a": 1 }' },
  );
  expect(recaplint(['--since', 'main'], { cwd: same }).stderr).toBe('');
});
