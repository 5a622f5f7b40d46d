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

describe('where front matter stands', () => {
  test.each([
    ['BOM', '\uFEFF---\ntitle: a\n---\n', 'yaml'],
    ['CRLF', '---\r\ntitle: a\r\n---\r\n', 'yaml'],
    ['spaces behind the fences', '---  \ntitle: a\n--- \t\n', 'yaml'],
    ['no line behind the last fence', '---\ntitle: a\n---', 'yaml'],
    ['dots as the last fence', '---\ntitle: a\n...\n\nText', 'yaml'],
    ['TOML', '+++\ntitle = "a"\n+++\n', 'toml'],
    ['Pelican header', 'Title: a\nDate: 2024-01-01\n\nText', 'header'],
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
