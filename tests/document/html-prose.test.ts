import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import type { Range } from '../../src/document/source.ts';
import { at, read } from './reading.ts';

/** A block as `kind text <what stands at its range>`, with `L` in lists, `Q` in quotes, and its depth. */
function prose(document: Document): string[] {
  return document.prose.map((block) => {
    const { kind, text, range, inList, inQuote, depth } = block;
    return `${kind} ${inList ? 'L' : ''}${inQuote ? 'Q' : ''}${depth} ${text} <${at(document, range)}>`;
  });
}

test('a break behind a table ends the table', () => {
  const document = read('| a |\n| - |\n| b |\n<br>\n## T\n');
  expect(document.headings.map(({ text }) => text)).toEqual(['T']);
  expect(document.prose.map(({ kind }) => kind)).toEqual(['cell', 'cell', 'heading']);
});

describe('blocks are what a browser shows', () => {
  test.each<[string, string, string[]]>([
    [
      'one line',
      '<div><p>a <b>b</b>.</p><h2 id="h">C &amp; d</h2><p>e</p></div>',
      ['paragraph 0 a b. <a <b>b</b>.>', 'heading 0 C & d <<h2 id="h">C &amp; d</h2>>', 'paragraph 0 e <e>'],
    ],
    [
      'text without an element',
      '<div>a<p>b</p>c</div>d',
      ['paragraph 0 a <a>', 'paragraph 0 b <b>', 'paragraph 0 c <c>', 'paragraph 0 d <d>'],
    ],
    [
      'nested lists',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><p>d</p>',
      ['paragraph L2 a <a>', 'paragraph L4 b <b>', 'paragraph L2 c <c>', 'paragraph 0 d <d>'],
    ],
    [
      'items with paragraphs',
      '<ol><li><p>a</p><p>b</p></li></ol>',
      ['paragraph L2 a <a>', 'paragraph L2 b <b>'],
    ],
    [
      'definition lists',
      '<dl><dt>a<dd>b<dt>c<dd>d</dl>e',
      [
        'paragraph L2 a <a>',
        'paragraph L2 b <b>',
        'paragraph L2 c <c>',
        'paragraph L2 d <d>',
        'paragraph 0 e <e>',
      ],
    ],
    [
      'tables',
      '<table><caption>t</caption><tr><th>a</th><td>b <i>c</i></td></tr></table>',
      ['caption 1 t <t>', 'cell 1 a <a>', 'cell 1 b c <b <i>c</i>>'],
    ],
    [
      'unclosed cells',
      '<table><tr><td>a<td>b<tr><td>c</table>d',
      ['cell 1 a <a>', 'cell 1 b <b>', 'cell 1 c <c>', 'paragraph 0 d <d>'],
    ],
    [
      'unclosed paragraphs and items',
      '<ul><li>a<li>b</ul><p>c<p>d<h2>e</h2>f',
      [
        'paragraph L2 a <a>',
        'paragraph L2 b <b>',
        'paragraph 0 c <c>',
        'paragraph 0 d <d>',
        'heading 0 e <<h2>e</h2>>',
        'paragraph 0 f <f>',
      ],
    ],
    ['end tags without a start', '<p>a</p></p></div><p>b</p>', ['paragraph 0 a <a>', 'paragraph 0 b <b>']],
    [
      'comments between',
      '<p>a</p><!-- <p>x</p> --><p>b<!-- y --></p>',
      ['paragraph 0 a <a>', 'paragraph 0 b <b>'],
    ],
    ['quotes', '<blockquote><p>a</p></blockquote><p>b</p>', ['paragraph Q1 a <a>', 'paragraph 0 b <b>']],
    [
      'in quotes of Markdown',
      '> <p>a\n> b</p>\n> <ul><li>c\n> d</li></ul>',
      ['paragraph Q1 a b <a\n> b>', 'paragraph LQ3 c d <c\n> d>'],
    ],
    [
      'in lists of Markdown',
      '- <p>a</p>\n- <b>b</b> c',
      ['paragraph L2 a <a>', 'paragraph L2 b c <<b>b</b> c>'],
    ],
    [
      'what is no text',
      '<pre>x <b>y</b></pre><p>a</p><script>"<p>no</p>"</script><style>p{}</style><p>b</p>',
      ['paragraph 0 a <a>', 'paragraph 0 b <b>'],
    ],
    [
      'code and addresses',
      '<p>a <code>b</code> https://x.example c</p>',
      ['paragraph 0 a \uFFFC \uFFFC c <a <code>b</code> https://x.example c>'],
    ],
    [
      'Markdown in details',
      '<details>\n<summary>a</summary>\n\n## B\n\n- c **d**\n\n</details>\n\ne',
      ['caption 0 a <a>', 'heading 0 B <## B>', 'paragraph L2 c d <c **d**>', 'paragraph 0 e <e>'],
    ],
    [
      'HTML in Markdown in HTML',
      '<blockquote>\n\na <b>b</b>\n\n<p>c</p>\n\n</blockquote>\n\nd',
      ['paragraph Q1 a b <a <b>b</b>>', 'paragraph Q1 c <c>', 'paragraph 0 d <d>'],
    ],
    [
      'images and captions',
      '<figure><img src=b.png><figcaption>a</figcaption></figure><p>b</p>',
      ['paragraph 0 \uFFFC <<img src=b.png>>', 'caption 0 a <a>', 'paragraph 0 b <b>'],
    ],
    [
      'Windows line ends',
      '<p>a</p>\r\n<h2>b\r\nc</h2>\r\n',
      ['paragraph 0 a <a>', 'heading 0 b c <<h2>b\r\nc</h2>>'],
    ],
    [
      'headings that are not closed',
      '<h2>a<h3>b</h3>c',
      ['heading 0 a <<h2>a>', 'heading 0 b <<h3>b</h3>>', 'paragraph 0 c <c>'],
    ],
    [
      'Markdown means nothing',
      '<p>a **b** [c](d) `e`</p>',
      ['paragraph 0 a **b** [c](d) `e` <a **b** [c](d) `e`>'],
    ],
    [
      'entities',
      '<p>&lt;a&gt;&nbsp;&#x41; &bogus;</p>',
      ['paragraph 0 <a>\u00A0A &bogus; <&lt;a&gt;&nbsp;&#x41; &bogus;>'],
    ],
    ['emoji and a mark of byte order', '\uFEFF<p>😀 a</p>', ['paragraph 0 😀 a <😀 a>']],
    ['indented', '<ul>\n  <li>\n    a\n  </li>\n</ul>', ['paragraph L2 a <a>']],
  ])('%s', (_name, source, expected) => {
    expect(prose(read(source))).toEqual(expected);
  });
});

