import type { EvidenceSource } from '../calendar/subject.ts';
import type { Range } from '../document/source.ts';
import type { SpellingCounts } from '../document/spelling.ts';

/** Version of the facts' shape; facts of another version are not merged. */
export const factsVersion = 4;

/** A value with the place in its post where it stands. */
export interface Placed<T> {
  /** What stands there. */
  readonly value: T;
  /** Where in the post it stands. */
  readonly range: Range;
}

/** A stretch of a post in which findings of some rules are suppressed; `rules` null means all of them. */
export interface SuppressedRange extends Range {
  /** Ids of the rules; null: all of them. */
  readonly rules: readonly string[] | null;
}

/** A reporting period as facts carry it. */
export interface PeriodFact {
  /** As messages say it: "Q2 2024", "May 2024". */
  readonly name: string;
  /** Its first day, in days since 1970-01-01. */
  readonly first: number;
  /** Its last day, counted alike. */
  readonly last: number;
  /** Where in the post it is stated, the strongest place. */
  readonly source: EvidenceSource;
}

/** The path of a post with what changes from issue to issue as `{}`, the ending left out. */
export interface PathPattern {
  readonly folder: string;
  readonly name: string;
}

/** A configured pattern that a post does not fit, with the place where that is said: the title, also for a file name. */
export interface UnmetPattern extends Placed<string> {
  readonly part: 'title' | 'path';
}

/** A section by the name of its heading. */
export interface SectionFact extends Placed<string> {
  readonly depth: number;
}

/** A top-level key of the front matter; the range is that of the key. */
export interface KeyFact extends Placed<string> {
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'list' | 'map';
  readonly empty: boolean;
  /** The value of a scalar, the items of a list, as written; at most 20, each of at most 200 UTF-16 units. */
  readonly values: readonly string[];
}

/** What a configuration can state of a series, so that nothing learned is held against a post. */
export type StatedPart = 'sections' | 'title' | 'path' | 'keys';

/** A period or day that a sentence names, as written, with its days as the post means them. */
export interface SentenceTime {
  readonly value: string;
  readonly first: number;
  readonly last: number;
  /** Whether it only names or dates something: "since March", "the minutes of 12 March". */
  readonly aside?: boolean;
}

/** What a sentence counts, as written, and how many days later it must be another number. */
export interface SentenceCount {
  /** Things of a time, or the place in the line of issues. */
  readonly kind: 'count' | 'place';
  readonly value: string;
  readonly days: number;
}

/** A sentence of eight words or more that names a period or a day not far from its post, or counts what its time brought. */
export interface SentenceFact extends Placed<string> {
  // `value` marks its words, see `wordMarks`: formatting, punctuation and capitals do not count.
  /** Equal for sentences with the same days, figures and link targets, and hardly ever for others. */
  readonly specifics: string;
  readonly times: readonly SentenceTime[];
  /** Absent where it counts nothing. */
  readonly count?: SentenceCount;
}

/** A link that calls its target the issue before: "our last update". */
export interface PreviousFact extends Placed<string> {
  readonly url: string;
}

/**
 * What one post contributes to checks across its series: plain JSON, so that parts of an archive can be
 * read apart and merged. Whatever can be reported carries its source range.
 */
export interface PostFacts {
  /** Facts of another version are not merged. */
  readonly version: typeof factsVersion;
  /** Path relative to the root, with `/`. */
  readonly path: string;
  /** Its path with what changes from issue to issue left open. */
  readonly pathPattern: PathPattern;
  /** Name of the configured series, or null. */
  readonly series: string | null;
  /** What the configuration states of the series. */
  readonly stated: readonly StatedPart[];
  /** What of that the post departs from, as far as its facts tell. */
  readonly unmet: readonly UnmetPattern[];
  /** The period that it reports on; null where it states none. */
  readonly period: Placed<PeriodFact> | null;
  /** Publication date as a day number. */
  readonly date: Placed<number> | null;
  /** The publication date with its time of day, as written and without the offset; null where no seconds stand. */
  readonly stamp: Placed<string> | null;
  /** Its title; null where it has none. */
  readonly title: Placed<string> | null;
  /** The title with what changes from issue to issue as `{}`; empty without a title. */
  readonly titlePattern: string;
  /** Its description; null where it has none. */
  readonly description: Placed<string> | null;
  /** Names in the description that the post does not speak of; at most 20. */
  readonly undescribed: readonly string[];
  /** Its headings, in source order. */
  readonly sections: readonly SectionFact[];
  /** The number of the issue, where the title or the front matter states one. */
  readonly number: Placed<number> | null;
  /** Top-level keys of the front matter. */
  readonly keys: readonly KeyFact[];
  /** Tags, categories and the like, as written. */
  readonly tags: readonly Placed<string>[];
  /** Who is named as author in the front matter. */
  readonly byline: Placed<string> | null;
  /** The first sixty sentences whose copies would be out of date. */
  readonly sentences: readonly SentenceFact[];
  /** Links that call their target the issue before. */
  readonly previous: readonly PreviousFact[];
  /** Whether it says where it begins why an issue was left out. */
  readonly pause: boolean;
  /** Distinct addresses that it leads to, with one place each: those of links and images, then bare ones. */
  readonly links: readonly Placed<string>[];
  /** Places in `links` of those that an entry, a heading or a paragraph begins with. */
  readonly featured: readonly number[];
  /** Names of two to four words, with how often each stands there; at most 200. */
  readonly names: Readonly<Record<string, number>>;
  /** Words whose capitals are a matter of spelling ("GitHub", "Github"), with how often each stands there; at most 100. */
  readonly terms: Readonly<Record<string, number>>;
  /** How many words it spells which way, of those with a British and an American spelling. */
  readonly spellings: SpellingCounts;
  /** How many characters U+00A0 its file has. */
  readonly noBreakSpaces: number;
  /** Where comments suppress findings. */
  readonly suppressed: readonly SuppressedRange[];
}

/** What the series of a post has taught before it. Made by {@link seriesBefore}. */
export interface Series {
  /** Its name in the configuration, or one that is made of its paths. */
  readonly name: string;
  /** Facts of the posts before this one, ordered by period, then date, then path. */
  readonly earlier: readonly PostFacts[];
  /** Facts of all posts of the series in that order, this one's included where it was read. */
  readonly posts: readonly PostFacts[];
  /** How many of them come before this post. */
  readonly position: number;
  /** The posts beside it, of whatever series, by the day they were published; null where only the series is known. */
  readonly neighbours: Series | null;
}
