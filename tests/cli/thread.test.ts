import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { noneTaken, takeIndexes } from '../../src/cli/claims.ts';
import { hearThread } from '../../src/cli/thread.ts';
import { threadsFor } from '../../src/cli/thread-count.ts';
import { makeFolder } from '../folder.ts';

/** What a thread that runs some code says until it ends. */
async function heard(code: string, resourceLimits = {}): Promise<readonly string[]> {
  const options = { eval: true, resourceLimits, stderr: true };
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); ${code}`, options);
  const said: string[] = [];
  await hearThread<string>(worker, (message) => said.push(message));
  return said;
}

const post = 'parentPort.postMessage("post");';

test.each([
  ['has done its work', post + post, 2],
  ['leaves without a word', 'process.exit(3)', 0],
  ['throws', `${post}setTimeout(() => { throw new Error('broken') })`, 1],
])('a thread that %s is heard until it ends', async (_, code, count) => {
  expect(await heard(code)).toHaveLength(count);
});

test('a thread without room ends itself alone', async () => {
  const code = `${post}setTimeout(() => { const kept = []; for (;;) kept.push(new Array(1e4).fill({})) })`;
  expect(await heard(code, { maxOldGenerationSizeMb: 16 })).toEqual(['post']);
});

test.each([0, 1, 3, 4, 5, 23])('of %d posts each is taken once, whoever takes it', (posts) => {
  const taken = noneTaken();
  const others = [takeIndexes(taken, posts), takeIndexes(taken, posts)].map((one) => one[Symbol.iterator]());
  const given: number[] = [];
  for (let turn = 0; turn < 2 * posts + 2; turn++) given.push(...(others[turn % 2]!.next().value ?? []));
  expect(given).toEqual([...Array(posts).keys()]);
});

test('small archives are linted in one thread, and as many are used as are asked for', () => {
  const folder = makeFolder({ 'a.md': 'Text.\n', 'b.md': 'Text.\n'.repeat(500_000) });
  const [small, large] = [`${folder}/a.md`, `${folder}/b.md`];
  expect(threadsFor([], null)).toBe(1);
  expect(threadsFor([small, small], null)).toBe(1);
  expect(threadsFor([large], null)).toBe(1);
  expect(threadsFor([small, `${folder}/gone.md`], 2)).toBe(2);
  expect(threadsFor([small], 8)).toBe(1);
  const many = threadsFor(Array(8).fill(large), null);
  expect(many).toBe(Math.min(4, availableParallelism()));
});
