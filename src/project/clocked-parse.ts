import type { Root } from 'mdast';
import type { Parse } from '../document/document.ts';
import { OverTime } from '../document/over-time.ts';
import { ParseThread } from './parse-thread.ts';
import { mayBeSlow } from './slow-texts.ts';

/** Seconds that the JavaScript parser may compute for a post. */
const secondsPerPost = 1;

/**
 * The JavaScript parser with a clock: what may take it long is parsed in a thread, which is ended where it does.
 *
 * @param parse parses all else, in this thread
 * @param isSlow which texts may take it long
 * @param seconds that it may compute for one
 */
export function clockedParse(parse: Parse, isSlow = mayBeSlow, seconds = secondsPerPost): Parse {
  let thread: ParseThread | null = null;
  const parseInThread = (markdown: string): Root => {
    thread ??= new ParseThread();
    const answer = thread.ask(markdown, seconds * 1000);
    if (answer === null) {
      thread.end();
      thread = null;
      throw new OverTime(seconds);
    }
    if (answer.tree === null) throw new RangeError('The tree is too deep.');
    return answer.tree;
  };
  const clocked = (markdown: string) => (isSlow(markdown) ? parseInThread(markdown) : parse(markdown));
  return Object.assign(clocked, parse);
}
