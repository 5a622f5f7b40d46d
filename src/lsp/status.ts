import { placedTime } from '../project/placed-timeline.ts';
import { titleOf } from './fix-titles.ts';
import type { OpenPost } from './open-post.ts';

/** What an editor shows of a post all the time. */
export interface PostStatus {
  /** What the post reports on, such as "Q2 2024"; null where nothing tells, or where its parts disagree. */
  readonly period: string | null;
  /** The configured name of its series, else the pattern that its posts share; null where it stands alone. */
  readonly series: string | null;
}

export function statusOf(post: OpenPost): PostStatus {
  const { subject } = placedTime(post.document, post.placed);
  const period = subject === null || subject.contested ? null : subject.name;
  const { series: configured } = post.placed.resolved.settings.post;
  const series = configured ?? post.series?.name ?? null;
  return { period, series: series && titleOf(series) };
}
