import type { Finding } from '../engine/finding.ts';
import type { Offer } from './actions.ts';
import { offerId, titleOf } from './fix-titles.ts';
import type { OpenPost } from './open-post.ts';
import { firstThatHolds } from './suppress-check.ts';
import { canBeNamed, reason } from './suppress-comment.ts';
import { canHaveLineComment, fileAttempts, lineAttempts } from './suppress-places.ts';

/**
 * Comments that switch off the rules of findings, with a place for the reason: for their lines, then for the file. Whether
 * a comment can be written that does nothing else is found out when its edits are asked for.
 */
export function suppressOffers(post: OpenPost, findings: readonly Finding[]): Offer[] {
  const { document, placed } = post;
  const { settings } = placed.resolved;
  if (document.refusal) return [];
  const lines = new Map<string, Offer>();
  const files = new Map<string, Offer>();
  for (const finding of findings) {
    const { ruleId, range } = finding;
    if (!canBeNamed(ruleId, settings)) continue;
    const { line } = document.lines.pointAt(range.start);
    const key = `${ruleId} ${line}`;
    if (!lines.has(key) && canHaveLineComment(document, range.start))
      lines.set(key, lineOffer(post, finding, line));
    if (!files.has(ruleId)) files.set(ruleId, fileOffer(post, finding));
  }
  return [...lines.values(), ...files.values()];
}

function lineOffer(post: OpenPost, finding: Finding, line: number): Offer {
  const { document, placed } = post;
  const { ruleId, range } = finding;
  const goes = (other: Finding) =>
    other.ruleId === ruleId && document.lines.pointAt(other.range.start).line === line;
  return {
    title: `Disable \`${titleOf(ruleId)}\` for this line`,
    kind: 'quickfix',
    id: offerId('disable-line', finding),
    finding,
    preferred: false,
    placeholder: reason,
    edits: () =>
      firstThatHolds(post, lineAttempts(document, placed.resolved.settings, range.start, ruleId), goes),
  };
}

function fileOffer(post: OpenPost, finding: Finding): Offer {
  const { ruleId } = finding;
  const attempts = () => fileAttempts(post.document, post.placed.resolved.settings, ruleId);
  return {
    title: `Disable \`${titleOf(ruleId)}\` for this file`,
    kind: 'quickfix',
    id: offerId('disable-file', finding),
    finding,
    preferred: false,
    placeholder: reason,
    edits: () => firstThatHolds(post, attempts(), (other) => other.ruleId === ruleId),
  };
}
