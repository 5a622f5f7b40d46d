import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFile } from '../../src/workspace/create.ts';
import { makeFolder } from '../folder.ts';

test('makes the folders that a file needs', () => {
  const folder = makeFolder({ 'a.md': '' });
  createFile(join(folder, '2024/q3/index.md'), 'Text.\n', folder);
  expect(readFileSync(join(folder, '2024/q3/index.md'), 'utf8')).toBe('Text.\n');
});

test('leaves alone what is there', () => {
  const folder = makeFolder({ 'a.md': 'mine' });
  expect(() => createFile(join(folder, 'a.md'), 'Text.', folder)).toThrow('it is there already');
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('mine');
});

test('a link that leads nowhere counts as being there', () => {
  const [folder, elsewhere] = [makeFolder({}), makeFolder({})];
  symlinkSync(join(elsewhere, 'b.md'), join(folder, 'a.md'));
  expect(() => createFile(join(folder, 'a.md'), 'Text.', folder)).toThrow('it is there already');
  expect(existsSync(join(elsewhere, 'b.md'))).toBe(false);
});

test('follows no link out of the boundary, also not to make folders', () => {
  const [folder, elsewhere] = [makeFolder({}), makeFolder({})];
  symlinkSync(elsewhere, join(folder, '2024'));
  expect(() => createFile(join(folder, '2024/q3/a.md'), 'Text.', folder)).toThrow('it lies outside');
  expect(existsSync(join(elsewhere, 'q3'))).toBe(false);
});
