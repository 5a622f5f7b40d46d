import type { Document } from '../document/document.ts';
import { memoize } from '../document/memo.ts';
import type { Link, ProseBlock } from '../document/model.ts';
import { spanAround } from '../document/spans.ts';
import type { PreviousFact } from './facts.ts';

const nouns =
  'issue|edition|update|report|recap|post|digest|round-?up|newsletter|article|blog|letter|episode|bulletin|instal?lment|part|column|diary|entry|note|minutes|summary|review';
const phrase =
  /^(?:(?:in|from|see|read|to|with|since|the|our|my)\s+)*(?:previous|last|preceding)\s+(?:(?:week|month|quarter|year)['’]s\s+)?(?<said>[\p{L}-](?:[\p{L}\s-]*[\p{L}-])?)[\s.:,!»→]*$/iu;
// One of them stands in all that is looked for, and in few link texts.
const before = /previous|last|preceding/iu;
const time = /^(?:last|previous) (?:week|month|quarter|year)(?:['’]s)?$/i;
const noun = new RegExp(`\\b(?:${nouns})\\b`, 'i');
const plainWord = new RegExp(`^(?:${nouns}|of|the|our|weekly|monthly|quarterly|yearly)$`, 'i');

/** "our last report [on the crane]", "Ann's [last report]": it is the last one of some. "[For more]" tells why to read it. */
const restrictedAfter =
  /^\s*\(?(?:on|about|by|from|of|for(?!\s(?:what|more|all|any|details|background|context|the (?:details|full|whole|story|rest))\b)|with|in(?!\scase\b)|before|but|where|that|which|regarding|here)\b/i;
const ofSeries = /^\s*of\s+(?:(?:the|our)\s+)?(\p{L}{4,})/iu;
const restrictedBefore = /(?:['’]s|s['’]|\b(?:his|her|their|your))\s+$/i;
const longest = 120;
/** How much of a title is searched for the name of a series, for each link. */
const longestTitle = 300;

/** The links of a post whose text calls the target the issue before it. */
export function previousOf(document: Document): PreviousFact[] {
  return document.links.flatMap((link) => {
    const { kind, text, url, urlRange, dynamic } = link;
    if (dynamic || text === null || kind === 'image' || text.text.length > longest) return [];
    if (!before.test(text.text)) return [];
    const said = text.text.trim();
    const callsItPrevious = time.test(said) || noun.test(phrase.exec(said)?.groups?.said ?? '');
    if (!callsItPrevious || isRestricted(link, document)) return [];
    return [{ value: text.text, url, range: urlRange }];
  });
}

/** Where the blocks of a post stand. */
const placesOf = memoize((prose: readonly ProseBlock[], _: null) =>
  prose.map((block) => ({ ...block.range, block })),
);

/** The links of a block by where they start in the source; of two, the first. */
const linksByStart = memoize(
  ({ links }: ProseBlock, _: null) =>
    new Map(links.map((link) => [link.range.start, link] as const).reverse()),
);

/** Whether the words around a link say which ones it is the last one of. */
function isRestricted({ range }: Link, { prose, title }: Document): boolean {
  const block = spanAround(placesOf(prose, null), range.start, range.end)?.block;
  const span = block && linksByStart(block, null).get(range.start);
  if (!block || !span) return false;
  const before = block.text.slice(Math.max(0, span.start - 20), span.start);
  if (restrictedBefore.test(before)) return true;
  const after = block.text.slice(span.end, span.end + 40);
  const series = ofSeries.exec(after)?.[1];
  const name = title?.text.slice(0, longestTitle).toLowerCase();
  if (series !== undefined && name?.includes(series.toLowerCase())) return false;
  return restrictedAfter.test(after);
}

/** Whether a text says no more than that something is the last issue: all its words are such words, or of the series. */
export function isPlainlyPrevious(text: string, name: ReadonlySet<string>): boolean {
  const said = phrase.exec(text.trim())?.groups?.said;
  if (said === undefined) return true;
  return said.split(/\s+/).every((word) => plainWord.test(word) || name.has(word.toLowerCase()));
}
