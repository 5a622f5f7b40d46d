import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xmlAttributes, xmlText } from '../../src/reporters/xml.ts';
import { parseXml } from './xml-schema.ts';

test.each<[string, string]>([
  ['plain é漢😀 text', 'plain é漢😀 text'],
  ['<a b="c">&\'', '&#60;a b=&#34;c&#34;&#62;&#38;&#39;'],
  ['a\tb\r\nc', 'a&#9;b&#13;&#10;c'],
  ['\u0000\u001B[31m', '\\x00\\x1B[31m'],
  ['\uFFFE \uD83D \uDC00', '\\uFFFE \\uD83D \\uDC00'],
  ['\u009B\u2028\u202E', '&#155;&#8232;&#8238;'],
  ['a ##[group] ##vso[x]', 'a #&#35;[group] #&#35;vso[x]'],
  [']]>', ']]&#62;'],
])('%j becomes %s', (text, expected) => {
  expect(xmlText(text)).toBe(expected);
});

test('a parser reads back what went in, but for what XML cannot hold', () => {
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!forbidden.test(text));
      const { attributes, text: content } = parseXml(`<a${xmlAttributes({ b: text })}>${xmlText(text)}</a>`);
      expect([attributes.b, content]).toEqual([text, text]);
    }),
  );
});

test('whatever goes in, it is XML on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(String.fromCharCode) }), (text) => {
      const xml = `<a${xmlAttributes({ b: text })}>${xmlText(text)}</a>`;
      expect(parseXml(xml).name).toBe('a');
      expect(xml).not.toMatch(/[\r\n\u2028\u2029]/);
    }),
  );
});
