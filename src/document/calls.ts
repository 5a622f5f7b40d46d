import { awardWords } from '../calendar/cues-en.ts';
import type { Day } from '../calendar/days.ts';
import { findMentions, type Mention } from '../calendar/mentions.ts';
import { namingsDiffer, resolvePeriod } from '../calendar/period.ts';
import type { Document } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import type { PostSubject } from './periods.ts';
import { mentionsOf, type ProseMention } from './prose-periods.ts';

/** Words about a round to come that name one which is over. */
export interface StaleCall {
  /** `over`: its period has ended; `awarded`: the post announces who got it; `heading`: so says the heading above the call. */
  readonly kind: 'over' | 'awarded' | 'heading';
  readonly text: MappedText;
  readonly mention: Mention;
}

/** Calls for a round of an earlier period, or of the one whose awards the post announces. */
export function staleCalls(document: Document, subject: PostSubject, published: Day | null): StaleCall[] {
  const mentions = mentionsOf(document);
  const over = mentions.filter(
    (mention) => mention.cue === 'next-round' && isOver(mention, subject, published),
  );
  const calls = announcesAwards(mentions, subject) ? mentions.filter(({ cue }) => cue === 'call') : [];
  const awarded = calls.filter(({ mention }) => namingsDiffer(mention, subject.named) === false);
  return [
    ...over.map(({ block, mention }): StaleCall => ({ kind: 'over', text: block, mention })),
    ...awarded.map(({ block, mention }): StaleCall => ({ kind: 'awarded', text: block, mention })),
    ...calls.flatMap((call) => headingAbove(call, mentions, subject)),
  ];
}

function isOver({ mention }: ProseMention, { period: own }: PostSubject, published: Day | null): boolean {
  const period = resolvePeriod(mention);
  return period !== null && own !== null && period.last < Math.min(own.first, published ?? own.first);
}

/** Whether the introduction says who is funded in the period of the post. */
function announcesAwards(mentions: readonly ProseMention[], { named }: PostSubject): boolean {
  return mentions.some(
    ({ mention, block, place }) =>
      place === 'intro' && namingsDiffer(mention, named) === false && awardWords.test(block.text),
  );
}

/** The heading of a section that holds a call, where it names the period of the post and no other sentence below does. */
function headingAbove(
  call: ProseMention,
  mentions: readonly ProseMention[],
  { named }: PostSubject,
): StaleCall[] {
  const { section } = call.block;
  const [mention, ...more] = section ? findMentions(section.heading.text) : [];
  if (!section || mention === undefined || more.length > 0) return [];
  const below = mentions.filter((other) => other !== call && other.block.section === section);
  const told = below.some((other) => namingsDiffer(other.mention, named) === false);
  if (told || namingsDiffer(mention, named) !== false) return [];
  return [{ kind: 'heading', text: section.heading, mention }];
}
