import { expect, test } from 'vitest';
import { relativeTimesOf } from '../../src/document/relative-times.ts';
import { at, read } from './reading.ts';

test('relative times are found in the post’s own words, each at its characters', () => {
  const document = read(
    'Over the **past three months** we met.\n\nIn [last quarter’s post](x) we said so.\n\n> Next month it ends.\n\nIt ships next&nbsp;week.\n',
  );
  expect(relativeTimesOf(document).map(({ range, unit }) => [at(document, range), unit])).toEqual([
    ['past three months', 'months'],
    ['next&nbsp;week', 'week'],
  ]);
});
