import { expect, test } from 'vitest';
import { decode } from '../../src/workspace/decode.ts';

test.each<[string, number[], string]>([
  ['nothing', [], ''],
  ['ASCII', [0x61], 'a'],
  ['a BOM', [0xef, 0xbb, 0xbf, 0x61], '\uFEFFa'],
  ['characters of two to four bytes', [0xc3, 0xa9, 0xe6, 0xbc, 0xa2, 0xf0, 0x9f, 0x98, 0x80], 'é漢😀'],
  ['a replacement character', [0xef, 0xbf, 0xbd], '\uFFFD'],
])('%s is text', (_, bytes, text) => {
  expect(decode(Uint8Array.from(bytes))).toEqual({ text, problem: null });
});

const invalid = (byte: string) => `Byte ${byte} does not belong to UTF-8 here; save the file as UTF-8.`;
const utf16 = 'The file is UTF-16; save it as UTF-8.';
const nul = 'The file holds a NUL character: it is no text, or it is damaged.';

test.each<[string, number[], string, number]>([
  ['a byte that cannot follow', [0x61, 0xc3, 0x28], invalid('C3'), 1],
  ['Latin-1', [0x63, 0x61, 0x66, 0xe9], invalid('E9'), 3],
  ['a cut character', [0x61, 0xe6, 0xbc], invalid('E6'), 1],
  ['an overlong form', [0xc0, 0xaf], invalid('C0'), 0],
  ['a surrogate (CESU-8)', [0x61, 0xed, 0xa0, 0xbd], invalid('ED'), 1],
  [
    'a wrong byte behind replacement characters',
    [0xef, 0xbf, 0xbd, 0x61, 0xef, 0xbf, 0xbd, 0xff],
    invalid('FF'),
    3,
  ],
  ['a wrong byte behind wide characters', [0xf0, 0x9f, 0x98, 0x80, 0xc3, 0xa9, 0x80], invalid('80'), 3],
  ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0x00], utf16, 0],
  ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x61], utf16, 0],
  ['a NUL', [0x61, 0x62, 0x00, 0x63], nul, 2],
])('%s is not', (_, bytes, message, offset) => {
  expect(decode(Uint8Array.from(bytes)).problem).toEqual({
    ruleId: 'invalid-encoding',
    severity: 'error',
    messageKey: 'invalid-encoding',
    message,
    range: { start: offset, end: offset },
    related: [],
  });
});
