import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../src/document/source.ts';
import { byteColumns } from '../../src/reporters/byte-columns.ts';

test('a column is the number of bytes before it, wherever in a line', () => {
  const pieces = fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', '\uFEFF');
  const texts = fc.tuple(fc.array(pieces, { maxLength: 30 }), fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(texts, fc.nat(), ([parts, times], at) => {
      const text = parts.join('').repeat(times);
      const characters = [...text];
      const before = characters.slice(0, at % (characters.length + 1)).join('');
      const lines = indexLines(text);
      const point = byteColumns(text, lines)(before.length);
      const line = lines.pointAt(before.length).line;
      const start = lines.starts[line - 1]!;
      expect(point).toEqual({ line, column: Buffer.byteLength(before.slice(start)) + 1 });
    }),
  );
});
