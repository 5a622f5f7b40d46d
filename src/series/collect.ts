import { formatPeriod } from '../calendar/period.ts';
import { addressesOf } from '../document/addresses.ts';
import type { Document } from '../document/document.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { type PeriodSettings, publicationDate, publicationStamp, subjectOf } from '../document/periods.ts';
import { namesOf } from '../document/proper-names.ts';
import type { Range } from '../document/source.ts';
import { spelledWords, votesOf } from '../document/spelling.ts';
import { termsOf } from '../document/terms.ts';
import {
  factsVersion,
  type PeriodFact,
  type Placed,
  type PostFacts,
  type StatedPart,
  type SuppressedRange,
  type UnmetPattern,
} from './facts.ts';
import { featuredLinks } from './featured.ts';
import { frontMatterFacts } from './front-matter-facts.ts';
import { issueNumber } from './issue-number.ts';
import { fillingOf, namedPart } from './naming.ts';
import { pathPattern, titlePattern } from './pattern.ts';
import { explainsPause } from './pauses.ts';
import { previousOf } from './previous.ts';
import { sentencesOf } from './sentences.ts';
import { undescribed } from './undescribed.ts';

/** A place for what is not written in the post: its start. */
const nowhere: Range = { start: 0, end: 0 };

/** What a configuration says of a post, as far as its facts depend on it. */
export interface SeriesSettings extends PeriodSettings {
  /** Name of the configured series, or null. */
  readonly series: string | null;
  /** How its posts are titled and their files called; null: it does not say. */
  readonly title: string | null;
  readonly path: string | null;
  /** The sections that it names; null schema: it says nothing of front matter. */
  readonly sections: readonly unknown[];
  readonly schema: object | null;
}

/** What one post contributes to checks across its series: plain JSON. */
export function factsOf(
  document: Document,
  post: SeriesSettings,
  suppressed: readonly SuppressedRange[],
): PostFacts {
  const date = dateFact(document);
  const links = distinctLinks(document);
  return {
    version: factsVersion,
    path: document.path,
    pathPattern: pathPattern(document.path),
    series: post.series,
    stated: statedBy(post),
    unmet: unmetBy(document, post),
    period: periodFact(document, post),
    date,
    stamp: publicationStamp(document),
    title: placedText(document.title),
    titlePattern: document.title ? titlePattern(document.title.text, document.languages) : '',
    description: placedText(document.description),
    undescribed: undescribed(document),
    sections: document.sections.map(({ heading: { text, depth, textRange } }) => ({
      value: text,
      depth,
      range: textRange,
    })),
    number: issueNumber(document),
    ...frontMatterFacts(document.frontMatter),
    sentences: sentencesOf(document, {
      subject: subjectOf(document, post)?.period ?? null,
      published: date?.value ?? null,
    }),
    previous: previousOf(document),
    pause: explainsPause(document),
    links,
    featured: featuredLinks(document, links),
    names: countsOf(namesOf(document, null).map(({ name, count }) => [name, count])),
    terms: countsOf(termsOf(document, null)),
    spellings: votesOf(spelledWords(document, null)),
    noBreakSpaces: countOf('\u00A0', document.source),
    suppressed,
  };
}

function statedBy({ sections, schema, title, path }: SeriesSettings): StatedPart[] {
  const stated: StatedPart[] = [];
  if (sections.length > 0) stated.push('sections');
  if (title !== null) stated.push('title');
  if (path !== null) stated.push('path');
  if (schema !== null) stated.push('keys');
  return stated;
}

function unmetBy({ title, path, languages }: Document, post: SeriesSettings): UnmetPattern[] {
  const unmet: UnmetPattern[] = [];
  const range = placedText(title)?.range ?? nowhere;
  if (post.title !== null && title && fillingOf(post.title, title.text.trim(), languages) === null)
    unmet.push({ part: 'title', value: post.title, range });
  if (post.path !== null && fillingOf(post.path, namedPart(post.path, path), languages) === null)
    unmet.push({ part: 'path', value: post.path, range });
  return unmet;
}

/** The day on which a post says that it was published, in days since 1970-01-01. */
export function dateFact(document: Document): Placed<number> | null {
  const date = publicationDate(document);
  return date && { value: date.day, range: date.range ?? nowhere };
}

/** The period that a post reports on, or null where nothing tells. */
export function periodFact(document: Document, post: PeriodSettings): Placed<PeriodFact> | null {
  const subject = subjectOf(document, post);
  if (!subject?.period) return null;
  const { first, last } = subject.period;
  const stated = subject.support.find(({ place }) => place.range !== null) ?? subject.support[0];
  if (!stated) return null;
  const name = formatPeriod(subject.period);
  return { value: { name, first, last, source: stated.source }, range: stated.place.range ?? nowhere };
}

/** A dictionary from the start: another object would change its shape with each of a hundred words. */
function countsOf(words: Iterable<readonly [string, number]>): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const [word, count] of words) counts[word] = count;
  return counts;
}

function countOf(character: string, source: string): number {
  let count = 0;
  for (let at = source.indexOf(character); at >= 0; at = source.indexOf(character, at + 1)) count++;
  return count;
}

function placedText(text: MappedText | null): Placed<string> | null {
  return text && { value: text.text, range: text.sourceRange(0, text.text.length) };
}

function distinctLinks(document: Document): Placed<string>[] {
  const seen = new Map<string, Placed<string>>();
  for (const { url, range } of addressesOf(document)) {
    if (!seen.has(url)) seen.set(url, { value: url, range });
  }
  return [...seen.values()];
}