test('breaks part words', () => {
  expect(read('<p>a<br>b<br />c</p>').prose[0]!.text).toBe('a b c');
});

test.each<[string, string, string[]]>([
  [
    'marks',
    '<p><b>a</b> <em>b</em> <u>c</u> <s>d</s></p>',
    ['strong a <b>a</b>|a', 'emphasis b <em>b</em>|b', 'underline c <u>c</u>|c', 'delete d <s>d</s>|d'],
  ],
  [
    'marks in marks',
    '<h2><strong>a <i>b</i></strong></h2>',
    ['emphasis b <i>b</i>|b', 'strong a b <strong>a <i>b</i></strong>|a <i>b</i>'],
  ],
  ['marks in Markdown', 'x <b>a</b> **c**', ['strong a <b>a</b>|a', 'strong c **c**|c']],
  ['not closed', '<p>x <b>a</p>', []],
])('%s have their places', (_name, source, expected) => {
  const document = read(source);
  const marks = document.prose.flatMap((block) =>
    block.marks.map((mark) => {
      const text = block.text.slice(mark.start, mark.end);
      return `${mark.kind} ${text} ${at(document, mark.range)}|${at(document, mark.textRange)}`;
    }),
  );
  expect(marks).toEqual(expected);
});

test.each<[string, string, string[]]>([
  [
    'links',
    '<p>See <a href="/x?a=1&amp;b=2"><u>this</u> page</a>.</p>',
    ['html /x?a=1&b=2 this page | <u>this</u> page | /x?a=1&amp;b=2'],
  ],
  ['links in links', '<p><a href="/x">a<a href="/y">b</a></p>', ['html /x a | a | /x', 'html /y b | b | /y']],
  [
    'targets without quotes',
    "<a href=/x>a</a> <a href='/y'>b</a>",
    ['html /x a | a | /x', 'html /y b | b | /y'],
  ],
  ['images', '<p><img src="a.png" alt="x &amp; y"></p>', ['image a.png x & y | x &amp; y | a.png']],
  ['anchors are no links', '<p><a name="x"></a>a</p>', []],
  [
    'in headings, cells and items',
    '<h2><a href="/a">a</a></h2><table><td><a href="/b">b</a></table><li><a href="/c">c</a>',
    ['html /a a | a | /a', 'html /b b | b | /b', 'html /c c | c | /c'],
  ],
])('%s have their places', (_name, source, expected) => {
  const document = read(source);
  const links = document.links.map(
    ({ kind, url, text, textRange, urlRange }) =>
      `${kind} ${url} ${text?.text} | ${at(document, textRange)} | ${at(document, urlRange)}`,
  );
  expect(links).toEqual(expected);
});

