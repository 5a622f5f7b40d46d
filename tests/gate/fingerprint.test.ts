import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintsIn, fingerprintsOf } from '../../src/gate/fingerprint.ts';
import { finding, result } from '../reporters/results.ts';

const text = 'One&nbsp;two.\n\nThree  &nbsp;\nfour&nbsp;five.\n';
const places = (source: string) =>
  [...source.matchAll(/&nbsp;/g)].map((match) =>
    finding(source, '', { range: { start: match.index, end: match.index + match[0].length } }),
  );
const known = fingerprintsOf('a.md', text, places(text));

test('a finding is known by 32 hexadecimal digits, and equal ones by their order', () => {
  expect(known).toHaveLength(3);
  expect(new Set(known).size).toBe(3);
  for (const fingerprint of known) expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
});

test('where it stands and how its message is worded do not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('x', ' ', '\n', '😀') }), fc.string(), (above, message) => {
      const moved = `${above}\n${text}`;
      const found = places(moved).map((one) => ({ ...one, message, severity: 'error' as const }));
      expect(fingerprintsOf('a.md', moved, found)).toEqual(known);
    }),
  );
});

test('one more equal finding is one more fingerprint, wherever it is added', () => {
  for (const more of [`New&nbsp;. ${text}`, `${text}New&nbsp;.`]) {
    const found = fingerprintsOf('a.md', more, places(more));
    expect(found.filter((fingerprint) => !known.includes(fingerprint))).toHaveLength(1);
  }
});

test('white space is folded: a paragraph that is wrapped anew keeps its findings', () => {
  const of = (source: string) => fingerprintsOf('a.md', source, [finding(source, source)]);
  expect(of('two\r\n   words')).toEqual(of('two words'));
  expect(of('two words')).not.toEqual(of('twowords'));
});

test.each([
  ['the rule', 'a.md', { ruleId: 'no-bare-url' }],
  ['the message', 'a.md', { messageKey: 'other' }],
  ['the post', 'b.md', {}],
  ['the text', 'a.md', { range: { start: 0, end: 4 } }],
])('%s makes it another one', (_, path, over) => {
  const [one] = places(text);
  expect(fingerprintsOf(path, text, [{ ...one!, ...over }])).not.toEqual([known[0]]);
});

test('a finding keeps its fingerprint where equal ones before it do not count', () => {
  const all = places(text);
  const last = { ...result('a.md', text, all.slice(2)), all };
  expect(fingerprintsIn(last)).toEqual(known.slice(2));
});

test('the post is known by its path in its root', () => {
  const here = result('a.md', text, places(text));
  expect(fingerprintsIn(here)).toEqual(known);
  expect(fingerprintsIn({ ...here, path: '/elsewhere/a.md', root: '/elsewhere' })).toEqual(known);
});
