import type { Document, Parse } from '../document/document.ts';
import { type Timeline, timelineOf } from '../document/timeline.ts';
import type { FileResult } from '../engine/finding.ts';
import { formatsWithTimelines } from '../reporters/formats.ts';
import type { Flags } from './flags.ts';
import type { LintedPost } from './lint-post.ts';
import { paced } from './paced.ts';
import { documentOf } from './placed-document.ts';
import type { PlacedPost } from './session.ts';

/** What a post says of time, under its settings. */
export function placedTimeline(document: Document, placed: PlacedPost): Timeline {
  const { post } = placed.resolved.settings;
  return timelineOf(document, post, post.window ?? shareAhead(placed));
}

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

/** The option of date-in-window; half the period where the rule is off. */
function shareAhead({ resolved }: PlacedPost): number {
  const active = resolved.settings.rules.find(({ rule }) => rule.id === 'date-in-window');
  return active && 'opens' in active.options ? Number(active.options.opens) : 0.5;
}
