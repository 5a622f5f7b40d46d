import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCache, writeCache } from '../../src/workspace/cache.ts';
import { makeFolder } from '../folder.ts';

const lines = new Map([['a.md', '"a.md"\tkey\tsum\t{}\t']]);
const none = new Map();
const fileOf = (base: string) => join(base, '.recaplint-cache/posts');

function withCache(): string {
  const base = makeFolder();
  writeCache(base, lines);
  return base;
}

describe.skipIf(process.platform === 'win32')('a cache (skipped on Windows, which has no modes)', () => {
  test('is read by who wrote it, and nobody else can read or write it', () => {
    const base = withCache();
    expect(readCache(base)).toEqual(lines);
    expect(lstatSync(fileOf(base)).mode & 0o7777).toBe(0o400);
    expect(lstatSync(join(base, '.recaplint-cache')).mode & 0o7777).toBe(0o700);
    writeCache(base, lines);
    expect(readCache(base)).toEqual(lines);
  });

  test.each([
    ['as a checkout leaves it', 0o644, 0o755],
    ['as a checkout leaves it for who lets nobody else read', 0o600, 0o700],
    ['that is a program', 0o700, 0o700],
    ['in a folder that others can write to', 0o400, 0o777],
  ])('%s is not believed, and is written anew', (_, mode, folderMode) => {
    const base = withCache();
    chmodSync(fileOf(base), mode);
    chmodSync(join(base, '.recaplint-cache'), folderMode);
    expect(readCache(base)).toEqual(none);
    writeCache(base, lines);
    expect(readCache(base)).toEqual(lines);
  });

  // Only root can give files away.
  test.skipIf(process.getuid?.() !== 0)(
    'of somebody else is neither read nor written (skipped but for root)',
    () => {
      const base = withCache();
      chownSync(fileOf(base), 65_534, 65_534);
      expect(readCache(base)).toEqual(none);
      writeCache(base, lines);
      chownSync(join(base, '.recaplint-cache'), 65_534, 65_534);
      expect(readCache(base)).toEqual(none);
      expect(() => writeCache(base, lines)).toThrow('belongs to another user');
    },
  );

  test('that is a link is not read, and what it leads to is not written', () => {
    const outside = makeFolder({ victim: 'mine' });
    const base = withCache();
    for (const name of ['posts', '.gitignore']) {
      rmSync(join(base, '.recaplint-cache', name));
      symlinkSync(join(outside, 'victim'), join(base, '.recaplint-cache', name));
    }
    expect(readCache(base)).toEqual(none);
    writeCache(base, lines);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('mine');
    expect(readCache(base)).toEqual(lines);
  });

  test('whose folder is a link or a file is neither read nor written', () => {
    const other = withCache();
    const base = makeFolder();
    symlinkSync(join(other, '.recaplint-cache'), join(base, '.recaplint-cache'));
    expect(readCache(base)).toEqual(none);
    expect(() => writeCache(base, lines)).toThrow('is a link or a file');
    rmSync(join(base, '.recaplint-cache'));
    writeFileSync(join(base, '.recaplint-cache'), '');
    expect(readCache(base)).toEqual(none);
    expect(() => writeCache(base, lines)).toThrow('is a link or a file');
  });

  test('that is a folder or too large is not read', () => {
    const base = withCache();
    chmodSync(fileOf(base), 0o600);
    truncateSync(fileOf(base), 1024 ** 3);
    chmodSync(fileOf(base), 0o400);
    expect(readCache(base)).toEqual(none);
    rmSync(fileOf(base));
    mkdirSync(fileOf(base));
    expect(readCache(base)).toEqual(none);
    expect(() => writeCache(base, lines)).toThrow('it is a folder');
  });
});
