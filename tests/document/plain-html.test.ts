import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HtmlToken, tokenizeHtml, tokenizeWithParse5 } from '../../src/document/html.ts';

const names = ['href', 'src', 'alt', 'id', 'data-x', 'hidden', 'xml:lang'];

/** Tokens as plain data. */
function data(tokens: readonly HtmlToken[]) {
  return tokens.map((token) =>
    token.kind === 'start' ? { ...token, attribute: names.map((name) => token.attribute(name)) } : token,
  );
}

const piece = fc.constantFrom(
  ...[
    '<',
    '</',
    '>',
    '/>',
    ' ',
    '\n',
    '\t',
    '\f',
    '\r\n',
    '\0',
    '\uFEFF',
    '=',
    '"',
    "'",
    '&',
    '&amp;',
    '&lt',
    '`',
  ],
  ...['<!--', '-->', '--!>', '->', '-', '--', '!', '<!', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE html>'],
  ...[
    'a',
    'B',
    'img',
    'script',
    'style',
    'title',
    '</style>',
    'href',
    'SRC',
    'alt',
    'id',
    'data-x',
    'hidden',
  ],
  ...[
    '<a href="x">',
    '</a>',
    "<img src='y' alt=z />",
    '<br>',
    'xml:lang',
    'text',
    'é',
    '😀',
    '\uD83D',
    '/',
    'x=1',
  ],
);

test('HTML that is read without a tokenizer is read as by one', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const html = pieces.join('');
      expect(data(tokenizeHtml(`--${html}`, 2, html.length + 2))).toEqual(data(tokenizeWithParse5(html, 2)));
    }),
    { numRuns: 20_000 },
  );
});

test('tags with attributes are read as by a tokenizer', () => {
  const space = fc.constantFrom('', ' ', '\n', '  ', '\f', '\r\n', '\r');
  const value = fc.constantFrom(
    '="x\ry"',
    '',
    '=x',
    '="x y"',
    "='x\"'",
    '=',
    '= "x"',
    ' =x',
    '="a&b"',
    '=x/',
    '="',
    '=a=b',
  );
  const attribute = fc
    .tuple(space, fc.constantFrom('href', 'HREF', 'src', 'id', 'a"b', '=', '/', 'é', '_x'), value, space)
    .map((parts) => parts.join(''));
  const end = fc.constantFrom('>', '/>', ' / >', '', '<');
  fc.assert(
    fc.property(
      fc.constantFrom('<a', '</a', '<IMG'),
      fc.array(attribute, { maxLength: 4 }),
      end,
      (...parts) => {
        const html = parts.flat().join('');
        expect(data(tokenizeHtml(html, 0, html.length))).toEqual(data(tokenizeWithParse5(html, 0)));
      },
    ),
    { numRuns: 20_000 },
  );
});

test('comments and what holds no markup are read as by a tokenizer', () => {
  const within = (...characters: string[]) =>
    fc.array(fc.constantFrom(...characters), { maxLength: 8 }).map((all) => all.join(''));
  const element = fc
    .tuple(
      fc.constantFrom('script', 'style', 'title', 'b', 'TextArea'),
      within('<', 'b', '>', '&', '\r', '\n'),
    )
    .map(([name, text]) => `<${name}>${text}</${name}>`);
  const comment = within('-', '>', '!', '<', 'a', '\r').map((text) => `<!--${text}-->`);
  const text = within('a', '\r', '\n', ' ', '\0', '>');
  fc.assert(
    fc.property(fc.array(fc.oneof(element, comment, text), { minLength: 1, maxLength: 4 }), (pieces) => {
      const html = pieces.join('');
      expect(data(tokenizeHtml(html, 0, html.length))).toEqual(data(tokenizeWithParse5(html, 0)));
    }),
    { numRuns: 20_000 },
  );
});
