import type { Day } from '../calendar/days.ts';
import { looksOf } from '../calendar/looks.ts';
import { findMentions, type Mention } from '../calendar/mentions.ts';
import { type NamedPeriod, nameOf, namingsDiffer, resolvePeriod, shiftPeriod } from '../calendar/period.ts';
import { findSlugPeriods, slugOf } from '../calendar/slug.ts';
import {
  type Evidence,
  type EvidenceSource,
  type Statement,
  statedIn,
  statedInProse,
} from '../calendar/subject.ts';
import { titleHeading } from '../calendar/words-en.ts';
import type { Document } from './document.ts';
import { descriptionKeys } from './front-matter.ts';
import type { MappedText } from './mapped-text.ts';
import type { Value } from './model.ts';
import { introMentionsOf } from './prose-periods.ts';
import type { Range } from './source.ts';

/** A place that states a period: its words, and where they stand. A file name has no range. */
export interface StatedAt {
  readonly text: string;
  readonly range: Range | null;
}

export type PostEvidence = Evidence<StatedAt>;
/** Everything in a post that states its period, in no order. @param published the publication date */
export function evidenceIn(document: Document, published: Day | null): PostEvidence[] {
  const { title } = document;
  return [
    ...fieldEvidence(document),
    ...(title ? statedEvidence(document, 'title', title, statedIn(title.text, document.languages)) : []),
    ...pathEvidence(document, published),
    ...descriptionEvidence(document),
    ...headingEvidence(document),
    ...introEvidence(document),
    ...altEvidence(document),
  ];
}

function statedEvidence(
  document: Document,
  source: EvidenceSource,
  text: MappedText,
  statement: Statement | null,
): PostEvidence[] {
  return statement === null ? [] : [{ source, ...statement, place: placeOf(document, text, statement) }];
}

/** A front matter may carry several descriptions, one for each place that shows them. */
function descriptionEvidence(document: Document): PostEvidence[] {
  const values = descriptionKeys.map((key) => document.frontMatter?.get(key)?.value);
  return values.flatMap((value) =>
    value ? statedEvidence(document, 'description', value, describedPeriod(document, value.text)) : [],
  );
}

/** What a description states; nothing where it names the period of the title as well: "January, and a look at February". */
function describedPeriod({ title, languages }: Document, text: string): Statement | null {
  const statement = statedInProse(text, languages);
  const titled = title && statedIn(title.text, languages);
  if (!statement || !titled || namingsDiffer(statement.named, titled.named) !== true) return statement;
  const isTitled = (mention: Mention) => namingsDiffer(nameOf(mention), titled.named) === false;
  return findMentions(text, languages).some(isTitled) ? null : statement;
}

/** The words of a text that name its period, without what else the text mentions. */
function placeOf(document: Document, text: MappedText, { named }: Statement): StatedAt {
  const names = (mention: Mention) => mention.unit === named.unit && mention.index === named.index;
  const words = findMentions(text.text, document.languages).find(names) ?? {
    start: 0,
    end: text.text.length,
  };
  return { text: text.text.slice(words.start, words.end), range: text.sourceRange(words.start, words.end) };
}

/**
 * Digits alone in a file name are as often the month of publication: where the title names the month before,
 * they state nothing.
 */
function pathEvidence(document: Document, published: Day | null): PostEvidence[] {
  const evidence = slugEvidence('path', document.path, { text: document.path, range: null });
  const title = document.title && statedIn(document.title.text, document.languages);
  const appeared = published ?? Number.NaN;
  const isIssue = (named: NamedPeriod) => {
    const period = resolvePeriod(named);
    const holdsDate = period === null || (appeared >= period.first && appeared <= period.last);
    return holdsDate && (title == null || namingsDiffer(shiftPeriod(title.named, 1), named) === false);
  };
  const numeric = findSlugPeriods(document.path).every((found) => found.numeric);
  return numeric ? evidence.filter(({ named }) => named.unit !== 'month' || !isIssue(named)) : evidence;
}

/** A file name or address states a period only where it states one: two of different kinds name a cohort. */
function slugEvidence(source: EvidenceSource, path: string, place: StatedAt): PostEvidence[] {
  const [period, ...others] = findSlugPeriods(path);
  if (period === undefined || others.length > 0) return [];
  return [{ source, named: nameOf(period), months: null, place: { ...place, text: period.text } }];
}

