import { beforeEach, expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { offersAt, offerWithId } from '../../src/lsp/actions.ts';
import type { OpenPost } from '../../src/lsp/open-post.ts';
import { after, allOffers, offerNamed } from './actions-table.ts';
import { atLines, openPost, reopened } from './open-for-actions.ts';

const tracked = 'https://lanternfolk.net/?utm_source=mail';
const links = `# Recap\n\nRead [one](${tracked}) and\n[two](${tracked}).\n\nMany&nbsp;words.\n`;
const config: Config = {
  extends: [],
  rules: { 'no-tracking-parameters': 'error', 'no-nbsp': 'error' },
};
let post: OpenPost;
let first: Finding;
beforeEach(async () => {
  post = await openPost(links, 'post.md', config);
  first = post.findings[0]!;
});

const titles = (start: number, end = start) => allOffers(post, start, end).map(({ title }) => title);

test('offers, in this order, fixes, fixes of a rule, comments and what is safe in the whole post', () => {
  const { range } = first;
  expect(titles(range.start)).toEqual([
    first.fix!.title,
    'Fix all 2 findings of `no-tracking-parameters`',
    'Disable `no-tracking-parameters` for this line',
    'Disable `no-tracking-parameters` for this file',
    'Fix all that recaplint can fix safely',
  ]);
});

test('a cursor at either edge of a finding is at it, one beside it is not', () => {
  const { start, end } = first.range;
  expect(titles(start)).toEqual(titles(end));
  for (const beside of [start - 1, end + 1])
    expect(titles(beside)).toEqual(['Fix all that recaplint can fix safely']);
});

test('offers a rule once, however many of its findings are selected', () => {
  const all = titles(0, links.length);
  expect(all.filter((title) => title.startsWith('Fix all 2'))).toHaveLength(1);
  expect(all.filter((title) => title === 'Disable `no-tracking-parameters` for this file')).toHaveLength(1);
  expect(all.filter((title) => title === 'Disable `no-tracking-parameters` for this line')).toHaveLength(2);
});

const cursor = (at: number) => ({ start: at, end: at });
const kinds = (only: readonly string[] | null, automatic: boolean, at?: number) => [
  ...new Set(
    offersAt(post, cursor(at ?? first.range.start), { only, automatic }).map(({ kind, id }) =>
      id.includes('disable') ? 'disable' : kind,
    ),
  ),
];

test.each<[string, readonly string[] | null, boolean, string[]]>([
  ['what is usual', null, false, ['quickfix', 'disable', 'source.fixAll.recaplint']],
  ['what is usual, asked with an empty list', [], false, ['quickfix', 'disable', 'source.fixAll.recaplint']],
  ['a moving cursor', null, true, ['quickfix']],
  ['quick fixes', ['quickfix'], false, ['quickfix', 'disable']],
  ['quick fixes while saving', ['quickfix'], true, ['quickfix']],
  ['all of source', ['source'], true, ['source.fixAll.recaplint']],
  ['all of source.fixAll', ['source.fixAll'], true, ['source.fixAll.recaplint']],
  ['our own', ['source.fixAll.recaplint'], true, ['source.fixAll.recaplint']],
  ['everything', [''], false, ['quickfix', 'disable', 'source.fixAll.recaplint']],
  ['those of another server', ['source.fixAll.eslint'], false, []],
  ['what only begins alike', ['source.fix', 'quick', 'refactor'], false, []],
])('gives %s', (_name, only, automatic, expected) => {
  expect(kinds(only, automatic)).toEqual(expected);
});

test('is silent where there is nothing, unless the whole post was asked about', () => {
  expect(kinds(null, false, 0)).toEqual([]);
  expect(kinds(['source.fixAll'], false, 0)).toEqual(['source.fixAll.recaplint']);
});

test('offers nothing for the whole post where nothing is safe', async () => {
  const plain = await openPost('# Recap\n\nPlain words.\n');
  expect(allOffers(plain, 0, plain.document.source.length).map(({ kind }) => kind)).not.toContain(
    'source.fixAll.recaplint',
  );
});

test('fixes one, all of its rule, or all', () => {
  const one = after(post, offerNamed(post, 'utm_source', first.fix!.title));
  expect(one).toBe(links.replace('?utm_source=mail', ''));
  const rule = after(post, offerNamed(post, 'utm_source', 'Fix all 2 findings of `no-tracking-parameters`'));
  expect(rule).toBe(links.replaceAll('?utm_source=mail', ''));
  const all = after(post, offerNamed(post, 'utm_source', 'Fix all that recaplint can fix safely'));
  expect(all).toBe(rule!.replace('&nbsp;', ' '));
});

test('edits no more than it must', () => {
  const offer = offerNamed(post, 'utm_source', 'Fix all that recaplint can fix safely');
  for (const { range, text } of offer.edits()!)
    expect(range.end - range.start + text.length).toBeLessThan(20);
});

const words = '# Recap\n\nAbout the the words. We saw a a friend.\n';

test('an unsafe fix says so, is not preferred, and is not taken while saving', async () => {
  const unsure = await openPost(words, 'post.md', { extends: [], rules: { 'no-repeated-word': 'error' } });
  const at = { start: unsure.findings[0]!.range.start, end: unsure.findings[0]!.range.start };
  const offers = offersAt(unsure, at, { only: null, automatic: true });
  expect(unsure.findings[0]!.fix!.safety).toBe('unsafe');
  expect(offers.map(({ title, preferred }) => [title, preferred])).toEqual([
    [`${unsure.findings[0]!.fix!.title} (check the result)`, false],
    ['Fix all 2 findings of `no-repeated-word` (check the result)', false],
  ]);
  expect(offersAt(unsure, at, { only: ['quickfix'], automatic: true })).toEqual([]);
  expect(after(unsure, offers[1]!)).toBe('# Recap\n\nAbout the words. We saw a friend.\n');
});

test('what a pattern of the configuration writes is offered like what a rule writes', async () => {
  const entry = { name: 'bird', pattern: 'heron', message: 'No.', replace: 'plover' };
  const text = 'A heron and a heron.\n';
  const titlesWith = async (fix: 'safe' | 'unsafe') => {
    const birds = await openPost(text, 'post.md', { extends: [], patterns: [{ ...entry, fix }] });
    return allOffers(birds, 3).map(({ title }) => title);
  };
  const comments = ['Disable `patterns/bird` for this line', 'Disable `patterns/bird` for this file'];
  expect(await titlesWith('safe')).toEqual([
    'Write `plover`',
    'Fix all 2 findings of `patterns/bird`',
    ...comments,
    'Fix all that recaplint can fix safely',
  ]);
  expect(await titlesWith('unsafe')).toEqual([
    'Write `plover` (check the result)',
    'Fix all 2 findings of `patterns/bird` (check the result)',
    ...comments,
  ]);
});

test('after all is fixed, nothing more is offered for the whole post', async () => {
  const mended = reopened(
    post,
    offerNamed(post, 'utm_source', 'Fix all that recaplint can fix safely').edits(),
  );
  expect(mended.findings).toEqual([]);
  expect(allOffers(mended, 0, links.length)).toEqual([]);
});

test('an offer is found again by its id, also in a text that was linted anew', async () => {
  const again = await openPost(links, 'post.md', config);
  for (const offer of allOffers(post, 0, links.length)) {
    expect(JSON.parse(JSON.stringify(offer.id))).toBe(offer.id);
    expect(offerWithId(again, offer.id)?.edits()).toEqual(offer.edits());
  }
});

test.each([
  '',
  'fix-all ',
  '1-2',
  '99999999999999999999-0 fix x x',
  '3-1 fix no-nbsp found',
  'NaN-NaN fix x',
])('knows no offer with the id %j', (id) => {
  expect(offerWithId(post, id)).toBeNull();
});

/** The post with a finding of our own making in place of its own. */
const withFinding = (title: string): Finding => ({
  ...first,
  ruleId: 'no-nbsp',
  fix: { title, safety: 'safe', edits: [{ range: first.range, text: '' }] },
});

test.each([
  ['line ends', 'Remove “a\r\nb\u2028c”', 'Remove “a\\x0D\\x0Ab\\u2028c”'],
  ['what turns the reading order', 'Remove “\u202Eabc”', 'Remove “\\u202Eabc”'],
  ['half a character', 'Remove \uD83D', 'Remove \\uD83D'],
  ['a million characters', 'x'.repeat(1_000_000), `${'x'.repeat(119)}…`],
  ['emoji at the cut', '😀'.repeat(200), `${'😀'.repeat(119)}…`],
])('a title cannot break the menu: %s', (_name, title, shown) => {
  const odd = { ...post, findings: [withFinding(title)] };
  expect(allOffers(odd, first.range.start)[0]!.title).toBe(shown);
});

test('a post that is not parsed is offered no comment', async () => {
  const refused = await openPost(`${'*'.repeat(40_000)}\n`);
  expect(atLines(refused)).toEqual(['1 limit']);
  expect(allOffers(refused, 0, 10)).toEqual([]);
});

test('of thousands of findings in a selection so many are named that a menu can hold them', async () => {
  const many = await openPost(`# Recap\n\n${'a&nbsp;b\n\n'.repeat(4_000)}`, 'post.md', config);
  expect(many.findings).toHaveLength(4_000);
  const offers = allOffers(many, 0, many.document.source.length);
  expect(offers.filter(({ id }) => id.startsWith('fix '))).toHaveLength(200);
  const all = offers.at(-1)!;
  expect(all.kind).toBe('source.fixAll.recaplint');
  expect(after(many, all)).not.toContain('&nbsp;');
});
