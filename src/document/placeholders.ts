/** How a whole text keeps a place. `open`: to be determined; `task`: a word and what is to be done. */
export type Placeholder = 'word' | 'open' | 'task' | 'question' | 'instruction' | 'blank';

const patterns: readonly (readonly [Placeholder, RegExp])[] = [
  ['word', /^[[(<{]?(?:TODO|FIXME|XXX{1,9}|TK(?:TK){0,4})[\])>}]?[.…]{0,3}$/],
  ['open', /^[[(<{]?TBD[\])>}]?[.…]{0,3}$/],
  ['task', /^[[(<{]?(?:TODO|FIXME|XXX|TK):/],
  ['question', /^\?{3,40}$/],
  ['instruction', /^\[(?:link|url|image|name|date|title|text|insert [^\]]{1,80})\]$/i],
  ['instruction', /^[[(<{]?insert (?!.{0,80}\b(?:your|you|it)\b).{1,60} here[\])>}]?[.!…]{0,3}$/i],
  ['blank', /^_{3,200}$/],
];

// What one of the patterns begins with.
const beginning = /^(?:[[(<{]|TODO|FIXME|XXX|TK|TBD|\?{3}|_{3}|insert )/i;

/** What kind of placeholder a text is and nothing else; null for all others. */
export function wholePlaceholder(text: string): Placeholder | null {
  if (text.length < 2 || text.length > 300 || !beginning.test(text)) return null;
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** A placeholder in the midst of a text, as offsets. */
export interface OpenPlaceholder {
  readonly start: number;
  readonly end: number;
  readonly kind: 'text' | 'filler';
}

/** What every text with one of the {@link openPlaceholders} has. */
export const openPlaceholder = /lorem ipsum dolor|[[(](?:todo|fixme|xxx|tk|insert|tbd)[:\s]/gi;
const bracketed =
  /[[(](?:(?:todo|fixme|xxx|tk|tbd): ?|(?:todo|fixme|tk|tbd) (?:add|insert|link|write|check|fill|update|replace|find|confirm|ask|include|complete|needs?|get|put|describe|explain)\b|insert (?!\w{1,9} mode))[^\])(\n[]{0,120}[\])]|lorem ipsum dolor(?: sit amet)?/gi;

/** "(todo: add the link)", "[insert name]", filler. Running prose about such words is none of them. */
export function openPlaceholders(text: string): readonly OpenPlaceholder[] {
  const found: OpenPlaceholder[] = [];
  for (const { index, 0: match } of text.matchAll(bracketed)) {
    const isFiller = /^lorem/i.test(match);
    // "(insert joke here)" is a joke, "(insert coin)" another.
    if (!isFiller && /^\(insert /i.test(match)) continue;
    found.push({ start: index, end: index + match.length, kind: isFiller ? 'filler' : 'text' });
  }
  return found;
}

/** A line that is a label and a place to write on. */
export const forms = /:\s*_{3}[\s_|]*$/;

/** Runs of underscores between words. */
export function blanksIn(text: string): { start: number; end: number }[] {
  if (!text.includes('___')) return [];
  return [...text.matchAll(/(?<=^|[\s("“$€£#])_{3,}(?=$|[\s.,;:!?)"”%])/g)].map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
}

// "#todo" and "/todo" may well be a section and a page; in capitals they are not.
const wholeAddress =
  /^(?:(?:https?:\/\/)?[#/]?(?:TODO|TBD|FIXME|XXX+)\/?|(?:https?:\/\/)?(?:todo|tbd|tk|fixme|xxx|link|url)\/?|insert[-_ ]?(?:link|url)(?:[-_ ]here)?|INSERT[-_ ]?(?:LINK|URL)(?:[-_ ]HERE)?|LINK|URL|(?:link|url)[-_ ](?:goes[-_ ])?here|(?:LINK|URL)[-_ ](?:GOES[-_ ])?HERE)$/;
const segment =
  /^[^?#]*\/(?:issues?|pulls?|pull-requests|merge_requests|commits?|discussions?|tickets?|bugs?|tags?|tree|posts?|blog|p|\d{4})\/(XXX+|TODO|TBD|FIXME|TK|#{3,}|_{3,}|\?{3,})(?:[/?#]|$)/;
const capitals = /XXX|TODO|TBD|FIXME|TK|###|___|\?\?\?/;
/** In UTF-16 units: no address that is nothing but a placeholder is longer, unless it has these capitals. */
const longestWhole = 20;
const sampleHost = /^https?:\/\/(?:[^/]*\.)?(?:example\.|localhost|test\b)/i;

/** The placeholder in an address, as it stands there; null for addresses that go somewhere. */
export function addressPlaceholder(url: string): string | null {
  if (url.length > 2000 || url.length < 2) return null;
  const hasCapitals = capitals.test(url);
  if (!hasCapitals && url.length > longestWhole) return null;
  if (wholeAddress.test(url)) return url;
  if (!hasCapitals || sampleHost.test(url)) return null;
  return segment.exec(url)?.[1] ?? null;
}