test('headings open sections, in HTML and Markdown alike', () => {
  const document = read(
    '<h1>a</h1><h2><b>b</b></h2><p>x</p>\n\n### c\n\n<blockquote><h2>q</h2></blockquote>\n<h2>d</h2>\n',
  );
  expect(
    document.headings.map(({ depth, text, textRange }) => [depth, text, at(document, textRange)]),
  ).toEqual([
    [1, 'a', 'a'],
    [2, 'b', '<b>b</b>'],
    [3, 'c', 'c'],
    [2, 'q', 'q'],
    [2, 'd', 'd'],
  ]);
  expect(
    document.sections.map(({ heading, parent }) => [heading.text, parent?.heading.text ?? null]),
  ).toEqual([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'a'],
  ]);
});

test.each<[string, string, string[]]>([
  [
    'lists',
    '<ul><li>a<li>b</ul>',
    ['list <ul><li>a<li>b</ul>', 'item <li>a', 'paragraph a', 'item <li>b</ul>', 'paragraph b'],
  ],
  [
    'code, rules, images',
    '<pre>x</pre><hr><p><img src="a"></p>',
    ['code <pre>x</pre>', 'rule <hr>', 'image <p><img src="a"></p>'],
  ],
  [
    'quotes over Markdown',
    '<blockquote>\n\na\n\n</blockquote>',
    ['quote <blockquote>\n\na\n\n</blockquote>', 'paragraph a'],
  ],
])('%s are blocks', (_name, source, expected) => {
  const document = read(source);
  expect(document.blocks.map(({ kind, range }) => `${kind} ${at(document, range)}`)).toEqual(expected);
});

const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
    '<b>',
    '</b>',
    '<a href="x">',
    '</a>',
    '<td>',
  ],
  ...[
    '<table>',
    '</table>',
    '<h2>',
    '</h2>',
    '<blockquote>',
    '</blockquote>',
    '<pre>',
    '</pre>',
    '<br>',
    '<script>',
  ],
  ...[
    '<!-- c -->',
    '<!--',
    '<img src=a alt="b">',
    '&nbsp;',
    '&amp;',
    '<',
    '>',
    '"',
    'a',
    ' b ',
    '\n',
    '\n\n',
    '\r\n',
    '> ',
  ],
  ...['- ', '## ', '**', '`', '😀', '{{ x }}', '[c](d)', '\u00A0'],
);

test('whatever the HTML, ranges stand in the text and ascend', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const document = read(pieces.join(''));
      const { source, prose: blocks, headings, links, tags, textRanges } = document;
      const isRange = ({ start, end }: Range) => 0 <= start && start <= end && end <= source.length;
      const ascends = (ranges: readonly Range[]) =>
        ranges.every((range, i) => isRange(range) && range.start >= (ranges[i - 1]?.start ?? 0));
      expect(ascends(blocks.map(({ range }) => range))).toBe(true);
      expect(ascends(headings.map(({ range }) => range))).toBe(true);
      expect(ascends(document.blocks.map(({ range }) => range))).toBe(true);
      expect(ascends(links.map(({ range }) => range))).toBe(true);
      expect(ascends(tags.map(({ range }) => range))).toBe(true);
      expect(ascends(textRanges)).toBe(true);
      for (const block of blocks) {
        for (const { start, end, range, textRange } of block.marks) {
          expect(isRange(range) && isRange(textRange)).toBe(true);
          expect(0 <= start && start <= end && end <= block.text.length).toBe(true);
        }
        for (let i = 0; i < block.text.length; i++) expect(isRange(block.sourceRange(i, i + 1))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

// Far above what any of them takes, far below what quadratic work would take. As deep as the limits let them stand.
test.each([
  '<div>',
  '<li>',
  '<a href=x>',
  '<b>',
  '</p>',
  '<p>',
  '<h2>',
  '<td>a',
  '<p>a',
  '<b>a</b>',
  '<a href=x>a</a>',
  '<p>a<b> b</b></p>',
])('%s again and again takes linear time', (html) => {
  const line = `${html.repeat(20)}\n`;
  const document = read(`<div>${line.repeat(Math.floor(80_000 / line.length))}`);
  const started = performance.now();
  const { prose, blocks, links, tags, refusal } = document;
  const texts = links.map(({ text }) => text?.text ?? '');
  expect(refusal).toBe(null);
  expect(prose.length + blocks.length + tags.length + texts.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(6000);
}, 20_000);
