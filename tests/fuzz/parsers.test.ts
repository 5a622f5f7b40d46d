import fc from 'fast-check';
import { test } from 'vitest';
import { parsers } from './parsers.ts';

test(parsers.promise, { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(parsers.inputs, async (source) => parsers.check(source)),
    { numRuns: parsers.runs },
  );
});
