import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

function recaps(): string {
  const cwd = makeFolder();
  cpSync(join(root, 'content', 'recaps'), cwd, { recursive: true });
  return cwd;
}

/** Names in the first column of the table, and what stands behind the table. */
function tableIn(stderr: string): { names: string[]; rest: string[] } {
  const lines = stderr.trimEnd().split('\n');
  const start = lines.findIndex((line) => /^spent on +ms +%$/.test(line));
  expect(start).toBeGreaterThanOrEqual(0);
  const end = lines.findIndex((line) => /^total +\d+\.\d +100\.0$/.test(line));
  const rows = lines.slice(start + 1, end + 1);
  for (const row of rows) expect(row).toMatch(/^ *\S.*? +\d+\.\d +\d+\.\d$/);
  return { names: rows.map((row) => row.replace(/ +\d+\.\d +\d+\.\d$/, '')), rest: lines.slice(end + 1) };
}

test('--timing says on standard error what phases and rules cost, and changes nothing else', () => {
  const cwd = recaps();
  for (const format of ['stylish', 'json', 'sarif']) {
    const plain = recaplint(['--format', format], { cwd });
    const timed = recaplint(['--format', format, '--timing'], { cwd });
    expect([timed.code, timed.stdout]).toEqual([plain.code, plain.stdout]);
    expect(plain.stderr).toBe('');
    const { names, rest } = tableIn(timed.stderr);
    const parts = [
      'start-up',
      'finding files',
      'reading files',
      'parser',
      'text',
      'facts',
      'series',
      'report',
    ];
    expect(names).toEqual(
      expect.arrayContaining([...parts, 'rules', '  no-bare-url', '  series-continuity']),
    );
    expect(names.at(-1)).toBe('total');
    expect(rest).toEqual([]);
  }
});

test('--timing goes with --jobs, --fix and --stdin', () => {
  const cwd = recaps();
  const { stdout } = recaplint([], { cwd });
  const threads = recaplint(['--jobs', '2', '--timing'], { cwd });
  expect(threads.stdout).toBe(stdout);
  // With so few posts the first thread may have linted all of them before the other has begun.
  for (const line of tableIn(threads.stderr).rest) expect(line).toBe('The times of 2 threads are added up.');
  const input = 'A&nbsp;text.\n';
  const piped = recaplint(['--stdin', '--fix', '--timing', '--format', 'json'], { cwd, input });
  expect(piped.stdout).toBe(recaplint(['--stdin', '--fix'], { cwd, input }).stdout);
  expect(piped.stderr).toContain('  no-nbsp');
  const fixed = recaplint(['--fix', '--unsafe-fixes', '--timing'], { cwd });
  expect(tableIn(fixed.stderr).names).toContain('writing repairs');
});

test('--timing is refused where it would do nothing', () => {
  const cwd = makeFolder({ 'a.md': 'A text.\n' });
  expect(recaplint(['--timing', '--watch'], { cwd })).toMatchObject({ code: 2 });
  expect(recaplint(['--timing', '--shard', '1/2'], { cwd }).stderr).toContain('--timing does nothing');
  expect(recaplint(['--timing', 'rules'], { cwd }).stderr).toContain('--timing does nothing');
});
