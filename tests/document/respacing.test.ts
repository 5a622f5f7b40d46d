import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseWithRemark } from '../../src/document/remark.ts';
import { fixPost } from '../../src/engine/fix.ts';
import { noPostSettings, type Settings } from '../../src/engine/settings.ts';
import rule from '../../src/rules/no-nbsp.ts';

const settings: Settings = {
  rules: [{ rule, severity: 'warn', options: { typographic: false } }],
  post: noPostSettings,
  knownIds: new Set([rule.id]),
  inlineConfig: true,
  requireReasons: false,
};

function fix(source: string) {
  return fixPost({ source, path: 'post.md', parse: parseWithRemark }, settings, { unsafe: false });
}

/** What a tree says beside its text and white space: kinds of nodes, targets, numbers of lists. */
function shapeOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'break') return '';
  const inner = 'children' in node ? (node.children as Nodes[]).map(shapeOf).join('') : '';
  const isBlank = inner === '' && textOf(node).trim() === '';
  if (isBlank && (node.type === 'paragraph' || node.type === 'emphasis' || node.type === 'strong')) return '';
  const url = 'url' in node ? node.url : '';
  const number = 'ordered' in node ? `${node.ordered} ${node.start}` : 'depth' in node ? node.depth : '';
  return `${node.type}${url}${number}(${inner})`;
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break' || !('children' in node)) return ' ';
  const isBlock = ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow'].includes(node.type);
  return (node.children as Nodes[]).map(textOf).join(isBlock ? ' ' : '');
}

function words(node: Nodes): string {
  return textOf(node)
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

const pieces = [
  ...['a', 'b', ' ', '\n', '\n\n', '&nbsp;', '&nbsp;', '&nbsp;', '\u00A0', '**', '*', '_', '`', '[', '](x)'],
  ...['- ', '1. ', '# ', '> ', '|', '~~', '!', '\\', '<u>', '</u>', '(', ')', '.', '---', '  ', '"'],
];

test('fixing changes nothing but white space, and comes to an end', () => {
  let fixed = 0;
  const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(markdown, (source) => {
      const once = fix(source);
      if (once.applied === 0) return;
      fixed++;
      const before = parseWithRemark(source);
      const after = parseWithRemark(once.source);
      expect(shapeOf(after)).toBe(shapeOf(before));
      expect(words(after)).toBe(words(before));
      expect(fix(once.source).applied).toBe(0);
    }),
    { numRuns: 3000, seed: 1 },
  );
  expect(fixed).toBeGreaterThan(500);
});

test('a line of nothing else is deleted with its line end', () => {
  expect(fix('a\r\n&nbsp;\r\nb\r\n> c\r\n> &nbsp;\r\n> d\r\n').source).toBe('a\r\nb\r\n> c\r\n> d\r\n');
  expect(fix('a\n&nbsp;\n&nbsp; \n===\n').source).toBe('a\n===\n');
});

test('a hard break is not left at the end, where it would be a backslash', () => {
  expect(fix('a\n\\\n&nbsp;\n').applied).toBe(0);
  expect(fix('a\n\\\n&nbsp;\nb\n').source).toBe('a\n\\\nb\n');
});
