// Stands in the extension's bundle for src/workspace/satteri.ts, whose native binary is another one on each system.
import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Parse } from '../../../src/document/document.ts';
import { abandonInstance, abandonLargeInstance, start } from './binding.ts';

// As in src/workspace/satteri.ts.
const options = { features: { gfm: true, frontmatter: false } };

/** What the parser of this file is called in a status or a log. */
export const satteriName = 'satteri (WebAssembly)';

/**
 * Loads the WebAssembly build of satteri. Unlike the native one it can crash without ending the process: the parser
 * then throws, and reads the next post with an instance of its own.
 *
 * @param mostPages how far its memory may grow, in pages of 64 KiB
 * @throws where it cannot be started
 */
export async function loadSatteri(mostPages?: number): Promise<Parse> {
  try {
    start(mostPages);
  } catch (cause) {
    throw new Error('The WebAssembly build of satteri does not start.', { cause });
  }
  return (markdown) => {
    try {
      const tree = markdownToMdast(markdown, options) as Root;
      abandonLargeInstance();
      return tree;
    } catch (error) {
      abandonInstance();
      throw error;
    }
  };
}
