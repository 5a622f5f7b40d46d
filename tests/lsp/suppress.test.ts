import { expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { offersAt } from '../../src/lsp/actions.ts';
import { after, allOffers, offerNamed } from './actions-table.ts';
import { atLines, folderFor, openPost, reopened } from './open-for-actions.ts';

const rules: Config = { extends: [], rules: { 'no-nbsp': 'error', 'no-repeated-word': 'error' } };
const line = 'Disable `no-nbsp` for this line';
const file = 'Disable `no-nbsp` for this file';

/** What switching `no-nbsp` off at its first finding makes of a text. */
async function switchedOff(text: string, title: string, path = 'post.md', config = rules) {
  const post = await openPost(text, path, config);
  const place = post.findings.find(({ ruleId }) => ruleId === 'no-nbsp')!;
  const offer = allOffers(post, place.range.start).find((one) => one.title === title);
  return offer ? after(post, offer) : 'not offered';
}

const next = '<!-- recaplint-disable-next-line no-nbsp -- reason -->';
const own = '<!-- recaplint-disable-line no-nbsp -- reason -->';
const mdx = '{/* recaplint-disable-next-line no-nbsp -- reason */}';

test.each<[string, string, string]>([
  ['above a paragraph', 'One.\n\nA&nbsp;b.\n', `One.\n\n${next}\nA&nbsp;b.\n`],
  ['above the first line', 'A&nbsp;b.\n', `${next}\nA&nbsp;b.\n`],
  ['behind a BOM', '\uFEFFA&nbsp;b.\n', `\uFEFF${next}\nA&nbsp;b.\n`],
  ['above a heading', 'One.\n## A&nbsp;b\nTwo.\n', `One.\n${next}\n## A&nbsp;b\nTwo.\n`],
  ['above a heading with a line below it', 'A&nbsp;b\n===\n', `${next}\nA&nbsp;b\n===\n`],
  ['above a table', '| a&nbsp;b |\n| - |\n| c |\n', `${next}\n| a&nbsp;b |\n| - |\n| c |\n`],
  ['above a list', '- A&nbsp;b\n- c\n', `${next}\n- A&nbsp;b\n- c\n`],
  ['behind another line of a paragraph', 'One\nA&nbsp;b\ntwo.\n', `One\nA&nbsp;b ${own}\ntwo.\n`],
  ['at the end of a text without a line end', 'One\nA&nbsp;b', `One\nA&nbsp;b ${own}`],
  ['before the spaces of a hard break', 'One\nA&nbsp;b  \ntwo.\n', `One\nA&nbsp;b ${own}  \ntwo.\n`],
  ['before the sign of a hard break', 'One\nA&nbsp;b\\\ntwo.\n', `One\nA&nbsp;b ${own}\\\ntwo.\n`],
  ['behind another item', '- a\n- A&nbsp;b\n- c\n', `- a\n- A&nbsp;b ${own}\n- c\n`],
  ['behind a line of an item', '- a\n  A&nbsp;b\n- c\n', `- a\n  A&nbsp;b ${own}\n- c\n`],
  ['behind a line of a quote', '> a\n> A&nbsp;b\n> c\n', `> a\n> A&nbsp;b ${own}\n> c\n`],
  [
    'in the last cell of a row',
    '| a | b |\n| - | - |\n| c&nbsp;d | e |\n| f | g |\n',
    `| a | b |\n| - | - |\n| c&nbsp;d | e ${own} |\n| f | g |\n`,
  ],
  ['behind a row without a last bar', 'a | b\n- | -\nc&nbsp;d | e\n', `a | b\n- | -\nc&nbsp;d | e ${own}\n`],
  ['in HTML, behind its line', '<ul>\n<li>A&nbsp;b</li>\n</ul>\n', `<ul>\n<li>A&nbsp;b</li> ${own}\n</ul>\n`],
  ['with the line ends of the text', 'One.\r\n\r\nA&nbsp;b.\r\n', `One.\r\n\r\n${next}\r\nA&nbsp;b.\r\n`],
  [
    'in front matter',
    '---\ntitle: A&nbsp;b\n---\n\nText.\n',
    '---\ntitle: A&nbsp;b # recaplint-disable-line no-nbsp -- reason\n---\n\nText.\n',
  ],
  [
    'above a line of front matter that ends in a comment',
    '---\ntitle: A&nbsp;b # really\n---\n\nText.\n',
    '---\n# recaplint-disable-next-line no-nbsp -- reason\ntitle: A&nbsp;b # really\n---\n\nText.\n',
  ],
  [
    'in TOML',
    '+++\ntitle = "A&nbsp;b"\n+++\n\nText.\n',
    '+++\ntitle = "A&nbsp;b" # recaplint-disable-line no-nbsp -- reason\n+++\n\nText.\n',
  ],
  [
    'around a text of several lines in front matter',
    '---\ntitle: |\n  One\n  A&nbsp;b\ndate: 2024-01-01\n---\n\nText.\n',
    '---\n# recaplint-disable no-nbsp -- reason\ntitle: |\n  One\n  A&nbsp;b\n# recaplint-enable no-nbsp\ndate: 2024-01-01\n---\n\nText.\n',
  ],
  ['not in JSON', '{\n"title": "A&nbsp;b"\n}\n\nText.\n', 'not offered'],
])('a comment for a line stands %s', async (_name, text, expected) => {
  expect(await switchedOff(text, line)).toBe(expected);
});

test.each([
  ['an open quote', '---\ntitle: A\nfoo "bar\n---\n\nText.\n', 'valid-front-matter'],
  ['an open quote at the end', '---\ntitle: A\nfoo: "bar\n---\n\nText.\n', 'valid-front-matter'],
  ['an open quote in TOML', '+++\nfoo = "bar\n+++\n\nText.\n', 'valid-front-matter'],
  [
    'another line of front matter that cannot be read',
    '---\ntitle: A&nbsp;b\nfoo "bar\n---\n\nText.\n',
    'no-nbsp',
  ],
])('no comment for a line is offered in %s', async (_name, text, ruleId) => {
  const config: Config = { extends: [], rules: { 'valid-front-matter': 'error', 'no-nbsp': 'error' } };
  const post = await openPost(text, 'post.md', config);
  const places = post.findings.filter((finding) => finding.ruleId === ruleId);
  expect(places.length).toBeGreaterThan(0);
  for (const { range } of places) {
    const titles = allOffers(post, range.start).map(({ title }) => title);
    expect(titles).not.toContain(`Disable \`${ruleId}\` for this line`);
    const whole = allOffers(post, range.start).find(
      ({ title }) => title === `Disable \`${ruleId}\` for this file`,
    )!;
    expect(after(post, whole)).toBe(
      text.replace('Text.', `<!-- recaplint-disable-file ${ruleId} -- reason -->\n\nText.`),
    );
  }
});

test('a comment for a line can be had where blank lines stand before the front matter', async () => {
  expect(await switchedOff('\n---\ntitle: A&nbsp;b\n---\n', line)).toContain('b # recaplint-disable-line');
});

test.each([
  ['above a paragraph', 'One.\n\nA&nbsp;b.\n', `One.\n\n${mdx}\n\nA&nbsp;b.\n`],
  ['above a heading', 'One.\n## A&nbsp;b\n', `One.\n\n${mdx}\n\n## A&nbsp;b\n`],
  [
    'behind a line',
    'One\nA&nbsp;b\ntwo.\n',
    'One\nA&nbsp;b {/* recaplint-disable-line no-nbsp -- reason */}\ntwo.\n',
  ],
])('in MDX it is an expression %s', async (_name, text, expected) => {
  expect(await switchedOff(text, line, 'post.mdx')).toBe(expected);
});

const all = '<!-- recaplint-disable-file no-nbsp -- reason -->';

test.each([
  ['at the head', 'A&nbsp;b.\n\nC&nbsp;d.\n', `${all}\n\nA&nbsp;b.\n\nC&nbsp;d.\n`],
  ['behind a BOM', '\uFEFFA&nbsp;b.\n', `\uFEFF${all}\n\nA&nbsp;b.\n`],
  [
    'behind the front matter',
    '---\ntitle: A&nbsp;b\n---\n\nText.\n',
    `---\ntitle: A&nbsp;b\n---\n\n${all}\n\nText.\n`,
  ],
  ['behind JSON', '{\n"title": "A&nbsp;b"\n}\n\nText.\n', `{\n"title": "A&nbsp;b"\n}\n\n${all}\n\nText.\n`],
  [
    'in front matter that nothing follows',
    '---\ntitle: A&nbsp;b\n---\n',
    '---\n# recaplint-disable-file no-nbsp -- reason\ntitle: A&nbsp;b\n---\n',
  ],
])('a comment for a file stands %s', async (_name, text, expected) => {
  expect(await switchedOff(text, file)).toBe(expected);
});

test.each([
  [
    'above a line',
    line,
    '<!-- recaplint-disable-next-line no-repeated-word -- old host -->\nA&nbsp;b at the the house.\n',
    '<!-- recaplint-disable-next-line no-repeated-word, no-nbsp -- old host -->\nA&nbsp;b at the the house.\n',
  ],
  [
    'in a line',
    line,
    'A&nbsp;b at the the house. <!-- recaplint-disable-line no-repeated-word -->\n',
    'A&nbsp;b at the the house. <!-- recaplint-disable-line no-repeated-word, no-nbsp -->\n',
  ],
  [
    'for the file',
    file,
    '<!-- recaplint-disable-file no-repeated-word -->\n\nA&nbsp;b at the the house.\n',
    '<!-- recaplint-disable-file no-repeated-word, no-nbsp -->\n\nA&nbsp;b at the the house.\n',
  ],
])('a comment that is there %s takes the rule in', async (_name, title, text, expected) => {
  expect(await switchedOff(text, title)).toBe(expected);
});

test('a comment that reaches further is left alone', async () => {
  const text = '<!-- recaplint-disable no-repeated-word -->\n\nA&nbsp;b at the the house.\n\nC&nbsp;d.\n';
  expect(await switchedOff(text, line)).toBe(text.replace('\n\nA', `\n\n${next}\nA`));
});

test('what comes with a finding goes with its line, and nothing else', async () => {
  const text = 'One\nA&nbsp;b c&nbsp;d the the house\nE&nbsp;f.\n';
  const post = await openPost(text, 'post.md', rules);
  const quiet = reopened(post, offerNamed(post, '&nbsp;', line).edits());
  expect(atLines(post)).toEqual(['2 no-nbsp', '2 no-nbsp', '2 no-repeated-word', '3 no-nbsp']);
  expect(atLines(quiet)).toEqual(['2 no-repeated-word', '3 no-nbsp']);
});

test('a line that moves is named anew in what is said of others, which is no change', async () => {
  const config: Config = { extends: [], rules: { ...rules.rules, 'consistent-spelling': 'error' } };
  const text = 'A&nbsp;b.\n\nWe organised it.\n\nThey organized it.\n';
  const post = await openPost(text, 'post.md', config);
  expect(post.findings.map(({ message }) => message).join()).toMatch(/in line \d/);
  expect(await switchedOff(text, file, 'post.md', config)).toBe(`${all}\n\n${text}`);
});

test('where a comment would make another one useless, there is none for the file', async () => {
  const text = 'A&nbsp;b.\n\n<!-- recaplint-disable-next-line no-nbsp -->\nC&nbsp;d.\n';
  expect(await switchedOff(text, file)).toBeNull();
});

test('the reason that is asked for is there to be overwritten', async () => {
  const strict: Config = { ...rules, requireReasons: true };
  const post = await openPost('A&nbsp;b.\n', 'post.md', strict);
  const offer = offerNamed(post, '&nbsp;', line);
  expect(offer.placeholder).toBe('reason');
  expect(offer.edits()![0]!.text.lastIndexOf('reason')).toBeGreaterThan(0);
  expect(reopened(post, offer.edits()).findings).toEqual([]);
});

test('nothing is offered that would switch a rule off without having been asked', async () => {
  const post = await openPost('A&nbsp;b.\n', 'post.md', rules);
  const { start } = post.findings[0]!.range;
  const offers = offersAt(post, { start, end: start }, { only: null, automatic: true });
  expect(offers.filter(({ id }) => id.includes('disable'))).toEqual([]);
});

test('a notice cannot be switched off', async () => {
  const post = await openPost('<!-- recaplint-disable-line no-nbps -->\n', 'post.md', rules);
  expect(atLines(post)).toEqual(['1 unknown-directive']);
  expect(allOffers(post, post.findings[0]!.range.start)).toEqual([]);
});

test.each([
  'a-->b',
  'a*/b',
  'a b',
  'a,b',
  'a\nb',
])('an id that would end a comment is written into none: %j', async (id) => {
  const post = await openPost('A&nbsp;b.\n', 'post.md', rules);
  const { resolved } = post.placed;
  const settings = { ...resolved.settings, knownIds: new Set([id]) };
  const findings = [{ ...post.findings[0]!, ruleId: id }];
  const odd = { ...post, findings, placed: { ...post.placed, resolved: { ...resolved, settings } } };
  expect(allOffers(odd, 2).filter((offer) => offer.id.includes('disable'))).toEqual([]);
});

test('a pattern of the configuration is switched off like a rule', async () => {
  const config: Config = {
    extends: [],
    patterns: [{ name: 'internal-name', message: 'Internal.', pattern: 'Codename' }],
  };
  const post = await openPost('Codename Q.\n', 'post.md', config);
  const offer = offerNamed(post, 'Codename', 'Disable `patterns/internal-name` for this line');
  expect(reopened(post, offer.edits()).findings).toEqual([]);
});

test('what a series finds can be switched off in the post', async () => {
  const folder = folderFor({ extends: ['recaplint:strict'] });
  const issue = (title: string, date: string, planted: number) =>
    `---\ntitle: ${title}\ndate: ${date}\n---\n\nYou can send us your ideas for it until 22 April. Ann collects them all.\n\nThis month the gardeners planted ${planted} trees.\n`;
  const post = await folder.open(issue('April 2024 report', '2024-05-03', 180), 'posts/2024-04.md', {
    'posts/2024-03.md': issue('March 2024 report', '2024-04-04', 212),
  });
  const copied = post.findings.find(({ ruleId }) => ruleId === 'no-copied-text');
  expect(copied, atLines(post).join()).toBeDefined();
  const offers = allOffers(post, copied!.range.start);
  const offer = offers.find(({ title }) => title === 'Disable `no-copied-text` for this line')!;
  const left = atLines(reopened(post, offer.edits()));
  expect(left.join()).not.toContain('no-copied-text');
  expect(left).toHaveLength(post.findings.length - 1);
});
