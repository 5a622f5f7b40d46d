import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Campaign } from './campaign.ts';
import { mutatedText } from './mutated-text.ts';
import { tryInputs } from './trial.ts';

/** A campaign whose promise one kind of text breaks. */
const planted: Campaign<string> = {
  name: 'planted',
  promise: 'No text holds an ESC.',
  inputs: mutatedText({ seeds: ['# A title\n\nSome text of a few words, and more of it.\n'] }),
  runs: 5_000,
  check(text) {
    if (text.includes('\x1b')) throw new Error('an ESC');
  },
};

test('a failing input is found, made as small as it can be, and found again', async () => {
  const seeking = { seed: 1, runs: planted.runs, time: Number.POSITIVE_INFINITY };
  const { tried, failure } = await tryInputs(planted, seeking);
  expect(tried).toBeLessThan(planted.runs);
  expect(failure).toMatchObject({ input: '\x1b', error: expect.stringContaining('an ESC') });
  const again = await tryInputs(planted, { ...seeking, runs: 1, path: failure!.path });
  expect(again.failure).toMatchObject({ input: '\x1b' });
});

test('trying ends when its time is over, and says how many inputs were tried', async () => {
  const sound = { ...planted, inputs: fc.constant('a') };
  const verdict = await tryInputs(sound, { seed: 1, runs: 1e9, time: 50 });
  expect(verdict.failure).toBeNull();
  expect(verdict.tried).toBeGreaterThan(0);
});
