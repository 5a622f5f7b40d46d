import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/workspace/files.ts';
import { addFiles, makeFolder } from '../folder.ts';

test('knows files and folders below the root', () => {
  const root = makeFolder({ 'a/b.md': '', 'a/c d.png': '', empty: null });
  const files = filesBelow(root);
  const there = ['', '.', 'a', 'a/', 'a/b.md', './a/../a/b.md', 'a/c d.png', 'empty'];
  expect(there.filter((path) => !files.has(path))).toEqual([]);
  const gone = ['b', 'a/b', 'a/b.md/c', 'x/b.md', 'a/b.mdx'];
  expect(gone.filter((path) => files.has(path))).toEqual([]);
});

test('lists what stands in a folder', () => {
  const files = filesBelow(makeFolder({ 'a/b.md': '', 'a/c/d.md': '', 'e.md': '' }));
  expect([...files.list('a')].sort()).toEqual(['b.md', 'c']);
  expect([...files.list('')].sort()).toEqual(['a', 'e.md']);
  for (const folder of ['x', 'a/b.md', '..', '/']) expect(files.list(folder)).toEqual([]);
});

test('knows nothing outside the root', () => {
  const outer = makeFolder({ 'secret.md': '', 'root/a.md': '', 'rootless/b.md': '' });
  const files = filesBelow(join(outer, 'root'));
  const outside = [
    '..',
    '../secret.md',
    'x/../../secret.md',
    '../rootless/b.md',
    join(outer, 'secret.md'),
    '/',
  ];
  expect(outside.filter((path) => files.has(path))).toEqual([]);
});

test('sees links, but nothing through one that leaves the root', () => {
  const outer = makeFolder({ 'out/secret.md': '', 'root/in/a.md': '' });
  const root = join(outer, 'root');
  symlinkSync(join(outer, 'out'), join(root, 'away'));
  symlinkSync('in', join(root, 'near'));
  symlinkSync('gone.md', join(root, 'dangling.md'));
  symlinkSync('loop', join(root, 'loop'));
  const files = filesBelow(root);
  expect(['away', 'near', 'near/a.md', 'dangling.md', 'loop'].filter((path) => !files.has(path))).toEqual([]);
  expect(['away/secret.md', 'loop/x', 'dangling.md/x'].filter((path) => files.has(path))).toEqual([]);
  expect(files.list('away')).toEqual([]);
  expect(files.list('near')).toEqual(['a.md']);
});

test('works where the root itself is a link', () => {
  const outer = makeFolder({ 'real/a.md': '' });
  symlinkSync('real', join(outer, 'root'));
  expect(filesBelow(join(outer, 'root')).has('a.md')).toBe(true);
});

test('never throws', () => {
  const files = filesBelow(join(makeFolder(), 'gone'));
  const odd = ['', 'a.md', 'a\0.md', 'x'.repeat(5000), '\uD800', '//', '~', 'a/'.repeat(3000)];
  for (const path of odd) expect([files.has(path), files.list(path)]).toEqual([false, []]);
});

test('remembers for the run', () => {
  const root = makeFolder();
  const files = filesBelow(root);
  expect(files.has('a.md')).toBe(false);
  addFiles(root, { 'a.md': '' });
  expect(files.has('a.md')).toBe(false);
  expect(filesBelow(root).has('a.md')).toBe(true);
});
