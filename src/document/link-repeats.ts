import type { Document } from './document.ts';
import { opaque } from './mapped-text.ts';
import type { Link } from './model.ts';

/** A link with what tells whether another one to its page is meant. */
export interface PlacedLink {
  readonly link: Link;
  /** Its text, as it is quoted. */
  readonly text: string;
  /** How many headings stand before it. */
  readonly section: number;
  /** Whether it is all that a heading says. */
  readonly isHeading: boolean;
  /** Whether it begins its line, a few words such as a date aside, and does not tell where a quote is from. */
  readonly leads: boolean;
  /** The first date of the list entry that it stands in, as written; null where there is none. */
  readonly date: string | null;
}

const months = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?';
const month = `(?:${months}|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const date = new RegExp(
  `\\d{4}-\\d\\d-\\d\\d|\\b${month}\\b\\.?\\s{1,3}\\d{1,2}|\\b\\d{1,2}(?:st|nd|rd|th)?\\.?\\s${month}\\b|\\b\\d{1,2}[./]\\d{1,2}\\b`,
  'i',
);
const datesAndNumbers = new RegExp(
  `\\b${month}\\b|\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\d+(?:st|nd|rd|th)?`,
  'gi',
);
const longestEntry = 400;
// A text that is part of another one by chance is shorter.
const fewestLetters = 12;

/** Says of each link where it stands. Links must be asked about in source order. */
export function linkPlacer({ headings, blocks, source }: Document): (link: Link) => PlacedLink {
  const entries = blocks.filter(({ kind, depth }) => kind === 'item' && depth === 1);
  let section = 0;
  let entry = 0;
  return (link) => {
    const { start, end } = link.range;
    while (section < headings.length && headings[section]!.range.start <= start) section++;
    while (entry < entries.length && entries[entry]!.range.start <= start) entry++;
    const heading = headings[section - 1];
    const entryStart = entries[entry - 1]?.range.start ?? 0;
    // Behind the heading of its section, and not so far away that it is another one's.
    const from = Math.max(entryStart, heading?.range.start ?? 0, end - longestEntry);
    const text = link.text?.text.trim() ?? '';
    const isHeading = heading !== undefined && start < heading.range.end && heading.text.trim() === text;
    return {
      link,
      text: quoted(link, source),
      section,
      isHeading,
      leads: isLeading(source, start),
      date: date.exec(source.slice(from, end))?.[0] ?? null,
    };
  };
}

function isLeading(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 200), start);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const words = line.replace(/<[^<>]*>/g, ' ').match(/[–—]|\p{L}{2,}/gu) ?? [];
  return words.length < 3 && !/[–—]/.test(words[0] ?? '');
}

function quoted({ text, textRange }: Link, source: string): string {
  const plain = text?.text ?? '';
  const written = textRange && plain.includes(opaque) ? source.slice(textRange.start, textRange.end) : plain;
  const words = written.replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59).trim()}…` : words;
}

/**
 * Whether two links to one page are both meant: dates of one event, a heading and its text, an entry that is listed
 * in two sections, an entry that the text of another section refers to, a thing that is linked wherever it is named.
 */
export function isRepeatMeant(first: PlacedLink, second: PlacedLink): boolean {
  if (first.isHeading !== second.isHeading) return true;
  if (first.section !== second.section && !(first.leads && second.leads)) return true;
  const [before, after] = [wholeText(first), wholeText(second)];
  const isSame = before === after || (first.section !== second.section && isPartOf(first.text, second.text));
  if (!isSame) return withoutDates(before) === withoutDates(after);
  const isElsewhere = first.section !== second.section || !(first.leads || second.leads);
  return isElsewhere && (first.date === second.date || !first.date || !second.date);
}

function wholeText({ link }: PlacedLink): string {
  return link.text?.text.replace(/\s+/g, ' ').trim().toLowerCase() ?? '';
}

/** "Feature: try the new loom" and "Try the new loom". */
function isPartOf(first: string, second: string): boolean {
  const [short, long] = [first, second].map(lettersOf).sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  return short.length >= fewestLetters && long.includes(short);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function withoutDates(text: string): string {
  return text.replace(datesAndNumbers, '').replace(/[^\p{L}\uFFFC]+/gu, '');
}
