import type { Mention, Span } from '../calendar/mentions.ts';
import { type Place, type Role, type RoleReading, roleOf } from '../calendar/role.ts';
import { sentenceStarts } from '../calendar/sentences.ts';
import { summaryHeading } from '../calendar/words-en.ts';
import type { Document } from './document.ts';
import { memoize } from './memo.ts';
import type { ProseBlock, Section } from './model.ts';
import type { Range } from './source.ts';
import { mentionsInBlock } from './text-mentions.ts';

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

/** The periods that the first paragraphs name. Cheap: no other paragraph is searched. */
export function introMentionsOf(document: Document): readonly ProseMention[] {
  return introOf(document)
    .slice(0, 2)
    .flatMap((block) => mentionsIn(document, block, 'intro'));
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
    return mentionsIn(document, block, place);
  });
}, 'periods');

function isParagraph({ kind, inQuote }: ProseBlock): boolean {
  return kind === 'paragraph' && !inQuote;
}

/** Asked for each paragraph of the section. */
const headsSummary = memoize(({ heading }: Section, _: null) => summaryHeading.test(heading.text));

function placeOf({ section, inList }: ProseBlock, begun: ReadonlySet<Section | null>): Place {
  if (inList || section === null) return 'body';
  if (headsSummary(section, null)) return 'summary';
  return begun.has(section) ? 'body' : 'section-start';
}

function mentionsIn(document: Document, block: ProseBlock, place: Place): ProseMention[] {
  const mentions = mentionsInBlock(document, block);
  if (mentions.length === 0) return [];
  const starts = sentenceStarts(block.text);
  let sentence = 0;
  let inSentence = 0;
  let link = 0;
  return mentions.map((mention) => {
    while ((starts[sentence + 1] ?? Number.POSITIVE_INFINITY) <= mention.start) {
      sentence++;
      inSentence = 0;
    }
    inSentence++;
    while ((block.links[link]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) link++;
    const span = { start: starts[sentence] ?? 0, end: starts[sentence + 1] ?? block.text.length };
    const linked = (block.links[link]?.start ?? Number.POSITIVE_INFINITY) < mention.end;
    const range = block.sourceRange(mention.start, mention.end);
    const reading: RoleReading =
      inSentence > mostInSentence
        ? { role: 'unknown', cue: null }
        : readRole(block.text, mention, span, place, linked);
    return { mention, block, range, place, ...reading };
  });
}

/** A sentence with more periods is a table or worse; nothing is made of the rest. */
const mostInSentence = 30;

/** No cue is looked for further away from its mention, so that the time stays linear in endless sentences. */
const reach = 400;

function readRole(
  text: string,
  mention: Mention,
  sentence: Span,
  place: Place,
  linked: boolean,
): RoleReading {
  const start = Math.max(sentence.start, mention.start - reach);
  const opens = sentence.start === 0;
  // A section states its period in the sentence it opens with; what follows tells of this and that.
  const framed = start === sentence.start && (opens || place !== 'section-start');
  return roleOf({
    sentence: text.slice(start, Math.min(sentence.end, mention.end + reach)),
    mention: { start: mention.start - start, end: mention.end - start, form: mention.form },
    place: framed ? place : 'body',
    opensParagraph: opens,
    linked,
  });
}
