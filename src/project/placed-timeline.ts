import type { Document } from '../document/document.ts';
import { type DecidedTime, decidedTimeOf, type Timeline, timelineOf } from '../document/timeline.ts';
import type { PlacedPost } from './session.ts';

/** What a post says of time, under its settings. */
export function placedTimeline(document: Document, placed: PlacedPost): Timeline {
  const { post } = placed.resolved.settings;
  return timelineOf(document, post, post.window ?? shareAhead(placed));
}

/** The same without the places: cheap, for what is told of a post all the time. */
export function placedTime(document: Document, placed: PlacedPost): DecidedTime {
  const { post } = placed.resolved.settings;
  return decidedTimeOf(document, post, post.window ?? shareAhead(placed));
}

/** The option of date-in-window; half the period where the rule is off. */
function shareAhead({ resolved }: PlacedPost): number {
  const active = resolved.settings.rules.find(({ rule }) => rule.id === 'date-in-window');
  return active && 'opens' in active.options ? Number(active.options.opens) : 0.5;
}
