import { expect, test } from 'vitest';
import { ParserChild } from './parser-child.ts';

test('a parser that ends its process is seen', async () => {
  const child = new ParserChild();
  await expect(child.parse(`${'*'.repeat(600_000)}a${'*'.repeat(600_000)}`)).rejects.toThrow(
    'ended its process',
  );
});
