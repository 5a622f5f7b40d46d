import { join } from 'node:path';
import type { FileResult, Finding } from '../engine/finding.ts';
import { changedLines } from './changed-lines.ts';
import { fingerprintsOf, pathInRoot } from './fingerprint.ts';
import type { Gate } from './gate.ts';

/** What stood in a post at the base of a change. */
export interface BaseVersion {
  readonly text: string;
  /** All that the same settings find in it, among the posts of that time. */
  readonly findings: readonly Finding[];
}

/** A change of many posts, as far as findings answer for it. */
export interface PostChanges {
  /** The base version of a post by the path that it has now (absolute); null for a post that is new. */
  baseOf(path: string): BaseVersion | null;
  /** Whether what a post (absolute path) says was changed. */
  isChanged(path: string): boolean;
  /** Whether a rule looks at whole series. */
  isAboutSeries(ruleId: string): boolean;
}

/**
 * Lets through what a change answers for: a finding that touches a changed line, one that the base version has not, and
 * one about a series where either post that it names was changed. Equal findings on lines that stayed are counted by
 * themselves: one more above them makes none of them new.
 */
export function changeGate(changes: PostChanges): Gate {
  return (post, candidates) => {
    const base = changes.baseOf(post.path);
    if (!base) return candidates;
    const changed = changes.isChanged(post.path);
    const touchesChange = changed ? changedLines(base.text, post.text) : () => false;
    const onOldLines = post.findings.filter(({ range }) => !touchesChange(range));
    const old = oldOnes(onOldLines, post, base);
    return candidates.filter((finding) => !old.has(finding) || namesChanged(finding, post, changed, changes));
  };
}

/** Those of a post's findings that its base version has, too. */
function oldOnes(findings: readonly Finding[], post: FileResult, base: BaseVersion): ReadonlySet<Finding> {
  const path = pathInRoot(post);
  const known = new Set(fingerprintsOf(path, base.text, base.findings));
  const fingerprints = fingerprintsOf(path, post.text, findings);
  return new Set(findings.filter((_, index) => known.has(fingerprints[index]!)));
}

/** Whether a finding holds posts of a series against each other, one of which was changed. */
function namesChanged(
  { ruleId, related }: Finding,
  { root }: FileResult,
  ownChanged: boolean,
  { isChanged, isAboutSeries }: PostChanges,
): boolean {
  const others = related.flatMap(({ path }) => path ?? []);
  if (others.length === 0 && !isAboutSeries(ruleId)) return false;
  return ownChanged || others.some((path) => isChanged(join(root, path)));
}
