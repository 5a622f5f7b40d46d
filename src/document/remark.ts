import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Parse } from './document.ts';

const processor = unified().use(remarkParse).use(remarkGfm).use(withoutSearch).freeze();

/**
 * The reference parser: remark-parse with GFM, pure JavaScript. Front matter is not its business. It needs
 * time that grows with the square of some texts, so it is given shorter ones.
 */
export const parseWithRemark: Parse = Object.assign(
  (markdown: string) => processor.runSync(processor.parse(markdown)) as Root,
  { sizeLimit: 262_144 },
);

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
