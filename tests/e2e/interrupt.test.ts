import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeFolder } from '../folder.ts';
import { type LiveRun, start } from './live.ts';
import { recaplint } from './run.ts';

// Runs are started until one of them hears its signal.
vi.setConfig({ testTimeout: 300_000 });

// A larger run by hand: RECAPLINT_KILLS=200x500
const [kills, killedPosts] = (process.env.RECAPLINT_KILLS ?? '100x20').split('x').map(Number);

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

const count = 100;

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends a repair with code %i, whole files, and how many were written', async (signal, code) => {
  const ends: (number | string | null)[] = [];
  for (const moment of moments(20, 60)) {
    const cwd = makePosts(count);
    const run = await interruptAt(moment, signal, cwd);
    const end = await run.ended;
    ends.push(end);
    const written = countRepaired(cwd, count);
    expect(temporaryFiles(cwd)).toEqual([]);
    if (end === code) expect(run.complained()).toMatch(account(written));
    // Before the first line of the program runs, and after its last one, nobody listens.
    else expect([0, signal]).toContain(end);
    // How fast the machine is decides how many of the signals are heard.
    if (ends.length >= 3 && ends.includes(code)) return;
  }
  expect(ends).toContain(code);
});

function account(written: number): RegExp {
  if (written === 0) return /interrupted: nothing was written\.\n$/;
  if (written === count)
    return /interrupted: (?:all 100 repaired posts were written(?:; not everything was printed)?|the run was over)\.\n$/;
  return new RegExp(
    `interrupted: ${written} of ${count} repaired posts were written, the others are as they were\\.\\n$`,
  );
}

/** Starts runs until one of them hears the signal that is sent at a moment: the later, the more often it failed. */
async function interrupted(args: readonly string[], cwd: string, moment: (run: LiveRun) => unknown) {
  for (let delay = 50; delay < 10_000; delay *= 1.3) {
    const run = start(args, cwd, { input: 'pipe' });
    await moment(run);
    await setTimeout(delay);
    run.child.kill('SIGINT');
    const end = await run.ended;
    if (end === 130) return run.complained();
    // Where nobody listens yet, a signal ends the process without a word.
    expect([0, 'SIGINT']).toContain(end);
  }
  throw new Error('No run heard the signal.');
}

test.each([
  ['waits for standard input', ['--stdin'], () => {}, 'nothing was written.'],
  ['reads posts', ['--output-file', 'out.txt', '.'], () => {}, 'nothing was written.'],
  ['prints facts', ['facts'], (run: LiveRun) => run.hear(/\n/), 'not everything was printed.'],
])('a run that %s says what it has done', async (_, args, moment, said) => {
  expect(await interrupted(args, makePosts(2_000), moment)).toMatch(
    new RegExp(`recaplint: interrupted: ${said.replace('.', '\\.')}\\n$`),
  );
});

test('a repair that is interrupted while it prints says that it was made', async () => {
  const left = 'Text [gone](gone.md) and more.\n\n'.repeat(150);
  const texts = numbers(40).map((index) => [`${index}.md`, `${old}${left}`]);
  const cwd = makeFolder({ ...Object.fromEntries(texts), '.git': null });
  const { child, said, ended } = start(['--fix', '--format', 'json', '.'], cwd);
  // Nobody reads: the rest of what is printed waits.
  child.stdout!.pause();
  while (child.stdout!.readableLength === 0 && child.exitCode === null) await setTimeout(20);
  child.kill('SIGINT');
  await once(child, 'exit');
  child.stdout!.resume();
  expect(await ended).toBe(130);
  expect(said()).toContain('all 40 repaired posts were written; not everything was printed.\n');
});

test('a run that is interrupted between two reports names those that were written', async () => {
  const cwd = makeFolder({ 'a.md': old });
  execFileSync('mkfifo', [join(cwd, 'b')]);
  const formats = ['json=a', 'lsp=b', 'sarif=c'].flatMap((format) => ['--format', format]);
  const run = start([...formats, 'a.md'], cwd);
  while (!existsSync(join(cwd, 'a')) && run.child.exitCode === null) await setTimeout(5);
  run.child.kill('SIGINT');
  // The second report waits for its reader.
  const reader = spawn('cat', [join(cwd, 'b')], { stdio: 'ignore' });
  expect(await run.ended).toBe(130);
  reader.kill();
  expect(run.said()).toMatch(/\nrecaplint: interrupted: "a" was written(?:; "b" was written)?\.\n$/);
  expect(existsSync(join(cwd, 'c'))).toBe(false);
});

test(`killed at ${kills} moments, a repair of ${killedPosts} posts leaves each post old or new`, async () => {
  for (const moment of moments(kills!, killedPosts!)) {
    const cwd = makePosts(killedPosts!);
    const run = await interruptAt(moment, 'SIGKILL', cwd);
    await run.ended;
    countRepaired(cwd, killedPosts!);
    expect(temporaryFiles(cwd).length).toBeLessThanOrEqual(1);
  }
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

test('reports, baselines and the cache remove what killed runs left beside them', () => {
  const left = '.recaplint-01234567-89ab-cdef-0123-456789abcdef.tmp';
  const young = left.replace('0', '1');
  const folders = ['reports', 'baselines', '.recaplint-cache'];
  const names = folders.flatMap((folder) => [`${folder}/${left}`, `${folder}/${young}`]);
  const cwd = makeFolder({ 'a.md': old, ...Object.fromEntries(names.map((name) => [name, 'x'])) });
  const longAgo = new Date(2020, 1, 1);
  for (const folder of folders) utimesSync(join(cwd, folder, left), longAgo, longAgo);
  const written = ['--format', 'json=reports/a', '--baseline', 'baselines/b', '--update-baseline', '--cache'];
  expect(recaplint([...written, 'a.md'], { cwd }).code).toBe(0);
  for (const folder of folders) expect(temporaryFiles(join(cwd, folder))).toEqual([young]);
});
