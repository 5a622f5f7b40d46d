import type { Parse } from '../document/document.ts';
import type { FileResult } from '../engine/finding.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { paced } from '../project/paced.ts';
import { documentOf } from '../project/placed-document.ts';
import { placedTimeline } from '../project/placed-timeline.ts';
import { formatsWithTimelines } from '../reporters/formats.ts';
import type { Flags } from './flags.ts';

/** The results of posts; where a format shows it, with what each says of time. */
export async function resultsOf(
  posts: readonly LintedPost[],
  { format }: Flags,
  parse: Parse,
): Promise<FileResult[]> {
  const isWanted = format.some((output) => formatsWithTimelines.has(output.format));
  if (!isWanted) return posts.map(({ result }) => result);
  const results: FileResult[] = [];
  for await (const post of paced(posts, 'drawing the timelines of')) results.push(withTimeline(post, parse));
  return results;
}

/** A result with its timeline; without one where the post cannot be read. */
function withTimeline({ result, placed }: LintedPost, parse: Parse): FileResult {
  if (result.findings.some(({ ruleId }) => ruleId === 'invalid-encoding')) return result;
  const document = documentOf(result.text, placed, parse);
  return document.refusal ? result : { ...result, timeline: placedTimeline(document, placed) };
}
