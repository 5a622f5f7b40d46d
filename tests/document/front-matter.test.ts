import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, read } from './reading.ts';

/** Keys with what stands at their key and value, and the decoded text. */
function entries(source: string) {
  const document = read(source);
  return (document.frontMatter?.entries ?? []).map(({ keyRange, value }) => [
    at(document, keyRange),
    at(document, value.range),
    value.text,
  ]);
}

describe('YAML', () => {
  test.each([
    ['plain', 'title: Q2 2024', 'Q2 2024', 'Q2 2024'],
    ['with a comment', 'title: Q2 2024 # draft', 'Q2 2024', 'Q2 2024'],
    ['single quotes', "title: 'It''s Q2'", "'It''s Q2'", "It's Q2"],
    ['double quotes', 'title: "Q2\\u0020\\"24\\""', '"Q2\\u0020\\"24\\""', 'Q2 "24"'],
    ['a date is text', 'title: 2024-05-07T12:00:00Z', '2024-05-07T12:00:00Z', '2024-05-07T12:00:00Z'],
    ['a number keeps its digits', 'title: 007', '007', '007'],
    ['folded', 'title: >-\n  Q2\n  2024', '>-\n  Q2\n  2024', 'Q2 2024'],
    ['literal', 'title: |\n  Q2\n  2024', '|\n  Q2\n  2024', 'Q2\n2024\n'],
    ['empty', 'title:', '', ''],
    ['null', 'title: null', 'null', 'null'],
  ])('%s', (_name, line, written, decoded) => {
    expect(entries(`---\n${line}\n---\n`)).toEqual([['title', written, decoded]]);
  });

  test('an empty value stands behind its colon, not on a later line', () => {
    const document = read('---\ntitle:\ndate: 2024-01-01\n---\n');
    expect(document.frontMatter?.get('title')?.value.range).toEqual({ start: 10, end: 10 });
  });

  test('lists and maps carry the places of their parts', () => {
    const document = read('---\ntags:\n  - quarterly updates\n  - [a, "b"]\nseo: {title: x}\n---\n');
    const [tags, seo] = document.frontMatter!.entries;
    expect(tags!.value.items.map(({ range }) => at(document, range))).toEqual([
      'quarterly updates',
      '[a, "b"]',
    ]);
    expect(tags!.value.items[1]!.items.map(({ range }) => at(document, range))).toEqual(['a', '"b"']);
    expect(at(document, seo!.value.entries[0]!.value.range)).toBe('x');
  });

  test.each([
    ['plain', 'd: in June 2024', 'June'],
    ['folded over lines', 'd: >-\n  activities in April, May,\n  and June of 2024.', 'June'],
    ['plain over lines', 'd: activities in April, May,\n  and June of 2024.', 'June'],
    ['double quotes with escapes', 'd: "caf\\u00e9 \\"in\\" June"', 'June'],
    ['single quotes with doubled quotes', "d: 'it''s ''the'' June \\\\ x'", 'June'],
  ])('a word of a %s value maps to its own characters', (_name, line, word) => {
    const document = read(`---\n${line}\n---\n`);
    const { text, sourceRange } = document.frontMatter!.entries[0]!.value;
    const start = text.indexOf(word);
    expect(at(document, sourceRange(start, start + word.length))).toBe(word);
  });

  test.each([
    ['an unquoted colon', 'title: Q2: the recap', 'must stand in quotes'],
    ['a duplicate key', 'title: a\ntitle: b', 'stands twice'],
    ['an open quote', 'title: "Q2\ndate: x', 'missing'],
    ['a tab', 'a:\n\tb: c', ''],
    ['no keys', 'just text', 'no `key: value` lines'],
    ['an open bracket', 'tags: [a, b\ndate: x', '`]` is missing'],
    ['an asterisk', 'title: *bold*', 'must stand in quotes'],
  ])('%s is an error with a place', (_name, content, words) => {
    const document = read(`---\n${content}\n---\n\nText.\n`);
    const { errors, content: range } = document.frontMatter!;
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]!.message).toContain(words);
    expect(errors[0]!.range.start).toBeGreaterThanOrEqual(range.start);
    expect(errors[0]!.range.end).toBeLessThanOrEqual(range.end);
  });

  test('a quoted value that goes on at the start of a line is no error, though it cannot be read', () => {
    const document = read('---\ntitle: a\nsummary: "b\n\nc d: e"\n---\n\nText.\n');
    expect(document.frontMatter!.errors).toEqual([]);
    expect(document.frontMatter!.entries.map(({ key }) => key)).toEqual(['title']);
  });

  test('keys such as __proto__ are keys like others', () => {
    expect(entries('---\n__proto__: a\nconstructor: b\n---\n').map(([key]) => key)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  // The defaults of the YAML library need minutes for some of these: without its options this runs into the timeout.
  test.each(['? ', '[', '{a: ', '&a *a ', '"\\x" '])('a flood of %j ends', (flood) => {
    const document = read(`---\n${flood.repeat(2_000)}\n---\n`);
    expect(document.refusal).toBeNull();
    expect(document.frontMatter?.format).toBe('yaml');
  });
});

describe('TOML', () => {
  test.each([
    ['basic', 'title = "Q2 \\"24\\" \\u00e9"', '"Q2 \\"24\\" \\u00e9"', 'Q2 "24" é'],
    ['literal', "title = 'C:\\new'", "'C:\\new'", 'C:\\new'],
    ['multi-line', 'title = """\nQ2\n2024"""', '"""\nQ2\n2024"""', 'Q2\n2024'],
    ['a date is text', 'title = 2024-05-07T12:00:00Z', '2024-05-07T12:00:00Z', '2024-05-07T12:00:00Z'],
    ['a number keeps its digits', 'title = 1_000', '1_000', '1_000'],
    ['with a comment', 'title = "a" # b', '"a"', 'a'],
  ])('%s', (_name, line, written, decoded) => {
    expect(entries(`+++\n${line}\n+++\n`)).toEqual([['title', written, decoded]]);
  });

  test.each([
    ['basic', 't = "caf\\u00e9 \\"in\\" June"'],
    ['multi-line', 't = """\nin\n June"""'],
    ['literal', "t = 'it in June'"],
  ])('a word of a %s value maps to its own characters', (_name, line) => {
    const document = read(`+++\n${line}\n+++\n`);
    const { text, sourceRange } = document.frontMatter!.entries[0]!.value;
    const start = text.indexOf('June');
    expect(at(document, sourceRange(start, start + 4))).toBe('June');
  });

  test('lists and tables carry the places of their parts', () => {
    const document = read('+++\ntags = ["a", "b"]\n[params]\nseo = {title = "x"}\n+++\n');
    const [tags, params] = document.frontMatter!.entries;
    expect(tags!.value.items.map(({ range }) => at(document, range))).toEqual(['"a"', '"b"']);
    expect(at(document, params!.value.entries[0]!.value.entries[0]!.value.range)).toBe('"x"');
  });

  test.each([
    ['no quotes', 'date = 2024-01-01\ntitle = Q2 2024', 'cannot be read as TOML'],
    ['an open quote', 'date = 2024-01-01\ntitle = "Q2', ''],
    ['a key twice', 'date = 2024-01-01\ndate = 2024-01-02', 'stands twice'],
  ])('%s is an error with a place, and what stands above is read', (_name, content, words) => {
    const { errors, entries: found, content: range } = read(`+++\n${content}\n+++\n\nText.\n`).frontMatter!;
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toContain(words);
    expect(errors[0]!.range.start).toBeGreaterThan(range.start);
    expect(errors[0]!.range.end).toBeLessThanOrEqual(range.end);
    expect(found.map(({ key }) => key)).toEqual(['date']);
  });

  test.each(['[', '{a=', 'a.', '"', '[[a]]\n'])('a flood of %j ends', (flood) => {
    expect(read(`+++\na = ${flood.repeat(4_000)}\n+++\n`).frontMatter?.format).toBe('toml');
  });
});

test('TOML of Franklin is read but for the lines of its program', () => {
  expect(
    entries('+++\nusing Dates\ntitle = "a"\ndate = Date(2024, 7, 12)\ntags = ["b"]\n+++\n').map(
      ([key]) => key,
    ),
  ).toEqual(['title', 'tags']);
});

describe('JSON', () => {
  test('lists and maps carry the places of their parts', () => {
    const document = read('{\n  "tags": ["a", ["b"]],\n  "seo": { "title": "x", "n": null }\n}\n');
    const [tags, seo] = document.frontMatter!.entries;
    expect(at(document, tags!.keyRange)).toBe('"tags"');
    expect(tags!.value.items.map(({ range }) => at(document, range))).toEqual(['"a"', '["b"]']);
    expect(seo!.value.entries.map(({ value }) => [at(document, value.range), value.kind])).toEqual([
      ['"x"', 'string'],
      ['null', 'null'],
    ]);
  });

  test('entries of Middleman stand where they stand', () => {
    expect(entries(';;;\n"title": "a",\n"order": 2\n;;;\n')).toEqual([
      ['"title"', '"a"', 'a'],
      ['"order"', '2', '2'],
    ]);
  });

  test.each([
    ['a trailing comma', '{\n"a": 1,\n}', ',', 'A comma stands before'],
    ['a comment', '{\n"a": 1 // b\n}', '// b', 'no comments'],
    ['a missing comma', '{\n"a": 1\n"b": 2\n}', '', 'A comma is missing'],
    ['single quotes', '{\n"a": \'b\'\n}', "'b'", 'double quotes'],
    ['no quotes', '{\na: 1\n}', 'a', 'A key stands in double quotes'],
    ['an open quote', '{\n"a": "b,\n"c": 1\n}', '"b,', 'A quotation mark is missing'],
    ['an unknown escape', '{\n"a": "\\q"\n}', '"\\q"', 'A backslash'],
    ['a key twice', '{\n"a": 1, "\\u0061": 2\n}', '"\\u0061"', '`a` stands twice'],
    ['a key twice in a list', '{"a": [{"b": 1, "b": 2}]}', '"b"', '`b` stands twice'],
    ['no last brace', '{\n"a": 1\n\nText', '', 'A `}` is missing'],
    ['a list', '---json\n[1]\n---', '[1]', 'no `"key": value` lines'],
  ])('%s is an error with a place', (_name, source, place, words) => {
    const document = read(`${source}\n\nText.\n`);
    const { errors } = document.frontMatter!;
    expect(errors.map(({ range }) => at(document, range))).toEqual([place]);
    expect(errors[0]!.message).toContain(words);
    expect(document.prose.at(-1)?.text).toBe('Text.');
  });

  test.each(['[', '{"a":', '"\\u00', '{"a":1},', '"a":1,', '/*', '\\'])('a flood of %j ends', (flood) => {
    expect(read(`---json\n{"a": ${flood.repeat(4_000)}\n---\n`).frontMatter?.format).toBe('json');
    expect(read(`{"a": ${flood.repeat(4_000)}\n\n`).refusal).toBeNull();
  });
});

test.each([
  ['brackets', `---\na: ${'['.repeat(101)}${']'.repeat(101)}\n---\n`],
  ['brackets that only close', `---\na: ${']'.repeat(101)}\n---\n`],
  ['key marks on one line', `---\na:\n  ${'? '.repeat(101)}b\n---\n`],
  ['TOML', `+++\na = ${'['.repeat(101)}${']'.repeat(101)}\n+++\n`],
  ['JSON', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}\n`],
])('%s on over 100 levels are an error, and nothing is read', (_name, source) => {
  const { errors, entries: found } = read(source).frontMatter!;
  expect(errors.map(({ message }) => message)).toEqual([
    'The front matter has over 100 levels of lists and maps.',
  ]);
  expect(found).toEqual([]);
});

test('an error at a character of two units is at all of it', () => {
  const [error] = read('---\na: >😀\n---\n').frontMatter!.errors;
  expect(error!.range).toEqual({ start: 8, end: 10 });
});

test.each([
  ['a value', ';;;\n"":', 'A value is missing here.'],
  ['the end of a text', ';;;\n"a": "b', 'A quotation mark is missing here.'],
])('%s that is missing where JSON without braces ends has its place in the post', (_what, source, message) => {
  const { errors, entries: found } = read(source).frontMatter!;
  expect(errors.map((error) => error.message)).toContain(message);
  for (const { range } of [...errors, ...found.map(({ value }) => value)])
    expect(range.end).toBeLessThanOrEqual(source.length);
  expect(found.map(({ value }) => value.text).join('')).not.toContain('}');
});

test('places of errors lie in the text of lines', () => {
  const pieces = ['a: ', 'b = ', '"c": ', '"', "'", '[', '{', '\t', '  ', 'x', ',', '\n', '\r\n', '\r', '😀'];
  const fences = fc.constantFrom(
    ['---\n', '\n---\n'],
    ['+++\n', '\n+++\n'],
    ['{\r\n', '\r\n}\r\n'],
    ['---\r', '\r---'],
    [';;;\n"a": ', ''],
  );
  const contents = fc.array(fc.constantFrom(...pieces), { maxLength: 12 });
  fc.assert(
    fc.property(fences, contents, ([open, close], content) => {
      const { frontMatter, lines } = read(`${open}${content.join('')}${close}`);
      for (const { range } of frontMatter?.errors ?? []) {
        for (const offset of [range.start, range.end])
          expect(offset).toBeLessThanOrEqual(lines.lineRange(lines.pointAt(offset).line).end);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('where front matter stands', () => {
  test.each([
    ['BOM', '\uFEFF---\ntitle: a\n---\n', 'yaml'],
    ['CRLF', '---\r\ntitle: a\r\n---\r\n', 'yaml'],
    ['spaces behind the fences', '---  \ntitle: a\n--- \t\n', 'yaml'],
    ['no line behind the last fence', '---\ntitle: a\n---', 'yaml'],
    ['dots as the last fence', '---\ntitle: a\n...\n\nText', 'yaml'],
    ['TOML', '+++\ntitle = "a"\n+++\n', 'toml'],
    ['Pelican header', 'Title: a\nDate: 2024-01-01\n\nText', 'header'],
    ['TOML, spaces, CRLF, BOM', '\uFEFF+++ \r\ntitle = "a"\r\n+++\t\r\n', 'toml'],
    ['TOML named behind the fence', '---toml\ntitle = "a"\n---\n', 'toml'],
    ['YAML named behind the fence', '---yaml\ntitle: a\n---\n', 'yaml'],
    ['another language behind the fence', '---js\n{ title: "a" }\n---\n', null],
    ['JSON', '{\n  "title": "a"\n}\n\nText', 'json'],
    ['JSON in one line', '{ "title": "a" }\nText', 'json'],
    ['JSON, BOM, CRLF, spaces', '\uFEFF{ \r\n"title": "}"\r\n} \r\n', 'json'],
    ['JSON behind blank lines', '\n\n{"title": "a"}\n', 'json'],
    ['JSON with braces inside', '{"a": {"b": "}"}}\n', 'json'],
    ['JSON that is not closed', '{\n"title": "a"\n\nText', 'json'],
    ['JSON without quotes', '{\n  title: "a"\n}\n', 'json'],
    ['empty JSON', '{}\n\nText', 'json'],
    ['JSON between fences', '---json\n{ "title": "a" }\n---\n', 'json'],
    ['JSON between semicolons', ';;;\n"title": "a"\n;;;\n', 'json'],
    ['JSON with braces between semicolons', ';;; \r\n{ "title": "a" }\r\n;;;\r\n', 'json'],
    ['JSON as YAML', '---\n{ "title": "a" }\n---\n', 'yaml'],
    ['empty YAML', '---\n---\n', 'yaml'],
    ['empty YAML with a blank line', '---\n\n---\n', 'yaml'],
    ['empty TOML', '+++\n+++\n', 'toml'],
    ['a Franklin header', '@def title = "a"\n@def hascode = true\n\nText', 'header'],
    ['a Franklin header with blank lines', '@def title = "a"\n\n@def tags = ["b"]\n# Text', 'header'],
    ['another word with an at sign', '@define title = "a"\n\nText', null],
    ['a mention', '@def said hello.\n\nText', null],
    ['a shortcode', '{{< toc >}}\n\nText', null],
    ['a Liquid tag', '{% include a.html %}\n\nText', null],
    ['a variable', '{{ page.title }}\n\nText', null],
    ['a comment of Nunjucks', '{# "title": "a" #}\n\nText', null],
    ['an attribute list', '{:toc}\n\nText', null],
    ['attributes', '{#top .wide}\n# Text', null],
    ['an expression of MDX', '{/* title: a */}\n\nText', null],
    ['an expression over lines', '{\n  items.map((item) => item)\n}\n\nText', null],
    ['JSON in a sentence', '{"title": "a"} is what it sent.\n', null],
    ['a set in a sentence', '{a, b} is a set.\n', null],
    ['JSON behind a comment', '<!-- a -->\n{"title": "a"}\n', null],
    ['JSON down the text', 'Text\n\n{"title": "a"}\n', null],
    ['semicolons and text', ';;;\nText\n;;;\n', null],
    ['a header that ends with the file', 'Title: a\nDate: b\n', null],
    ['a header that ends with spaces', 'Title: a\r\nDate: b\r\n  \r\nText', 'header'],
    ['a header with a BOM', '\uFEFFTITLE: a\nAuthor: b\n\nText', 'header'],
    ['a header behind a blank line', '\nTitle: a\nDate: b\n\nText', null],
    ['a dialogue', 'Anna: Hello.\nBen: What is the date?\n\nText', null],
    ['times', '10:00 Title\n11:00 Date\n\nText', null],
    ['a rule and text', '---\n\nSome text.\n\n---\n\nMore text.', 'yaml'],
    ['four dashes', '----\ntitle: a\n----\n', null],
    ['a rule without an end', '---\n\nSome text.', null],
    ['a header without a title or date', 'Note: a\nHint: b\n\nText', null],
    ['a header of one line', 'Title: a\n\nText', null],
    ['a header in a paragraph', 'Title: a\nDate: b\nand then some text\n\nText', null],
    ['an empty file', '', null],
  ])('%s', (_name, source, format) => {
    expect(read(source).frontMatter?.format ?? null).toBe(format);
  });

  test('a header has values with places', () => {
    expect(entries('Title: Weekly news\nDate: 2024-01-01\nTags: a,\n  b\n\nText')).toEqual([
      ['Title', 'Weekly news', 'Weekly news'],
      ['Date', '2024-01-01', '2024-01-01'],
      ['Tags', 'a,\n  b', 'a, b'],
    ]);
  });

  test('a value of a header may begin on the next line, or be missing', () => {
    const document = read('Title: a\nSummary:\n  b c\n  d\nSlug:\n\nText');
    const [, summary, slug] = document.frontMatter!.entries;
    expect([summary!.value.text, at(document, summary!.value.sourceRange(2, 5))]).toEqual([
      'b c d',
      'c\n  d',
    ]);
    expect(slug!.value.sourceRange(0, 0)).toEqual(slug!.value.range);
    expect(slug!.value.range).toEqual({ start: 33, end: 33 });
  });

  test('a Franklin header has values with places', () => {
    expect(entries('@def title = "Weekly news"\n@def  tags = ["a", "b"]\n\nText')).toEqual([
      ['title', '"Weekly news"', 'Weekly news'],
      ['tags', '["a", "b"]', '["a", "b"]'],
    ]);
  });

  test.each([
    ['{\n"title": "a"\n}\n\nText of *it*.', 'json', '{\n"title": "a"\n}'],
    ['---json\n{"a": 1}\n---\nText of *it*.', 'json', '{"a": 1}'],
    ['+++\na = 1\n+++\nText of *it*.', 'toml', 'a = 1'],
    ['Title: a\nDate: b\n\nText of *it*.', 'yaml', 'Title: a\nDate: b'],
  ])('%j is a node of its own, and no prose', (source, type, value) => {
    const document = read(source);
    expect(document.tree.children[0]).toMatchObject({ type, value });
    expect(document.prose.map(({ text }) => text)).toEqual(['Text of it.']);
  });

  test('an unclosed block ends at the first blank line and is an error', () => {
    const document = read('---\ntitle: a\ndate: b\n\nText of *the* post.\n');
    expect(document.frontMatter!.entries.map(({ key }) => key)).toEqual(['title', 'date']);
    expect(document.frontMatter!.errors[0]!.message).toContain('not closed');
    expect(document.prose.map(({ text }) => text)).toEqual(['Text of the post.']);
  });

  test('blank lines before the block are an error', () => {
    const document = read('\n\n---\ntitle: a\n---\n\nText.\n');
    expect(document.frontMatter!.get('title')!.value.text).toBe('a');
    expect(document.frontMatter!.errors[0]!.message).toContain('Blank lines');
  });

  test('what is front matter never becomes prose', () => {
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n'), fc.boolean(), (eol, bom) => {
        const source = `${bom ? '\uFEFF' : ''}---${eol}title: Secret${eol}---${eol}${eol}# Hello${eol}`;
        const document = read(source);
        expect(document.prose.map(({ text }) => text)).toEqual(['Hello']);
        expect(at(document, document.headings[0]!.range)).toBe('# Hello');
      }),
    );
  });
});
