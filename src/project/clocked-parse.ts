import type { Root } from 'mdast';
import type { Parse } from '../document/document.ts';
import { OverTime } from '../document/over-time.ts';
import { ParseThread } from './parse-thread.ts';
import { mayBeSlow } from './slow-texts.ts';

/** Seconds that the JavaScript parser may compute for a post. */
export const secondsPerPost = 1;

/**
 * The JavaScript parser with a clock: what may take it long is parsed in a thread, which is ended where it does.
 *
 * @param parse parses all else, in this thread
 */
export function clockedParse(parse: Parse): Parse {
  let thread: ParseThread | null = null;
  const parseInThread = (markdown: string): Root => {
    thread ??= new ParseThread();
    const answer = thread.ask(markdown, secondsPerPost * 1000);
    if (answer === null) {
      thread.end();
      thread = null;
      throw new OverTime(secondsPerPost);
    }
    if (answer.tree === null) throw new RangeError('The tree is too deep.');
    return answer.tree;
  };
  const clocked = (markdown: string) => (mayBeSlow(markdown) ? parseInThread(markdown) : parse(markdown));
  return Object.assign(clocked, parse);
}
