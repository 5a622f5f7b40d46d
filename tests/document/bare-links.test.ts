import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBareLinks } from '../../src/document/bare-links.ts';

function addresses(text: string): string[] {
  return findBareLinks(text, 0, text.length).map((link) => link.text);
}

test.each([
  // Web addresses end before the punctuation of the sentence.
  ['Read https://servo.org.', ['https://servo.org']],
  [
    'Read https://servo.org/a, http://servo.org/b; ftp://servo.org/c!',
    ['https://servo.org/a', 'http://servo.org/b', 'ftp://servo.org/c'],
  ],
  ['(https://servo.org/a) (see https://servo.org/a_(b))', ['https://servo.org/a', 'https://servo.org/a_(b)']],
  ['“https://servo.org/a”, ‘https://servo.org/b’', ['https://servo.org/a', 'https://servo.org/b']],
  ['https://servo.org/a…', ['https://servo.org/a']],
  ['https://servo.org/?a=1&b=2#c', ['https://servo.org/?a=1&b=2#c']],
  ['https://servo.org/a&nbsp;', ['https://servo.org/a']],
  ['https://servo.org/a**', ['https://servo.org/a']],
  ['https://servo.org/a\\>', ['https://servo.org/a']],
  ['WWW.servo.org/a and www.servo.org', ['WWW.servo.org/a', 'www.servo.org']],
  ['https://bücher.de/a と', ['https://bücher.de/a']],
  ['HTTPS://SERVO.ORG', ['HTTPS://SERVO.ORG']],
  ['http://localhost:8080/x', ['http://localhost:8080/x']],
  // An address in an address is part of it.
  [
    'https://web.archive.org/web/2024/https://servo.org/a',
    ['https://web.archive.org/web/2024/https://servo.org/a'],
  ],
  ['https://medium.com/@servo/a', ['https://medium.com/@servo/a']],
  // E-mail.
  ['Write to me@servo.org.', ['me@servo.org']],
  ['first.last+news@mail.servo.co.uk, ok', ['first.last+news@mail.servo.co.uk']],
  ['mailto:me@servo.org', ['mailto:me@servo.org']],
  ['<me@servo.org>', ['me@servo.org']],
  ['__me@servo.org__ _or me@servo.org_', ['me@servo.org', 'me@servo.org']],
])('%s', (text, expected) => expect(addresses(text)).toEqual(expected));

test.each([
  'https:// and http://. and www. and www.a',
  'xhttps://servo.org',
  'awww.servo.org',
  '@servo and @servo@floss.social',
  'uefi-raw@0.3.0, serde@1.0.203',
  'npm i @types/node@20.1.0 left-pad@1.3.0',
  'git@github.com:servo/servo.git',
  'ssh me@servo.org:22',
  'me@servo.org/resource',
  'actions/checkout@v4.1.1',
  'actions/checkout@main.yml/x',
  'a@b and user@host',
  'you @ servo.org',
  'me@servo.org_x',
  'x@1.2.3.4',
])('none in: %s', (text) => expect(addresses(text)).toEqual([]));

test('a stretch of a text is all that is read', () => {
  const text = 'https://servo.org/abc me@servo.org';
  expect(findBareLinks(text, 0, 19).map((link) => link.text)).toEqual(['https://servo.org/a']);
  expect(findBareLinks(text, 5, text.length).map((link) => link.text)).toEqual(['me@servo.org']);
});

test('addresses stand where they say, in order and apart', () => {
  const piece = fc.constantFrom(
    'https://',
    'www.',
    'a',
    '.',
    'org',
    '@',
    '/',
    '(',
    ')',
    ' ',
    ':',
    '&amp;',
    '-',
    '1',
    '>',
    '…',
    '*',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      let reached = 0;
      for (const { range, text: address } of findBareLinks(text, 0, text.length)) {
        expect(range.start).toBeGreaterThanOrEqual(reached);
        expect(text.slice(range.start, range.end)).toBe(address);
        expect(address).not.toMatch(/[\s<>]|[.…*]$/);
        reached = range.end;
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('floods cost linear time', () => {
  const flood = (piece: string) => {
    const text = piece.repeat(100_000);
    const start = performance.now();
    findBareLinks(text, 0, text.length);
    return performance.now() - start;
  };
  for (const piece of [
    'https://',
    'https://a',
    'www.',
    'www.a',
    'a@',
    '@a.',
    'a.',
    'http://a(',
    '&amp;',
    'a@b.c@',
  ]) {
    expect(flood(piece), piece).toBeLessThan(5000);
  }
});
