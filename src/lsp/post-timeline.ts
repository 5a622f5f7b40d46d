import type { Document } from '../document/document.ts';
import type { Timeline } from '../document/timeline.ts';
import { placedTimeline } from '../project/placed-timeline.ts';
import type { OpenPost } from './open-post.ts';

const known = new WeakMap<Document, Timeline>();

/** What an open post says of time, read once for each text. */
export function timelineOfPost({ document, placed }: OpenPost): Timeline {
  const timeline = known.get(document) ?? placedTimeline(document, placed);
  known.set(document, timeline);
  return timeline;
}
