import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, Value } from '../../src/document/model.ts';
import { readPlainYaml } from '../../src/document/plain-yaml.ts';
import { readAnyYaml } from '../../src/document/yaml.ts';

/** A value as plain data, with the places of stretches of its text. */
function data({ sourceRange, items, entries, ...rest }: Value): unknown {
  const { length } = rest.text;
  const places = [
    [0, length],
    [0, 1],
    [1, 3],
    [length - 1, length],
    [length, length],
  ].map(([from, to]) => sourceRange(Math.max(0, from!), to!));
  return { ...rest, places, items: items.map(data), entries: entries.map(entryData) };
}

const entryData = ({ key, keyRange, value }: Entry): unknown => ({ key, keyRange, value: data(value) });

function expectSame(content: string): boolean {
  const entries = readPlainYaml(content, 4);
  if (entries === null) return false;
  const byTheBook = readAnyYaml(content, 4);
  expect({ content, entries: entries.map(entryData), errors: [] }).toEqual({
    content,
    entries: byTheBook.entries.map(entryData),
    errors: byTheBook.errors,
  });
  return true;
}

const word = fc.constantFrom(
  ...[
    'a',
    'title',
    'null',
    'True',
    '2024',
    '2024-04-16',
    '1.5',
    '1e3',
    '0x1F',
    '0o17',
    '0o8',
    '.5',
    '-1',
    '~',
  ],
  ...[
    'é',
    '“x”',
    '😀',
    '\u00A0',
    '\uFEFF',
    '\u2028',
    '/news/',
    'https://x.org/a#b',
    'a:b',
    'a#b',
    '10:30',
    '1.',
  ],
  ...[
    ':',
    '#',
    ' #',
    '-',
    '?',
    '|',
    '>',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '{',
    '}',
    '[',
    ']',
    ',',
    '<<',
    '=',
    '_',
  ],
  ...[
    '"',
    "'",
    '"a"',
    "'b'",
    '""',
    "''",
    '"a: b"',
    "'it''s'",
    '\\',
    '"\\n"',
    '"a  b"',
    '\t',
    '\r',
    '---',
    '...',
  ],
);
const gap = fc.constantFrom('', ' ', ' ', ' ', '  ');
const calm = fc.constantFrom(
  'a',
  'Q1 2024',
  '2024-04-16',
  '12',
  '1.5',
  'null',
  'true',
  '"b: c"',
  "'d'",
  '',
  'x  y',
);
const wild = fc.array(fc.tuple(word, gap), { maxLength: 4 }).map((words) => words.flat().join(''));

const calmKey = fc.constantFrom(
  'title',
  'date',
  'tags',
  'a-b',
  '_x',
  'layout',
  'null',
  'true',
  'author',
  'y',
  'z',
);
const key = fc.oneof(
  { weight: 9, arbitrary: calmKey },
  { weight: 1, arbitrary: fc.constantFrom('a b', '"q"', '1', '<<') },
);
const flow = fc
  .array(fc.oneof(calm, word, calm), { minLength: 1, maxLength: 4 })
  .chain((items) => fc.constantFrom(', ', ',', ' , ').map((comma) => `[${items.join(comma)}]`));
const text = fc.oneof(calm, calm, calm, wild, flow);
const joined = (parts: readonly string[]) => parts.join('');
const pair = fc.tuple(key, fc.constantFrom(': ', ': ', ': ', ':  ', ': ', ':', ' : '), text).map(joined);
const item = fc.tuple(fc.constantFrom('  - ', '  - ', '- '), text).map(joined);
const list = fc
  .tuple(calmKey, fc.array(item, { minLength: 1, maxLength: 3 }))
  .map(([name, items]) => `${name}:\n${items.join('\n')}`);
const other = fc.constantFrom(
  '',
  '',
  '  ',
  '# note',
  '  more',
  '---',
  'tags:',
  '    -  a',
  '-',
  '- ',
  '   - a',
);
const line = fc.oneof(
  { weight: 5, arbitrary: pair },
  { weight: 3, arbitrary: list },
  { weight: 1, arbitrary: other },
);

test('YAML that is read line by line is read as by the book', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.boolean(), (lines, isEnded) => {
      if (expectSame(lines.join('\n') + (isEnded ? '\n' : ''))) read++;
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(2_000);
});

test('scalars are of the kind that the book says', () => {
  const characters = [...'0123456789.eE+-_xXoOabfFnulNULtrsTRSé/:# "\''];
  const scalar = fc.array(fc.constantFrom(...characters), { maxLength: 6 }).map(joined);
  fc.assert(
    fc.property(
      scalar,
      (written) => void expectSame(`a: ${written}\nb:\n  - ${written}\nc: [x, ${written}]`),
    ),
    { numRuns: 10_000 },
  );
});

test.each([
  'title: Q1 2024 Recap\ndate: 2024-04-16\ntags:\n  - a b\n  - "c: d"\nlayout: x.njk\n',
  'tags: [a b, "c",d, 2024]\n',
  'tags:\n- a\n- b\n\ndraft: false\nempty:\nlast: 3\n',
])('%j needs no reader by the book', (content) => {
  expect(expectSame(content)).toBe(true);
});
