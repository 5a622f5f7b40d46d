import type { Parse } from '../document/document.ts';
import { readDirectives, suppressedRanges } from '../engine/directives.ts';
import { factsOf } from '../series/collect.ts';
import type { PostFacts } from '../series/facts.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import { documentOf } from './placed-document.ts';
import type { PlacedPost, Session } from './session.ts';

/** A post whose facts are known. */
export interface KnownPost {
  readonly placed: PlacedPost;
  readonly facts: PostFacts;
}

/**
 * Reads the facts of a post without linting it.
 *
 * @param base as for {@link Session.place}
 * @param read gives the bytes of a file; throws where it cannot
 * @returns null for a file that is no text or that no parser is given
 * @throws Error where the file cannot be read; ConfigError
 */
export async function readKnown(
  path: string,
  base: string,
  session: Session,
  parse: Parse,
  read: (path: string) => Buffer = readBytes,
): Promise<KnownPost | null> {
  const placed = await session.place(path, base);
  const { text, problem } = decode(read(path));
  if (problem) return null;
  const document = documentOf(text, placed, parse);
  if (document.refusal) return null;
  const { settings } = placed.resolved;
  const suppressed = suppressedRanges(readDirectives(document, settings));
  return { placed, facts: factsOf(document, settings.post, suppressed) };
}
