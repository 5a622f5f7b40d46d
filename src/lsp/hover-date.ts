import { publicationDate } from '../document/periods.ts';
import { covers, type Range } from '../document/source.ts';
import type { DecidedTime } from '../document/timeline.ts';
import { placedTime } from '../project/placed-timeline.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import type { OpenPost } from './open-post.ts';
import { dayWords } from './period-words.ts';

/** The date of a post, where front matter says it, and what is said about it. */
export interface DateHover {
  readonly range: Range;
  readonly markdown: string;
}

/** What the date is there for, what decided so, and how it stands to the period; null where no value is the date. */
export function dateHover({ document, placed }: OpenPost): DateHover | null {
  const date = publicationDate(document);
  if (!date?.range) return null;
  const { range, day } = date;
  const entry = document.frontMatter?.entries.find(({ value }) => covers(value.range, range));
  if (!entry) return null;
  const distance = distanceWords(day, placedTime(document, placed));
  const said = `Publication: the key ${markdownCode(entry.key)} says when the post appears${distance}.`;
  return { range, markdown: `**${dayWords(day)}**. ${said}` };
}

/** How far from the end of its period a post that looks back appears. */
function distanceWords(day: number, { subject, looks }: DecidedTime): string {
  if (!subject?.days || subject.contested || looks !== 'back') return '';
  const lag = day - subject.days.last;
  const name = markdownText(subject.name);
  if (lag === 0) return `, on the last day of ${name}`;
  const count = Math.abs(lag) === 1 ? '1 day' : `${Math.abs(lag)} days`;
  return lag > 0 ? `, ${count} after ${name} ended` : `, ${count} before ${name} ends`;
}

/** When a post about its period is dated, by the configuration, else by what a look back is; none where neither tells. */
export function dueSentences({ document, placed }: OpenPost): string[] {
  const { window, subject } = placedTime(document, placed);
  if (!subject || !window || (window.opens === null && window.closes === null)) return [];
  const post = `A post about ${markdownText(subject.name)} is dated`;
  // What a rule lets pass where nothing is configured is no advice.
  if (!placed.resolved.settings.post.window)
    return subject.days ? [`${post} after ${dayWords(subject.days.last)}, when that is over.`] : [];
  const from = window.opens === null ? '' : ` from ${dayWords(window.opens)}`;
  const until = window.closes === null ? '' : ` until ${dayWords(window.closes)}`;
  return [`${post}${from}${until}, by the configuration.`];
}
