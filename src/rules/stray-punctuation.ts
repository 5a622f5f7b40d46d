import { textsWith } from '../document/joined-texts.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { matchesIn } from '../document/matches.ts';
import { memoize } from '../document/memo.ts';
import type { LinkSpan, ProseBlock } from '../document/model.ts';
import { isQuotedHabit } from '../document/quoted-habits.ts';
import { abbreviations } from '../document/sign-words.ts';
import { hasCode, isInAside, isMoved, isSpaced, isWholeWord, type Post } from '../document/spaced-signs.ts';
import { defineRule, type Fix, type Problem } from '../engine/rule.ts';

type Key = 'spaced' | 'moved' | 'closing' | 'doubled' | 'both';

// What every text has that has one of these, without Unicode's tables.
const candidate = /[ \t](?:[,;.!?](?=\s)|,[a-z\x80-\uFFFF,])|(?:,,|\.\.|\.,|,\.|,[ \t],|;;)(?=\s)|, ?\)/g;
const stray =
  /[ \t]{1,8}(?:([,;.!?])(?=\s|$)|,(?=\p{Ll})|,,(?:[ \t],)*(?=\s|$))|(?<![,.;])(?:,,(?:[ \t],)*|\.\.|\.,|,\.|,(?:[ \t],)+|;;)(?=\s|$)|, ?(?=\))/gu;

export default defineRule<Key>({
  id: 'stray-punctuation',
  summary: 'Disallow punctuation that stands twice, or behind a space.',
  category: 'prose',
  recommended: 'warn',
  fixes: 'sometimes',
  messages: {
    spaced: 'A space stands before “{sign}”: delete it.',
    moved: 'The space stands before “,” and not behind it: move it.',
    closing: 'A comma stands before a closing bracket, with nothing to follow it: delete it.',
    doubled: '“{signs}” is one sign too many: write “{sign}”.',
    both: '“{signs}” is two signs where one is meant: delete one of them.',
  },
  *check(document) {
    const post: Post = { document, reads: null };
    for (const { text, block } of textsWith(document, candidate))
      for (const match of matchesIn(text.text, stray)) {
        if (block?.inQuote && isQuotedHabit(document.source, block, match[0])) continue;
        const problem = problemOf(post, text, match);
        if (problem !== null) yield problem;
      }
  },
});

function problemOf(post: Post, text: MappedText, match: RegExpMatchArray): Problem<Key> | null {
  const { source } = post.document;
  const start = match.index!;
  const signs = match[0];
  const range = text.sourceRange(start, start + signs.length);
  // Markup, an entity or a line end between: something is left out there, or the sign is written on purpose.
  if (source.slice(range.start, range.end) !== signs) return null;
  const lead = text.text.slice(Math.max(0, start - 200), start);
  const trail = text.text.slice(start + signs.length, start + signs.length + 60);
  if (match[1] !== undefined) {
    const written = isMailLink(text, start, source.slice(Math.max(0, range.start - 80), range.start))
      ? '`'
      : source[range.start - 1];
    if (!isSpaced(post, match[1], lead, trail, written)) return null;
    const blank = { start: range.start, end: range.end - 1 };
    return { message: 'spaced', data: { sign: match[1] }, range, fix: fixOf('Delete the space', blank) };
  }
  if (/^[ \t]+,$/.test(signs)) return isMoved(lead, trail) ? movedProblem(range) : null;
  if (trail.startsWith(')')) {
    return isInAside(lead) ? { message: 'closing', range, fix: fixOf('Delete the comma', range) } : null;
  }
  // Titles of linked pages are cut with two full stops too.
  const isCut = signs === '..' && linkEnds(text, null).has(start + 2);
  if (isCut || (signs === ';;' && hasCode(post.document))) return null;
  // Open on one side: a cell or list of years.
  if (signs === '..' && /\d$/.test(lead) && (text as Partial<ProseBlock>).kind === 'cell') return null;
  return pairProblem(signs, lead, trail, range);
}

/** Whether a link to an e-mail address ends there: it is named as a word is. */
function isMailLink(text: MappedText, at: number, before: string): boolean {
  if (/<[^\s<>@]+@[^\s<>@]+>$/.test(before)) return true;
  return mailLinkEnds(text, null).has(at);
}

function movedProblem(range: Problem['range']): Problem<Key> {
  const fix: Fix = { title: 'Move the space', safety: 'safe', edits: [{ range, text: ', ' }] };
  return { message: 'moved', range, fix };
}

/** Where the links of a text end: as many signs may stand in it. */
const linkEnds = memoize((text: MappedText, _: null) => endsOf(linksOf(text)));
const mailLinkEnds = memoize((text: MappedText, _: null) =>
  endsOf(linksOf(text).filter(({ url }) => /^mailto:/i.test(url))),
);

function endsOf(links: readonly LinkSpan[]): ReadonlySet<number> {
  return new Set(links.map(({ end }) => end));
}

function linksOf(text: MappedText): readonly LinkSpan[] {
  return (text as Partial<ProseBlock>).links ?? [];
}

function pairProblem(
  signs: string,
  lead: string,
  trail: string,
  range: Problem['range'],
): Problem<Key> | null {
  const word = /(?:^|[\s(“"‘])(\d+(?:\.\d+)+|[\p{L}\p{N}][\p{L}\p{N}’'-]*|\uFFFC)[)\]”"]?$/u.exec(lead)?.[1];
  if (word === undefined || (word === '\uFFFC' && signs !== ',.')) return null;
  const goesOn = /^\s+\p{Ll}/u.test(trail);
  const sign = signs.trim()[0]!;
  if (sign === signs.at(-1)) {
    // Before lower case `..` may be an ellipsis; behind a sign or short number, a range.
    if (sign === '.' && (goesOn || !/\p{L}{2}|^\d{4}$|^\d+\.\d/u.test(word))) return null;
    if (sign !== '.' && !signs.startsWith(',,') && !/\p{L}{2}/u.test(word)) return null;
    const fix: Fix = { title: `Write \`${sign}\` once`, safety: 'safe', edits: [{ range, text: sign }] };
    // A row of them is repaired at once: one by one it would need a pass for each.
    const shown = signs.length > 3 ? `${sign} ${sign}` : signs;
    return { message: 'doubled', data: { signs: shown, sign }, range, fix };
  }
  const isWord = /^\p{Ll}{4,}$/u.test(word) && !abbreviations.has(word);
  if (signs === '.,' && !isWord) return null;
  const first = { start: range.start, end: range.start + 1 };
  const fix = signs === ',.' ? fixOf('Delete the comma', first) : undefined;
  return {
    message: 'both',
    data: { signs },
    range,
    fix: goesOn && signs === '.,' ? fixOf('Delete the full stop', first, isWholeWord(word)) : fix,
  };
}

function fixOf(title: string, range: Problem['range'], isSafe = true): Fix {
  return { title, safety: isSafe ? 'safe' : 'unsafe', edits: [{ range, text: '' }] };
}
