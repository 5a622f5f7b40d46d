import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { root } from '../e2e/run.ts';

// The package as vfile-reporter has it, which scripts/bundling.mjs shortens.
const require = createRequire(import.meta.resolve('vfile-reporter'));
const path = require.resolve('string-width');

test('texts that are taken for plain are as wide as they are long', async () => {
  const { default: stringWidth } = await import(pathToFileURL(path).href);
  const script = readFileSync(join(root, 'scripts', 'bundling.mjs'), 'utf8');
  const plain = new RegExp(/if \(\/\^(\[.+?\])\*\$\//.exec(script)![1]!.replaceAll('\\\\', '\\'));
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
    plain.test(sign),
  );
  expect(all.length).toBe(95 + 7);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all)), (signs) => {
      expect(stringWidth(signs.join(''))).toBe(signs.length);
    }),
  );
  expect(readFileSync(join(dirname(path), 'index.js'), 'utf8')).toContain('let width = 0;');
});
