import { cues } from './cues-en.ts';
import type { Mention, Span } from './mentions.ts';

/** Where in a post a sentence stands. */
export type Place = 'intro' | 'summary' | 'section-start' | 'body';

/** What a mention does in its sentence. Only `subject` must agree with the period of the post. */
export type Role = 'subject' | 'background' | 'plan' | 'event' | 'comparison' | 'unknown';

/**
 * Something in or around a sentence that tells the role of a mention. It applies where all that it asks for is
 * there; the first of the table that applies decides.
 */
export interface Cue {
  /** What findings and the timeline call it. */
  readonly name: string;
  readonly role: Role;
  /** Why it decides, as one sentence. */
  readonly reason: string;
  /** A sentence that it decides, with the mention in square brackets; it opens a paragraph, at the first of `places`. */
  readonly example: string;
  readonly places?: readonly Place[];
  /** The sentence opens its paragraph. */
  readonly opensParagraph?: true;
  /** The mention stands in the text of a link. */
  readonly linked?: true;
  /** The mention is a day. */
  readonly days?: true;
  /** What stands in the sentence before the mention, and what must not. */
  readonly before?: Question;
  readonly unlessBefore?: Question;
  /** What stands in the sentence after the mention. */
  readonly after?: Question;
  /** What stands anywhere in the sentence, on one side of the mention. */
  readonly anywhere?: Question;
}

/** What is asked of words, as a regular expression asks. */
export interface Question {
  test(words: string): boolean;
}

/** A mention in its sentence. */
export interface Surroundings {
  readonly sentence: string;
  /** The mention, as offsets in the sentence. */
  readonly mention: Span & Partial<Pick<Mention, 'form'>>;
  readonly place: Place;
  /** Whether the sentence opens its paragraph. */
  readonly opensParagraph: boolean;
  /** Whether the mention stands in the text of a link. */
  readonly linked: boolean;
}

export interface RoleReading {
  readonly role: Role;
  /** The name of the cue that decides; null where none does. */
  readonly cue: string | null;
}

/** The role of a mention: that of the first cue which applies. What none claims is `unknown`, and never held against the post. */
export function roleOf(around: Surroundings): RoleReading {
  const words = wordsAround(around);
  const { name, role } = cues.find((cue) => applies(cue, around, words)) ?? { name: null, role: 'unknown' };
  return { role, cue: name };
}

/** The words of the sentence before the mention, after it, and both. */
interface WordsAround {
  readonly before: string;
  readonly after: string;
  readonly all: string;
}

function wordsAround({ sentence, mention }: Surroundings): WordsAround {
  const before = sentence.slice(0, mention.start);
  const after = sentence.slice(mention.end);
  return { before, after, all: `${before}\n${after}` };
}

/** Whether a cue decides a mention, if no other does before it. */
function applies(
  cue: Cue,
  { mention, place, opensParagraph, linked }: Surroundings,
  { before, after, all }: WordsAround,
): boolean {
  return (
    (!cue.linked || linked) &&
    (!cue.days || mention.form === 'date') &&
    (!cue.opensParagraph || opensParagraph) &&
    (cue.places?.includes(place) ?? true) &&
    (cue.before?.test(before) ?? true) &&
    !cue.unlessBefore?.test(before) &&
    (cue.after?.test(after) ?? true) &&
    (cue.anywhere?.test(all) ?? true)
  );
}

const away = cues.filter(({ role, linked }) => role !== 'subject' && role !== 'event' && !linked);

/**
 * Whether the words before a mention lead away from what a text is about: "after a slow", "our plans for".
 * For texts that state their period without a sentence around it, such as descriptions.
 */
export function leadsAway(before: string): boolean {
  const mention = { start: before.length, end: before.length };
  const around = { sentence: before, mention, place: 'body', opensParagraph: false, linked: false } as const;
  const words = wordsAround(around);
  return away.some((cue) => applies(cue, around, words));
}
