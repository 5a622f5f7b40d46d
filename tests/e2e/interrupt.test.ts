import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { type LiveRun, start } from './live.ts';
import { recaplint } from './run.ts';

// A larger run by hand: RECAPLINT_KILLS=200x500
const [kills, killedPosts] = (process.env.RECAPLINT_KILLS ?? '40x120').split('x').map(Number);

const words = 'A sentence of a post, and one more of them.\n'.repeat(5);
const old = `Wait&nbsp;here.\n\n${words}`;
const repaired = old.replace('&nbsp;', ' ');

function makePosts(count: number): string {
  return makeFolder(Object.fromEntries(numbers(count).map((index) => [`${index}.md`, old])));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** How many posts are repaired; each must be as it was, or repaired. */
function countRepaired(cwd: string, count: number): number {
  const texts = numbers(count).map((index) => readFileSync(join(cwd, `${index}.md`), 'utf8'));
  const broken = texts.filter((text) => text !== old && text !== repaired);
  expect(broken).toEqual([]);
  return texts.filter((text) => text === repaired).length;
}

function temporaryFiles(cwd: string): string[] {
  return readdirSync(cwd).filter((name) => name.endsWith('.tmp'));
}

/** Waits until a run has written its first post; not longer than the run goes on. */
async function firstWrite({ child }: LiveRun, cwd: string): Promise<void> {
  const first = join(cwd, '0.md');
  while (child.exitCode === null && readFileSync(first, 'utf8') === old) await setTimeout(1);
}

/** Random moments, in milliseconds: some after the start, most after the first post was written. */
function moments(count: number, from: number): [after: 'start' | 'write', delay: number][] {
  const one = fc.oneof(
    { weight: 1, arbitrary: fc.tuple(fc.constant('start' as const), fc.nat(600)) },
    { weight: 3, arbitrary: fc.tuple(fc.constant('write' as const), fc.nat(from)) },
  );
  return fc.sample(one, { numRuns: count, seed: 6 });
}

/** Starts a repair and sends it a signal at a moment. */
async function interruptAt(
  [after, delay]: [string, number],
  signal: NodeJS.Signals,
  cwd: string,
): Promise<LiveRun> {
  const run = start(['--fix', '.'], cwd);
  if (after === 'write') await firstWrite(run, cwd);
  await setTimeout(delay);
  run.child.kill(signal);
  return run;
}

const count = 150;

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends a repair with code %i, whole files, and how many were written', async (signal, code) => {
  const ends: (number | string | null)[] = [];
  for (const moment of moments(4, 60)) {
    const cwd = makePosts(count);
    const run = await interruptAt(moment, signal, cwd);
    const end = await run.ended;
    ends.push(end);
    const written = countRepaired(cwd, count);
    expect(temporaryFiles(cwd)).toEqual([]);
    if (end === code) expect(run.said()).toContain(account(written));
    // Before the first line of the program runs, and after its last one, nobody listens.
    else expect([0, signal]).toContain(end);
  }
  expect(ends).toContain(code);
});

function account(written: number): string {
  if (written === 0) return 'recaplint: interrupted: nothing was written.\n';
  if (written === count) return `${count} `;
  return `recaplint: interrupted: ${written} of ${count} repaired posts were written; the others are as they were.\n`;
}

test.each([
  ['standard input', ['--stdin']],
  ['the posts', ['.']],
  ['the facts of posts', ['facts']],
])('a run that reads %s writes nothing, and says so', async (_, args) => {
  const run = start(args, makePosts(2_000), 'pipe');
  // Where nobody listens yet, a signal ends the process without a word.
  while (!run.said().includes('interrupted') && run.child.exitCode === null && !run.child.signalCode) {
    await setTimeout(400);
    run.child.kill('SIGINT');
  }
  expect(await run.ended).toBe(130);
  expect(run.said()).toMatch(
    /recaplint: interrupted: (nothing was written|not everything was printed|the run was over)\.\n$/,
  );
});

test(`killed at ${kills} moments, a repair of ${killedPosts} posts leaves each post old or new`, async () => {
  const written: number[] = [];
  for (const moment of moments(kills!, 120)) {
    const cwd = makePosts(killedPosts!);
    const run = await interruptAt(moment, 'SIGKILL', cwd);
    await run.ended;
    written.push(countRepaired(cwd, killedPosts!));
    expect(temporaryFiles(cwd).length).toBeLessThanOrEqual(1);
  }
  expect(written.filter((posts) => posts > 0 && posts < killedPosts!).length).toBeGreaterThan(0);
}, 900_000);

test('the next repair removes what a killed run left, and nothing younger or of another name', () => {
  const left = '.recaplint-01234567-89ab-cdef-0123-456789abcdef.tmp';
  const young = left.replace('0', '1');
  const cwd = makeFolder({
    'a.md': old,
    [left]: 'x',
    [young]: 'x',
    '.recaplint-notes.tmp': 'x',
    'b/c.md': 'x',
  });
  writeFileSync(join(cwd, 'b', left), 'x');
  const longAgo = new Date(2020, 1, 1);
  for (const name of [left, '.recaplint-notes.tmp', `b/${left}`])
    utimesSync(join(cwd, name), longAgo, longAgo);
  expect(recaplint(['.'], { cwd }).stderr).toBe('');
  expect(existsSync(join(cwd, left))).toBe(true);
  expect(recaplint(['--fix', '.'], { cwd }).stderr).toBe(
    'recaplint: repaired 1 finding in 1 file.\nrecaplint: removed 1 temporary file of runs that were killed.\n',
  );
  expect(readdirSync(cwd).sort()).toEqual(['.recaplint-notes.tmp', young, 'a.md', 'b'].sort());
  // Nothing was written there.
  expect(existsSync(join(cwd, 'b', left))).toBe(true);
});
