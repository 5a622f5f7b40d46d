import { awardWords } from '../calendar/cues-en.ts';
import type { Day } from '../calendar/days.ts';
import type { Mention } from '../calendar/mentions.ts';
import { nameOf, namingsDiffer, resolvePeriod } from '../calendar/period.ts';
import type { Document } from './document.ts';
import type { MappedText } from './mapped-text.ts';
import type { Section } from './model.ts';
import type { PostSubject } from './periods.ts';
import { mentionsOf, type ProseMention } from './prose-periods.ts';
import { mentionsInText } from './text-mentions.ts';

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
  const calls = mentions.filter(({ cue }) => cue === 'call');
  if (calls.length === 0 || !announcesAwards(mentions, subject)) return over.map(asCall('over'));
  const names = ({ mention }: ProseMention) => namingsDiffer(mention, subject.named) === false;
  const naming = countBySection(mentions.filter(names));
  const misled = calls.filter((call) => (naming.get(call.block.section) ?? 0) === (names(call) ? 1 : 0));
  return [
    ...over.map(asCall('over')),
    ...calls.filter(names).map(asCall('awarded')),
    ...misled.flatMap((call) => headingAbove(document, call, subject)),
  ];
}

function asCall(kind: StaleCall['kind']): (mention: ProseMention) => StaleCall {
  return ({ block, mention }) => ({ kind, text: block, mention });
}

/** How many of the mentions stand in each section. */
function countBySection(mentions: readonly ProseMention[]): Map<Section | null, number> {
  const counts = new Map<Section | null, number>();
  for (const { block } of mentions) counts.set(block.section, (counts.get(block.section) ?? 0) + 1);
  return counts;
}

function isOver({ mention }: ProseMention, { period: own }: PostSubject, published: Day | null): boolean {
  const period = resolvePeriod(nameOf(mention));
  return period !== null && own !== null && period.last < Math.min(own.first, published ?? own.first);
}

/** Whether the introduction says who is funded in the period of the post. */
function announcesAwards(mentions: readonly ProseMention[], { named }: PostSubject): boolean {
  const own = mentions.filter(
    ({ mention, place }) => place === 'intro' && namingsDiffer(mention, named) === false,
  );
  return [...new Set(own.map(({ block }) => block))].some(({ text }) => awardWords.test(text));
}

/** The heading above a call that no other words of the section side with, where it names the period of the post. */
function headingAbove(
  { languages }: Document,
  { block: { section } }: ProseMention,
  { named }: PostSubject,
): StaleCall[] {
  const [mention, ...more] = section ? mentionsInText(section.heading.text, languages) : [];
  if (!section || mention === undefined || more.length > 0) return [];
  if (namingsDiffer(mention, named) !== false) return [];
  return [{ kind: 'heading', text: section.heading, mention }];
}
