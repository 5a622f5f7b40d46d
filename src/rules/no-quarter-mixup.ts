import { formatPeriod, type NamedPeriod, namingsDiffer } from '../calendar/period.ts';
import { spellLike } from '../calendar/spelling.ts';
import { contrastWords } from '../calendar/words-en.ts';
import type { Document } from '../document/document.ts';
import {
  directionOf,
  evidenceNames,
  type PostSubject,
  publicationDate,
  subjectOf,
} from '../document/periods.ts';
import { mentionsOf, type ProseMention } from '../document/prose-periods.ts';
import { defineRule, type Edit, type Problem, type RuleContext } from '../engine/rule.ts';

export default defineRule<'other'>({
  id: 'no-quarter-mixup',
  summary: 'Disallow prose that speaks of the period of the post but names another.',
  category: 'period',
  recommended: 'error',
  fixes: 'sometimes',
  yieldsTo: ['consistent-period'],
  messages: { other: 'The {place} says *{mention}*, the {source} {subject}: write *{right}*.' },
  *check(document, _options, context) {
    const subject = subjectToHold(document, context);
    if (subject === null) return;
    const others = mentionsOf(document).filter((mention) => statesAnother(mention, subject.named));
    // Two other periods stated alike are a history: "In Q1 we …. In Q2 we …."
    if (new Set(others.map(({ mention }) => mention.index)).size > 1) return;
    const told = toldBeside(document, subject.named);
    for (const other of others) {
      const { block, place } = other;
      const contrasted = told.blocks.has(block) || contrastWords.test(block.text);
      if (!contrasted && (place !== 'section-start' || !told.sections.has(block.section))) {
        yield problemOf(other, subject);
      }
    }
  },
});

/**
 * The subject that prose may be held against: that of a post which looks back and whose parts agree. A month
 * counts once it is over; until then its name may be that of the issue.
 */
function subjectToHold(document: Document, { post }: RuleContext): PostSubject | null {
  const direction = directionOf(document, post);
  if (direction === 'ahead') return null;
  const subject = subjectOf(document, post);
  if (subject === null || subject.contested || subject.named.unit === 'year') return null;
  if (direction === 'back' && subject.named.unit !== 'month') return subject;
  const date = publicationDate(document);
  return date !== null && subject.period !== null && date.day > subject.period.last ? subject : null;
}

function statesAnother({ mention, role, place }: ProseMention, subject: NamedPeriod): boolean {
  if (role !== 'subject' || mention.form === 'date') return false;
  // Months are named for many reasons; only an introduction names the one of the post.
  return (mention.unit !== 'month' || place === 'intro') && namingsDiffer(mention, subject) === true;
}

/** Paragraphs and sections that name the period of the post: another beside it is there for contrast. */
function toldBeside(document: Document, subject: NamedPeriod) {
  const own = mentionsOf(document).filter(({ mention }) => namingsDiffer(mention, subject) === false);
  return {
    blocks: new Set(own.map(({ block }) => block)),
    sections: new Set(own.map(({ block }) => block.section)),
  };
}

const placeNames = { intro: 'introduction', summary: 'summary', 'section-start': 'section', body: 'text' };

function problemOf(
  { mention, block, range, place, role, cue }: ProseMention,
  subject: PostSubject,
): Problem<'other'> {
  const written = block.text.slice(mention.start, mention.end);
  const corrections = correctionsOf(mention, block.text, subject.named);
  const right =
    corrections === null ? formatPeriod(subject.named) : corrected(written, mention.start, corrections);
  const [strongest] = subject.support;
  const stated = subject.support.find((piece) => piece.place.range !== null)?.place.range;
  const name = formatPeriod(subject.named);
  const edits = corrections?.map(
    ({ start, end, text }): Edit => ({ range: block.sourceRange(start, end), text }),
  );
  return {
    message: 'other',
    range,
    data: {
      place: placeNames[place],
      mention: written,
      source: strongest === undefined ? 'post' : evidenceNames[strongest.source],
      subject: name,
      right,
    },
    fix: edits && { title: `Write "${right}"`, safety: 'unsafe', edits },
    related: stated ? [{ range: stated, message: `Here the period is ${name}.` }] : [],
    details: { subject: name, mention: formatPeriod(mention), role, cue },
  };
}

/** A stretch of the paragraph's text and what it should say. */
interface Correction {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What to write instead in the words of the mention, or null where no number or ordinal does it. */
function correctionsOf(
  mention: ProseMention['mention'],
  text: string,
  subject: NamedPeriod,
): Correction[] | null {
  const { indexSpan, yearSpan } = mention;
  if (indexSpan === null || mention.count > 1 || subject.count > 1) return null;
  const corrections: Correction[] = [];
  if (mention.index !== subject.index) {
    const word = spellLike(text.slice(indexSpan.start, indexSpan.end), subject.index);
    if (word === null || mention.unit === 'month') return null;
    corrections.push({ ...indexSpan, text: word });
  }
  if (yearSpan !== null && subject.year !== null && mention.year !== subject.year) {
    corrections.push({ ...yearSpan, text: String(subject.year).slice(yearSpan.start - yearSpan.end) });
  }
  return corrections.sort((a, b) => a.start - b.start);
}

function corrected(written: string, offset: number, corrections: readonly Correction[]): string {
  let text = written;
  for (const { start, end, text: replacement } of [...corrections].reverse()) {
    text = text.slice(0, start - offset) + replacement + text.slice(end - offset);
  }
  return text;
}
