import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inHeldFolder } from '../../src/workspace/held-folder.ts';
import { makeFolder as makeFolders } from '../../src/workspace/make-folder.ts';
import { makeFolder } from '../folder.ts';

test.skipIf(process.platform !== 'linux')(
  'what is done in a folder is done there, whatever stands in its place meanwhile (Linux alone)',
  () => {
    const outside = makeFolder();
    const folder = makeFolder({ 'posts/a.md': '' });
    inHeldFolder(join(folder, 'posts'), folder, (place) => {
      renameSync(join(folder, 'posts'), join(folder, 'kept'));
      symlinkSync(outside, join(folder, 'posts'));
      writeFileSync(join(place, 'b.md'), '');
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(readdirSync(join(folder, 'kept'))).toEqual(['a.md', 'b.md']);
  },
);

test('a folder outside is refused, and so is a link', () => {
  const outside = makeFolder();
  const folder = makeFolder({ 'in/a.md': '' });
  symlinkSync('in', join(folder, 'link'));
  const never = () => expect.unreachable();
  expect(() => inHeldFolder(outside, folder, never)).toThrow(`its folder is now "${outside}"`);
  expect(() => inHeldFolder(join(folder, 'link'), folder, never)).toThrow(/ENOTDIR|ELOOP/);
});

test('folders are made where they are missing', () => {
  const folder = makeFolder({ 'a/b.md': '' });
  makeFolders(join(folder, 'a/c/d'));
  makeFolders(join(folder, 'a/c/d'));
  expect(readdirSync(join(folder, 'a/c'))).toEqual(['d']);
  mkdirSync(join(folder, 'a/e'));
  expect(() => makeFolders(join(folder, 'a/b.md/c'))).toThrow('ENOTDIR');
});
