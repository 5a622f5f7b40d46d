import {
  comesAfter,
  comesBefore,
  dayOpens,
  endsBeforeDay,
  endsBeforeTime,
  goingOn,
  happenedAfter,
  happenedBefore,
  isOver,
  opensBefore,
  otherYearAfter,
  planInClause,
  toCome,
} from './tense-en.ts';

/** A sentence without the mention in it. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Whether a sentence speaks of something still to come or going on, and of nothing that is over. */
export function speaksAhead({ before, after }: Around): boolean {
  const ahead = [before, after].some((part) => toCome.test(part) || goingOn.test(part));
  return ahead && !isOver.test(before) && !isOver.test(after);
}

/** No words that {@link endsBeforeTime} ends with are longer: "before early ". */
const longestOpening = 14;

/** Whether what stands before a place may make the time there one that is told as over or still to come. */
export function mayTellAt(text: string, at: number): boolean {
  return endsBeforeTime.test(text.slice(Math.max(0, at - longestOpening), at));
}

/** Whether the very time between the two parts is told as still to come: "will be announced in [July]". */
export function tellsAsToCome({ before, after }: Around): boolean {
  if (otherYearAfter.test(after)) return false;
  const clause = endsBeforeTime.test(before) ? comesBefore.exec(before)?.groups?.clause : undefined;
  // The verb that is still to come may look like one of the past: "will be held in".
  if (clause !== undefined) return !isOver.test(clause.replace(/^(?:\sbe)?(?:\s\p{L}+ly)?\s\p{L}+/u, ''));
  return opensBefore.test(before) && comesAfter.test(after);
}

/** Whether the very day between the two parts is told as over: "joined the team on [15 July]". */
export function tellsAsOver({ before, after }: Around): boolean {
  if (otherYearAfter.test(after)) return false;
  const clause = endsBeforeDay.test(before) ? happenedBefore.exec(before)?.groups?.clause : undefined;
  if (clause !== undefined) return !planInClause.test(clause) && !toCome.test(before);
  const told = dayOpens.test(before) ? happenedAfter.exec(after)?.[0] : undefined;
  return told !== undefined && !planInClause.test(told) && !toCome.test(told);
}
