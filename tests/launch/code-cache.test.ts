import {
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownHome } from '../../src/launch/cache-folder.ts';
import { openCodeCache, openOwnCache } from '../../src/launch/code-cache.ts';
import { makeFolder } from '../folder.ts';

const day = 24 * 60 * 60 * 1000;
const source = Buffer.from('exports.one = 1;\n');
const data = Buffer.from('compiled');

/** A cache with one entry, in a folder of its own. */
function cacheWithEntry() {
  const folder = join(makeFolder(), 'recaplint');
  const open = (now?: number, env = process.env) => openCodeCache(folder, { ...ownHome(), env }, now);
  expect(open().prepare()).toBe(true);
  open().write('/dist/one.cjs', source, () => data);
  const [name] = readdirSync(folder);
  return { folder, open, entry: join(folder, name!) };
}

describe('compiled code', () => {
  test('is not kept for a user whom the system does not know', () => {
    const folder = () => {
      throw new Error('uv_os_homedir returned ENOENT');
    };
    expect(openOwnCache({ env: {}, platform: 'linux', uid: 54321, folder })).toBeNull();
  });

  test('is found by the file, its source and the Node that made it', () => {
    const { folder, open, entry } = cacheWithEntry();
    expect(open().read('/dist/one.cjs', source)).toEqual({ data, old: false });
    expect(open().read('/dist/two.cjs', source)).toBeNull();
    expect(open().read('/dist/one.cjs', Buffer.from('exports.one = 2;\n'))).toBeNull();
    expect(open(undefined, { NODE_OPTIONS: '--no-opt' }).read('/dist/one.cjs', source)).toBeNull();
    renameSync(entry, entry.replace(process.version, 'v19.0.0'));
    expect(open().read('/dist/one.cjs', source)).toBeNull();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is not used where a byte of it is another', () => {
    const { open, entry } = cacheWithEntry();
    const whole = readFileSync(entry);
    for (const index of whole.keys()) {
      const damaged = Buffer.from(whole);
      damaged[index]! ^= 1;
      writeFileSync(entry, damaged);
      expect(open().read('/dist/one.cjs', source)).toBeNull();
    }
    for (const length of whole.keys()) {
      writeFileSync(entry, whole.subarray(0, length));
      expect(open().read('/dist/one.cjs', source)).toBeNull();
    }
  });

  test.skipIf(process.platform === 'win32')('is not used where others may read, write or have put it', () => {
    const { folder, open, entry } = cacheWithEntry();
    chmodSync(entry, 0o644);
    expect(open().read('/dist/one.cjs', source)).toBeNull();
    chmodSync(entry, 0o600);
    expect(open().read('/dist/one.cjs', source)).not.toBeNull();
    renameSync(entry, join(folder, 'elsewhere'));
    symlinkSync('elsewhere', entry);
    expect(open().read('/dist/one.cjs', source)).toBeNull();
  });

  test('is written anew after a day, with what has been compiled since', () => {
    const { open } = cacheWithEntry();
    expect(open(Date.now() + 0.9 * day).read('/dist/one.cjs', source)?.old).toBe(false);
    expect(open(Date.now() + 1.1 * day).read('/dist/one.cjs', source)?.old).toBe(true);
  });

  test('of versions that are gone is removed after a week, and nothing else', () => {
    const { folder, open, entry } = cacheWithEntry();
    const kept = join(folder, 'other.txt');
    writeFileSync(kept, '');
    for (const path of [entry, kept]) utimesSync(path, 0, 0);
    open().write('/dist/two.cjs', source, () => data);
    expect(readdirSync(folder).map((name) => name.split('-')[0])).toEqual(['other.txt', 'two.cjs']);
  });

  test('is not kept where that cannot be, and nobody is told', () => {
    const folder = join(makeFolder({ recaplint: 'a file' }), 'recaplint');
    const cache = openCodeCache(folder, ownHome());
    expect(cache.prepare()).toBe(false);
    cache.write('/dist/one.cjs', source, () => data);
    expect(cache.read('/dist/one.cjs', source)).toBeNull();
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  test('that cannot be made leaves nothing behind', () => {
    const { folder, open } = cacheWithEntry();
    open().write('/dist/two.cjs', source, () => {
      throw new Error('no memory');
    });
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
