import { corrected, correctionsOf } from '../calendar/correction.ts';
import { formatPeriod, holds, nameOf, namingsDiffer, resolvePeriod, widened } from '../calendar/period.ts';
import { contrastWords } from '../calendar/words-en.ts';
import { staleCalls } from '../document/calls.ts';
import type { Document } from '../document/document.ts';
import { memoize } from '../document/memo.ts';
import type { ProseBlock, Section } from '../document/model.ts';
import { writesYear } from '../document/other-years.ts';
import {
  directionOf,
  evidenceNames,
  type PostSubject,
  publicationDate,
  subjectOf,
} from '../document/periods.ts';
import { mentionsOf, type ProseMention } from '../document/prose-periods.ts';
import { defineRule, type Edit, type Problem, type RuleContext } from '../engine/rule.ts';

type Key = 'other' | 'over' | 'awarded' | 'heading';

export default defineRule<Key>({
  id: 'no-quarter-mixup',
  summary: 'Disallow prose that speaks of the period of the post but names another.',
  category: 'period',
  recommended: 'error',
  fixes: 'sometimes',
  yieldsTo: ['no-impossible-date', 'no-wrong-year', 'consistent-period'],
  messages: {
    other: 'The {place} says *{mention}*, the {source} {subject}: write *{right}*.',
    over: 'Says that {mention} is still to come, but the post is about {subject}: name the period that is next.',
    awarded: 'Invites applications for *{mention}*, whose awards the post announces: name the next period.',
    heading: 'The heading says *{mention}*, but below it applications for the next period are invited.',
  },
  *check(document, _options, context) {
    yield* wrongCalls(document, context);
    const subject = subjectToHold(document, context);
    if (subject === null) return;
    const others = mentionsOf(document).filter((mention) => statesAnother(mention, subject));
    // Two other periods stated alike are a history: "In Q1 we …. In Q2 we …."
    if (new Set(others.map(({ mention }) => mention.index)).size > 1) return;
    const told = toldBeside(document, subject);
    for (const other of others) {
      if (presents(other) || !contrasted(other, told)) yield problemOf(other, subject);
    }
  },
});

/** Calls for a round that is over; they stand in posts that look ahead as well. */
function* wrongCalls(document: Document, { post }: RuleContext): Iterable<Problem<Key>> {
  const subject = subjectOf(document, post);
  if (subject === null || subject.contested) return;
  const stated = subject.support.find(({ place }) => place.range !== null)?.place.range;
  const name = formatPeriod(subject.named);
  for (const { kind, text, mention } of staleCalls(
    document,
    subject,
    publicationDate(document)?.day ?? null,
  )) {
    yield {
      message: kind,
      range: text.sourceRange(mention.start, mention.end),
      data: { mention: text.text.slice(mention.start, mention.end), subject: name },
      related: stated ? [{ range: stated, message: `Here the period is ${name}.` }] : [],
      details: { subject: name, mention: formatPeriod(mention), role: 'plan', cue: 'call' },
    };
  }
}

/** Days before its end from which a month is taken for the one reported on. */
const monthEnd = 3;

/**
 * The subject that prose may be held against: that of a post which looks back and whose parts agree. A month
 * counts once it is all but over; until then its name may be that of the issue.
 */
function subjectToHold(document: Document, { post }: RuleContext): PostSubject | null {
  const subject = subjectOf(document, post);
  if (subject === null || subject.contested || subject.named.unit === 'year') return null;
  const direction = directionOf(document, post);
  if (direction === 'ahead') return null;
  if (direction === 'back' && subject.named.unit !== 'month') return subject;
  const date = publicationDate(document);
  return date !== null && subject.period !== null && date.day > subject.period.last - monthEnd
    ? subject
    : null;
}

function statesAnother(
  { mention, role, place, block }: ProseMention,
  { named: subject, ownCalendar }: PostSubject,
): boolean {
  if (role !== 'subject' || mention.form === 'date') return false;
  // A section may open with where its story began; only words without a year, or with the post's, are its time.
  if (place === 'section-start' && mention.year !== null && mention.year !== subject.year) return false;
  // "In Q3 2022 it had ten; in 2023 it has thirty" sets one year against the other.
  if (mention.index === subject.index && writesYear(block, subject.year)) return false;
  // Three months may be a quarter; other months are named for many reasons, and only an introduction names that of the post.
  const claim = ownCalendar ? mention : widened(mention);
  return (claim.unit !== 'month' || place === 'intro') && namingsDiffer(claim, subject) === true;
}

/** Whether a sentence says what the post itself is; whatever stands beside it is no contrast. */
function presents({ cue }: ProseMention): boolean {
  return cue === 'report-of' || cue === 'named-report' || cue === 'time-for';
}

/** A paragraph may name many periods. */
const contrasts = memoize(({ text }: ProseBlock, _: null) => contrastWords.test(text));

function contrasted({ block, place }: ProseMention, told: Told): boolean {
  if (told.blocks.has(block) || contrasts(block, null)) return true;
  return place === 'section-start' && told.sections.has(block.section);
}

interface Told {
  readonly blocks: ReadonlySet<ProseBlock>;
  readonly sections: ReadonlySet<Section | null>;
}

/**
 * Paragraphs and sections that name the period of the post: another beside it is there for contrast. At the start of a
 * section, a day or month of the period tells as much: "In Q1, we opened the call. It closed in May."
 */
function toldBeside(document: Document, { named, period }: PostSubject): Told {
  const own = mentionsOf(document).filter(({ mention, place }) => {
    if (mention.form !== 'date' && namingsDiffer(mention, named) === false) return true;
    const days =
      place === 'section-start' || place === 'body'
        ? resolvePeriod({ ...nameOf(mention), year: mention.year ?? named.year })
        : null;
    return mention.unit === 'month' && days !== null && period !== null && holds(period, days);
  });
  return {
    blocks: new Set(own.map(({ block }) => block)),
    sections: new Set(own.map(({ block }) => block.section)),
  };
}

const placeNames = { intro: 'introduction', summary: 'summary', 'section-start': 'section', body: 'text' };

function problemOf(
  { mention, block, range, place, role, cue }: ProseMention,
  subject: PostSubject,
): Problem<Key> {
  const name = formatPeriod(subject.named);
  const corrections = correctionsOf(mention, block.text, subject.named);
  const right = corrections === null ? name : corrected(mention, block.text, corrections);
  const [strongest] = subject.support;
  const stated = subject.support.find((piece) => piece.place.range !== null)?.place.range;
  const edits = corrections?.map(
    ({ start, end, text }): Edit => ({ range: block.sourceRange(start, end), text }),
  );
  return {
    message: 'other',
    range,
    data: {
      place: placeNames[place],
      mention: block.text.slice(mention.start, mention.end),
      source: strongest === undefined ? 'post' : evidenceNames[strongest.source],
      subject: name,
      right,
    },
    fix: edits && { title: `Write "${right}"`, safety: 'unsafe', edits },
    related: stated ? [{ range: stated, message: `Here the period is ${name}.` }] : [],
    details: { subject: name, mention: formatPeriod(mention), role, cue },
  };
}
