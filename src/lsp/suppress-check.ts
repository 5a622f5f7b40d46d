import type { Document } from '../document/document.ts';
import type { Finding } from '../engine/finding.ts';
import { applyEdits } from '../engine/fix.ts';
import { lint } from '../engine/lint.ts';
import { isSeriesRule } from '../engine/rule.ts';
import { settle } from '../engine/settle.ts';
import { documentOf } from '../project/placed-document.ts';
import type { OpenPost } from './open-post.ts';
import { formIn } from './suppress-comment.ts';
import type { Attempt } from './suppress-places.ts';
import { whatIsSaid } from './suppress-said.ts';

/**
 * Of attempts to suppress findings the first that does just that: the post says the same, these findings are gone, and no
 * other came or went. Reads the post once for each attempt, and lints it where it says the same.
 *
 * @param attempts insertions
 * @param goes whether a finding of the post as it stands is to go
 * @returns null where none does
 */
export function firstThatHolds(
  post: OpenPost,
  attempts: Iterable<Attempt>,
  goes: (finding: Finding) => boolean,
): Attempt | null {
  let expected: string | null = null;
  for (const attempt of attempts) {
    const after = saysTheSame(post, attempt);
    if (!after) continue;
    expected ??= inWords(findingsIn(post, post.document, []).filter((finding) => !goes(finding)));
    const found = findingsIn(post, after, attempt).map((finding) => movedBack(finding, attempt));
    if (!found.some(goes) && inWords(found) === expected) return attempt;
  }
  return null;
}

/** The post with edits made in it, where it still says what it said; else null. */
export function saysTheSame({ document, placed, parse }: OpenPost, edits: Attempt): Document | null {
  const after = documentOf(applyEdits(document.source, edits), placed, parse);
  const form = formIn(document, placed.resolved.settings);
  return !after.refusal && whatIsSaid(after, form) === whatIsSaid(document, form) ? after : null;
}

/** What is found in a text of the post; what rules found that look at whole series is taken to be found again. */
function findingsIn(post: OpenPost, document: Document, attempt: Attempt): readonly Finding[] {
  const { settings } = post.placed.resolved;
  const ofSeries = new Set(settings.rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [rule.id] : [])));
  const added = post.findings
    .filter(({ ruleId }) => ofSeries.has(ruleId))
    .map((finding) => movedOn(finding, attempt));
  const outcome = lint(document, settings, { series: post.series, files: post.placed.files });
  return settle(outcome, settings.rules, added, null);
}

/** Findings as what is said of the post, in no order: an insertion moves them, and the lines that they name. */
function inWords(findings: readonly Finding[]): string {
  const words = findings.map(({ ruleId, message }) => `${ruleId} ${message.replace(/\bline \d+/g, 'line')}`);
  return JSON.stringify(words.sort());
}

/** A finding of the text before, where it starts in the text behind. */
function movedOn(finding: Finding, attempt: Attempt): Finding {
  const { start, end } = finding.range;
  let by = 0;
  for (const { range, text } of attempt) {
    // A line that is put before the place of a finding moves it; what is put at the end of one does not.
    if (range.start < start || (range.start === start && /[\r\n]$/.test(text))) by += text.length;
  }
  return { ...finding, range: { start: start + by, end: end + by } };
}

/** A finding of the text behind, where it starts in the text before. */
function movedBack(finding: Finding, attempt: Attempt): Finding {
  let { start } = finding.range;
  for (const { range, text } of attempt) {
    if (start > range.start) start = Math.max(range.start, start - text.length);
  }
  return { ...finding, range: { start, end: start } };
}
