import * as z from 'zod/mini';
import type { Document } from '../document/document.ts';
import { textsWith } from '../document/joined-texts.ts';
import { type MappedText, opaque } from '../document/mapped-text.ts';
import { innerSentences } from '../document/sentence-lines.ts';
import { behindName, behindNumber, contraction, sentenceStarters } from '../document/sentence-starters.ts';
import { defineRule, type Fix, type Problem } from '../engine/rule.ts';

type Key = 'missing' | 'line';

// What begins a sentence has a capital: behind other signs than these two, small letters are names of files and sites.
const glued = /([,;])(?=[A-Za-z\u00C0-\u04FF])|([!?.])(?=[A-Z])/g;

export default defineRule<Key, { sentencePerLine: boolean }>({
  id: 'missing-space',
  summary: 'Disallow words that a comma or a full stop glues together.',
  category: 'prose',
  recommended: 'warn',
  fixes: 'sometimes',
  options: z.strictObject({
    sentencePerLine: z
      ._default(z.boolean(), false)
      .check(z.describe('Whether each sentence of a Markdown paragraph must begin a line.')),
  }),
  messages: {
    missing: 'There is no space between “{before}” and “{after}”: write one.',
    line: 'The sentence that begins with “{word}” stands behind another one: begin a new line.',
  },
  *check(document, { sentencePerLine }) {
    if (sentencePerLine) yield* innerLines(document);
    for (const { text } of textsWith(document, glued)) yield* problemsIn(document, text);
  },
});

function* innerLines(document: Document): Iterable<Problem<Key>> {
  for (const block of document.prose) {
    for (const { word, range, lineBreak } of innerSentences(block, document)) {
      const fix: Fix | undefined = lineBreak
        ? { title: 'Begin a line', safety: 'safe', edits: [lineBreak] }
        : undefined;
      yield { message: 'line', data: { word }, range, fix };
    }
  }
}

function* problemsIn({ source }: Document, text: MappedText): Iterable<Problem<Key>> {
  for (const { index: at, 0: sign } of text.text.matchAll(glued)) {
    const words = wordsAround(text.text, at);
    if (words === null || !(isMissing(sign, words) || isInTitles(text.text, at, words))) continue;
    const range = text.sourceRange(at, at + 1);
    const data = { before: words.before.replace(opaque, '…') + sign, after: words.after };
    yield { message: 'missing', data, range, fix: fixOf(text, at, source) };
  }
}

/** The two words at a sign, and what shows whether they stand in a sentence. */
interface Words {
  readonly before: string;
  readonly after: string;
  /** Whether a plain word and a space stand before them. */
  readonly follows: boolean;
  /** Whether a space and a word in lower case follow them. */
  readonly continues: boolean;
}

/** Null where the two stand in something that is no text: an address, a path, a call, a list without spaces. */
function wordsAround(text: string, at: number): Words | null {
  const lead = text.slice(Math.max(0, at - 80), at);
  const trail = text.slice(at + 1, at + 81);
  const before = /(?:^|[\s(“"‘])(\p{L}[\p{L}’'-]*|\d[\d.]*\d|\d|\uFFFC|\p{L}[\p{L}’'-]*[)”"])$/u.exec(lead);
  const after = /^(\p{L}[\p{L}’'-]*)(?=$|[\s,;:!?…)”"]|\.(?:\s|$))/u.exec(trail);
  if (!before || !after) return null;
  const rest = trail.slice(after[0].length);
  return {
    before: before[1]!,
    after: after[1]!,
    follows: /[\p{L}\p{N}\uFFFC)”",:%]\s+[(“"‘]?$/u.test(lead.slice(0, lead.length - before[1]!.length)),
    continues: /^,?\s+[(“"‘]?(?:\p{Ll}|\uFFFC|I\b)/u.test(rest),
  };
}

function isMissing(sign: string, { before, after, follows, continues }: Words): boolean {
  const isWord = /^\p{Ll}[\p{Ll}’'-]+[)”"]?$/u.test(before);
  const isName = /^\p{Lu}[\p{Ll}’']{2,}$/u.test(before);
  if (sign === ',' || sign === ';') {
    if (/^\d/.test(before)) return sign === ',' && behindNumber.has(after) && follows && continues;
    if (/\p{Ll}\p{Lu}|^\p{Lu}{2}/u.test(after) || after.length < 2) return false;
    const isPlain = before.length > 2 && (sign === ',' || !before.includes('-'));
    return (isWord || isName) && isPlain && follows && continues;
  }
  if (isName && sign === '.')
    return (behindName.has(after) || contraction.test(after)) && follows && continues;
  // `ALPHA.A`: parts of something in a program.
  if (!isWord && after.length < 2) return false;
  if (!isWord && (sign !== '.' || !/^(?:\p{Lu}{2,}|\uFFFC)$/u.test(before))) return false;
  return (sentenceStarters.has(after) || contraction.test(after)) && follows && continues;
}

/** Between two of many names, all the others of which have their space: "Ann Miller, Bob Mayer,Carl Otter, Dan Degan". */
function isInTitles(text: string, at: number, { before, after, follows }: Words): boolean {
  if (
    text[at] !== ',' ||
    !follows ||
    !/^\p{Lu}\p{Ll}{2,}$/u.test(before) ||
    !/^\p{Lu}\p{Ll}{2,}$/u.test(after)
  )
    return false;
  if (!/^[,;.]?\s/.test(text.slice(at + 1 + after.length, at + 3 + after.length))) return false;
  const around = text.slice(Math.max(0, at - 160), at + 160);
  return (around.match(/\p{L},\s\p{Lu}\p{Ll}/gu)?.length ?? 0) >= 3;
}

/** None where markup stands between: which side of it the space belongs to is not ours to say. */
function fixOf(text: MappedText, at: number, source: string): Fix | undefined {
  const { end } = text.sourceRange(at, at + 1);
  const next = text.sourceRange(at + 1, at + 2).start;
  const opens = /^(?:\*\*?|__?|~~|\[)$/.test(source.slice(end, next)) && source[end - 2] !== source[end];
  if (next !== end && !opens) return undefined;
  return { title: 'Write a space', safety: 'safe', edits: [{ range: { start: end, end }, text: ' ' }] };
}
