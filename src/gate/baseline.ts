import type { FileResult } from '../engine/finding.ts';
import { fingerprintsIn, fingerprintsOf, pathInRoot } from './fingerprint.ts';
import type { Gate } from './gate.ts';

/** Fingerprints by the id of their rule. */
export type Accepted = ReadonlyMap<string, ReadonlySet<string>>;

/** Findings that are accepted, by the name of their post: its path as {@link NameOf} gives it. */
export type Baseline = ReadonlyMap<string, Accepted>;

/** What a baseline calls a post: its path (absolute) relative to a folder that every clone has, with `/`. */
export type NameOf = (path: string) => string;

/** A post that was linted, with all that was found in it. */
export interface ExaminedPost {
  readonly result: FileResult;
  /** Whether a rule that is there was off, so that it could find nothing. */
  isOff(ruleId: string): boolean;
}

/** A baseline held against a run. */
export interface Comparison {
  /** What the baseline is with the findings of the run in it and those that no longer occur left out. */
  readonly next: Baseline;
  readonly added: number;
  readonly kept: number;
  /** Entries that no longer occur: how many, by post and rule, in order. */
  readonly gone: readonly { readonly name: string; readonly rule: string; readonly count: number }[];
}

/**
 * Lets through what is not accepted. Of equal findings in a post as many are accepted as the baseline has; those that a gate
 * before has held back are taken first, so that two gates never hold back one mistake each for the other's sake.
 */
export function baselineGate(baseline: Baseline, nameOf: NameOf): Gate {
  return (post, candidates) => {
    const accepted = baseline.get(nameOf(post.path));
    if (!accepted) return candidates;
    const open = new Set(candidates);
    const heldBack = post.findings.filter((finding) => !open.has(finding));
    const fingerprints = fingerprintsOf(pathInRoot(post), post.text, [...heldBack, ...candidates]);
    return candidates.filter(
      ({ ruleId }, index) => !accepted.get(ruleId)?.has(fingerprints[heldBack.length + index]!),
    );
  };
}

/**
 * Compares a baseline with what a run found. Entries are judged where their post was linted and their rule was not off;
 * those of other posts stay, unless the post is no more.
 *
 * @param exists whether a post of that name is there, for another run to lint
 */
export function compareBaseline(
  baseline: Baseline,
  posts: readonly ExaminedPost[],
  nameOf: NameOf,
  exists: (name: string) => boolean,
): Comparison {
  const examined = new Map(posts.map((post) => [nameOf(post.result.path), post]));
  const next = new Map<string, Accepted>();
  const tally = new Tally();
  for (const name of [...new Set([...baseline.keys(), ...examined.keys()])].sort(byCodeUnits)) {
    const before = baseline.get(name) ?? noEntries;
    const post = examined.get(name);
    const after = post ? acceptedIn(post, before) : exists(name) ? before : noEntries;
    tally.count(name, before, after);
    if (after.size > 0) next.set(name, after);
  }
  return { next, ...tally };
}

const noEntries: Accepted = new Map();

/** With one of these the post was not read to its end, and that a finding is missing says nothing. */
const incomplete = new Set(['limit', 'invalid-encoding', 'rule-failed']);

/** What is accepted in a post from now on: all that was found, and what rules that are off cannot find. */
function acceptedIn({ result, isOff }: ExaminedPost, before: Accepted): Accepted {
  const accepted = new Map<string, Set<string>>();
  const isWhole = !result.findings.some(({ ruleId }) => incomplete.has(ruleId));
  for (const [rule, fingerprints] of before) {
    if (!isWhole || isOff(rule)) accepted.set(rule, new Set(fingerprints));
  }
  const fingerprints = fingerprintsIn(result);
  for (const [index, { ruleId }] of result.findings.entries()) {
    const own = accepted.get(ruleId) ?? new Set();
    accepted.set(ruleId, own.add(fingerprints[index]!));
  }
  return accepted;
}

/** Counts what becomes of the entries of a baseline. */
class Tally {
  added = 0;
  kept = 0;
  readonly gone: { name: string; rule: string; count: number }[] = [];

  count(name: string, before: Accepted, after: Accepted): void {
    for (const rule of [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnits)) {
      const old = before.get(rule) ?? new Set();
      const now = after.get(rule) ?? new Set();
      const kept = [...old].filter((fingerprint) => now.has(fingerprint)).length;
      this.kept += kept;
      this.added += now.size - kept;
      if (old.size > kept) this.gone.push({ name, rule, count: old.size - kept });
    }
  }
}

/** By code units: the same on every machine, whatever its locale. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
