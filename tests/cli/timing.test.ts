import { expect, test } from 'vitest';
import { createTiming, timingTable } from '../../src/cli/timing.ts';

/** A clock that is moved by hand. */
function clock() {
  let time = 0;
  return {
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test('at each moment one thing counts, and nothing counts twice', () => {
  const { now, pass } = clock();
  const timing = createTiming(now);
  pass(5);
  timing.phase('linting');
  pass(1);
  timing.watch('rule no-nbsp', () => {
    pass(10);
    timing.watch('text', () => pass(100));
    pass(10);
  });
  pass(1);
  expect(Object.fromEntries(timing.spent())).toEqual({
    'start-up': 5,
    linting: 2,
    'rule no-nbsp': 20,
    text: 100,
  });
});

test('what throws is measured as well, and what called it goes on', () => {
  const { now, pass } = clock();
  const timing = createTiming(now);
  const broken = () =>
    timing.watch('rule broken', () => {
      pass(3);
      throw new Error('broken');
    });
  expect(broken).toThrow('broken');
  pass(2);
  expect(Object.fromEntries(timing.spent())).toEqual({ 'start-up': 2, 'rule broken': 3 });
});

test('work that gives a promise counts until that is kept', async () => {
  const { now, pass } = clock();
  const timing = createTiming(now);
  await timing.watch('plugins of remark', async () => {
    pass(1);
    await Promise.resolve();
    pass(4);
  });
  pass(2);
  expect(Object.fromEntries(timing.spent())).toEqual({ 'start-up': 2, 'plugins of remark': 5 });
});

test('waiting counts for nothing, and other threads are added', () => {
  const { now, pass } = clock();
  const timing = createTiming(now);
  timing.phase(null);
  pass(50);
  const [first, second] = [{}, {}];
  timing.add(first, new Map([['rule no-nbsp', 7]]));
  timing.add(second, new Map([['rule no-nbsp', 2]]));
  timing.add(first, new Map([['rule no-nbsp', 3]]));
  timing.phase('report');
  pass(1);
  expect(Object.fromEntries(timing.spent())).toEqual({ 'start-up': 0, 'rule no-nbsp': 12, report: 1 });
  expect(timingTable(timing)).toMatch(/The times of 3 threads are added up\.\n$/);
});

test('the table has the parts in their order, the slowest rule first, and shares of all', () => {
  const spent = new Map([
    ['start-up', 50],
    ['rule no-nbsp', 10],
    ['text', 20],
    ['rule no-bare-url', 20],
  ]);
  expect(timingTable({ spent: () => spent, threads: () => 0 })).toBe(
    [
      'spent on              ms      %',
      'start-up            50.0   50.0',
      'text                20.0   20.0',
      'rules               30.0   30.0',
      '  no-bare-url       20.0   20.0',
      '  no-nbsp           10.0   10.0',
      'total              100.0  100.0',
      '',
    ].join('\n'),
  );
});

test('what is taken is not counted again', () => {
  const { now, pass } = clock();
  const timing = createTiming(now);
  pass(5);
  expect(Object.fromEntries(timing.take())).toEqual({ 'start-up': 5 });
  pass(2);
  expect(Object.fromEntries(timing.take())).toEqual({ 'start-up': 2 });
});
