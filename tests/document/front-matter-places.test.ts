import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import type { Value } from '../../src/document/model.ts';
import { at, read } from './reading.ts';

/** What each character of a value's text is written with, where that is not the character itself. */
function writtenOtherwise(document: Document, { text, sourceRange }: Value): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < text.length; i++) {
    const written = at(document, sourceRange(i, i + 1))!;
    if (written !== text[i]) pairs.push([text[i]!, written]);
  }
  return pairs;
}

const firstValue = (source: string) => {
  const document = read(source);
  return { document, value: document.frontMatter!.entries[0]!.value };
};

describe('every character of a value has the place where it is written', () => {
  test.each<[string, string, string, [string, string][]]>([
    ['plain', 't: Q2 # x', 'Q2', []],
    ['plain over lines', 't: a  \n   b\n\n\n  c', 'a b\n\nc', [[' ', '\n']]],
    ['plain with quotes and backslashes', "t: it's ''a\\n", "it's ''a\\n", []],
    ['single quotes', "t: 'it''s'", "it's", [["'", "''"]]],
    ['single quotes over lines', "t: 'a\n  b\n\n  c'", 'a b\nc', [[' ', '\n']]],
    [
      'double quotes',
      't: "a\\tb\\u00e9\\x41\\\\"',
      'a\tbéA\\',
      [
        ['\t', '\\t'],
        ['é', '\\u00e9'],
        ['A', '\\x41'],
        ['\\', '\\\\'],
      ],
    ],
    [
      'an astral escape',
      't: "\\U0001F600!"',
      '😀!',
      [
        ['\uD83D', '\\U0001F600'],
        ['\uDE00', '\\U0001F600'],
      ],
    ],
    ['double quotes over lines', 't: "a \\\n  b\n  c"', 'a b c', [[' ', '\n']]],
    [
      'escaped white space',
      't: "a\\n  \\ b"',
      'a\n   b',
      [
        ['\n', '\\n'],
        [' ', '\\ '],
      ],
    ],
    ['folded', 't: >-\n  a\n  b\n\n  c', 'a b\nc', [[' ', '\n']]],
    ['folded with deeper lines', 't: >-\n  a\n    b\n    c\n  d', 'a\n  b\n  c\nd', []],
    [
      'folded, keeping its end',
      't: >+\n  a\n',
      'a\n\n',
      [
        ['\n', ''],
        ['\n', ''],
      ],
    ],
    ['literal', 't: |\n  a\n\n    b', 'a\n\n  b\n', [['\n', '']]],
    ['literal, cut at its end', 't: |-  # note\n  a  \n  b', 'a  \nb', []],
    ['an indentation indicator', 't: |2-\n    a\n   b\n  c', '  a\n b\nc', []],
    ['a folded indentation indicator', 't: >-1\n   a\n b', '  a\nb', []],
    ['blank lines first', 't: |-\n\n\n  a', '\n\na', []],
    ['a list in a literal', 't: |-\n  - a\n  # b', '- a\n# b', []],
    ['a date', 't: 2024-05-07', '2024-05-07', []],
  ])('YAML: %s', (_name, content, text, expected) => {
    const { document, value } = firstValue(`---\n${content}\n---\n`);
    expect(value.text).toBe(text);
    expect(writtenOtherwise(document, value)).toEqual(expected);
  });

  test.each<[string, string, string, [string, string][]]>([
    [
      'basic',
      't = "a\\tb\\u00e9\\""',
      'a\tbé"',
      [
        ['\t', '\\t'],
        ['é', '\\u00e9'],
        ['"', '\\"'],
      ],
    ],
    ['literal', "t = 'C:\\new'", 'C:\\new', []],
    ['multi-line', 't = """\na\n  b"""', 'a\n  b', []],
    ['multi-line on one line', 't = """a "b" c"""', 'a "b" c', []],
    ['multi-line with a line taken away', 't = """a \\\n\n   b"""', 'a b', []],
    ['multi-line literal', "t = '''\na ''b\n\\'''", "a ''b\n\\", []],
    [
      'an astral escape',
      't = "\\U0001F600!"',
      '😀!',
      [
        ['\uD83D', '\\U0001F600'],
        ['\uDE00', '\\U0001F600'],
      ],
    ],
    ['a local date', 't = 2024-05-07 # x', '2024-05-07', []],
  ])('TOML: %s', (_name, content, text, expected) => {
    const { document, value } = firstValue(`+++\n${content}\n+++\n`);
    expect(value.text).toBe(text);
    expect(writtenOtherwise(document, value)).toEqual(expected);
  });

  test.each<[string, string, string, [string, string][]]>([
    ['text', '"Q2 🎉"', 'Q2 🎉', []],
    [
      'escapes',
      '"a\\tb\\u00e9\\/\\""',
      'a\tbé/"',
      [
        ['\t', '\\t'],
        ['é', '\\u00e9'],
        ['/', '\\/'],
        ['"', '\\"'],
      ],
    ],
    [
      'a pair of escapes',
      '"\\ud83d\\ude00"',
      '😀',
      [
        ['\uD83D', '\\ud83d'],
        ['\uDE00', '\\ude00'],
      ],
    ],
    ['a number', '1.50', '1.50', []],
    ['true', 'true', 'true', []],
  ])('JSON: %s', (_name, written, text, expected) => {
    const { document, value } = firstValue(`{\n  "t": ${written}\n}\n`);
    expect(value.text).toBe(text);
    expect(at(document, value.range)).toBe(written);
    expect(writtenOtherwise(document, value)).toEqual(expected);
  });

  const word = fc.constantFrom('a', 'Q2', 'é', '🎉', 'it’s', 'x-y');
  const lines = fc.array(fc.tuple(fc.nat(3), fc.array(word, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  });

  test('in blocks of YAML, whatever their indentation', () => {
    const header = fc.tuple(
      fc.constantFrom('|', '>'),
      fc.constantFrom('', '-', '+'),
      fc.constantFrom('2', ''),
    );
    fc.assert(
      fc.property(header, lines, fc.constantFrom('\n', '\r\n'), ([style, chomp, digit], written, eol) => {
        const [first] = written;
        // Without an indicator, the first line says how far all are indented.
        if (digit === '' && (first![0] > 0 || first![1].length === 0)) return;
        const body = written.map(([deeper, words]) =>
          words.length ? `  ${' '.repeat(deeper)}${words.join(' ')}` : '',
        );
        const { document, value } = firstValue(
          `---${eol}t: ${style}${digit}${chomp}${eol}${body.join(eol)}${eol}u: v${eol}---${eol}`,
        );
        expect(document.frontMatter!.errors).toEqual([]);
        expectPlaces(document, value);
      }),
    );
  });

  test('in flow scalars of YAML', () => {
    const piece = fc.constantFrom('a', ' ', 'Q2', '\n  ', '\n\n  ', "''", 'é', '🎉', ' b');
    fc.assert(
      fc.property(fc.constantFrom('', "'", '"'), fc.array(piece, { maxLength: 8 }), (quote, pieces) => {
        const inner = pieces.join('');
        if (quote === '' && (inner.trim() === '' || inner.trimStart().startsWith("'"))) return;
        const { document, value } = firstValue(`---\nt: ${quote}${inner}${quote}\nu: v\n---\n`);
        expect(document.frontMatter!.errors).toEqual([]);
        expectPlaces(document, value);
      }),
    );
  });

  test('in any text that JSON can write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const { document, value } = firstValue(`{ "t": ${JSON.stringify(text)} }\n`);
        expect(value.text).toBe(text);
        for (let i = 0; i < text.length; i++) {
          const written = at(document, value.sourceRange(i, i + 1))!;
          expect(JSON.parse(`"${written}"`)).toBe(text[i]);
        }
      }),
    );
  });
});

/** Places ascend, lie in the value, and hold the character or, for white space, other white space. */
function expectPlaces(document: Document, { text, range, sourceRange }: Value): void {
  let before = range.start;
  for (let i = 0; i < text.length; i++) {
    const place = sourceRange(i, i + 1);
    expect(place.start).toBeGreaterThanOrEqual(before);
    expect(place.end).toBeLessThanOrEqual(range.end);
    const written = at(document, place)!;
    if (/\s/.test(text[i]!)) expect(written.trim()).toBe('');
    else if (text[i] !== "'") expect(written).toBe(text[i]);
    before = place.start;
  }
}
