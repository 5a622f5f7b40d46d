import fc from 'fast-check';
import { parse } from 'tldts';
import { describe, expect, test } from 'vitest';
import {
  hasPublicSuffix,
  hostMatcher,
  hostOf,
  isPrivateAddress,
  isSampleHost,
  isSpecialUse,
  onlyContinuation,
  publicSuffix,
  registeredDomain,
} from '../../src/document/host.ts';

describe('hostOf', () => {
  test.each([
    ['https://www.rust-lang.org/news', 'www.rust-lang.org'],
    ['http://Servo.ORG', 'servo.org'],
    ['//cdn.servo.org/x.js', 'cdn.servo.org'],
    ['www.servo.org/a', 'www.servo.org'],
    ['https://me:secret@servo.org:8080/a', 'servo.org'],
    ['https://servo.org./a', 'servo.org'],
    ['https://bücher.de', 'bücher.de'],
    ['http://s', 's'],
    ['https://servo.org?q=@x', 'servo.org'],
    ['https://a1.b-2_/x', 'a1.b-2_'],
    ['http://1.2.x', '1.2.x'],
  ])('%s', (address, name) => {
    const host = hostOf(address);
    expect(host?.name).toBe(name);
    expect(address.slice(host!.range.start, host!.range.end).toLowerCase()).toBe(name);
  });

  test.each([
    'mailto:me@servo.org',
    '/news/2024',
    '#top',
    'https://',
    'https://$HOST/x',
    'https://<host>/x',
    'https://[::1]/x',
    'https://127.0.0.1:80/x',
    `https://${'a'.repeat(300)}`,
  ])('none in %s', (address) => expect(hostOf(address)).toBeNull());

  test('tells the same of a plain host and of one that is written otherwise', () => {
    const address = fc.string({ unit: fc.constantFrom('a', '1', '.', '-', '_', '/', ':', '?', '@', '\\') });
    fc.assert(
      fc.property(address, (rest) => {
        const plain = hostOf(`https://${rest}`);
        const other = hostOf(`HTTPS://${rest}`);
        expect(plain).toEqual(other);
      }),
    );
  });

  test('knows what follows', () => {
    expect(hostOf('http://box:8080/job?x')).toMatchObject({ hasPort: true, rest: '/job?x' });
    expect(hostOf('http://box')).toMatchObject({ hasPort: false, rest: '' });
  });
});

test.each([
  ['foundation.rust-l', false],
  ['foundation', false],
  ['com', false],
  ['rust-lang.org', true],
  ['team.github.io', true],
  ['shop.co.uk', true],
  ['例え.みんな', true],
  ['xn--r8jz45g.xn--q9jyb4c', true],
])('%s has a public suffix: %s', (host, expected) => expect(hasPublicSuffix(host)).toBe(expected));

test('suffixes that are known without the list are those of the list', () => {
  const last =
    'app at au be blog br ca ch cloud co com de dev edu es eu fr gov info io it jp me net nl org pl se site tech tv uk us ck onl zz';
  const label = fc.constantFrom('a', 'co', 'com', 'github', 'blogspot', 'www', 'x-1', 'city', 'kawasaki');
  const host = fc.tuple(fc.array(label, { minLength: 1, maxLength: 4 }), fc.constantFrom(...last.split(' ')));
  fc.assert(
    fc.property(host, ([labels, suffix]) => {
      const name = [...labels, suffix].join('.');
      const listed = parse(name, { allowPrivateDomains: true });
      expect(hasPublicSuffix(name)).toBe(listed.isIcann === true || listed.isPrivate === true);
    }),
  );
});

test('special and sample hosts', () => {
  expect(['localhost', 'printer.local', 'a.home.arpa'].every(isSpecialUse)).toBe(true);
  expect(['docs.example.com', 'api.example'].every(isSampleHost)).toBe(true);
  expect(['example.rs', 'mylocalhost', 'contest'].some(isSampleHost)).toBe(false);
});

test.each([
  ['blog.rust-l', 'blog.rust-lang.org'],
  ['servo', null],
  ['servo.o', 'servo.org'],
  ['github', null],
  ['zig', null],
])('what goes on with %s is %s', (name, expected) => {
  const known = ['blog.rust-lang.org', 'servo.de', 'servo.org'];
  expect(onlyContinuation(name, known)).toBe(expected);
});

test.each([
  ['deploy-preview-1--servo.netlify.app', '*--*.netlify.app', true],
  ['servo.netlify.app', '*--*.netlify.app', false],
  ['3fa2.servo.pages.dev', '*.*.pages.dev', true],
  ['servo.pages.dev', '*.*.pages.dev', false],
  ['servo.org', 'servo.org', true],
  ['a.servo.org', 'servo.org', false],
  ['next.servo.dev', 'next.*', true],
])('%s is a host of %s: %s', (host, pattern, expected) =>
  expect(hostMatcher([pattern])(host)).toBe(expected));

test.each([
  ['docs.servo.org', 'servo.org', 'org'],
  ['a.team.github.io', 'team.github.io', 'github.io'],
  ['shop.servo.co.uk', 'servo.co.uk', 'co.uk'],
  ['servo.rust-l', null, ''],
])('%s is registered as %s', (host, domain, suffix) => {
  expect(registeredDomain(host)).toBe(domain);
  expect(publicSuffix(host)).toBe(suffix);
});

test.each([
  ['http://localhost:3000/x', true],
  ['http://172.31.0.1', true],
  ['http://172.32.0.1', false],
  ['http://[fe80::1]:80/', true],
  ['http://[2001:db8::1]/', false],
  ['https://10.servo.org', false],
])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected));