function fieldEvidence(document: Document): PostEvidence[] {
  const evidence: PostEvidence[] = [];
  for (const { key, value } of document.frontMatter?.entries ?? []) {
    const name = key.toLowerCase();
    const place = { text: value.text, range: rangeOfText(value) };
    if (name === 'quarter' || name === 'month') evidence.push(...unitField(name, value, document));
    else if (name === 'period')
      evidence.push(...statedEvidence(document, 'field', value, statedIn(value.text, document.languages)));
    else if (['slug', 'permalink', 'url'].includes(name))
      evidence.push(...slugEvidence('slug', value.text, place));
    else if (['image', 'cover', 'thumbnail', 'banner'].includes(name))
      evidence.push(...quarterIn('image', value));
    else if (name === 'tags') for (const item of value.items) evidence.push(...quarterIn('tag', item));
  }
  return evidence;
}

/** `quarter: 2` or `month: April`, with the year of the field `year` where it gives none. */
function unitField(unit: 'quarter' | 'month', value: Value, document: Document): PostEvidence[] {
  const counted = /^\d{1,2}$/.test(value.text.trim());
  const named = counted
    ? { unit, index: Number(value.text), count: 1, year: null }
    : statedIn(value.text, document.languages)?.named;
  if (named?.unit !== unit || named.index < 1 || named.index > (unit === 'month' ? 12 : 4)) return [];
  const year = document.frontMatter?.get('year')?.value.text ?? '';
  const full = { ...named, year: named.year ?? (/^(?:19|20)\d\d$/.test(year) ? Number(year) : null) };
  return [
    {
      source: 'field',
      named: nameOf(full),
      months: null,
      place: { text: value.text, range: rangeOfText(value) },
    },
  ];
}

/** Images and tags are shared and dated in many ways: only a quarter or half with its year says something. */
function quarterIn(source: EvidenceSource, value: Value): PostEvidence[] {
  return slugEvidence(source, value.text, { text: value.text, range: rangeOfText(value) }).filter(
    ({ named }) => named.unit !== 'month' && named.year !== null,
  );
}

/** The first heading, where it is worded like a title; others speak of other periods as they please. */
function headingEvidence(document: Document): PostEvidence[] {
  const [heading] = document.headings;
  if (heading === undefined || heading === document.title) return [];
  const ahead = looksOf(document.title?.text ?? '', slugOf(document.path)) === 'ahead';
  const titled = heading.depth === 1 || (titleHeading.test(heading.text) && !ahead);
  return titled
    ? statedEvidence(document, 'heading', heading, statedIn(heading.text, document.languages))
    : [];
}

/** What the introduction says that the post is about, and the months that it gives for a quarter in brackets. */
function introEvidence(document: Document): PostEvidence[] {
  const mentions = introMentionsOf(document);
  return mentions.flatMap(({ mention, block, range, role }, index) => {
    const next = mentions[index + 1];
    const gap = next?.block === block ? block.text.slice(mention.end, next.mention.start) : '';
    const months = /^\s?\((?:mid-)?$/i.test(gap) && next?.mention.unit === 'month' ? next.mention : null;
    if (role !== 'subject' && (months === null || mention.unit !== 'quarter')) return [];
    const stated = months === null ? range : { start: range.start, end: next?.range.end ?? range.end };
    const place = { text: block.text.slice(mention.start, mention.end), range: stated };
    return [{ source: 'intro', named: nameOf(mention), months: months && nameOf(months), place }] as const;
  });
}

function altEvidence(document: Document): PostEvidence[] {
  const image = document.links.find(({ kind }) => kind === 'image');
  const before = document.headings[0]?.range.start ?? document.source.length;
  if (!image?.text || image.range.start > before) return [];
  return statedEvidence(
    document,
    'alt',
    image.text,
    statedInProse(image.text.text, document.languages),
  ).filter(({ named }) => named.unit !== 'month' && named.year !== null);
}

/** Where the decoded text of a value stands, quotes excluded. */
export function rangeOfText(value: Value): Range {
  return value.sourceRange(0, value.text.length);
}
