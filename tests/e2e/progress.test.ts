import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { bin } from './run.ts';

// util-linux's: that of BSD takes other options.
const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const required = process.env.RECAPLINT_E2E === '1';

const postCount = 150;

/** A disk that takes its time with each post: on none is a run so fast that it is over within its silence of a second. */
const slowDisk = (milliseconds: number) => `
  const fs = require('node:fs');
  const { openSync } = fs;
  fs.openSync = (path, ...others) => {
    if (String(path).endsWith('.md')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${milliseconds});
    return openSync(path, ...others);
  };
`;

/** Posts of which each takes so many milliseconds at least to lint; ten of them make 1.5 seconds. */
function slowArchive(milliseconds = 10): string {
  const posts = Array.from({ length: postCount }, (_, index) => [`${index}.md`, 'Wait&nbsp;here.\n']);
  return makeFolder({ ...Object.fromEntries(posts), 'slow-disk.cjs': slowDisk(milliseconds) });
}

/** What the built command line shows on a terminal that is its standard error. */
function shown(args: string, cwd: string, env = ''): string {
  const log = join(cwd, 'terminal.log');
  const command = `CI= TERM=xterm ${env} "${process.execPath}" --require ./slow-disk.cjs "${bin}" > out.txt ${args}`;
  const run = spawnSync('script', ['-qefc', command, log], { cwd, stdio: 'ignore' });
  expect([0, 1, 130]).toContain(run.status);
  // What `script` itself writes there stands in lines of its own.
  return readFileSync(log, 'utf8')
    .replace(/^Script (?:started|done).*$/gm, '')
    .trimStart();
}

describe('progress', () => {
  test.skipIf(!hasScript && !required)('is one line that is gone at the end (skipped without script)', () => {
    expect(hasScript, 'script of util-linux is missing').toBe(true);
    const cwd = slowArchive();
    const lines = shown('.', cwd).split('\r\u001B[K');
    expect(lines.filter((line) => /^linting \d+ of 150 posts$/.test(line)).length).toBeGreaterThan(1);
    expect(lines).toContain('comparing the series');
    expect(lines.at(-1)!.trim()).toBe('');
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toMatch(/^0\.md\n/);
  });

  test.skipIf(!hasScript && !required)('is not shown in CI (skipped without script)', () => {
    expect(hasScript, 'script of util-linux is missing').toBe(true);
    expect(shown('.', slowArchive(), 'CI=true').trim()).toBe('');
  });

  test.skipIf(!hasScript && !required)(
    'is gone before a run says that it is interrupted (skipped without script)',
    () => {
      expect(hasScript, 'script of util-linux is missing').toBe(true);
      // Whatever else the machine does, the signal comes before the last post.
      const cwd = slowArchive(150);
      const wait = 'while kill -0 $P && ! grep -q "of 150 posts" terminal.log; do sleep 0.05; done';
      const end = shown(`. & P=$!; ${wait}; kill -INT $P; wait $P; true`, cwd);
      expect(end).toMatch(/posts\r\u001B\[Krecaplint: interrupted: nothing was written\.\s*$/);
    },
  );
});
