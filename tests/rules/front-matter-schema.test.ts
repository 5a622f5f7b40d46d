import { expect, test } from 'vitest';
import { readJson } from '../../src/config/json.ts';
import { compileSchema } from '../../src/config/post-schema.ts';
import rule from '../../src/rules/front-matter-schema.ts';
import { testRule, type ValidCase } from '../../src/testing.ts';

/** What the configuration says of a post whose series names this schema. */
function held(schema: object): Pick<ValidCase, 'post'> {
  return { post: { schema: compileSchema(readJson('/site/recap.schema.json', JSON.stringify(schema))) } };
}

const draft07 = 'http://json-schema.org/draft-07/schema#';
const one = (schema: object) => held({ properties: { value: schema } });
const recap = held({
  type: 'object',
  required: ['title', 'date', 'author'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 30 },
    date: { type: 'string', format: 'date', formatMinimum: '2015-01-01' },
    author: { enum: ['Rebecca', 'Ollie', 'Samir'] },
    tags: { type: 'array', items: { type: 'string', pattern: '^[a-z-]+$' }, uniqueItems: true, maxItems: 3 },
    issue: { type: 'integer', minimum: 1 },
    draft: { type: 'boolean' },
    description: { type: 'string' },
    image: {
      anyOf: [
        { type: 'string' },
        {
          type: 'object',
          required: ['src'],
          properties: { src: { type: 'string' }, alt: { type: 'string' } },
        },
      ],
    },
    menu: {
      type: 'object',
      properties: { main: { type: 'object', properties: { weight: { type: 'integer' } } } },
    },
  },
  additionalProperties: false,
});
const open = held({
  required: ['title', 'description'],
  properties: { title: { type: 'string' }, description: { type: 'string' } },
});
const people = held({
  $schema: draft07,
  definitions: {
    person: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, role: { enum: ['editor', 'writer'] } },
      additionalProperties: false,
    },
  },
  properties: { authors: { type: 'array', items: { $ref: '#/definitions/person' } } },
});
const head = 'title: Recap\ndate: 2024-05-07\nauthor: Ollie';
const conditional = held(
  JSON.parse('{"if":{"properties":{"kind":{"const":"event"}}},"then":{"required":["place"]}}'),
);
const yaml = (lines: string) => `---\n${lines}\n---\n\nText.\n`;
const toml = (lines: string) => `+++\n${lines}\n+++\n\nText.\n`;

