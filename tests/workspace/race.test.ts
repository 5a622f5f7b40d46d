import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFile } from '../../src/workspace/create.ts';
import { replaceFile } from '../../src/workspace/write.ts';
import { makeFolder } from '../folder.ts';

/** Puts a link in the place of `posts` and takes it away again, up to two milliseconds each; stops after a minute. */
const swapping = (come: string, go: string) => `
const { renameSync, symlinkSync } = require('node:fs');
const stay = () => { for (const until = performance.now() + 2 * Math.random(); performance.now() < until; ); };
process.stdout.write('x');
for (const end = Date.now() + 60_000; Date.now() < end; ) {
  ${come}; stay();
  ${go}; stay();
}`;

/** Runs a program in a folder until the test is over. */
async function runBeside(program: string, cwd: string): Promise<void> {
  const child = spawn(process.execPath, ['-e', program], { cwd });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  await once(child.stdout, 'data');
}

/** How many of five thousand attempts end without an error. */
function succeeded(attempt: (index: number) => void): number {
  let count = 0;
  for (let index = 0; index < 5_000; index++) {
    try {
      attempt(index);
      count++;
    } catch {}
  }
  return count;
}

describe.skipIf(process.platform !== 'linux')('a folder becomes a link meanwhile (Linux alone)', () => {
  test('a repair of a post in it writes nowhere else', async () => {
    const outside = makeFolder({ 'a.md': 'old' });
    const folder = makeFolder({ 'posts/a.md': 'old' });
    symlinkSync(outside, join(folder, 'link'));
    await runBeside(
      swapping(
        `renameSync('posts', 'kept'); renameSync('link', 'posts')`,
        `renameSync('posts', 'link'); renameSync('kept', 'posts')`,
      ),
      folder,
    );
    const before = statSync(outside, { bigint: true }).mtimeNs;
    const path = join(folder, 'posts/a.md');
    expect(succeeded(() => replaceFile(path, Buffer.from('old'), 'old', folder))).toBeGreaterThan(0);
    expect(statSync(outside, { bigint: true }).mtimeNs).toBe(before);
  });

  test('a post that is new in it is written nowhere else', async () => {
    const outside = makeFolder();
    const folder = makeFolder({ 'inside/a.md': '' });
    symlinkSync('inside', join(folder, 'posts'));
    const point = (to: string) => `symlinkSync(${JSON.stringify(to)}, 'next'); renameSync('next', 'posts')`;
    await runBeside(swapping(point(outside), point('inside')), folder);
    const written = succeeded((index) => createFile(join(folder, `posts/${index}.md`), 'new', folder));
    expect(written).toBeGreaterThan(0);
    expect(readdirSync(outside)).toEqual([]);
  });
});
