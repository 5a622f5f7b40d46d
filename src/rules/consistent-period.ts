import { type CadenceUnit, cadenceWord, findOwnCadence } from '../calendar/cadence.ts';
import { formatPeriod, namingsDiffer } from '../calendar/period.ts';
import { formatDate } from '../calendar/written-date.ts';
import type { Document } from '../document/document.ts';
import { type DatedWords, echoesOf } from '../document/echoes.ts';
import type { PostEvidence } from '../document/evidence.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { memoize } from '../document/memo.ts';
import {
  directionOf,
  evidenceNames,
  meantYear,
  type PostSubject,
  publicationDate,
  subjectOf,
} from '../document/periods.ts';
import { introOf } from '../document/prose-periods.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem, type Related } from '../engine/rule.ts';
import type { PostSettings } from '../engine/settings.ts';

type Key = 'outvoted' | 'differs' | 'months' | 'year' | 'dates' | 'cadence';

export default defineRule<Key>({
  id: 'consistent-period',
  summary: 'Require title, file name, description and first heading to name the same period.',
  category: 'period',
  recommended: 'error',
  yieldsTo: ['no-impossible-date', 'no-wrong-weekday', 'no-wrong-year'],
  messages: {
    outvoted: 'The {place} says *{mention}*, the {other} {period}: write {period}.',
    differs: 'The {place} says *{mention}*, the {other} {period}: only one of them can be right.',
    months: 'The {place} counts {mention} to {subject}, the {other} {period}: only one of them can be right.',
    year: 'The {place} says *{mention}*, but the post is dated {date}: write {right}.',
    dates:
      'The introduction says *{mention}*, the description *{other}* in the same words: only one of them can be right.',
    cadence: 'Says *{mention}*, but the post is about {subject}: write *{right}*.',
  },
  *check(document, _options, { post }) {
    yield* otherDays(document);
    const subject = subjectOf(document, post);
    if (subject === null) return;
    yield* halfOfRun(subject);
    yield* disagreements(subject);
    yield* otherMonths(subject);
    yield* otherYear(document, subject, post);
    const cadence = post.cadence ?? cadenceOf(subject);
    if (cadence !== null && !subject.contested) yield* otherCadence(document, subject, cadence);
  },
});

type Located = PostEvidence & { place: { range: Range } };

function isLocated(piece: PostEvidence): piece is Located {
  return piece.place.range !== null;
}

/** Each statement against the period of the post, at its own place; a file name has none, so the title stands in. */
function* disagreements({ support, against, contested }: PostSubject): Iterable<Problem<Key>> {
  const [strongest] = support;
  const located = support.find(isLocated);
  for (const piece of against) {
    if (strongest === undefined) return;
    if (speaks(piece)) {
      const problem = disagreement(piece, strongest, contested ? 'differs' : 'outvoted');
      yield { ...problem, related: located === undefined ? [] : [stated(located)] };
    } else if (
      !isLocated(piece) &&
      located !== undefined &&
      !against.some((other) => speaks(other) && agree(other, piece))
    ) {
      yield disagreement(located, piece, 'differs');
    }
  }
}

/** Whether a disagreement is reported at this piece. Prose is left to no-quarter-mixup: here it only has a vote. */
function speaks(piece: PostEvidence): piece is Located {
  return isLocated(piece) && piece.source !== 'intro';
}

function agree(a: PostEvidence, b: PostEvidence): boolean {
  return namingsDiffer(a.named, b.named) === false;
}

function disagreement(at: Located, other: PostEvidence, message: 'outvoted' | 'differs'): Problem<Key> {
  const period = formatPeriod(other.named);
  return {
    message,
    range: at.place.range,
    data: {
      place: evidenceNames[at.source],
      mention: at.place.text,
      other: evidenceNames[other.source],
      period,
    },
    details: { subject: period, mention: formatPeriod(at.named), role: 'subject', cue: null },
  };
}

function stated(piece: Located): Related {
  return {
    range: piece.place.range,
    message: `The ${evidenceNames[piece.source]} says ${formatPeriod(piece.named)}.`,
  };
}

