import { chmodSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

/** Runs the built command line on a post, with its compiled code in a folder of its own. */
function setUp() {
  const caches = makeFolder();
  const cwd = makeFolder({
    'post.md': '# Notes\n\nA&nbsp;b.\n',
    'config.mjs': "export default { rules: { 'no-nbsp': 'error' } };\n",
  });
  const lint = (...args: string[]) =>
    recaplint(['--format', 'json', ...args, 'post.md'], { cwd, env: { NODE_COMPILE_CACHE: caches } });
  const folder = join(caches, 'recaplint');
  const entries = () => readdirSync(folder).map((name) => join(folder, name));
  const plain = recaplint(['--format', 'json', 'post.md'], { cwd, env: { NODE_DISABLE_COMPILE_CACHE: '1' } });
  expect(plain).toMatchObject({ stderr: '' });
  expect(plain.stdout).toContain('no-nbsp');
  return { cwd, folder, lint, entries, plain };
}

describe('compiled code', () => {
  test('is kept by the first run and used by the next, with the same findings', () => {
    const { lint, entries, plain } = setUp();
    expect(lint()).toEqual(plain);
    const times = entries().map((path) => statSync(path).mtimeMs);
    expect(times.length).toBeGreaterThan(2);
    if (process.platform !== 'win32')
      for (const path of entries()) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(lint()).toEqual(plain);
    expect(entries().map((path) => statSync(path).mtimeMs)).toEqual(times);
  });

  test('that is damaged is made anew', () => {
    const { lint, entries, plain } = setUp();
    lint();
    const before = entries().map((path) => readFileSync(path));
    for (const [index, path] of entries().entries()) {
      const bytes = Buffer.from(before[index]!);
      bytes[bytes.length >> 1]! ^= 0xff;
      writeFileSync(path, bytes);
    }
    const damaged = entries().map((path) => readFileSync(path));
    expect(lint()).toEqual(plain);
    for (const [index, path] of entries().entries())
      expect(readFileSync(path).equals(damaged[index]!)).toBe(false);
  });

  test('of another version is left where it is', () => {
    const { lint, entries, plain } = setUp();
    lint();
    for (const path of entries()) renameSync(path, path.replace(process.version, 'v19.0.0'));
    const others = entries();
    expect(lint()).toEqual(plain);
    expect(entries()).toEqual(expect.arrayContaining(others));
    expect(entries()).toHaveLength(2 * others.length);
  });

  test.skipIf(process.platform === 'win32')('is not asked for in a folder that others can write to', () => {
    const { folder, lint, entries, plain } = setUp();
    lint();
    chmodSync(folder, 0o777);
    for (const path of entries()) writeFileSync(path, 'planted');
    expect(lint()).toEqual(plain);
    for (const path of entries()) expect(readFileSync(path, 'utf8')).toBe('planted');
  });

  test('is done without where there is no place for it', () => {
    const { cwd, plain } = setUp();
    const env = { NODE_COMPILE_CACHE: join(cwd, 'post.md') };
    expect(recaplint(['--format', 'json', 'post.md'], { cwd, env })).toEqual(plain);
  });

  test('serves threads, and runs that load a program', () => {
    const { lint, plain } = setUp();
    for (const _ of [1, 2]) {
      expect(lint('--jobs', '2', join(root, 'content')).stderr).toBe('');
      const { code, stdout } = lint('--config', 'config.mjs');
      expect(code).toBe(1);
      expect(stdout).not.toBe(plain.stdout);
    }
  });
});
