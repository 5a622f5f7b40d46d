import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Document } from '../../src/document/document.ts';
import type { Value } from '../../src/document/model.ts';
import { plainData } from '../../src/document/plain-data.ts';
import type { Campaign } from './campaign.ts';
import { frontMatterTokens } from './hostile-tokens.ts';
import { assertPost } from './linted-post.ts';
import { mutatedText } from './mutated-text.ts';
import { assertMapped, assertPlace, assertWritten } from './places.ts';
import { postNames } from './workspace.ts';

interface HeadedPost {
  readonly path: string;
  readonly source: string;
}

const heads = [
  "---\ntitle: \"Q2 2024 Recap: it's \\u00e9\\U0001F600\"\ndate: 2024-05-07 12:30:00 +02:00\ntags: [recap, 'news', ]\ndraft: no # why\n---\n",
  "---\ntitle: >-\n  Q2 2024\n  Recap\n\nsummary: |2+\n    deeper\n  text\nauthor: {name: Jane, \"mail\": 'a''b'}\nlist:\n- a\n- b: c\n---\n",
  '---\na: &a { x: 1 }\nb: *a\nc: { <<: *a }\n? k\n: v\n!!str d: !!timestamp 2024-05-07\ne: ~\nf: 0o14\ng: 1_000\n...\n',
  '+++\ntitle = "Q2 2024 \\"Recap\\" \\u00e9"\ndate = 2024-05-07T12:30:00Z\ntags = ["recap", \'news\',]\n[params.a]\nb = """\nc \\\n  d"""\n[[x]]\ny = 0x1F\n+++\n',
  '{\n  "title": "Q2 2024 \\ud83d\\ude00 Recap",\n  "date": "2024-05-07",\n  "tags": ["recap", null, 1e400, true]\n}\n',
  '---json\n{ "title": "a\\tb", "n": { "__proto__": { "polluted": 1 } } }\n---\n',
  ';;;\n"title": "Q2 2024", "constructor": { "prototype": { "polluted": 1 } }\n;;;\n',
  'Title: Q2 2024 Recap\nDate: 2024-05-07\nTags: recap, news\n\n',
  '---\n__proto__:\n  polluted: 1\nconstructor: { prototype: { polluted: 1 } }\ntitle: a\ntitle: b\n---\n',
];

const tokens = [
  ...frontMatterTokens,
  ...[
    '"',
    "'",
    '"""',
    "'''",
    '\\',
    '\\u',
    '\\ud83d',
    '\\x4',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    ': ',
    '- ',
    '? ',
    '=',
    '\n',
    '\r\n',
  ],
  ...[
    '\r',
    '\t',
    ' ',
    '  ',
    '\n  ',
    '#',
    ' # ',
    '|',
    '>',
    '>-',
    '|+',
    '&a ',
    '*a',
    '<<',
    '!',
    '!!binary ',
    '%YAML 1.1\n',
    '...\n',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'yes',
    'Off',
    '012',
    '0b1',
    '1_0',
    '.inf',
    '-.nan',
    '1e999',
    '9223372036854775808',
  ],
  ...[
    '2024-02-30',
    '12:30:45',
    '2024-05-07T',
    'null',
    '\0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\ud800',
    '😀',
    'é',
    '[[a]]\n',
    '[a.b]\n',
  ],
];

export const frontMatter: Campaign<HeadedPost> = {
  name: 'front-matter',
  promise:
    'Front matter of any format and shape is read in linear time, each key and value stands where it says, and no key reaches a prototype.',
  inputs: fc.record({
    path: fc.constantFrom(...postNames),
    source: fc
      .tuple(
        mutatedText({ seeds: heads, tokens, longest: 8_000, most: 8 }),
        fc.constantFrom('', '\nText.\n', '---\n'),
      )
      .map((parts) => parts.join('')),
  }),
  runs: 200,
  async check({ path, source }) {
    const { document } = await assertPost(path, source);
    assertFrontMatter(document);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined, 'a key reached Object.prototype');
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  },
};

function assertFrontMatter({ frontMatter: read, source }: Document): void {
  if (!read) return;
  for (const { range } of [read, ...read.errors]) assertPlace(source, range, 'front matter');
  for (const { keyRange, value } of read.entries) {
    assertPlace(source, keyRange, 'key');
    // What cannot be read to its end is a text as a whole.
    assertValue(source, value, read.errors.length === 0);
  }
  assertPlain(plainData(read, source).plain);
}

function assertValue(source: string, value: Value, exact: boolean): void {
  assertPlace(source, value.range, `value ${JSON.stringify(value.text)}`);
  assertMapped(source, value);
  if (exact) assertWritten(source, value);
  for (const item of value.items) assertValue(source, item, exact);
  for (const { value: inner } of value.entries) assertValue(source, inner, exact);
}

/** No key of the front matter, `__proto__` included, is the prototype of what it stands in. */
function assertPlain(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const prototype = Array.isArray(value) ? Array.prototype : Object.prototype;
  assert.equal(Object.getPrototypeOf(value), prototype, 'a key became a prototype');
  for (const inner of Object.values(value)) assertPlain(inner);
}
