import { isTurnDue, nextTurn } from '../workspace/turns.ts';

let tell: (step: string) => void = () => {};

/** Who is told from now on what long work is at. */
export function tellSteps(listener: (step: string) => void): void {
  tell = listener;
}

/**
 * The posts that a run goes through, one after the other. Now and then it says how far it has come, and lets the event
 * loop have its turn: Ctrl-C is heard there alone.
 *
 * @param doing as in "linting 210 of 669 posts"
 */
export async function* paced<T>(posts: readonly T[], doing: string): AsyncGenerator<T> {
  for (const [done, post] of posts.entries()) {
    if (isTurnDue()) await announce(`${doing} ${done} of ${posts.length} posts`);
    yield post;
  }
}

/** Says what comes next, and lets the event loop have its turn before it. */
export async function announce(step: string): Promise<void> {
  tell(step);
  await nextTurn();
}
