import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Parse } from './document.ts';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** The reference parser: remark-parse with GFM, pure JavaScript. Front matter is not its business. */
export const parseWithRemark: Parse = (markdown) => processor.runSync(processor.parse(markdown)) as Root;
