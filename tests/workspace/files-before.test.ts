import { expect, test } from 'vitest';
import { filesBelow } from '../../src/workspace/files.ts';
import { filesBefore } from '../../src/workspace/files-before.ts';
import { makeFolder } from '../folder.ts';

const moved = {
  came: ['posts/new/b.md', 'posts/ignored/d.md', 'other.md'],
  went: ['posts/old/deep/e.md', 'posts/f.md', 'outside.md'],
};

function before() {
  const top = makeFolder({
    'posts/a.md': '',
    'posts/new/b.md': '',
    'posts/ignored/c.md': '',
    'posts/ignored/d.md': '',
  });
  const root = `${top}/posts`;
  return filesBefore(filesBelow(root), root, top, moved);
}

test.each([
  ['a.md', true],
  ['new/b.md', false],
  ['new', false],
  ['ignored/c.md', true],
  ['ignored/d.md', false],
  ['ignored/', true],
  ['old/deep/e.md', true],
  ['old', true],
  ['./old/deep/', true],
  ['old/e.md', false],
  ['f.md', true],
  ['outside.md', false],
  ['../outside.md', false],
  ['x.md', false],
])('whether %s was there', (path, expected) => {
  expect(before().has(path)).toBe(expected);
});

test.each([
  ['', ['a.md', 'f.md', 'ignored', 'old']],
  ['new', []],
  ['ignored', ['c.md']],
  ['old', ['deep']],
  ['old/deep', ['e.md']],
  ['..', []],
])('what stood in "%s"', (path, expected) => {
  expect([...before().list(path)].sort()).toEqual(expected);
});
