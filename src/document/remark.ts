import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Parse } from './document.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(withoutSearch).freeze();

/** The reference parser: remark-parse with GFM, pure JavaScript. Front matter is not its business. */
export const parseWithRemark: Parse = (markdown) => processor.runSync(processor.parse(markdown)) as Root;

/**
 * Takes away GFM's second search for addresses, which rebuilds text nodes without positions. Bare addresses
 * are found by our own scanner anyway.
 */
function withoutSearch(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    ?.flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}
