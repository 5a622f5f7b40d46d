import { createHash } from 'node:crypto';
import { posix, relative, sep } from 'node:path';
import type { FileResult, Finding } from '../engine/finding.ts';

// Half of SHA-256: two of a million findings share one with a chance below 1 in 10^26.
const digits = 32;

/**
 * What a finding is known by from run to run, in the order of the findings: a hash of its rule, its post, which of the
 * rule's messages it is, the text it covers with white space folded, and how many equal ones stand before it. Lines that
 * are added above and a message that is worded anew leave it as it is.
 *
 * @param path of the post, relative to its root, with `/`
 * @returns hexadecimal digits, no two alike
 */
export function fingerprintsOf(path: string, text: string, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, messageKey, range }) => {
    const covered = text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
    const identity = JSON.stringify([ruleId, path, messageKey, covered]);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash('sha256').update(`${identity}${ordinal}`).digest('hex').slice(0, digits);
  });
}

/**
 * Fingerprints of the findings of a file. Equal ones that do not count are counted, so that each keeps its own.
 *
 * @param path by which the file is known; absent: that in its root
 */
export function fingerprintsIn(post: FileResult, path = pathInRoot(post)): string[] {
  const { text, findings, all = findings } = post;
  const fingerprints = fingerprintsOf(path, text, all);
  const known = new Map(all.map((finding, index) => [finding, fingerprints[index]!]));
  return findings.map((finding) => known.get(finding)!);
}

/** The path of a post relative to its root, with `/`. */
export function pathInRoot({ path, root }: Pick<FileResult, 'path' | 'root'>): string {
  return relative(root, path).replaceAll(sep, posix.sep);
}
