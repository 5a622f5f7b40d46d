import { describe, expect, test } from 'vitest';
import { at, read } from './reading.ts';

const prose = (source: string) => read(source).prose.map(({ text }) => text);

describe('prose is what a reader sees', () => {
  test.each([
    ['emphasis', 'a *b* **c** ~~d~~', ['a b c d']],
    ['entities', 'a&nbsp;b &amp; &#x41; &unknown; &', ['a\u00A0b & A &unknown; &']],
    ['escapes', 'a \\* b \\a', ['a * b \\a']],
    ['line ends', 'first quarter\nof 2024\r\nwas', ['first quarter of 2024 was']],
    ['hard breaks', 'a  \nb\\\nc', ['a b c']],
    ['quotes', '> a\n> b\nc', ['a b c']],
    ['nested quotes', '> > a\n> > b', ['a b']],
    ['lists', '- a\n  b\n- c', ['a b', 'c']],
    ['code', 'a `Q1` b', ['a \uFFFC b']],
    ['addresses', 'a https://x.org/q1. b me@x.org', ['a \uFFFC. b \uFFFC']],
    ['autolinks', 'a <https://x.org> b', ['a \uFFFC b']],
    ['images', 'a ![Q1](x.png) b', ['a \uFFFC b']],
    ['links', 'a [b *c*](x) d', ['a b c d']],
    ['inline HTML', 'Q<u>2</u> <b>2024</b><br>x<!-- Q3 -->y', ['Q2 2024 xy']],
    ['HTML code', 'a <code>Q1 b</code> c', ['a \uFFFC c']],
    ['template tags', 'a {{ page.quarter }} {% x %} b', ['a \uFFFC \uFFFC b']],
    ['cells', '| Q1 | b |\n| - | - |\n| c\\|d | e |', ['Q1', 'b', 'c|d', 'e']],
    ['headings', '# a **b** #\n\nc\n=', ['a b', 'c']],
    ['footnotes', 'a[^1]\n\n[^1]: b', ['a', 'b']],
    ['task items', '- [x] a', ['a']],
    ['code blocks', '```\na\n```\n\n    b', []],
    ['front matter', '---\ntitle: a\n---\n', []],
  ])('%s', (_name, source, expected) => {
    expect(prose(source)).toEqual(expected);
  });
});

describe('every piece of prose leads back to its characters', () => {
  test.each([
    ['through markup', 'In Q<u>2</u> **2024** we', 'Q2 2024', 'Q<u>2</u> **2024'],
    ['through an entity', 'the second&nbsp;quarter was', 'second\u00A0quarter', 'second&nbsp;quarter'],
    ['over a line end in a quote', '> the first\n> quarter', 'first quarter', 'first\n> quarter'],
    ['with CRLF', 'the first\r\nquarter', 'first quarter', 'first\r\nquarter'],
    ['behind emoji', '😀 &amp; 漢 Q2', 'Q2', 'Q2'],
    ['an escape', 'a \\* b', '*', '\\*'],
    ['in a nested list', '1. x\n   - the Q2\n     recap', 'Q2 recap', 'Q2\n     recap'],
    ['in a table', '| a | Q2 |\n| - | - |\n', 'Q2', 'Q2'],
    ['behind a BOM', '\uFEFFthe Q2 recap', 'Q2', 'Q2'],
  ])('%s', (_name, source, words, written) => {
    const document = read(source);
    const block = document.prose.find(({ text }) => text.includes(words))!;
    const start = block.text.indexOf(words);
    expect(at(document, block.sourceRange(start, start + words.length))).toBe(written);
  });
});

test('link text in prose is marked', () => {
  const [block] = read('see [the Q1 post](x) and <a href="y">that</a>').prose;
  expect(block!.links.map(({ start, end, url }) => [block!.text.slice(start, end), url])).toEqual([
    ['the Q1 post', 'x'],
    ['that', 'y'],
  ]);
});

describe('headings and sections', () => {
  const document = read(
    '# T\n\nintro\n\n## A &amp; *B* ##\n\na\n\n### C\n\nc\n\nD\n-\n\n> ## quoted\n\n##\n',
  );

  test('headings have text and places without marks', () => {
    expect(document.headings.map(({ depth, text }) => [depth, text])).toEqual([
      [1, 'T'],
      [2, 'A & B'],
      [3, 'C'],
      [2, 'D'],
      [2, 'quoted'],
      [2, ''],
    ]);
    expect(document.headings.map(({ textRange }) => at(document, textRange))).toEqual([
      'T',
      'A &amp; *B*',
      'C',
      'D',
      'quoted',
      '',
    ]);
  });

  test('sections reach to the next heading of their level, and know their parents', () => {
    expect(
      document.sections.map(({ heading, parent }) => [heading.text, parent?.heading.text ?? null]),
    ).toEqual([
      ['T', null],
      ['A & B', 'T'],
      ['C', 'A & B'],
      ['D', 'T'],
      ['', 'T'],
    ]);
    expect(at(document, document.sections[1]!.body)!.trim()).toBe('a\n\n### C\n\nc');
    expect(document.sections[0]!.range.end).toBe(document.source.length);
  });

  test('prose knows its section', () => {
    expect(document.prose.map(({ text, section }) => [text, section?.heading.text])).toContainEqual([
      'c',
      'C',
    ]);
  });
});

test('comments are found in Markdown, YAML and MDX', () => {
  const source =
    '---\ntitle: "# no" # one\n---\n\n<!-- two -->\n\na <!-- three --> b {/* four */}\n\n`<!-- no -->`\n';
  const document = read(source, 'x.mdx');
  expect(document.comments.map(({ kind, textRange }) => `${kind}:${at(document, textRange)}`)).toEqual([
    'yaml: one',
    'html: two ',
    'html: three ',
    'mdx: four ',
  ]);
});

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('a comment over lines knows its text with %s', (_name, eol) => {
  const document = read(`Text.${eol}${eol}<!-- one${eol}two -->${eol}`);
  expect(document.comments.map(({ textRange }) => at(document, textRange))).toEqual([` one${eol}two `]);
});

test('a comment that is not closed ends with the file', () => {
  const document = read('Text.\n\n<!-- open');
  expect(document.comments.map(({ range }) => at(document, range))).toEqual(['<!-- open']);
});

test('text of raw HTML is not cut in the middle of an entity', () => {
  const document = read('<p>a &nbsp; b</p>\n');
  expect(document.textRanges.map((range) => at(document, range))).toEqual(['a &nbsp; b']);
});

test('rendered text is neither code nor tags nor comments', () => {
  const document = read('a&nbsp;`b&nbsp;` <i title="&nbsp;">c</i>\n\n<p>d&nbsp;<!-- &nbsp; --></p>\n');
  const text = document.textRanges.map((range) => at(document, range)).join('|');
  expect(text).toContain('a&nbsp;');
  expect(text).toContain('d');
  expect(text.match(/&nbsp;/g)).toHaveLength(2);
});
