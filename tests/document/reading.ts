import { createDocument } from '../../src/document/create.ts';
import type { Document } from '../../src/document/document.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import type { Range } from '../../src/document/source.ts';

/** Reads a post with the reference parser. */
export function read(source: string, path = 'post.md'): Document {
  return createDocument({ source, path, parse: parseWithRemark });
}

/** What stands at a range: the way these tests name places. */
export function at(document: Document, range: Range | null | undefined): string | null {
  return range ? document.source.slice(range.start, range.end) : null;
}
