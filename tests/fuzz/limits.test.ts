import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { ParserChild } from './parser-child.ts';

afterAll(() => limits.end?.());

test(limits.promise, { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(limits.inputs, async (text) => limits.check(text)),
    { numRuns: limits.runs, endOnFailure: true },
  );
});

test('a parser that ends its process is seen', async () => {
  const child = new ParserChild();
  await expect(child.parse(`${'*'.repeat(600_000)}a${'*'.repeat(600_000)}`)).rejects.toThrow(
    'ended its process',
  );
});
