import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/workspace/make-folder.ts';
import { makeFolder as makeTemporary } from '../folder.ts';

test('folders are made with those above them, each with the mode', () => {
  const folder = join(makeTemporary(), 'one', 'two');
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o700);
  const modes = [folder, dirname(folder)].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o700, 0o700]);
});

test.skipIf(process.platform !== 'linux')('a folder that cannot be made is an error, and no hang', () => {
  expect(() => makeFolder('/proc/none/recaplint')).toThrow(/ENOENT/);
});
