import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { jsonl } from '../../src/reporters/jsonl.ts';
import { cases } from './cases.ts';
import { context } from './results.ts';

test.each(cases)('a line for each message of json, with its file: %s', (_, results) => {
  const text = jsonl(results, context);
  const files: { filePath: string; messages: object[] }[] = JSON.parse(json(results, context));
  const expected = files.flatMap(({ filePath, messages }) =>
    messages.map((message) => ({ filePath, ...message })),
  );
  expect(text === '' || text.endsWith('\n')).toBe(true);
  expect(
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  ).toEqual(expected);
});

test('a run without findings prints nothing', () => {
  expect(jsonl(cases[1]![1], context)).toBe('');
});
