import type { Document } from '../document/document.ts';
import type { MappedText } from '../document/mapped-text.ts';
import type { ProseBlock } from '../document/model.ts';
import { type StraySign, straySigns } from '../document/stray-pairs.ts';
import { unmatchedBrackets } from '../document/unmatched.ts';
import { unmatchedQuotes } from '../document/unmatched-quotes.ts';
import { defineRule, type Problem } from '../engine/rule.ts';

type Key = StraySign['cause'] | 'open' | 'close' | 'tag';

const candidate = /[*_`()"“”]|&lt;|\\</;
const shownTag =
  /<(\/?)(a|b|i|u|em|strong|span|font|sup|sub|kbd|code|small|p|div|br|li|ul)(?:\s[^<>]{0,120})?\/?>/gi;

export default defineRule<Key>({
  id: 'no-stray-markup',
  summary: 'Disallow signs of markup that readers see, and brackets without their other half.',
  category: 'residue',
  yieldsTo: ['no-malformed-link'],
  recommended: 'warn',
  messages: {
    lone: 'Readers see this “{sign}”: it has no other half, so it formats nothing.',
    tick: 'Readers see this “{sign}”: it, or an earlier one of this text, has no other half.',
    spaced:
      'Readers see this “{sign}” and its other half: a space inside keeps them from formatting. Delete it.',
    touched:
      'Readers see this “{sign}” and its other half: with “{inner}” inside and a letter outside they format nothing. Put a space between, or take the “{inner}” out.',
    uneven: 'Readers see this “{sign}”, because the next one is “{other}”: write as many on both sides.',
    html: 'Readers see this “{sign}”, because Markdown is not read in this HTML: write `<{other}>`, or leave a blank line behind the tag.',
    cell: 'The “|” ends the cell inside this code: write `\\|`.',
    open: 'This “{sign}” is never closed: write the “{other}”, or delete it.',
    close: 'This “{sign}” closes nothing: write the “{other}” that belongs to it, or delete it.',
    tag: 'Readers see this “{sign}” as text: write the tag itself, or delete it.',
  },
  *check(document) {
    if (!candidate.test(document.source)) return;
    yield* bracketProblems(document);
    yield* quoteProblems(document);
    for (const sign of straySigns(document)) yield signProblem(sign, document.source);
    const isMdx = /\.mdx$/i.test(document.path);
    for (const block of document.prose)
      if (block.text.includes('<') && !(block.html && isMdx)) yield* tagProblems(block);
  },
});

const elements: Readonly<Record<string, string>> = { '`': 'code', '*': 'em', _: 'em', '**': 'strong' };

function signProblem({ cause, range, sign, second, inner }: StraySign, source: string): Problem<Key> {
  const other =
    cause === 'html'
      ? (elements[sign] ?? elements[sign[0]!]!)
      : second && source.slice(second.start, second.end);
  return {
    message: cause,
    data: { sign, inner, other: other ?? '' },
    range,
    related: second ? [{ range: second, message: 'the other half' }] : [],
  };
}

function* bracketProblems(document: Document): Iterable<Problem<Key>> {
  for (const { block, at, sign } of unmatchedBrackets(document)) {
    const isOpen = sign === '(';
    const data = { sign, other: isOpen ? ')' : '(' };
    yield { message: isOpen ? 'open' : 'close', data, range: block.sourceRange(at, at + 1) };
  }
}

function* quoteProblems(document: Document): Iterable<Problem<Key>> {
  for (const { block, at, sign, opens } of unmatchedQuotes(document)) {
    const other = sign === '“' ? '”' : sign === '”' ? '“' : sign;
    yield { message: opens ? 'open' : 'close', data: { sign, other }, range: block.sourceRange(at, at + 1) };
  }
}

/** Tags that frame words as a tag would: to show them, a writer names the element instead, or sets it as code. */
function* tagProblems(block: ProseBlock): Iterable<Problem<Key>> {
  const tags = [...block.text.matchAll(shownTag)];
  for (const [index, tag] of tags.entries()) {
    const [sign, slash, name] = tag as unknown as [string, string, string];
    const end = tag.index + sign.length;
    const closer = tags[index + 1];
    if (
      name.toLowerCase() === 'br'
        ? isBreak(block, tag.index, end)
        : slash === '' && frames(block, tag, closer)
    ) {
      const range = block.sourceRange(tag.index, end);
      yield { message: 'tag', data: { sign }, range };
    }
  }
}

/** `<br>` glued to the words around it, or at the end of them. */
function isBreak({ text }: MappedText, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return /[\p{L}.,!?:;]$/u.test(before) && /^\p{L}/u.test(after);
}

function frames({ text }: MappedText, tag: RegExpMatchArray, closer: RegExpMatchArray | undefined): boolean {
  if (closer?.[1] !== '/' || closer[2]!.toLowerCase() !== tag[2]!.toLowerCase()) return false;
  const inside = text.slice(tag.index! + tag[0].length, closer.index);
  return /\p{L}{2}/u.test(inside) && !/^\s*(?:and|or|to|with|…|\.\.\.)\s*$/.test(inside);
}
