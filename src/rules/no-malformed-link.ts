import { type AddressFault, addressFault } from '../document/address-faults.ts';
import { swallowingTags } from '../document/broken-tags.ts';
import type { Document } from '../document/document.ts';
import { blocksWith } from '../document/joined-texts.ts';
import { type LinkAttempt, linkAttempts } from '../document/link-attempts.ts';
import { opaque } from '../document/mapped-text.ts';
import type { Link } from '../document/model.ts';
import { covers, type Range, rangeSet } from '../document/source.ts';
import { type UndefinedReference, undefinedReferences } from '../document/undefined-references.ts';
import { defineRule, type Fix, type Problem } from '../engine/rule.ts';

type Key = LinkAttempt['kind'] | AddressFault['kind'] | UndefinedReference['kind'];

// What every text has that has one of the addresses below; without Unicode's tables, and with the long s that `i` takes for one.
const maybeMisspelt = /(?:h[htps\u017F]{1,6}|ttp[s\u017F]?)[:;.]{0,3}[/\\]/gi;
// The beginning of an address that lost a sign or has one too many, in text.
const misspeltAddress =
  /(?<![\p{L}\p{N}_/.:-])(?:h[htps]{1,6}|ttps?)(?:[:;.]{0,3}[/\\]{1,4})[\p{L}\p{N}-]+\.[^\s<>()[\]"'`\uFFFC]+/giu;

export default defineRule<Key>({
  id: 'no-malformed-link',
  summary: 'Disallow links whose brackets or addresses are miswritten.',
  category: 'links',
  recommended: 'error',
  fixes: 'sometimes',
  messages: {
    swapped:
      'This is no link: write the text in square brackets and the address in round ones behind it, `[text](address)`.',
    gap: 'Something stands between the text “{text}” and its address, so this is no link: write `[text](address)` without a gap.',
    space:
      'The address behind “{text}” has a space in it, so this is no link: write the address without spaces.',
    title:
      'The title behind the address is not closed with a straight quotation mark, so this is no link: write `[text](address "title")`.',
    angle: 'The bracket `<` before the address is not closed: write `>` behind the address.',
    undefined:
      'No line `[{label}]: address` says where this leads, so readers see the brackets: write one, or the address in round brackets.',
    footnote:
      'There is no footnote `[^{label}]:`, so readers see the brackets: write it, or delete the mark.',
    unclosed: 'The address behind “{text}” is not closed, so this is no link: write `)` behind the address.',
    extra: 'The bracket `{text}` at the link has no partner: delete it.',
    unopened: 'The text of this link has no opening bracket: write `[` before it.',
    nested:
      'A whole link stands where the address of this one belongs: write the address alone between the round brackets.',
    tag: 'The tag of this link is broken, so that it is shown as text: check its quotation marks.',
    scheme: 'The address begins with `{wrong}`: write `{right}`.',
    twice: 'The address begins twice, `{wrong}` too much: delete it.',
    host: 'No host name has `{wrong}` in it: write the right address.',
    relative:
      'Without `https://` before it, `{wrong}` is taken for a file beside this post: write the whole address.',
    mail: 'An e-mail address as the target of a link begins with `mailto:`: write `mailto:` before it.',
    wrapped: 'The address stands in quotation marks or brackets of its own: write it without them.',
    markup: 'The address runs on into `{wrong}`: end it before.',
    swallowed: 'The address has swallowed `{wrong}`, which belongs to the sentence: end it before.',
    padded: 'There is a gap between the address and its brackets or quotation marks: close it.',
  },
  *check(document) {
    yield* addressProblems(document);
    for (const attempt of swallowingTags(document)) yield attemptProblem(attempt);
    for (const { kind, label, range } of undefinedReferences(document))
      yield { message: kind, data: { label }, range };
    yield* attemptProblems(document);
    for (const block of blocksWith(document, maybeMisspelt)) {
      for (const { 0: written, index } of block.text.matchAll(misspeltAddress)) {
        const address = written.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
        const fault = addressFault(address, false);
        const range = block.sourceRange(index, index + address.length);
        if (fault) yield faultProblem(fault, address, range, document.source);
      }
    }
  },
});

function* attemptProblems(document: Document): Iterable<Problem<Key>> {
  // What a template tag in an address makes of it is not known, nor what touches one.
  const templates = rangeSet(document.templates.map(({ start, end }) => ({ start: start - 1, end })));
  for (const attempt of linkAttempts(document))
    if (!templates.overlaps(attempt.range)) yield attemptProblem(attempt);
}

function attemptProblem({ kind, text, range, right }: LinkAttempt): Problem<Key> {
  const title = right === '' ? `Delete the \`${text}\`` : 'Write it as a link';
  const fix: Fix | undefined =
    right === null ? undefined : { title, safety: 'unsafe', edits: [{ range, text: right }] };
  return { message: kind, data: { text: shortened(text) }, range, fix };
}

function shortened(text: string): string {
  const plain = text.replaceAll(opaque, '').replace(/\s+/g, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 39).trim()}…` : plain;
}

function* addressProblems(document: Document): Iterable<Problem<Key>> {
  const { source, bareLinks } = document;
  const seen = new Set<number>();
  for (const link of document.links) {
    // A definition is judged once, however many links refer to it.
    if (link.dynamic || link.kind === 'reference' || seen.has(link.urlRange.start)) continue;
    seen.add(link.urlRange.start);
    const gap = gapInBrackets(link, source);
    const fault = addressFault(link.url, link.kind !== 'autolink');
    if (fault) yield faultProblem(fault, link.url, link.urlRange, source);
    else if (gap) {
      const fix = { title: 'Close the gap', safety: 'unsafe' as const, edits: [{ range: gap, text: '' }] };
      yield {
        message: 'padded',
        range: { start: Math.min(gap.start, link.urlRange.start), end: Math.max(gap.end, link.urlRange.end) },
        fix,
      };
    }
  }
  for (const { kind, text, range } of bareLinks) {
    const fault = kind === 'url' ? addressFault(text, false) : null;
    // What a bare address ends in may belong to the text.
    if (fault && fault.kind !== 'swallowed') yield faultProblem(fault, text, range, source);
  }
}

/** The spaces in `]( address)` and `](address )`. A line end before the address is how long links are wrapped. */
function gapInBrackets({ kind, urlRange, textRange, range }: Link, source: string): Range | null {
  if ((kind !== 'inline' && kind !== 'image') || textRange === null || source[textRange.end + 1] !== '(')
    return null;
  if (urlRange.start === urlRange.end) return null;
  const start = textRange.end + 2;
  // Most have no gap.
  if (start === urlRange.start && urlRange.end === range.end - 1) return null;
  if (/^[ \t]+$/.test(source.slice(start, urlRange.start))) return { start, end: urlRange.start };
  const behind = { start: urlRange.end, end: range.end - 1 };
  return /^[ \t]+$/.test(source.slice(behind.start, behind.end)) && covers(range, behind) ? behind : null;
}

function faultProblem(
  { kind, start, end, right }: AddressFault,
  address: string,
  range: Range,
  source: string,
): Problem<Key> {
  const wrong = kind === 'mail' ? address : address.slice(start, end);
  // Where the address is written with escapes or entities, places in it are not places in the source.
  const isVerbatim = source.slice(range.start, range.end) === address;
  const place = { start: range.start + start, end: range.start + end };
  const title = right === '' ? `Delete \`${wrong}\`` : `Write \`${right}\``;
  const fix: Fix | undefined =
    isVerbatim && right !== null
      ? { title, safety: 'unsafe', edits: [{ range: place, text: right }] }
      : undefined;
  return { message: kind, data: { wrong, right: right ?? '' }, range, fix };
}
