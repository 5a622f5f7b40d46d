import { findNodeAtLocation, getLocation, type JSONPath, type Node, parseTree, visit } from 'jsonc-parser';
import type { Range } from '../document/source.ts';
import { type ConfigPlace, wordAt } from './config-place.ts';

/** Where a caret stands in JSON with comments, also while it is half typed; null where nothing can be written. */
export function jsonPlace(text: string, offset: number): ConfigPlace | null {
  if (isInComment(text, offset)) return null;
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  if (path.length === 0) return null;
  const literal = previousNode && isTextAround(previousNode, offset) ? previousNode : null;
  // A number, or a word that the caret does not touch.
  if (previousNode && !literal && previousNode.offset + previousNode.length > offset) return null;
  const range = literal ? inside(text, literal, offset) : wordAt(text, offset);
  const around = path.slice(0, -1);
  return {
    path: isAtPropertyKey ? around : path,
    part: isAtPropertyKey ? 'key' : 'value',
    range,
    quote: literal ? '"' : '',
    isOpen: literal !== null && text[range.end] !== '"',
    hasColon: /^"?\s*:/.test(text.slice(range.end, range.end + 100)),
    written: writtenBeside(parseTree(text, [], { allowTrailingComma: true }), around, offset),
  };
}

function isInComment(text: string, offset: number): boolean {
  let found = false;
  visit(text, {
    onComment: (start, length) => {
      found ||= start < offset && offset <= start + length;
    },
  });
  return found;
}

function isTextAround({ type, offset: start, length }: Node, offset: number): boolean {
  return ['string', 'property'].includes(type) && start < offset && offset <= start + length;
}

/** What stands between the quotation marks; up to the end of the word where the second one is missing. */
function inside(text: string, { offset: start, length }: Node, offset: number): Range {
  const end = start + length;
  const isClosed = length > 1 && text[end - 1] === '"' && offset < end;
  return { start: start + 1, end: isClosed ? end - 1 : Math.max(offset, wordAt(text, offset).end) };
}

function writtenBeside(tree: Node | undefined, path: JSONPath, offset: number): Set<string> {
  const group = tree && findNodeAtLocation(tree, path);
  const others = (group?.children ?? []).filter(
    ({ offset: start, length }) => offset < start || offset > start + length,
  );
  return new Set(others.map((node) => String((node.type === 'property' ? node.children?.[0] : node)?.value)));
}
