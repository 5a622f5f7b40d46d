import { expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { after, allOffers } from './actions-table.ts';
import { openPost } from './open-for-actions.ts';

const config: Config = { extends: [], rules: { 'no-nbsp': 'error', 'no-repeated-word': 'error' } };

/** What is offered for the first unused comment of a text, and what taking it makes of the text. */
async function removed(text: string, path?: string) {
  const post = await openPost(text, path, config);
  const finding = post.findings.find(({ ruleId }) => ruleId === 'unused-directive')!;
  const offers = allOffers(post, finding.range.start).filter(({ id }) => id.includes('delete-comment'));
  expect(offers).toHaveLength(1);
  return [offers[0]!.title, after(post, offers[0]!)];
}

const whole = 'Delete this comment';
const one = 'Delete `no-nbsp` from this comment';

test.each([
  ['with its line', '<!-- recaplint-disable-next-line no-nbsp -->\nA b.\n', whole, 'A b.\n'],
  ['with a blank line', 'A.\n\n<!-- recaplint-disable-file no-nbsp -- so -->\n\nB.\n', whole, 'A.\n\nB.\n'],
  ['with the space before it', 'A b <!-- recaplint-disable-line no-nbsp -->\nc.\n', whole, 'A b\nc.\n'],
  ['where it is about all rules', '<!-- recaplint-disable-next-line -->\nA b.\n', whole, 'A b.\n'],
  ['where it names two', '<!-- recaplint-disable no-nbsp no-repeated-word -->\n\nA.\n', whole, 'A.\n'],
  [
    'in front matter',
    '---\ntitle: A # recaplint-disable-line no-nbsp\n---\n\nB.\n',
    whole,
    '---\ntitle: A\n---\n\nB.\n',
  ],
  [
    'on a line of front matter',
    '---\n# recaplint-disable no-nbsp\ntitle: A\n---\n\nB.\n',
    whole,
    '---\ntitle: A\n---\n\nB.\n',
  ],
  [
    'as the first name',
    '<!-- recaplint-disable-next-line no-nbsp, no-repeated-word -- so -->\nA the the house.\n',
    one,
    '<!-- recaplint-disable-next-line no-repeated-word -- so -->\nA the the house.\n',
  ],
  [
    'as the last name',
    '<!-- recaplint-disable-next-line no-repeated-word, no-nbsp -- so -->\nA the the house.\n',
    one,
    '<!-- recaplint-disable-next-line no-repeated-word -- so -->\nA the the house.\n',
  ],
  [
    'beside a name that is wrong',
    '<!-- recaplint-disable-next-line no-nbsp no-nbps -->\nA.\n',
    one,
    '<!-- recaplint-disable-next-line no-nbps -->\nA.\n',
  ],
])('an unused comment goes %s', async (_name, text, title, expected) => {
  expect(await removed(text)).toEqual([title, expected]);
});

test('an expression of MDX goes as well', async () => {
  const text = 'A.\n\n{/* recaplint-disable-next-line no-nbsp */}\n\nB.\n';
  expect(await removed(text, 'post.mdx')).toEqual([whole, 'A.\n\nB.\n']);
});

test('a comment that parts two lists does not go: they would become one', async () => {
  const text = '- a\n\n<!-- recaplint-disable-next-line no-nbsp -->\n\n- b\n';
  expect(await removed(text)).toEqual([whole, null]);
});

test('fixing all safely takes no comment away: it holds what somebody thought', async () => {
  const post = await openPost(
    '<!-- recaplint-disable-next-line no-nbsp -- soon -->\nA b.\n',
    'post.md',
    config,
  );
  expect(post.findings).toHaveLength(1);
  expect(allOffers(post, 0, 100).filter(({ kind }) => kind !== 'quickfix')).toEqual([]);
});
