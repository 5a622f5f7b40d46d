import type { Document } from './document.ts';
import { memoize } from './memo.ts';
import type { LinkSpan } from './model.ts';

const targets = memoize(
  ({ links }: Document, _key: null) => new Map(links.map(({ range, url }) => [range.start, url])),
  'link targets',
);

/** Where a link in a block leads, also one that has its target in a definition. */
export function targetOf({ url, range }: LinkSpan, document: Document): string {
  return url || (targets(document, null).get(range.start) ?? '');
}
