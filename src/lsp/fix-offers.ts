import type { Finding } from '../engine/finding.ts';
import { fixPost } from '../engine/fix.ts';
import type { Edit, Fix } from '../engine/rule.ts';
import type { Offer } from './actions.ts';
import { offerId, titleOf } from './fix-titles.ts';
import type { OpenPost } from './open-post.ts';

/** A finding that has a fix. */
type Fixable = Finding & { readonly fix: Fix };

/** Behind the title of what may change what the post says. */
const uncertain = ' (check the result)';

/**
 * The fixes of findings, the safe ones first.
 *
 * @param certainOnly leaves out what may change what the post says
 */
export function fixOffers(findings: readonly Finding[], certainOnly: boolean): Offer[] {
  const offers = findings.filter(isFixable).map((finding): Offer => {
    const { title, safety, edits } = finding.fix;
    const isSafe = safety === 'safe';
    return {
      title: titleOf(title) + (isSafe ? '' : uncertain),
      kind: 'quickfix',
      id: offerId('fix', finding),
      finding,
      preferred: isSafe,
      edits: () => edits,
    };
  });
  const safe = offers.filter(({ preferred }) => preferred);
  return certainOnly ? safe : [...safe, ...offers.filter(({ preferred }) => !preferred)];
}

/** For each rule among the findings the fixes of all that it found in the post, where there are several. */
export function ruleFixOffers(post: OpenPost, findings: readonly Finding[], certainOnly: boolean): Offer[] {
  const found = new Map<string, Fixable>();
  for (const finding of findings.filter(isFixable)) {
    const key = `${finding.ruleId} ${finding.fix.safety}`;
    if (!found.has(key) && !(certainOnly && finding.fix.safety === 'unsafe')) found.set(key, finding);
  }
  return [...found.values()].flatMap((finding): Offer[] => {
    const isAlike = (other: Finding) => isFixable(other) && isOfRule(other, finding);
    const count = post.findings.filter(isAlike).length;
    const isSafe = finding.fix.safety === 'safe';
    if (count < 2) return [];
    return [
      {
        title: `Fix all ${count} findings of \`${titleOf(finding.ruleId)}\`${isSafe ? '' : uncertain}`,
        kind: 'quickfix',
        id: offerId('fix-rule', finding),
        finding,
        preferred: false,
        edits: () => fixed(post, !isSafe, isAlike),
      },
    ];
  });
}

/** All that is safe in the whole post; none where there is nothing safe. */
export function fixAllOffer(post: OpenPost): Offer[] {
  if (!post.findings.some(({ fix }) => fix?.safety === 'safe')) return [];
  return [
    {
      title: 'Fix all that recaplint can fix safely',
      kind: 'source.fixAll.recaplint',
      id: 'fix-all',
      finding: null,
      preferred: false,
      edits: () => fixed(post, false, () => true),
    },
  ];
}

/** Fixes of one rule with one safety belong together. */
function isOfRule(finding: Fixable, { ruleId, fix }: Fixable): boolean {
  return finding.ruleId === ruleId && finding.fix.safety === fix.safety;
}

function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined && finding.fix.edits.length > 0;
}

/** What fixing until nothing of these is left does to the post; null where it does nothing. */
function fixed(
  { document, placed, parse, series }: OpenPost,
  unsafe: boolean,
  counts: (finding: Finding) => boolean,
): readonly Edit[] | null {
  const { source, path } = document;
  const { settings } = placed.resolved;
  const { language, site } = settings.post;
  const choice = { unsafe, counts: (_: string, findings: readonly Finding[]) => findings.filter(counts) };
  const { edits } = fixPost({ source, path, parse, language, site }, settings, choice, {
    series,
    files: placed.files,
  });
  // What one pass changed another may have put back.
  const real = edits.filter(({ range, text }) => source.slice(range.start, range.end) !== text);
  return real.length > 0 ? real : null;
}
