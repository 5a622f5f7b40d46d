import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Flags } from '../../src/cli/flags.ts';
import { judge } from '../../src/cli/judge.ts';
import { lintAll } from '../../src/cli/lint-all.ts';
import { openRun } from '../../src/cli/open-run.ts';
import { type PlacedFile, placeAll, type Run } from '../../src/cli/run.ts';
import { resultsOf } from '../../src/cli/timelines.ts';
import { makeFolder } from '../folder.ts';

const flags: Flags = {
  format: [{ format: 'html', file: null }],
  failOn: 'never',
  rule: [],
  code: false,
  inlineConfig: true,
  jobs: 1,
} as unknown as Flags;

/** A post that is placed, many times over: the steps that follow take some seconds. */
async function many(count: number, more: Partial<Flags> = {}) {
  const cwd = makeFolder({
    '.git': null,
    'a.md': `# Q2 2024 Recap\n\n${'On June 3, we met.\n\n'.repeat(100)}`,
  });
  const run = await openRun({ ...flags, ...more }, cwd);
  const file = { path: join(cwd, 'a.md'), base: cwd, named: true };
  const [placed] = await placeAll(run, [file]);
  return { run, file, placed: new Array<PlacedFile>(count).fill(placed!) };
}

/** How often the event loop has its turn while something is done: signals are heard then. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  const count = () => {
    turns++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await work;
  clearImmediate(next);
  return turns;
}

test('finding the settings of posts lets signals be heard', async () => {
  const { run, file } = await many(1);
  const files = new Array(100_000).fill(file);
  expect(await turnsDuring(placeAll(run, files))).toBeGreaterThan(1);
});

test('looking posts up in the cache lets signals be heard', async () => {
  const { run, placed } = await many(3_000, { cache: true });
  await lintAll(run, placed.slice(0, 1), { ...flags, cache: true });
  expect(await turnsDuring(lintAll(run, placed, { ...flags, cache: true }))).toBeGreaterThan(1);
});

test('drawing timelines lets signals be heard', async () => {
  const { run, placed } = await many(300);
  const [post] = await lintAll(run, placed.slice(0, 1), flags);
  const posts = placed.map(() => post!.linted);
  expect(await turnsDuring(resultsOf(posts, flags, run.options.parse))).toBeGreaterThan(1);
});

test('judging findings lets signals be heard', async () => {
  const { run, placed } = await many(300);
  const [post] = await lintAll(run, placed.slice(0, 1), flags);
  const posts = placed.map(() => post!.linted);
  const busy = () => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    return [];
  };
  const judged: Run = { ...run, gates: [busy] };
  const quiet = { ...flags, format: [], diff: true };
  expect(await turnsDuring(judge(judged, posts, { flags: quiet, argv: [], baseline: null }))).toBeGreaterThan(
    1,
  );
});
