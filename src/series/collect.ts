import { formatPeriod } from '../calendar/period.ts';
import type { Document } from '../document/document.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { type PeriodSettings, publicationDate, publicationStamp, subjectOf } from '../document/periods.ts';
import { namesOf } from '../document/proper-names.ts';
import type { Range } from '../document/source.ts';
import { spelledWords, votesOf } from '../document/spelling.ts';
import { factsVersion, type PeriodFact, type Placed, type PostFacts, type SuppressedRange } from './facts.ts';
import { frontMatterFacts } from './front-matter-facts.ts';
import { issueNumber } from './issue-number.ts';
import { titlePattern } from './pattern.ts';
import { previousOf } from './previous.ts';
import { sentencesOf } from './sentences.ts';

/** A place for what is not written in the post: its start. */
const nowhere: Range = { start: 0, end: 0 };

/** What one post contributes to checks across its series: plain JSON. */
export function factsOf(
  document: Document,
  post: PeriodSettings & { readonly series: string | null },
  suppressed: readonly SuppressedRange[],
): PostFacts {
  const date = publicationDate(document);
  return {
    version: factsVersion,
    path: document.path,
    series: post.series,
    period: periodFact(document, post),
    date: date && { value: date.day, range: date.range ?? nowhere },
    stamp: publicationStamp(document),
    title: placedText(document.title),
    titlePattern: document.title ? titlePattern(document.title.text, document.languages) : '',
    description: placedText(document.description),
    sections: document.sections.map(({ heading: { text, depth, textRange } }) => ({
      value: text,
      depth,
      range: textRange,
    })),
    number: issueNumber(document),
    ...frontMatterFacts(document.frontMatter),
    sentences: sentencesOf(document),
    previous: previousOf(document),
    links: distinctLinks(document),
    names: namesOf(document, null).map(({ name }) => name),
    spellings: votesOf(spelledWords(document, null)),
    noBreakSpaces: countOf('\u00A0', document.source),
    suppressed,
  };
}

function periodFact(document: Document, post: PeriodSettings): Placed<PeriodFact> | null {
  const subject = subjectOf(document, post);
  if (!subject?.period) return null;
  const { first, last } = subject.period;
  const range = subject.support.find(({ place }) => place.range !== null)?.place.range ?? nowhere;
  return { value: { name: formatPeriod(subject.period), first, last }, range };
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
  for (const { url, urlRange } of document.links) {
    if (!seen.has(url)) seen.set(url, { value: url, range: urlRange });
  }
  return [...seen.values()];
}
