import type { FileResult, Finding } from '../engine/finding.ts';

/**
 * Says which findings of a post count.
 *
 * @param post with all that was found in it
 * @param candidates those of its findings that the gates before have let through
 * @returns those of the candidates that this one lets through, in order
 */
export type Gate = (post: FileResult, candidates: readonly Finding[]) => readonly Finding[];

/** The findings that all gates let through, asked one after the other. */
export function passing(post: FileResult, gates: readonly Gate[]): readonly Finding[] {
  return gates.reduce((candidates, gate) => gate(post, candidates), post.findings);
}
