import { gluedBefore, gluedBehind, isLeftOut } from '../document/glued-words.ts';
import { jointBefore, jointBehind, leadingSpaces, trailingSpaces } from '../document/link-edges.ts';
import { opaque, quoted } from '../document/mapped-text.ts';
import type { LinkSpan, ProseBlock } from '../document/model.ts';
import { defineRule, type Fix, type Problem } from '../engine/rule.ts';

type Key = 'before' | 'behind' | 'begins' | 'ends' | 'letter';

// A word in front or behind is not read any further.
const reach = 40;

export default defineRule<Key>({
  id: 'link-spacing',
  summary: 'Disallow links that run into a word, and spaces at the ends of link texts.',
  category: 'links',
  recommended: 'warn',
  fixes: 'sometimes',
  messages: {
    before: 'The word “{word}” runs into the link “{text}”: put a space between them.',
    behind: 'The link “{text}” runs into the word “{word}”: put a space between them.',
    begins:
      'The text of the link “{text}” begins with a space, which is linked too: take it out of the link.',
    ends: 'The text of the link “{text}” ends with a space, which is linked too: take it out of the link.',
    letter: 'The link “{text}” leaves out the “{word}” that its last word ends in: take it into the link.',
  },
  *check({ prose, source }) {
    for (const block of prose) {
      for (const [index, link] of block.links.entries()) {
        if (!isNearSpaceOrLetter(block.text, link)) continue;
        const linked = block.text.slice(link.start, link.end);
        if (linked.trim() === '') continue;
        const place = { source, block, link, linked };
        yield* startProblem(place, block.links[index - 1]?.end ?? 0);
        yield* endProblem(place, block.links[index + 1]?.start ?? block.text.length);
      }
    }
  },
});