testRule(rule, {
  valid: [
    { name: 'nothing is configured', text: yaml('title: 5') },
    { name: 'all required keys', text: yaml(head), ...recap },
    {
      name: 'all keys',
      text: yaml(`${head}\ntags: [a, b-c]\nissue: 12\ndraft: false\nimage: /a.png`),
      ...recap,
    },
    {
      name: 'the other form of a value',
      text: yaml(`${head}\nimage:\n  src: /a.png\n  alt: A boat`),
      ...recap,
    },
    { name: 'a folded text', text: yaml(`${head}\ndescription: >-\n  We met\n  in May.`), ...recap },
    { name: 'a date in quotes', text: yaml('title: A\ndate: "2024-05-07"\nauthor: Ollie'), ...recap },
    { name: 'an emoji counts as one character', text: yaml('value: 🎉🎉'), ...one({ maxLength: 2 }) },
    { name: 'TOML', text: toml('title = "A"\ndate = 2024-05-07\nauthor = "Ollie"\nissue = 1_000'), ...recap },
    {
      name: 'tables of TOML',
      text: toml('title = "A"\ndate = 2024-05-07\nauthor = "Ollie"\n[menu.main]\nweight = 3'),
      ...recap,
    },
    {
      name: 'a dotted key',
      text: toml('menu.main.weight = 3'),
      ...held({ properties: { menu: { type: 'object' } }, additionalProperties: false }),
    },
    { name: 'a key with a dot in quotes', text: toml('"a.b" = 3'), ...held({ required: ['a.b'] }) },
    {
      name: 'an array of tables',
      text: toml('[[authors]]\nname = "A"\n[[authors]]\nname = "B"\nrole = "editor"'),
      ...people,
    },
    {
      name: 'a list of groups',
      text: yaml('authors:\n  - name: A\n    role: writer\n  - { name: B }'),
      ...people,
    },
    {
      name: 'a header has texts, which may stand for numbers',
      text: 'Title: A\nDate: 2024-05-07\nAuthor: Ollie\nIssue: 12\nDraft: true\n\nText.\n',
      ...recap,
    },
    {
      name: 'the number that a title is in a header',
      text: 'Title: 2024\nDate: 2024-05-07\nAuthor: Ollie\n\nText.\n',
      ...recap,
    },
    { name: 'front matter that cannot be read has a finding of its own', text: yaml('title: [a'), ...recap },
    { name: 'front matter that is not closed', text: '---\ntitle: A\n\nText.\n', ...recap },
    { name: 'a blank post', text: '\n\n', ...recap },
    { name: 'no front matter where nothing is required', text: 'Text.\n', ...people },
    { name: 'empty front matter where nothing is required', text: '---\n---\n\nText.\n', ...people },
    {
      name: 'an alias is not filled in',
      text: yaml('value: *base\nother: &base [a]'),
      ...one({ type: 'array' }),
    },
    {
      name: 'a list with an alias in it',
      text: yaml('value: [*a]\nother: &a x'),
      ...one({ contains: { const: 'x' } }),
    },
    {
      name: 'keys may come by merging',
      text: yaml('a: &a { title: A }\n<<: *a'),
      ...held({ required: ['title'] }),
    },
    {
      name: 'a template tag is not filled in',
      text: yaml('value: "{{ page.date }}"'),
      ...one({ format: 'date' }),
    },
    {
      name: 'further keys where the schema lets them be',
      text: yaml('title: A\ndescription: B\nlayout: post'),
      ...open,
    },
    {
      name: 'names that every object has',
      text: yaml('toString: a'),
      ...held({ properties: { constructor: { type: 'string' } } }),
    },
    { name: 'equal groups', text: yaml('value: { a: [1, b] }'), ...one({ const: { a: [1, 'b'] } }) },
    {
      name: 'a pattern with escapes of JavaScript',
      text: yaml('value: ä/2024'),
      ...one({ pattern: '^\\u00e4\\/(?<year>\\d{4})$' }),
    },
    { name: 'letters of any language', text: yaml('value: Übersicht'), ...one({ pattern: '^\\p{L}+$' }) },
    {
      name: 'numbers in all bases',
      text: yaml('value: [0x1F, 0o17, 1e3, -2, .5]'),
      ...one({ items: { type: 'number' } }),
    },
    { name: 'an empty value that may be', text: yaml('value:'), ...one({ type: ['string', 'null'] }) },
    { name: 'a key of HTML text is none', text: '<p>title: 5</p>\n', ...one({ type: 'string' }) },
    {
      name: 'only one of several keys is asked for',
      text: yaml('a: 1'),
      ...held({ anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
    },
    {
      name: 'a condition that is not met',
      text: yaml('kind: post'),
      ...conditional,
    },
    {
      name: 'annotations of editors',
      text: yaml('value: a'),
      ...one({ type: 'string', markdownDescription: 'A *value*.', 'x-order': 1 }),
    },
    {
      name: '__proto__ as a key',
      text: yaml('__proto__: { title: A }\nvalue: a'),
      ...one({ type: 'string' }),
    },
  ],
  invalid: [
    {
      name: 'front matter and a schema that are large both',
      text: yaml(`value: [${'a, '.repeat(200)}a]`),
      ...one({ items: { anyOf: Array.from({ length: 1_900 }, (_, index) => ({ const: index })) } }),
      reports: ['1:1-1:4 The front matter and its schema are too large to compare: shorten one of them.'],
    },
    {
      name: 'a missing key',
      text: yaml('title: Recap\nauthor: Ollie'),
      ...recap,
      reports: ['1:1-1:4 The key `date` is missing: write it.'],
    },
    {
      name: 'empty front matter',
      text: '---\n---\n\nText.\n',
      ...held({ required: ['title'] }),
      reports: ['1:1-1:4 The key `title` is missing: write it.'],
    },
    {
      name: 'no front matter',
      text: '# Recap\n\nText.\n',
      ...recap,
      reports: ['1:1-1:1 The post has no front matter, but must have the keys `title`, `date`, `author`.'],
    },
    {
      name: 'no front matter in HTML',
      text: '<h1>Recap 🎉</h1>\n<p>Text.</p>\n',
      ...open,
      reports: ['1:1-1:1 The post has no front matter, but must have the keys `title`, `description`.'],
    },
    {
      name: 'front matter before HTML',
      text: `---\n${head}\nissue: 0\n---\n<p>Text.</p>\n`,
      ...recap,
      reports: ['5:8-5:9 `issue` must be at least 1; it is the number `0`.'],
    },
    {
      name: 'a misspelt value',
      text: yaml('title: Recap\ndate: 2024-05-07\nauthor: "Rebeca"'),
      ...recap,
      reports: [
        '4:9-4:17 `author` must be one of `Rebecca`, `Ollie` or `Samir`; it is `Rebeca`; did you mean `Rebecca`?',
      ],
    },
    {
      name: 'a misspelt key that is not allowed is not missing as well',
      text: yaml('titel: Recap\ndate: 2024-05-07\nauthor: Ollie'),
      ...recap,
      reports: ['2:1-2:6 There is no key `titel` in the schema; did you mean `title`?'],
    },
    {
      name: 'a misspelt key that would be allowed',
      text: yaml('title: A\nDescripton: B'),
      ...open,
      reports: ['3:1-3:11 The key `description` is missing; `Descripton` looks like it: rename it.'],
    },
    {
      name: 'an unknown key',
      text: yaml(`${head}\nwordpress_id: 12`),
      ...recap,
      reports: ['5:1-5:13 There is no key `wordpress_id` in the schema: delete it, or add it there.'],
    },
    {
      name: 'no date',
      text: yaml('title: A\ndate: 2024-06-31\nauthor: Ollie'),
      ...recap,
      reports: ['3:7-3:17 `date` must be a date such as `2024-05-31`; it is `2024-06-31`.'],
    },
    {
      name: 'a date too early',
      text: yaml('title: A\ndate: 2014-06-30\nauthor: Ollie'),
      ...recap,
      reports: ['3:7-3:17 `date` must not be before `2015-01-01`; it is `2014-06-30`.'],
    },
    {
      name: 'an empty text',
      text: yaml('title: ""\ndate: 2024-06-30\nauthor: Ollie'),
      ...recap,
      reports: ['2:8-2:10 `title` must not be empty: fill it in, or delete the key.'],
    },
    {
      name: 'nothing behind the colon',
      text: yaml('title:\ndate: 2024-06-30\nauthor: Ollie'),
      ...recap,
      reports: ['2:1-2:6 `title` must be text; it is empty.'],
    },
    {
      name: 'a text too long, shortened in the message',
      text: yaml(
        `title: >-\n  🎉 A recap of all that happened in\n  the second quarter of the year, and more\ndate: 2024-06-30\nauthor: Ollie`,
      ),
      ...recap,
      reports: [
        '2:8-4:43 `title` must have at most 30 characters; it is `🎉 A recap of all that happened in the second quarter of the…`.',
      ],
    },
    {
      name: 'a number that should be text',
      text: yaml('title: 2024\ndate: 2024-06-30\nauthor: Ollie'),
      ...recap,
      reports: ['2:8-2:12 `title` must be text; it is the number `2024`.'],
    },
    {
      name: 'a text that should be a number',
      text: yaml(`${head}\nissue: "12"`),
      ...recap,
      reports: ['5:8-5:12 `issue` must be a whole number; it is the text `12`.'],
    },
    {
      name: 'a word that is no boolean',
      text: yaml(`${head}\ndraft: yes`),
      ...recap,
      reports: ['5:8-5:11 `draft` must be `true` or `false`; it is `yes`.'],
    },
    {
      name: 'a text that should be a list',
      text: yaml(`${head}\ntags: news, events`),
      ...recap,
      reports: ['5:7-5:19 `tags` must be a list; it is `news, events`.'],
    },
    {
      name: 'items',
      text: yaml(`${head}\ntags:\n  - news\n  - "Big News"\n  - news`),
      ...recap,
      reports: [
        '7:5-7:15 Item 2 of `tags` must match the pattern `^[a-z-]+$`; it is `Big News`.',
        '8:5-8:9 Item 3 of `tags` must be there only once; it is `news`.',
      ],
    },
    {
      name: 'too many items',
      text: yaml(`${head}\ntags: [a, b, c, d]`),
      ...recap,
      reports: ['5:7-5:19 `tags` must have at most 3 items; it is a list.'],
    },
    {
      name: 'a key that is missing in a group',
      text: yaml(`${head}\nimage:\n  alt: A boat`),
      ...recap,
      reports: ['5:1-5:6 The key `src` is missing in `image`: write it.'],
    },
    {
      name: 'neither of two types',
      text: yaml(`${head}\nimage: [a]`),
      ...recap,
      reports: ['5:8-5:11 `image` must be text or be a group of keys; it is a list.'],
    },
    {
      name: 'groups in lists',
      text: yaml('authors:\n  - name: A\n    role: edtor\n  - role: writer\n  - name: C\n    nick: c'),
      ...people,
      reports: [
        '4:11-4:16 `role` in item 1 of `authors` must be one of `editor` or `writer`; it is `edtor`; did you mean `editor`?',
        '5:5-5:9 The key `name` is missing in item 2 of `authors`: write it.',
        '7:5-7:9 There is no key `nick` in item 3 of `authors` in the schema: delete it, or add it there.',
      ],
    },
    {
      name: 'tables of TOML',
      text: toml('title = "A"\ndate = 2024-05-07\nauthor = "Ollie"\n[menu.main]\nweight = "3"'),
      ...recap,
      reports: ['6:10-6:13 `menu.main.weight` must be a whole number; it is the text `3`.'],
    },
    {
      name: 'arrays of tables',
      text: toml('[[authors]]\nname = "A"\n[[authors]]\nrole = "editor"'),
      ...people,
      reports: ['4:3-4:10 The key `name` is missing in item 2 of `authors`: write it.'],
    },
    {
      name: 'a header',
      text: 'Title: A\nDate: May 2024\nAuthor: Ollie\nIssue: two\n\nText.\n',
      ...recap,
      reports: [
        '2:7-2:15 `date` must be a date such as `2024-05-31`; it is `May 2024`.',
        '4:8-4:11 `issue` must be a whole number; it is `two`.',
      ],
    },
    {
      name: 'a key that is missing in a header',
      text: 'Title: A\nDate: 2024-05-07\n\nText.\n',
      ...recap,
      reports: ['1:1-1:9 The key `author` is missing: write it.'],
    },
    {
      name: 'a choice of values in several forms',
      text: yaml('value: quater'),
      ...one({ anyOf: [{ const: 'quarter' }, { const: 'year' }, { type: 'integer' }] }),
      reports: [
        '2:8-2:14 `value` must be `quarter` or be `year` or be a whole number; it is `quater`; did you mean `quarter`?',
      ],
    },
    {
      name: 'one of several keys',
      text: yaml('c: 1'),
      ...held({ anyOf: [{ required: ['author'] }, { required: ['byline'] }] }),
      reports: [
        '1:1-1:4 The front matter must have the key `author` or have the key `byline`; it is a group of keys.',
      ],
    },
    {
      name: 'a condition',
      text: yaml('kind: event'),
      ...conditional,
      reports: ['1:1-1:4 The key `place` is missing: write it.'],
    },
    {
      name: 'a key that asks for another',
      text: yaml('image: a.png'),
      ...held({ dependentRequired: { image: ['image_alt'] } }),
      reports: ['1:1-1:4 The key `image_alt` is missing: write it.'],
    },
    {
      name: 'a key that must not be',
      text: yaml('slug: a'),
      ...held({ properties: { slug: false } }),
      reports: ['2:1-2:5 There is no key `slug` in the schema: delete it, or add it there.'],
    },
    {
      name: 'names of keys',
      text: yaml('Title: a'),
      ...held({ propertyNames: { pattern: '^[a-z]+$' } }),
      reports: ['2:1-2:6 There is no key `Title` in the schema: delete it, or add it there.'],
    },
    {
      name: 'keys that no part of the schema names',
      text: yaml('title: a\ntitel: b'),
      ...held({ allOf: [{ properties: { title: true } }], unevaluatedProperties: false }),
      reports: ['3:1-3:6 There is no key `titel` in the schema: delete it, or add it there.'],
    },
    {
      name: 'an item that a list must have',
      text: yaml('value: [b]'),
      ...one({ contains: { const: 'a' } }),
      reports: ['2:8-2:11 `value` must hold an item that the schema asks for; it is a list.'],
    },
    {
      name: 'a key that every object has is missing all the same',
      text: yaml('a: 1'),
      ...held({ required: ['toString'] }),
      reports: ['1:1-1:4 The key `toString` is missing: write it.'],
    },
    {
      name: 'a constant',
      text: yaml('value: blog'),
      ...one({ const: 'post' }),
      reports: ['2:8-2:12 `value` must be `post`; it is `blog`.'],
    },
    {
      name: 'not a number',
      text: yaml('value: .nan'),
      ...one({ type: 'number' }),
      reports: ['2:8-2:12 `value` must be a number; it is the number `.nan`.'],
    },
    {
      name: 'what is known beside an alias',
      text: yaml('a: &a x\nvalue: [*a, 1]\ntitle: 5'),
      ...held({ properties: { title: { type: 'string' } } }),
      reports: ['4:8-4:9 `title` must be text; it is the number `5`.'],
    },
  ],
});

test('a hostile post takes no long time', () => {
  const { post } = one({
    type: 'array',
    uniqueItems: true,
    items: { pattern: '^(a+)+(b|c)*$', format: 'uri' },
  });
  const items = Array.from({ length: 1500 }, (_, index) => 'a'.repeat(15) + index);
  const started = performance.now();
  post!.schema!.check({ value: items }, false);
  post!.schema!.check({ value: ['a'.repeat(30_000)] }, false);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a list of thousands of words costs no more for thousands of wrong values', () => {
  const words = Array.from({ length: 8_000 }, (_, index) => `v${index}abcd`);
  const schema = compileSchema(
    readJson('/site/s.json', JSON.stringify({ properties: { tags: { items: { enum: words } } } })),
  );
  const tags = Array.from({ length: 2_000 }, (_, index) => `x${index}valu`);
  const before = process.cpuUsage();
  expect(schema.check({ tags }, false)).toHaveLength(50);
  const { user, system } = process.cpuUsage(before);
  // Each held against each, it was over twenty seconds.
  expect((user + system) / 1_000_000).toBeLessThan(10);
});

const numbered = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

test.each<[what: string, schema: object, value: unknown]>([
  ['choices', { items: { anyOf: numbered(1_900, (i) => ({ const: `b${i}` })) } }, numbered(1_500, () => 'a')],
  ['refusals', { items: { anyOf: numbered(5_000, () => false) } }, numbered(500, () => 'a')],
  ['missing keys', { items: { required: numbered(5_000, (i) => `k${i}`) } }, numbered(500, () => ({}))],
  ['items', { allOf: numbered(100, () => ({ uniqueItems: true })) }, numbered(1_500, (i) => [i])],
  [
    'patterns',
    { allOf: numbered(20, (i) => ({ pattern: `^([ab]{0,900}[ac]){1}${i}$` })) },
    'a'.repeat(30_000),
  ],
])('%s that are too large to compare are said to be so, and not compared', (_, schema, value) => {
  const { check } = one(schema).post!.schema!;
  const before = process.cpuUsage();
  expect(check({ value }, false)).toEqual([{ path: [], kind: 'large', key: '', expected: '', meant: null }]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000_000).toBeLessThan(1);
});

test('as many choices as are compared are compared in time linear in them', () => {
  const { check } = one({ items: { anyOf: numbered(1_900, (i) => ({ const: `b${i}` })) } }).post!.schema!;
  const before = process.cpuUsage();
  expect(check({ value: numbered(45, () => 'zzzz') }, false)).toHaveLength(45);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000_000).toBeLessThan(10);
});

const breaking = ['"', "'", '`', '\n', '\u2028', '\\', '}', '*/', `\${`, '"]', "'\\"].map(
  (end) => `${end};globalThis.pwned=1;//\${globalThis.pwned=1}`,
);

test.each(breaking)('no code comes of the words of a schema: %j', (word) => {
  const leaf = { const: word, default: word, $comment: word, title: word, description: word };
  const schemas = [
    { $id: word, $comment: word, properties: { [word]: leaf }, required: [word], 'x-a': word },
    { dependentRequired: { [word]: [word] }, enum: [word], examples: [word] },
    { $defs: { [word]: leaf }, additionalProperties: leaf, propertyNames: { enum: [word] } },
    { format: word },
    { $ref: word },
    { $ref: `#/$defs/${encodeURIComponent(word)}`, $defs: { [word]: leaf } },
    { pattern: word },
    { patternProperties: { [word]: leaf } },
    { properties: { a: { formatMinimum: word, format: 'date' } } },
    { multipleOf: word },
    { [word]: word },
  ];
  for (const schema of schemas) {
    try {
      const { check } = held(schema).post!.schema!;
      for (const untyped of [false, true]) check({ [word]: 'a', a: word }, untyped);
    } catch (error) {
      expect((error as Error).name).toBe('ConfigError');
    }
  }
  expect(globalThis).not.toHaveProperty('pwned');
});
