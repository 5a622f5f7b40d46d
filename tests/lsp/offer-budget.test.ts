import { expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { offersAt } from '../../src/lsp/actions.ts';
import { workedOut } from '../../src/lsp/offer-budget.ts';
import { openPost } from './open-for-actions.ts';

const config: Config = { extends: [], rules: { 'no-nbsp': 'error', 'no-repeated-word': 'error' } };

/** Titles of what is worked out at a line with two findings; each look at the clock finds it so much later. */
async function titles(budget: number, step: number) {
  const post = await openPost('One.\n\nThe the a&nbsp;b.\n', 'post.md', config);
  const whole = { start: 0, end: post.document.source.length };
  const offers = offersAt(post, whole, { only: null, automatic: false });
  let time = 0;
  const worked = workedOut(offers, budget, () => {
    time += step;
    return time;
  });
  return worked.map(({ offer }) => offer.title);
}

const comments = ['line', 'file'].flatMap((extent) =>
  ['no-repeated-word', 'no-nbsp'].map((rule) => `Disable \`${rule}\` for this ${extent}`),
);

test('all offers are worked out while there is time', async () => {
  expect(await titles(100, 1)).toEqual(expect.arrayContaining(comments));
});

test('comments are left out once the time is spent, and fixes never', async () => {
  const all = await titles(100, 1);
  const fixes = all.filter((title) => !title.startsWith('Disable'));
  expect(fixes.length).toBeGreaterThan(2);
  expect(await titles(100, 100)).toEqual(fixes);
  const few = await titles(100, 40);
  expect(few.filter((title) => title.startsWith('Disable'))).toEqual(comments.slice(0, 2));
  expect(few).toEqual(expect.arrayContaining(fixes));
});