/** Whether a link can have a finding at all: most have none, and are not looked at any closer. */
function isNearSpaceOrLetter(text: string, { start, end }: LinkSpan): boolean {
  return (
    isBlank(text.charCodeAt(start)) ||
    isBlank(text.charCodeAt(end - 1)) ||
    mayBeLetter(text.charCodeAt(start - 1)) ||
    mayBeLetter(text.charCodeAt(end))
  );
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** A letter of ASCII, or what may be one beyond it; no half of a character. */
function mayBeLetter(code: number): boolean {
  const small = code | 0x20;
  return (
    (small >= 0x61 && small <= 0x7a) ||
    (code > 0x7f && code !== opaqueCode && (code < 0xd800 || code > 0xdfff))
  );
}

const opaqueCode = opaque.charCodeAt(0);

interface Place {
  readonly source: string;
  readonly block: ProseBlock;
  readonly link: LinkSpan;
  readonly linked: string;
}

/** @param floor where the link before this one ends */
function* startProblem(place: Place, floor: number): Iterable<Problem<Key>> {
  const { source, block, link, linked } = place;
  const from = Math.max(0, floor, link.start - reach);
  const before = block.text.slice(from, link.start);
  const textEnd = before === '' ? link.range.start : block.sourceRange(link.start - 1, link.start).end;
  const spaces = leadingSpaces(block, link, source);
  if (spaces !== null && isText(place, link.start + linked.search(/\S/))) {
    const joint = floor === link.start ? link.range.start : jointBefore(link.range, source, textEnd);
    const at = /[^\s([{"'“‘/]/.test(block.text[link.start - 1] ?? '') ? joint : undefined;
    // `[ ^1](…)` without its space is a footnote.
    const fix = at === null || source[spaces.end] === '^' ? undefined : moveOut(spaces, at);
    yield { message: 'begins', data: { text: shortened(place) }, range: spaces, fix };
    return;
  }
  const word = /(?:^|[\s([{"“‘'–—])(\p{L}+)$/u.exec(before)?.[1];
  if (word === undefined || isPicture(place, link.start) || !gluedBefore(word, linked, around(place))) return;
  const at = jointBefore(link.range, source, textEnd);
  if (at === null || (from > 0 && from > floor && before === word)) return;
  const range = block.sourceRange(link.start - word.length, link.start);
  yield { message: 'before', data: { text: shortened(place), word }, range, fix: spaceAt(at) };
}

/** @param ceiling where the link behind this one starts */
function* endProblem(place: Place, ceiling: number): Iterable<Problem<Key>> {
  const { source, block, link, linked } = place;
  const behind = block.text.slice(link.end, Math.min(ceiling, link.end + reach));
  const textStart = behind === '' ? link.range.end : block.sourceRange(link.end, link.end + 1).start;
  const spaces = trailingSpaces(block, link, source);
  const data = { text: shortened(place) };
  if (spaces !== null && isText(place, link.start + linked.trimEnd().length - 1)) {
    const joint = ceiling === link.end ? link.range.end : jointBehind(link.range, source, textStart);
    const isApart =
      ceiling === link.end ? link.end === block.text.length : /^(?:$|[\s.,;:!?)\]}"'”’/…])/.test(behind);
    const at = isApart ? undefined : joint;
    const fix = at === null ? undefined : moveOut(spaces, at);
    yield { message: 'ends', data, range: spaces, fix };
    return;
  }
  const word = /^(\p{L}+)(?=$|[\s.,;:!?)\]"”'’–—…])/u.exec(behind)?.[1];
  const at = word === undefined ? null : jointBehind(link.range, source, textStart);
  if (word === undefined || at === null || isPicture(place, link.end - 1)) return;
  const range = block.sourceRange(link.end, link.end + word.length);
  if (isLeftOut(word, linked)) {
    yield { message: 'letter', data: { ...data, word }, range, fix: takeIn(block, link, range, word) };
  } else if (gluedBehind(word, linked, around(place))) {
    yield { message: 'behind', data: { ...data, word }, range, fix: spaceAt(at) };
  }
}

/** As much of the text around a link as tells its language. */
function around({ block, link }: Place): string {
  return block.text.slice(Math.max(0, link.start - 300), link.end + 300);
}

function spaceAt(at: number): Fix {
  const edits = [{ range: { start: at, end: at }, text: ' ' }];
  return { title: 'Put a space between the word and the link', safety: 'safe', edits };
}

/** Takes spaces out of a link; undefined for `at` where none is needed outside. */
function moveOut(spaces: Problem['range'], at: number | undefined): Fix {
  const removal = { range: spaces, text: '' };
  const insertion = at === undefined ? [] : [{ range: { start: at, end: at }, text: ' ' }];
  const edits = [removal, ...insertion].sort((a, b) => a.range.start - b.range.start);
  return { title: 'Take the space out of the link', safety: 'safe', edits };
}

function takeIn(block: ProseBlock, link: LinkSpan, letter: Problem['range'], text: string): Fix {
  const { end } = block.sourceRange(link.end - 1, link.end);
  const edits = [
    { range: { start: end, end }, text },
    { range: letter, text: '' },
  ];
  return { title: `Take the “${text}” into the link`, safety: 'unsafe', edits };
}

/** Whether the character of the block's text at an offset stands for a picture, and not for code. */
function isPicture({ block, source }: Place, offset: number): boolean {
  const { start } = block.sourceRange(offset, offset + 1);
  return block.text[offset] === opaque && /^(?:!\[|<)/.test(source.slice(start, start + 2));
}

/** Whether the character of the block's text at an offset is a letter or sign, or stands for code or an address. */
function isText({ block, source }: Place, offset: number): boolean {
  const { start } = block.sourceRange(offset, offset + 1);
  return block.text[offset] !== opaque || /[`\p{L}\p{N}]/u.test(source[start] ?? '');
}

/** What a link says, code and addresses as they are written. */
function shortened({ source, block, link }: Place): string {
  const words = quoted(block, source, link.start, link.end);
  return words.length > reach ? `${words.slice(0, reach - 1).trimEnd()}…` : words;
}
