import { findMentions, type Mention, type Span } from '../calendar/mentions.ts';
import { type Place, type Role, type RoleReading, roleOf } from '../calendar/role.ts';
import { sentenceStarts } from '../calendar/sentences.ts';
import { summaryHeading } from '../calendar/words-en.ts';
import type { Document } from './document.ts';
import { memoize } from './memo.ts';
import type { ProseBlock, Section } from './model.ts';
import type { Range } from './source.ts';

/** A period that prose names, with its place and what it does there. */
export interface ProseMention {
  readonly mention: Mention;
  /** The paragraph; the mention's offsets are those of its text. */
  readonly block: ProseBlock;
  readonly range: Range;
  readonly place: Place;
  readonly role: Role;
  readonly cue: string | null;
}

/** Further paragraphs without a heading are the body of a post that has no sections. */
const introLength = 4;

/** The paragraphs before the first heading below the title, as far as they introduce the post. */
export function introOf(document: Document): readonly ProseBlock[] {
  const title = document.sections.find(
    ({ heading }) => heading.depth === 1 && heading === document.headings[0],
  );
  return document.prose
    .filter(
      (block) => isParagraph(block) && !block.inList && (block.section === null || block.section === title),
    )
    .slice(0, introLength);
}

/** All periods that the paragraphs of a post name, in source order, quotations left out. */
export function mentionsOf(document: Document): readonly ProseMention[] {
  return remembered(document, null);
}

const remembered = memoize((document: Document, _key: null): ProseMention[] => {
  const intro = new Set(introOf(document));
  const begun = new Set<Section | null>();
  return document.prose.filter(isParagraph).flatMap((block) => {
    const place = intro.has(block) ? 'intro' : placeOf(block, begun);
    begun.add(block.section);
    return mentionsIn(block, place);
  });
});

function isParagraph({ kind, inQuote }: ProseBlock): boolean {
  return kind === 'paragraph' && !inQuote;
}

function placeOf({ section, inList }: ProseBlock, begun: ReadonlySet<Section | null>): Place {
  if (inList || section === null) return 'body';
  if (summaryHeading.test(section.heading.text)) return 'summary';
  return begun.has(section) ? 'body' : 'section-start';
}

function mentionsIn(block: ProseBlock, place: Place): ProseMention[] {
  const mentions = findMentions(block.text);
  if (mentions.length === 0) return [];
  const starts = sentenceStarts(block.text);
  let sentence = 0;
  return mentions.map((mention) => {
    while ((starts[sentence + 1] ?? Number.POSITIVE_INFINITY) <= mention.start) sentence++;
    const span = { start: starts[sentence] ?? 0, end: starts[sentence + 1] ?? block.text.length };
    const range = block.sourceRange(mention.start, mention.end);
    return { mention, block, range, place, ...readRole(block, mention, span, place) };
  });
}

function readRole(block: ProseBlock, mention: Span, sentence: Span, place: Place): RoleReading {
  return roleOf({
    sentence: block.text.slice(sentence.start, sentence.end),
    mention: { start: mention.start - sentence.start, end: mention.end - sentence.start },
    // A section states its period in the sentence it opens with; what follows tells of this and that.
    place: place === 'section-start' && sentence.start > 0 ? 'body' : place,
    opensParagraph: sentence.start === 0,
    linked: block.links.some(({ start, end }) => start < mention.end && mention.start < end),
  });
}
