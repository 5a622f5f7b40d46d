import type { Span } from './mentions.ts';
import {
  activityThrough,
  backgroundWords,
  comparisonWords,
  introduces,
  limitBefore,
  openingFrame,
  ownSubject,
  pastTense,
  planWords,
  reportAfter,
  reportBefore,
  topicVerb,
} from './words-en.ts';

/** Where in a post a sentence stands. */
export type Place = 'intro' | 'summary' | 'section-start' | 'body';

/** What a mention does in its sentence. Only `subject` must agree with the period of the post. */
export type Role = 'subject' | 'background' | 'plan' | 'comparison' | 'unknown';

/** A mention in its sentence. */
export interface Surroundings {
  readonly sentence: string;
  /** The mention, as offsets in the sentence. */
  readonly mention: Span;
  readonly place: Place;
  /** Whether the sentence opens its paragraph. */
  readonly opensParagraph: boolean;
  /** Whether the mention stands in the text of a link. */
  readonly linked: boolean;
}

export interface RoleReading {
  readonly role: Role;
  /** The words that decide; null where the place does, or nothing. */
  readonly cue: string | null;
}

/**
 * The role of a mention by cues, frame and place. Cues of background, plan and comparison win over every
 * frame, and what no frame claims is `unknown`: a wrong "subject" is a false alarm, a missed one only a miss.
 */
export function roleOf(around: Surroundings): RoleReading {
  const before = around.sentence.slice(0, around.mention.start);
  const after = around.sentence.slice(around.mention.end);
  if (around.linked) return { role: 'background', cue: 'link' };
  const limit = limitBefore.exec(before);
  if (limit !== null && !reportBefore.test(before)) return { role: 'background', cue: wordOf(limit) };
  const rest = `${before}\n${after}`;
  for (const [role, words] of cues) {
    const match = words.exec(rest);
    if (match !== null) return { role, cue: wordOf(match) };
  }
  const cue = frameOf(before, after, around);
  return cue === null ? { role: 'unknown', cue: null } : { role: 'subject', cue };
}

const cues = [
  ['plan', planWords],
  ['comparison', comparisonWords],
  ['background', backgroundWords],
] as const;

function wordOf(match: RegExpExecArray): string {
  return match[1] ?? match[2] ?? match[0];
}

/**
 * Whether the words before a mention lead away from what a text is about: "after a slow", "our plans for".
 * For texts that state their period without a sentence around it, such as descriptions.
 */
export function leadsAway(before: string): boolean {
  if (reportBefore.test(before)) return false;
  return limitBefore.test(before) || cues.some(([, words]) => words.test(before));
}

/** The words that make the sentence state what the post is about, or null. */
function frameOf(before: string, after: string, { place, opensParagraph }: Surroundings): string | null {
  if (place === 'body' || !opensParagraph) return null;
  const opening = openingFrame.exec(before);
  if (opening !== null) return ownSubject.test(after) && pastTense.test(after) ? wordOf(opening) : null;
  if (/^\W*(?:the\s)?$/i.test(before)) {
    const verb = topicVerb.exec(after);
    if (verb !== null) return wordOf(verb);
  }
  if (place !== 'intro') return null;
  const report = introduces.test(before) ? (reportBefore.exec(before) ?? reportAfter.exec(after)) : null;
  const through = report ?? activityThrough.exec(before);
  return through && wordOf(through);
}
