import type { SentenceCount } from './facts.ts';

const units = { week: 7, month: 30, quarter: 91, half: 182, year: 365 } as const;
const ordinals =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,3}(?:st|nd|rd|th)';

const relative =
  /\b(?:this|last|past|previous)\s(?:(?:two|three|four|six|few|\d{1,2})\s)?(?<unit>week|month|quarter|half|year)s?\b/i;
const things =
  '(?:issue|edition|instal?lment|update|report|recap|newsletter|digest|post|round|cycle|survey|roundup)';
const placeInLine = new RegExp(
  `\\bthis\\s(?:(?:\\p{L}+\\s){0,3}${things}s?\\b[^.!?]{0,40}?\\b(?:is|was|marks)\\s(?:our|my|the)\\s(?:${ordinals})(?=\\W*$|[,;:.!?–—]|\\sand\\s)|[^.!?]{0,40}?\\b(?:is|was|marks)\\s(?:our|my|the)\\s(?:${ordinals})\\s(?:\\p{L}+\\s){0,3}${things}\\b)`,
  'iu',
);
/** What both ways to say it have in them; short, and met by few sentences. */
const isOur = /\b(?:is|was|marks)\s(?:our|my|the)\s/i;
const figures =
  /(?<name>\p{Lu}[\p{L}.]{0,30}\s)?(?<![\p{L}\p{N}#.,:/_'’-])(?<number>\d[\d,]{0,12})\s\p{Ll}/gu;
/** What is paid is agreed on for long. */
const price = /^(?:euros?|dollars?|pounds?|francs?|cents?|percent|per cent)\b/i;
const since = /\bsince\b[^.!?]{0,60}$/iu;

const unit = /\b(?:weeks?|months?|quarters?|half|years?|since)\b/i;
const own = new RegExp(`\\b(?:our|my|the)\\s(?:${ordinals})\\b`, 'i');

/** A pattern that finds something in every text for which {@link mayCount} holds. */
export const countingWords = new RegExp(`${unit.source}|${own.source}`, 'gi');

/** Whether a text may count anything of that kind; cheap, and false for most texts. */
export function mayCount(text: string): boolean {
  return (/\d/.test(text) && unit.test(text)) || own.test(text);
}

/** A sentence that ends in "since … <date>" counts what has come since; fewer days say nothing. */
const shortest = 20;
const tellingNumber = 100;
/** Of two small numbers, both come again by chance. */
const smallNumber = 20;

/**
 * What a sentence counts that is another number in each issue: things of "this week" or since a day, the place of the issue
 * in the line of issues ("this round is our fifth"). Null where it counts nothing of the kind.
 *
 * @param dated where it names days, as offsets in it
 * @param linked whether a link stands in it, which two issues share as well
 */
export function countIn(
  sentence: string,
  dated: readonly { readonly start: number; readonly end: number }[],
  linked: boolean,
): SentenceCount | null {
  if (!mayCount(sentence)) return null;
  const place = isOur.test(sentence) ? placeInLine.exec(sentence)?.[0] : undefined;
  if (place !== undefined) return { kind: 'place', value: place.replace(/\s+/g, ' '), days: shortest };
  const span = relative.exec(sentence);
  const start = dated.find((day) => since.test(sentence.slice(Math.max(0, day.start - 70), day.start)));
  if (!span && !start) return null;
  const numbers = figuresIn(sentence, dated);
  // The day since when is the same as well.
  const fewest = span ? smallNumber : 0;
  const isTelling = (number: number) =>
    number >= (linked ? fewest / 2 : numbers.length > 1 ? fewest : tellingNumber);
  if (!numbers.some(isTelling)) return null;
  if (span) {
    const unit = span.groups?.unit?.toLowerCase() as keyof typeof units;
    return { kind: 'count', value: span[0].replace(/\s+/g, ' '), days: units[unit] };
  }
  return { kind: 'count', value: `since ${sentence.slice(start!.start, start!.end)}`, days: shortest };
}

/** The numbers of things in a sentence, years and days left out. */
function figuresIn(sentence: string, dated: readonly { start: number; end: number }[]): number[] {
  return [...sentence.matchAll(figures)].flatMap(({ index, 0: whole, groups }) => {
    const number = Number(groups?.number?.replaceAll(',', ''));
    const at = index + whole.length - 2;
    if ((groups?.name !== undefined && index > 0) || price.test(sentence.slice(at + 1))) return [];
    const isYear = number >= 1900 && number < 2100 && !groups?.number?.includes(',');
    return isYear || dated.some(({ start, end }) => start <= at && at < end) ? [] : [number];
  });
}
