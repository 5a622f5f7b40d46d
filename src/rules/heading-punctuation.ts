import * as z from 'zod/mini';
import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from '../document/document.ts';
import { emptyHeadings, readsAsSentence } from '../document/empty-headings.ts';
import { endsInAbbreviation, unfinishedWord } from '../document/heading-text.ts';
import type { Heading } from '../document/model.ts';
import { withoutAttributes } from '../document/names.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem } from '../engine/rule.ts';

type Key = 'sign' | 'unfinished' | 'alone';

export default defineRule<Key, { signs: string }>({
  id: 'heading-punctuation',
  summary: 'Disallow colons, full stops and commas at the end of headings.',
  category: 'structure',
  recommended: 'warn',
  fixes: 'sometimes',
  options: z.strictObject({
    signs: z
      ._default(z.string(), ':.,')
      .check(z.describe('The characters that no heading ends in, written one after the other.')),
  }),
  messages: {
    sign: 'The heading ends in `{sign}`, and a heading needs no sign at its end: delete it.',
    unfinished:
      'The heading breaks off at “{word}”, and a heading is no beginning of a sentence: say it without the words that wait for more, and without the `{sign}`.',
    alone:
      'The heading ends in `{sign}` like a sentence, and nothing stands below it: make it a paragraph, or write its section.',
  },
  *check(document, { signs }) {
    let empty: ReadonlySet<Heading> | null = null;
    for (const heading of document.headings) {
      const range = signsAtEnd(heading, signs, document);
      if (!range) continue;
      const name = nameOf(heading, signs);
      empty ??= new Set(emptyHeadings(document).map((one) => one.heading));
      const isAlone = empty.has(heading) && readsAsSentence(heading.text) && !readsAsSentence(name);
      yield problemAt(range, name, document.source, isAlone);
    }
  },
});

/** @param isAlone whether the heading is a sentence by its sign, which is all there is of its section */
function problemAt(range: Range, name: string, source: string, isAlone: boolean): Problem<Key> {
  const sign = source.slice(range.start, range.end).trim();
  // Without its sign it would be a section that nobody wrote.
  if (isAlone) return { message: 'alone', data: { sign }, range };
  const word = sign === ':' ? unfinishedWord(name) : null;
  if (word !== null) return { message: 'unfinished', data: { word, sign }, range };
  const title = `Delete the \`${sign}\``;
  return {
    message: 'sign',
    data: { sign },
    range,
    fix: { title, safety: 'safe', edits: [{ range, text: '' }] },
  };
}

/** What a heading says before the signs at its end. */
function nameOf({ text: whole }: Heading, signs: string): string {
  const text = withoutAttributes(whole);
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function signsAtEnd(heading: Heading, signs: string, { source }: Document): Range | null {
  const text = withoutAttributes(heading.text);
  const start = nameOf(heading, signs).length;
  const written = text.slice(start);
  const name = text.slice(0, start).trimEnd();
  if (written === '' || !/[\p{L}\p{M}\p{N})"”’'\]?!]$/u.test(name) || isMeant(name, written)) return null;
  const range = heading.sourceRange(start, text.length);
  // Markup between the signs: which of them is meant cannot be told.
  return source.slice(range.start, range.end) === written ? range : null;
}

/** An ellipsis, the code of an emoji, a number, an abbreviation, the end of a second sentence. */
function isMeant(name: string, signs: string): boolean {
  if (signs.includes('..')) return true;
  if (signs.startsWith(':') && /:[a-z0-9_+-]+$/.test(name)) return true;
  if (!signs.startsWith('.')) return false;
  if (/^[\p{N}.]+$/u.test(name) || endsInAbbreviation(name)) return true;
  return sentenceStarts(name).length > 1;
}
