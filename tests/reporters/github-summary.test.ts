import fc from 'fast-check';
import type { Nodes, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { githubSummary } from '../../src/reporters/github-summary.ts';
import { visible } from '../../src/reporters/visible.ts';
import { context, finding, result } from './results.ts';
import { mixedText, runs } from './runs.ts';

const parse = (markdown: string): Nodes => unified().use(remarkParse).use(remarkGfm).parse(markdown);

function typesIn(node: Nodes): Set<string> {
  const inside = 'children' in node ? node.children.flatMap((child) => [...typesIn(child)]) : [];
  return new Set([node.type, ...inside]);
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return node.type === 'text' ? node.value : '';
}

/** The cells' texts, row by row, without the head and without the zero-width spaces that keep signs apart. */
function rowsOf(markdown: string): string[][] {
  const root = parse(markdown) as { children: Nodes[] };
  const table = root.children.find((node): node is Table => node.type === 'table');
  const rows = table?.children.slice(1) ?? [];
  return rows.map((row) => row.children.map((cell) => textOf(cell).replaceAll('\u200B', '')));
}

test('a run without findings has one line', () => {
  expect(githubSummary(runs['no finding']!, context)).toBe('\n### recaplint\n\nNo findings in 2 files.\n\n');
});

test('a table has a row for each finding, errors first', () => {
  const results = [
    result('b.md', mixedText, [finding(mixedText, 'BAD')]),
    result('c.md', mixedText, [finding(mixedText, 'bad', { severity: 'error', ruleId: 'x' })]),
  ];
  const summary = githubSummary(results, context);
  expect(rowsOf(summary)).toEqual([
    ['error', 'c.md:3:1', 'This is wrong.', 'x'],
    ['warning', 'b.md:2:6', 'This is wrong.', 'no-nbsp'],
  ]);
  expect(textOf(parse(summary))).toContain('✖ 1 error, ⚠ 1 warning in 2 files');
});

test('a table that is too long is cut and says so', () => {
  const summary = githubSummary(runs['6,000 findings']!, context);
  expect(rowsOf(summary)).toHaveLength(500);
  expect(summary).toContain('and 5510 findings more, which the log of the step has.');
});

test('a table of long texts stays below half of what GitHub takes', () => {
  const findings = Array.from({ length: 500 }, () =>
    finding(mixedText, 'BAD', { message: '@'.repeat(1000) }),
  );
  const summary = githubSummary([result(`${'@'.repeat(4000)}.md`, mixedText, findings)], context);
  expect(Buffer.byteLength(summary)).toBeLessThan(520 * 1024);
  expect(rowsOf(summary).length).toBeGreaterThan(10);
});

const signs = [
  '|',
  '\n',
  '<img src=x>',
  '`',
  '@someone',
  '[a](b)',
  '![a](b)',
  '#123',
  '\\',
  'https://a.example/',
];
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...signs, '*a*', '~~b~~', '&amp;', 'a@b.example', 'www.a.example', '$x$'),
      fc.string(),
    ),
  )
  .map((parts) => `a${parts.join('')}b`)
  .filter((text) => text.length < 300);

test('no text becomes markup, a link, a mention or another cell', () => {
  fc.assert(
    fc.property(anyText, (words) => {
      const name = words.replaceAll('/', '');
      const results = [
        result(name, mixedText, [finding(mixedText, 'BAD', { message: words, ruleId: words })]),
      ];
      const summary = githubSummary(results, { ...context, fixCommand: words });
      const seen = (text: string) => visible(text).replaceAll('\u200B', '');
      expect(rowsOf(summary)).toEqual([['warning', `${seen(name)}:2:6`, seen(words), seen(words)]]);
      const plain = 'root heading paragraph text break table tableRow tableCell html'.split(' ');
      expect([...typesIn(parse(summary))].filter((type) => !plain.includes(type))).toEqual([]);
      expect(summary.replace(/<\/?code>/g, '')).not.toContain('<');
      expect(textOf(parse(summary))).not.toMatch(/[@#](?!\u200B)/);
    }),
  );
});
