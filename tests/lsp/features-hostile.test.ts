import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOwnPackage } from '../../src/config/pages.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import type { Edit } from '../../src/engine/rule.ts';
import { completionsAt } from '../../src/lsp/completion.ts';
import { configCompletionsAt } from '../../src/lsp/config-completion.ts';
import { hoverAt } from '../../src/lsp/hover.ts';
import { lensOf } from '../../src/lsp/lens.ts';
import type { OpenPost } from '../../src/lsp/open-post.ts';
import { statusOf } from '../../src/lsp/status.ts';
import { type PostSymbol, symbolsOf } from '../../src/lsp/symbols.ts';
import { timelineText } from '../../src/lsp/timeline-text.ts';
import { documentOf } from '../../src/project/placed-document.ts';
import { ruleInfoSource } from '../../src/project/rule-info.ts';
import { rules } from '../../src/rules/index.ts';
import { earlierRecaps, openPost } from './open-post.ts';

const ruleInfo = ruleInfoSource(readOwnPackage());

/** What posts and configuration files are made of, whole and in pieces. */
const pieces = [
  '---\n',
  '+++\n',
  'title: ',
  'title = ',
  'tags: [a, ',
  'tags:\n  - ',
  '  - recap',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '[a](b)',
  '# ',
  '## Summary',
  '### ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\uFEFF',
  '😀漢',
  '\uD800',
  '\uE000',
  '<h2>',
  '</h2>',
  '<!-- recaplint-',
  'disable-next-line ',
  'no-nbsp',
  ' -->',
  '`',
  '```\n',
  '> ',
  '- ',
  'Q2 2024',
  'In May, ',
  'last quarter',
  '2024-05-31',
  '&nbsp;',
  '{{< x >}}',
  'rules:',
  ' |',
  ' >\n',
  '&a ',
  '*a',
  'extends',
  ': ',
  ',',
  '//',
  '/*',
];
const broken = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

/** Opens texts in place of a post with a schema and eight issues before it. */
async function opener(): Promise<(source: string) => OpenPost> {
  const schema = {
    properties: { title: { enum: ['a: "b"'] }, tags: { items: { enum: ['x'] } } },
    required: ['x'],
  };
  const files = { ...earlierRecaps(), 's.json': JSON.stringify(schema) };
  const config = { series: [{ name: 'recaps', files: ['*.md'], schema: 's.json' }] };
  const like = await openPost('# Q1 2025 Recap\n', { path: 'q1-2025-recap.md', config, files });
  return (source) => {
    const document = documentOf(source, like.placed, parseWithRemark);
    const { findings, found } = lint(document, like.placed.resolved.settings, { series: like.series });
    return { ...like, document, findings, found };
  };
}

function expectInside(text: string, { start, end }: { start: number; end: number }): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

/** Every edit holds the caret, and stays in its line. */
function expectWritable(text: string, offset: number, { range, text: written }: Edit): void {
  expectInside(text, range);
  expect(range.start).toBeLessThanOrEqual(offset);
  expect(range.end).toBeGreaterThanOrEqual(offset);
  expect(text.slice(range.start, range.end) + written).not.toMatch(/[\r\n]/);
}

function expectNested(text: string, symbols: readonly PostSymbol[], around?: PostSymbol): void {
  for (const symbol of symbols) {
    const { name, range, nameRange, children } = symbol;
    expectInside(text, range);
    expect(name.trim()).not.toBe('');
    expect([range.start <= nameRange.start, nameRange.end <= range.end]).toEqual([true, true]);
    if (around)
      expect([around.range.start <= range.start, range.end <= around.range.end]).toEqual([true, true]);
    expectNested(text, children, symbol);
  }
}

test('no text makes a feature throw, answer outside the text, or write outside its line', async () => {
  const openText = await opener();
  fc.assert(
    fc.property(broken, (text) => {
      const post = openText(text);
      expectNested(text, symbolsOf(post));
      const lens = lensOf(post);
      if (lens) expectInside(text, lens.range);
      statusOf(post);
      expect(timelineText(post)).toMatch(/^# Timeline: .+\n/);
      for (let offset = 0; offset <= text.length; offset++) {
        const hover = hoverAt(post, offset, ruleInfo);
        if (hover) expectInside(text, hover.range);
        for (const { edit } of completionsAt(post, offset).items) expectWritable(text, offset, edit);
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  '.recaplintrc.json',
  '.recaplintrc.yaml',
  'package.json',
])('no text of a %s makes completion throw, or write outside its line', (fileName) => {
  fc.assert(
    fc.property(broken, fc.nat(), (text, at) => {
      const offset = at % (text.length + 1);
      for (const { edit } of configCompletionsAt(fileName, text, offset, rules).items)
        expectWritable(text, offset, edit);
    }),
    { numRuns: 500 },
  );
});

test('a post that is not parsed has no outline, no line over it and nothing to write, and is told of', async () => {
  const text = `---\ntitle: Q1 2025\n---\n${'>'.repeat(20_000)}`;
  const post = (await opener())(text);
  expect(post.document.refusal).not.toBeNull();
  expect([symbolsOf(post), completionsAt(post, 4).items]).toEqual([[], []]);
  expect(hoverAt(post, text.length - 5_000, ruleInfo)?.markdown).toMatch(/^\*\*limit\*\*: /);
  expect(timelineText(post)).toMatch(/^# Timeline: .+\n\n[A-Z].+\n$/);
});

test('what is offered in broken text exists at all', async () => {
  const openText = await opener();
  const texts = ['---\ntags:\n  - recap\n  - ', '---\ntitle: \n---\n\n## Summary\n\n## '];
  for (const text of texts)
    expect(completionsAt(openText(text), text.length).items.length).toBeGreaterThan(0);
});

test.each([
  ['nested lists', '.recaplintrc.yaml', '['.repeat(50_000)],
  ['nested groups', '.recaplintrc.json', '{"a":'.repeat(30_000)],
  ['many keys', '.recaplintrc.yaml', 'a:\n'.repeat(50_000)],
  ['many questions', '.recaplintrc.yaml', '? '.repeat(50_000)],
])('a hostile configuration of %s is no trouble', (_, fileName, text) => {
  expect(configCompletionsAt(fileName, text, text.length, rules).items).toEqual(expect.any(Array));
});
