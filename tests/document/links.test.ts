import { describe, expect, test } from 'vitest';
import { at, read } from './reading.ts';

/** Each link as kind, target, what stands at the target, and at the text. */
function links(source: string) {
  const document = read(source);
  return document.links.map((link) => [
    link.kind,
    link.url,
    at(document, link.urlRange),
    at(document, link.textRange),
  ]);
}

describe('Markdown links', () => {
  test.each([
    ['inline', 'a [b](http://c.org) d', [['inline', 'http://c.org', 'http://c.org', 'b']]],
    ['with a title', '[b](http://c.org "t (x)")', [['inline', 'http://c.org', 'http://c.org', 'b']]],
    ['in angle brackets', '[b](<a b.md>)', [['inline', 'a b.md', 'a b.md', 'b']]],
    [
      'with parentheses',
      '[R](https://e.org/R_(lang))',
      [['inline', 'https://e.org/R_(lang)', 'https://e.org/R_(lang)', 'R']],
    ],
    ['with escapes', '[b](a\\)b)', [['inline', 'a)b', 'a\\)b', 'b']]],
    ['with entities', '[b](/?a&amp;b)', [['inline', '/?a&b', '/?a&amp;b', 'b']]],
    ['empty', '[b]()', [['inline', '', '', 'b']]],
    ['without text', '[](x)', [['inline', 'x', 'x', '']]],
    ['markup in the text', '[**b** `]` <u>c</u>](x)', [['inline', 'x', 'x', '**b** `]` <u>c</u>']]],
    ['brackets in the text', '[a [b] c](x)', [['inline', 'x', 'x', 'a [b] c']]],
    ['an image', '![a \\] b](x.png)', [['image', 'x.png', 'x.png', 'a \\] b']]],
    [
      'an image in a link',
      '[![alt](i.png)](x)',
      [
        ['inline', 'x', 'x', '![alt](i.png)'],
        ['image', 'i.png', 'i.png', 'alt'],
      ],
    ],
    ['an autolink', '<https://a.org>', [['autolink', 'https://a.org', 'https://a.org', 'https://a.org']]],
    ['over two lines', '[a\nb](\nx)', [['inline', 'x', 'x', 'a\nb']]],
    ['in a quote', '> [a\n> b](x)', [['inline', 'x', 'x', 'a\n> b']]],
    ['in a nested list', '- a\n  - [b](x)', [['inline', 'x', 'x', 'b']]],
    ['in a table', '| a |\n| - |\n| [b](x) |', [['inline', 'x', 'x', 'b']]],
    ['in code', '`[a](b)`', []],
    ['bare', 'see https://a.org and www.b.org', []],
  ])('%s', (_name, source, expected) => {
    expect(links(source)).toEqual(expected);
  });

  test.each([
    ['full', '[a][l]\n\n[l]: http://c.org "t"', 'a'],
    ['collapsed', '[l][]\n\n[l]: <http://c.org>', 'l'],
    ['shortcut', '[l]\n\n[l]:\n  http://c.org', 'l'],
  ])('a %s reference points to the target of its definition', (_name, source, text) => {
    const document = read(source);
    const [reference, definition] = document.links;
    expect(reference).toMatchObject({ kind: 'reference', url: 'http://c.org' });
    expect(at(document, reference!.textRange)).toBe(text);
    expect(definition).toMatchObject({ kind: 'definition', url: 'http://c.org', text: null });
    expect(reference!.urlRange).toEqual(definition!.urlRange);
    expect(at(document, definition!.urlRange)).toBe('http://c.org');
  });

  test('positions hold behind a BOM, with CRLF, after emoji', () => {
    const document = read('\uFEFF---\r\ntitle: 😀\r\n---\r\n\r\n😀漢 [é](x) &amp; [b](y)\r\n');
    expect(document.links.map(({ urlRange }) => at(document, urlRange))).toEqual(['x', 'y']);
    expect(document.links.map(({ range }) => at(document, range))).toEqual(['[é](x)', '[b](y)']);
  });

  test('the text of a link is what a reader sees', () => {
    const { links: found } = read('[**See** &amp; <u>`x`</u> it](x)');
    expect(found[0]!.text!.text).toBe('See & \uFFFC it');
  });

  test('a template tag makes a target unknown', () => {
    expect(read('[a](/x/{{page}})').links[0]).toMatchObject({ dynamic: true });
  });
});

describe('HTML links', () => {
  test.each([
    [
      'in a paragraph',
      'in <a target="_blank" href="http://c.org?a&amp;b">b</a> d',
      [['html', 'http://c.org?a&b', 'http://c.org?a&amp;b', 'b']],
    ],
    ['single quotes', "<a href='x'>b</a>", [['html', 'x', 'x', 'b']]],
    ['no quotes', 'a <a href=x>b</a>', [['html', 'x', 'x', 'b']]],
    ['capitals', 'a <A HREF="x">b</A>', [['html', 'x', 'x', 'b']]],
    ['markup inside', 'a <a href="x"><u>b</u></a>', [['html', 'x', 'x', '<u>b</u>']]],
    ['in a block', '<div>\n<p>a <a href="x">b</a></p>\n</div>', [['html', 'x', 'x', 'b']]],
    ['an image', 'a <img src="i.png" alt="Q2"> b', [['image', 'i.png', 'i.png', 'Q2']]],
    ['an anchor is no link', '<a name="x">b</a>', []],
    ['unclosed, up to the end of the paragraph', 'a <a href="x">b', [['html', 'x', 'x', 'b']]],
    ['in a comment', '<!-- <a href="x">b</a> -->', []],
    ['in a script', '<script>"<a href=x>b</a>"</script>', []],
  ])('%s', (_name, source, expected) => {
    expect(links(source)).toEqual(expected);
  });
});
