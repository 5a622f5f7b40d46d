import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { hearThread } from '../../src/cli/thread.ts';

/** Hears a thread that runs some code and was started with three posts. */
function hear(code: string, resourceLimits = {}): Promise<void> {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads'); ${code}`, {
    eval: true,
    resourceLimits,
    stderr: true,
  });
  return hearThread<string>(worker, 3, (message) => message === 'post');
}

const post = 'parentPort.postMessage("post");';

test('a thread that says something of each post has done its work', async () => {
  await expect(hear(`${post}parentPort.postMessage("failure");${post}${post}`)).resolves.toBeUndefined();
});

test.each([
  ['leaves without a word', 'process.exit(3)', 'ended with code 3 and 3 of its posts were not linted'],
  ['leaves too early', post + post, 'ended with code 0 and one of its posts was not linted'],
  ['throws', `${post}setTimeout(() => { throw new Error('broken') })`, 'broken'],
  ['says too little', `${post}parentPort.postMessage("failure");`, '2 of its posts were not linted'],
])('a thread that %s fails the run', async (_, code, message) => {
  await expect(hear(code)).rejects.toThrow(message);
});

test('a thread without room says what helps', async () => {
  const code = 'const kept = []; for (;;) kept.push(new Array(1e4).fill({}))';
  await expect(hear(code, { maxOldGenerationSizeMb: 16 })).rejects.toThrow(
    'A thread ran out of memory: use fewer --jobs.',
  );
});
