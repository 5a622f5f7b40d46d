import {
  chmodSync,
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../../src/workspace/write.ts';
import { makeFolder } from '../folder.ts';

const before = Buffer.from('old\r\n');

test('replaces the bytes, keeps the mode and leaves nothing beside the file', () => {
  const folder = makeFolder({ 'a.md': before });
  chmodSync(join(folder, 'a.md'), 0o754);
  replaceFile(join(folder, 'a.md'), before, '\uFEFFnéw\n', folder);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('\uFEFFnéw\n');
  expect(statSync(join(folder, 'a.md')).mode & 0o7777).toBe(0o754);
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test('writes through a link that stays inside, and keeps the link', () => {
  const folder = makeFolder({ 'a.md': before });
  symlinkSync('a.md', join(folder, 'link.md'));
  replaceFile(join(folder, 'link.md'), before, 'new', folder);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('new');
  expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
});

test('refuses what was changed since it was read', () => {
  const folder = makeFolder({ 'a.md': before });
  writeFileSync(join(folder, 'a.md'), 'somebody else');
  expect(() => replaceFile(join(folder, 'a.md'), before, 'new', folder)).toThrow(
    'it was changed while it was linted',
  );
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('somebody else');
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test('refuses a link out of the folder', () => {
  const outside = makeFolder({ 'a.md': before });
  const folder = makeFolder();
  symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
  expect(() => replaceFile(join(folder, 'a.md'), before, 'new', folder)).toThrow(
    `it is a link to "${outside}/a.md"`,
  );
  expect(readFileSync(join(outside, 'a.md'))).toEqual(before);
});

test('refuses a file with a second name', () => {
  const folder = makeFolder({ 'a.md': before });
  linkSync(join(folder, 'a.md'), join(folder, 'b.md'));
  expect(() => replaceFile(join(folder, 'a.md'), before, 'new', folder)).toThrow('it has a second name');
  expect(readFileSync(join(folder, 'b.md'))).toEqual(before);
});

test.each([0o4755, 0o600, 0o444])('keeps the mode %o, if the file may be written at all', (mode) => {
  const folder = makeFolder({ 'a.md': before });
  chmodSync(join(folder, 'a.md'), mode);
  const isRoot = process.getuid?.() === 0;
  const write = () => replaceFile(join(folder, 'a.md'), before, 'new', folder);
  if ((mode & 0o200) === 0 && !isRoot) expect(write).toThrow('permission is denied');
  else write();
  expect(statSync(join(folder, 'a.md')).mode & 0o7777).toBe(mode);
});

test('refuses what became a pipe or a link since it was read', () => {
  const folder = makeFolder({ 'b.md': before });
  symlinkSync('/dev/zero', join(folder, 'a.md'));
  expect(() => replaceFile(join(folder, 'a.md'), before, 'new', '/')).toThrow(
    'it was changed while it was linted',
  );
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md']);
});

test('whoever has the file open goes on reading the old bytes', () => {
  const folder = makeFolder({ 'a.md': before });
  const reader = openSync(join(folder, 'a.md'), 'r');
  replaceFile(join(folder, 'a.md'), before, 'a longer text', folder);
  expect(readFileSync(reader)).toEqual(before);
  closeSync(reader);
});
