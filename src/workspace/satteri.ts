import type { Root } from 'mdast';
import type { Parse } from '../document/document.ts';

// Front matter is cut out before (src/document/tree.ts), so that both parsers read it alike.
const options = { features: { gfm: true, frontmatter: false } };

/** What the parser of this file is called in a status or a log. */
export const satteriName = 'satteri';

/**
 * Loads the native parser.
 *
 * @throws where its binary is missing or blocked; the error's `cause` says what the system said.
 */
export async function loadSatteri(): Promise<Parse> {
  let satteri: typeof import('satteri');
  try {
    satteri = await import('satteri');
  } catch (cause) {
    throw new Error(`The native parser satteri does not load on ${process.platform}-${process.arch}.`, {
      cause,
    });
  }
  return (markdown) => satteri.markdownToMdast(markdown, options) as Root;
}
