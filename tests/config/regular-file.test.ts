import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRegular } from '../../src/config/regular-file.ts';
import { makeFolder } from '../folder.ts';

test.each([
  0, 1, 4096, 100_000,
])('reads all of a file of %i bytes, and none that has one more than is read', (size) => {
  const bytes = Buffer.alloc(size, 'x');
  const path = join(makeFolder({ a: bytes }), 'a');
  expect(readRegular(path, size).equals(bytes)).toBe(true);
  if (size > 0) expect(() => readRegular(path, size - 1)).toThrow('it is larger than');
});

test.skipIf(!existsSync('/proc/self/status'))('reads files that say they have no bytes (needs /proc)', () => {
  expect(readRegular('/proc/self/status').toString()).toContain('VmPeak');
  expect(() => readRegular('/proc/self/status', 1024)).toThrow('it is larger than 1 KB');
});

test('what a file is is said: a folder, one that is too large', () => {
  const folder = makeFolder({ a: '' });
  expect(() => readRegular(folder)).toThrow('it is no regular file');
  truncateSync(join(folder, 'a'), 5 * 1024 ** 3);
  expect(() => readRegular(join(folder, 'a'))).toThrow('it is larger than 64 MB');
});

/** Makes a file longer and shorter without end; stops after a minute. */
const changing = `
const { appendFileSync, truncateSync } = require('node:fs');
process.stdout.write('x');
for (const end = Date.now() + 60_000; Date.now() < end; ) {
  for (let i = 0; i < 20; i++) appendFileSync('a', 'x'.repeat(5_000));
  truncateSync('a', 10);
}`;

test('a file that grows and shrinks while it is read gives what it had at some moment, or is too large', async () => {
  const folder = makeFolder({ a: 'x'.repeat(10) });
  const child = spawn(process.execPath, ['-e', changing], { cwd: folder });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  await once(child.stdout, 'data');
  for (let i = 0; i < 2_000; i++) {
    try {
      const bytes = readRegular(join(folder, 'a'), 50_000);
      expect(bytes.length).toBeLessThanOrEqual(50_000);
      expect(bytes.every((byte) => byte === 120)).toBe(true);
    } catch (error) {
      expect(String(error)).toContain('it is larger than');
    }
  }
});
