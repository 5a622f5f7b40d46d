import { expect, test } from 'vitest';
import { createProgress, hasWatcher } from '../../src/cli/progress.ts';

/** A terminal that shows one line, and a clock that is set by hand. */
function terminal(columns?: number) {
  let time = 0;
  let written = '';
  const line = { write: (text: string) => (written += text), ...(columns && { columns }) };
  const progress = createProgress(line, () => time);
  return {
    progress,
    at: (milliseconds: number) => {
      time = milliseconds;
    },
    written: () => written.replaceAll('\r\u001B[K', '|'),
  };
}

test('nothing is said for a second, and then each line takes the place of the last', () => {
  const { progress, at, written } = terminal();
  at(999);
  progress.say('linting 1 of 9 posts');
  progress.clear();
  expect(written()).toBe('');
  at(1_000);
  progress.say('linting 2 of 9 posts');
  progress.say('comparing the series');
  expect(written()).toBe('|linting 2 of 9 posts|comparing the series');
  progress.clear();
  progress.clear();
  expect(written()).toBe('|linting 2 of 9 posts|comparing the series|');
});

test('another run in the same process begins with its own second', () => {
  const { progress, at, written } = terminal();
  at(5_000);
  progress.begin();
  at(5_900);
  progress.say('a');
  at(6_000);
  progress.say('b');
  expect(written()).toBe('|b');
});

test('a line is cut before it wraps', () => {
  const { progress, at, written } = terminal(10);
  at(1_000);
  progress.say('linting 2 of 9 posts');
  expect(written()).toBe('|linting 2');
});

test.each([
  [true, {}, true],
  [true, { TERM: 'xterm', CI: '' }, true],
  [undefined, {}, false],
  [true, { CI: 'true' }, false],
  [true, { TERM: 'dumb' }, false],
])('with a terminal: %j, and %j, somebody watches: %j', (isTTY, env, expected) => {
  expect(hasWatcher(isTTY, env)).toBe(expected);
});
