import { goingOn, isOver, toCome } from './tense-en.ts';

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
