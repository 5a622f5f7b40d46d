import type { Document } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import { memoize } from './memo.ts';
import type { ProseBlock, Section } from './model.ts';
import type { Range } from './source.ts';

/** As many people in one post make it a collection of what they wrote. */
const fewestVoices = 3;

const name = String.raw`\p{Lu}[\p{Ll}\u2019'-]{1,20}(?: \p{Lu}[\p{L}.\u2019'-]{0,20}){1,3}`;
// A name alone, before what it is about, behind "by", or at the end behind a colon or comma.
const named = new RegExp(
  String.raw`^(?:(${name})(?=\s*(?:$|[:,(\u2013\u2014|]|- ))|[^\n]{0,120}(?:\bby |[:,]\s?)(${name})\s*(?:\([^()]{0,40}\))?$)`,
  'u',
);
const namedBehindLink = new RegExp(String.raw`^\s*:?\s*(${name})\s*$`, 'u');
const byline = new RegExp(
  String.raw`^(?:(?:[Gg]rantee|[Aa]uthor|[Ww]ritten by|[Bb]y)\s*:?\s+)(${name})\s*$`,
  'u',
);
const ordinary =
  /\b(?:About|Additional|Announcements?|Board|Candidates?|Community|Contributors?|Design|Development|Documentation|Events?|Foundation|Funding|Future|Goals?|Group|Improvements?|Infrastructure|Issues?|Key|Libraries|Library|Meetings?|Members?|Membership|New|News|Next|Notes?|Open|Other|Outreach|Overview|Performance|Plans?|Profiles?|Programs?|Projects?|Releases?|Reports?|Safety|Security|Server|Source|Status|Steps?|Summary|Support|Teams?|Tests?|Tools?|Updates?|Upcoming|Work|Working)\b/;
const firstPerson = /\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y)\b/;
const answers =
  /\b(?:surveys?|feedback|responses?|answers|comments|quotes|testimonials)\b|\b(?:members|users|people) (?:say|said|told|think|wrote)\b/i;

/**
 * The sections of a post that different people wrote, ascending and apart; none where they are fewer than three. Names
 * and "I" say so, and so do headings that link to projects or are a project's name, and reports that are divided alike.
 */
export const signedSections = memoize((document: Document, _: null): readonly Range[] => {
  const { sections } = document;
  if (sections.length < fewestVoices) return [];
  const signed = signedBy(document);
  const depth =
    commonest(signed) ??
    commonest(linked(document)) ??
    commonest(dividedAlike(sections)) ??
    commonest(projects(document));
  if (depth === null) return [];
  const found: Range[] = [];
  for (const section of sections) {
    if (section.range.start < (found.at(-1)?.end ?? 0)) continue;
    if (section.heading.depth === depth || (section.heading.depth < depth && signed.includes(section)))
      found.push(section.range);
  }
  return found;
}, 'voices');

/** Sections that somebody signed and speaks of herself in, where they are enough. */
function signedBy(document: Document): Section[] {
  const signatures = document.prose.filter(({ kind, text }) => kind === 'paragraph' && isName(byline, text));
  const ended = new Set(signatures.map(({ section }) => section));
  const candidates = document.sections.filter(
    (section) =>
      isName(named, section.heading.text.trim()) ||
      isNamedBehindLink(document, section) ||
      ended.has(section),
  );
  return speaking(document, candidates).length < fewestVoices ? [] : candidates;
}

/** Sections that name a project in one word and have somebody who says "I". */
function projects(document: Document): Section[] {
  const candidates = document.sections.filter(({ heading }) => {
    const text = heading.text.trim();
    return (
      /^\p{L}[\p{L}\p{N}_./+-]{2,40}(?: updates?)?$/u.test(text) &&
      !ordinary.test(text.replace(/ updates?$/, ''))
    );
  });
  return speaking(document, candidates);
}

function speaking(document: Document, candidates: readonly Section[]): Section[] {
  if (candidates.length < fewestVoices) return [];
  const speaks = document.prose.filter(({ inQuote, text }) => !inQuote && firstPerson.test(text));
  let next = 0;
  return candidates.filter(({ range }) => {
    while (next < speaks.length && speaks[next]!.range.start < range.start) next++;
    return (speaks[next]?.range.start ?? range.end) < range.end;
  });
}

function isName(pattern: RegExp, text: string): boolean {
  const match = pattern.exec(text.slice(0, 200));
  const found = match?.[1] ?? match?.[2];
  return found !== undefined && !ordinary.test(found);
}

function isNamedBehindLink(document: Document, section: Section): boolean {
  const link = linkAtStart(document, section);
  if (link === null) return false;
  const { end } = section.heading.textRange;
  return isName(namedBehindLink, document.source.slice(link.end, end).replace(/<[^<>]{0,80}>/g, ''));
}

function linked(document: Document): Section[] {
  return document.sections.filter((section) => linkAtStart(document, section) !== null);
}

function linkAtStart({ source }: Document, { heading }: Section): Range | null {
  const { start, end } = heading.textRange;
  const match = /^(?:\*\*)?(?:\[[^[\]]{1,120}\]\([^()]{1,300}\)|<a\s[^<>]{1,300}>[^<>]{1,120}<\/a>)/.exec(
    source.slice(start, Math.min(end, start + 600)),
  );
  return match && { start, end: start + match[0].length };
}

/** Sections that have a heading below them as two others have. */
function dividedAlike(sections: readonly Section[]): Section[] {
  const parents = new Map<string, Set<Section>>();
  for (const { heading, parent } of sections) {
    if (parent === null) continue;
    const known = parents.get(heading.text.trim()) ?? new Set();
    parents.set(heading.text.trim(), known.add(parent));
  }
  const found = [...parents.values()].filter(({ size }) => size >= fewestVoices);
  return [...new Set(found.flatMap((same) => [...same]))];
}

/** The level that most of the sections are on, where there are enough; of two, the higher. */
function commonest(sections: readonly Section[]): number | null {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { heading } of sections) counts[heading.depth] = (counts[heading.depth] ?? 0) + 1;
  const most = Math.max(...counts);
  return sections.length >= fewestVoices && most >= fewestVoices - 1 ? counts.indexOf(most) : null;
}

/** Asked for each word of what stands below it. */
const speaksOfAnswers = memoize(({ text }: MappedText, _: null) => answers.test(text));

/** Whether a place in a block is what somebody answered: an entry of a list, in a post or section of answers. */
export function isAnswer({ source, title, lines }: Document, block: ProseBlock, index: number): boolean {
  const { inList, section } = block;
  if (!inList) {
    const { start } = block.sourceRange(index, index + 1);
    const { column } = lines.pointAt(start);
    const line = source.slice(start - column + 1, start - column + 41).replace(/^\s*<\w{1,8}>/, '');
    if (!/^\s*(?:[•◦▪‣·–—-]|_ )/.test(line)) return false;
  }
  if (title !== null && speaksOfAnswers(title, null)) return true;
  for (let at: Section | null = section; at !== null; at = at.parent)
    if (speaksOfAnswers(at.heading, null)) return true;
  return false;
}
