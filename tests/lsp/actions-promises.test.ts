import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Offer, offersAt } from '../../src/lsp/actions.ts';
import type { OpenPost } from '../../src/lsp/open-post.ts';
import { formIn } from '../../src/lsp/suppress-comment.ts';
import { whatIsSaid } from '../../src/lsp/suppress-said.ts';
import { markdown } from '../corpus/markdown.ts';
import { ownPosts } from '../corpus/posts.ts';
import { allOffers } from './actions-table.ts';
import { folderFor, reopened } from './open-for-actions.ts';

/** Findings in words: a comment moves them. */
const inWords = ({ findings }: OpenPost) =>
  findings.map(({ ruleId, message }) => `${ruleId} ${message}`).sort();

/** Holds an offer to what it promises. */
function keepsItsPromise(post: OpenPost, offer: Offer): void {
  const edits = offer.edits();
  if (edits === null) return;
  for (const [index, { range }] of edits.entries()) {
    expect(range.start).toBeGreaterThanOrEqual(index > 0 ? edits[index - 1]!.range.end : 0);
    expect(range.end).toBeLessThanOrEqual(post.document.source.length);
  }
  const changed = reopened(post, edits);
  if (offer.id === 'fix-all')
    expect(changed.findings.filter(({ fix }) => fix?.safety === 'safe')).toEqual([]);
  if (/^disable-(?:line|file) /.test(offer.id)) onlyDisables(post, changed, offer);
}

/** Only findings of its rule went, its own among them, and the post says the same. */
function onlyDisables(post: OpenPost, changed: OpenPost, { finding, id }: Offer): void {
  const form = formIn(post.document, post.placed.resolved.settings);
  expect(whatIsSaid(changed.document, form)).toBe(whatIsSaid(post.document, form));
  const lineOf = ({ document }: OpenPost, offset: number) => document.lines.pointAt(offset).line;
  const goes = post.findings.filter(
    ({ ruleId, range }) =>
      ruleId === finding!.ruleId &&
      (id.includes('disable-file') || lineOf(post, range.start) === lineOf(post, finding!.range.start)),
  );
  const stays = post.findings.filter((one) => !goes.includes(one));
  expect(goes).toContain(finding);
  expect(inWords(changed)).toEqual(inWords({ ...post, findings: stays }));
}

/** The offers for so many findings, spread over the post, and those for all of it. */
function someOffers(post: OpenPost, most: number): readonly Offer[] {
  const step = Math.max(1, Math.ceil(post.findings.length / most));
  const picked = post.findings.filter((_, index) => index % step === 0);
  const about = picked.flatMap(({ range }) =>
    offersAt(post, range, { only: ['quickfix'], automatic: false }).filter(({ finding }) =>
      picked.includes(finding!),
    ),
  );
  const unique = new Map([...about, ...allOffers(post, 0)].map((offer) => [offer.id, offer]));
  return [...unique.values()];
}

test.each(
  ownPosts().map(({ path, source }) => [path, source]),
)('every offer for %s does what it says', async (path, source) => {
  const post = await folderFor().open(source, path);
  for (const offer of someOffers(post, 12)) keepsItsPromise(post, offer);
});

test('every offer for a generated post does what it says', async () => {
  const folder = folderFor();
  await fc.assert(
    fc.asyncProperty(markdown, fc.constantFrom('post.md', 'post.mdx'), async (source, path) => {
      const post = await folder.open(source, path);
      for (const offer of someOffers(post, 3)) keepsItsPromise(post, offer);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('a post in which all that is safe was fixed at once is the one that fixing again leaves alone', async () => {
  for (const { path, source } of ownPosts()) {
    const post = await folderFor().open(source, path);
    const [all] = allOffers(post, 0).filter(({ id }) => id === 'fix-all');
    if (!all) continue;
    const mended = reopened(post, all.edits());
    expect(allOffers(mended, 0).filter(({ id }) => id === 'fix-all')).toEqual([]);
  }
});