/** A title that names one month where two other places name the same run of months around it. */
function* halfOfRun({ support }: PostSubject): Iterable<Problem<Key>> {
  const title = support.filter(isLocated).find(({ source }) => source === 'title');
  if (title === undefined || title.named.unit !== 'month') return;
  const wider = support.filter(({ named }) => named.unit === 'month' && named.count > title.named.count);
  const [first] = wider;
  const agreed = wider.some(
    (other) => first && other.source !== first.source && sameRun(other.named, first.named),
  );
  if (first !== undefined && agreed) yield disagreement(title, first, 'outvoted');
}

/** A deadline that was moved in the text and not in the description. */
function* otherDays(document: Document): Iterable<Problem<Key>> {
  for (const { intro, description } of echoesOf(document)) {
    const mention = wordsOf(intro);
    const other = wordsOf(description);
    const range = rangeOf(description);
    yield {
      message: 'dates',
      range: rangeOf(intro),
      data: { mention, other },
      related: [{ range, message: `The description says ${other}.` }],
      details: { subject: other, mention, role: 'event', cue: null },
    };
  }
}

function wordsOf({ text, mention }: DatedWords): string {
  return text.text.slice(mention.start, mention.end);
}

function rangeOf({ text, mention }: DatedWords): Range {
  return text.sourceRange(mention.start, mention.end);
}

/** A year that makes the post a year late or early to the month. */
function* otherYear(document: Document, subject: PostSubject, post: PostSettings): Iterable<Problem<Key>> {
  const date = publicationDate(document);
  const meant = meantYear(subject, date);
  const year = meant !== null && directionOf(document, post) === 'back' ? meant : null;
  const piece = subject.support.filter(speaks).find(({ named }) => named.year !== null);
  if (date === null || year === null || piece === undefined) return;
  const right = formatPeriod({ ...subject.named, year });
  const dated = formatDate(date.written.date);
  yield {
    message: 'year',
    range: piece.place.range,
    data: { place: evidenceNames[piece.source], mention: piece.place.text, date: dated, right },
    related: date.range === null ? [] : [{ range: date.range, message: `Here the date is ${dated}.` }],
    details: { subject: right, mention: formatPeriod(piece.named), role: 'subject', cue: null },
  };
}

/** A series with quarters of its own says which months it means, and says so the same way throughout. */
function* otherMonths({ named, support }: PostSubject): Iterable<Problem<Key>> {
  const [first, ...others] = support.filter(isLocated).filter(({ months }) => months !== null);
  for (const piece of others) {
    if (first?.months == null || piece.months === null || sameRun(first.months, piece.months)) continue;
    const period = formatPeriod({ ...first.months, year: null });
    const mention = formatPeriod({ ...piece.months, year: null });
    yield {
      message: 'months',
      range: piece.place.range,
      data: {
        place: evidenceNames[piece.source],
        mention,
        subject: formatPeriod(named),
        other: evidenceNames[first.source],
        period,
      },
      related: [
        { range: first.place.range, message: `The ${evidenceNames[first.source]} counts ${period}.` },
      ],
      details: { subject: period, mention, role: 'subject', cue: null },
    };
  }
}

function sameRun(a: { index: number; count: number }, b: { index: number; count: number }): boolean {
  return a.index === b.index && a.count === b.count;
}

/** The unit a post reports in, where its period is one of it. */
function cadenceOf({ named }: PostSubject): CadenceUnit | null {
  return named.count === 1 ? named.unit : null;
}

/** Few words are asked about, each as often as it stands in a paragraph. */
const holdsWord = memoize(({ text }: MappedText, word: string) => text.toLowerCase().includes(word));

/** "Here is the monthly report" in a quarterly one, as it is left over when a series changes its rhythm. */
function* otherCadence(document: Document, subject: PostSubject, unit: CadenceUnit): Iterable<Problem<Key>> {
  const { description, title } = document;
  const name = formatPeriod(subject.named);
  const located = subject.support.find(isLocated);
  for (const text of [...(description ? [description] : []), ...introOf(document).slice(0, 2)]) {
    for (const { start, end, word, unit: said } of findOwnCadence(text.text)) {
      if (said === unit || (title && holdsWord(title, word.toLowerCase()))) continue;
      const mention = text.text.slice(start, end);
      yield {
        message: 'cadence',
        range: text.sourceRange(start, end),
        data: { mention, subject: name, right: cadenceWord(unit) + mention.slice(word.length) },
        related: located === undefined ? [] : [stated(located)],
        details: { subject: name, mention, role: 'subject', cue: word },
      };
    }
  }
}
