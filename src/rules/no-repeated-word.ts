import { ParseEnglish } from 'parse-english';
import retextRepeatedWords from 'retext-repeated-words';
import { VFile } from 'vfile';
import type { Document } from '../document/document.ts';
import { isSlipHere } from '../document/doubled-words.ts';
import { readsEnglish } from '../document/english.ts';
import { placesAt } from '../document/joined.ts';
import { joinedTexts } from '../document/joined-texts.ts';
import type { MappedText } from '../document/mapped-text.ts';
import { memoizeText } from '../document/memo.ts';
import type { ProseBlock } from '../document/model.ts';
import { type ReaderText, readerTexts } from '../document/reader-texts.ts';
import { isRightHere, type Pair, pairsIn, rightTwice } from '../document/repeated-words.ts';
import { meetsSpan, spanAround, struckIn } from '../document/spans.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

/** How much around a pair shows what sentence it stands in. */
const reach = 120;
/** A post with more that only its sentence can tell is no prose, and each costs a parse. */
const mostPairs = 1000;

export default defineRule({
  id: 'no-repeated-word',
  summary: 'Disallow a word that stands there twice.',
  category: 'prose',
  recommended: 'warn',
  fixes: 'sometimes',
  messages: {
    twice: '“{word}” stands here twice: delete one of the two.',
  },
  *check(document) {
    let parsed = 0;
    for (const { text, block } of textsWithPairs(document)) {
      for (const pair of pairsIn(text.text)) {
        const gap = text.sourceRange(pair.firstEnd, pair.second);
        const between = document.source.slice(gap.start, gap.end);
        const isSlip = isSlipHere(text.text, pair, between);
        if (isSlip === false || isMeantTwice(text.text, pair, isSlip) || isApart(block, pair, between))
          continue;
        if (!readsEnglish(document, text.text)) continue;
        if (!isSlip && (++parsed > mostPairs || !isRepeated(text.text, pair))) continue;
        const range = text.sourceRange(pair.first, pair.end);
        const written = text.text.slice(pair.first, pair.firstEnd);
        const word = written === 'I' ? written : written.toLowerCase();
        yield { message: 'twice', data: { word }, range, fix: fixOf(document.source, text, pair) };
      }
    }
  },
});

/** Few texts have a pair: all are gone through at once. */
function textsWithPairs(document: Document): readonly ReaderText[] {
  const joined = joinedTexts(document);
  const pairs = pairsIn(joined.text);
  if (pairs.length === 0) return [];
  const texts = readerTexts(document);
  return placesAt(
    joined,
    pairs.map(({ first }) => first),
  ).map((place) => texts[place]!);
}

function isMeantTwice(text: string, pair: Pair, isSlip: boolean | undefined): boolean {
  const first = text.slice(pair.first, pair.firstEnd);
  const second = text.slice(pair.second, pair.end);
  const isName = second !== second.toLowerCase() || first === first.toUpperCase();
  if (!isSlip && (isName || rightTwice.has(second) || isRightHere(text, pair))) return true;
  // A capital in the midst of a sentence begins a name.
  const isInside =
    pair.first > 0 && !/[.!?:…"“”)]\s*$/.test(text.slice(Math.max(0, pair.first - 4), pair.first));
  if (isInside && first !== second) return true;
  // Three and more of one word are a way of speaking.
  const { length } = second;
  const around = [
    text.slice(pair.end, pair.end + 1 + length),
    text.slice(Math.max(0, pair.first - 1 - length), pair.first),
  ];
  return around.some((word) => word.trim().toLowerCase() === second.toLowerCase());
}

/** Whether something a reader sees stands between the two: a line break that is meant, the edge of a link, what was struck. */
function isApart(block: ProseBlock | null, pair: Pair, between: string): boolean {
  if (/<br|\\$|(?<! ) {2,}\r?\n/im.test(between)) return true;
  if (block === null) return false;
  const holding = (at: number) => spanAround(block.links, at, at + 1);
  const [one, other] = [holding(pair.first), holding(pair.second)];
  if (one && other && one !== other) return true;
  return meetsSpan(struckIn(block, null), pair.first, pair.end);
}

/** What retext-repeated-words says of the pair, shown the words around it. */
function isRepeated(text: string, { first, end }: Pair): boolean {
  const start = first <= reach ? 0 : text.indexOf(' ', first - reach) + 1;
  return repeatedIn(text.slice(start, end + reach)).has(first - start);
}

let parser: ParseEnglish | undefined;

/** Where words stand in a text that stand there twice. What finds them is loaded for the first that is asked about. */
const repeatedIn = memoizeText((excerpt): ReadonlySet<number | undefined> => {
  parser ??= new ParseEnglish();
  const file = new VFile(excerpt);
  retextRepeatedWords()(parser.parse(excerpt), file);
  return new Set(file.messages.flatMap(({ place }) => (place && 'start' in place ? place.start.offset : [])));
});

const plainGap = /^(?:[\s>\u00A0]|&[A-Za-z0-9#]{2,8};)+$/;

function fixOf(source: string, text: MappedText, pair: Pair): Fix | undefined {
  const one = text.sourceRange(pair.first, pair.firstEnd);
  const other = text.sourceRange(pair.second, pair.end);
  const isWritten = ({ start, end }: typeof one) => end - start === pair.firstEnd - pair.first;
  if (!isWritten(one) || !isWritten(other)) return undefined;
  const gap = source.slice(one.end, other.start);
  const title = `Delete the second \`${source.slice(other.start, other.end)}\``;
  if (plainGap.test(gap))
    return { title, safety: 'unsafe', edits: [{ range: { start: one.end, end: other.end }, text: '' }] };
  // Markup opens between the two: the word outside it goes.
  const space = /^[ \t]+/.exec(gap)?.[0].length ?? 0;
  const isSame = source.slice(one.start, one.end) === source.slice(other.start, other.end);
  if (space === 0 || !isSame || !/^[*_[]+$/.test(gap.slice(space))) return undefined;
  return {
    title,
    safety: 'unsafe',
    edits: [{ range: { start: one.start, end: one.end + space }, text: '' }],
  };
}
