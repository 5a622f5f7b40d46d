import type { Span } from './mentions.ts';
import {
  backgroundWords,
  comparisonWords,
  limitBefore,
  openingFrame,
  ownClause,
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
  if (limit !== null) return { role: 'background', cue: wordOf(limit) };
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

/** The words that make the sentence state what the post is about, or null. */
function frameOf(before: string, after: string, { place, opensParagraph }: Surroundings): string | null {
  if (place === 'body') return null;
  const opening = openingFrame.exec(before);
  if (opening !== null) return ownSubject.test(after) && pastTense.test(after) ? wordOf(opening) : null;
  if (/^\W*(?:the\s)?$/i.test(before)) {
    const verb = topicVerb.exec(after);
    return verb === null ? null : wordOf(verb);
  }
  if (place !== 'intro' || !opensParagraph) return null;
  const report = reportBefore.exec(before) ?? reportAfter.exec(after);
  if (report !== null) return wordOf(report);
  const clause = /\b(in|during|throughout)\s(?:the\s)?$/i.exec(before);
  return clause !== null && ownClause.test(before) && pastTense.test(before) ? wordOf(clause) : null;
}
