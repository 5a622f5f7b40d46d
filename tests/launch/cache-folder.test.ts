import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, isTrusted, ownHome } from '../../src/launch/cache-folder.ts';
import { makeFolder as makeCacheFolder } from '../../src/workspace/make-folder.ts';
import { makeFolder } from '../folder.ts';

const folderOf = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') =>
  cacheFolder({ env, platform, uid: 1, folder: homedir });

describe('the folder of compiled code', () => {
  test("is one of the user's caches", () => {
    expect(folderOf({})).toBe(join(homedir(), '.cache', 'recaplint'));
    expect(folderOf({ XDG_CACHE_HOME: '/var/caches' })).toBe(join('/var/caches', 'recaplint'));
    expect(folderOf({ XDG_CACHE_HOME: 'caches' })).toBe(join(homedir(), '.cache', 'recaplint'));
    expect(folderOf({}, 'darwin')).toBe(join(homedir(), 'Library', 'Caches', 'recaplint'));
    expect(folderOf({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'recaplint'));
  });

  test('is said to recaplint as it is said to Node', () => {
    expect(folderOf({ NODE_COMPILE_CACHE: '/code' })).toBe(join('/code', 'recaplint'));
    expect(folderOf({ NODE_COMPILE_CACHE: 'code' })).toBeNull();
    expect(folderOf({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBeNull();
    expect(folderOf({ NODE_V8_COVERAGE: '/coverage' })).toBeNull();
  });
});

describe('code is taken from a folder', () => {
  const home = ownHome();

  test('of our own alone', () => {
    const folder = join(makeFolder(), 'deep', 'recaplint');
    expect(isTrusted(folder, home)).toBe(false);
    makeCacheFolder(folder, 0o700);
    expect(isTrusted(folder, home)).toBe(true);
    expect(isTrusted(folder, { ...home, uid: 12_345 })).toBe(false);
  });

  test.skipIf(process.platform === 'win32').each([0o770, 0o707, 0o777])('never with the mode %o', (mode) => {
    const folder = makeFolder();
    chmodSync(folder, mode);
    expect(isTrusted(folder, home)).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('never through a link', () => {
    const folder = makeFolder({ real: null });
    chmodSync(join(folder, 'real'), 0o700);
    symlinkSync('real', join(folder, 'link'));
    expect(isTrusted(join(folder, 'real'), home)).toBe(true);
    expect(isTrusted(join(folder, 'link'), home)).toBe(false);
  });

  test('never in a checkout, whose files come from strangers', () => {
    const folder = join(makeFolder({ '.git/HEAD': 'ref: refs/heads/main\n' }), '.cache', 'recaplint');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    expect(isTrusted(folder, home)).toBe(false);
  });
});
