import { expect, test } from 'vitest';
import { type PostSymbol, symbolsOf } from '../../src/lsp/symbols.ts';
import { openPost } from './open-post.ts';

/** An outline as nested names. */
function names(symbols: readonly PostSymbol[]): unknown[] {
  return symbols.map(({ name, children }) => (children.length === 0 ? name : [name, names(children)]));
}

test.each([
  ['no headings', 'Text.\n', []],
  ['nested sections', '# A\n\n## B\n\n### C\n\n## D\n', [['A', [['B', ['C']], 'D']]]],
  ['levels that are skipped', '#### A\n\n## B\n\n##### C\n', ['A', ['B', ['C']]]],
  [
    'front matter first, with its keys',
    '---\ntitle: T\ntags: [a, b]\n---\n\n## A\n',
    [['Front matter', ['title', 'tags']], 'A'],
  ],
  ['headings without text', '## \n\n## ![](x.png)\n', ['(no text)', '![](x.png)']],
  ['headings with markup', '## *A* `b` [c](d)\n', ['A `b` c']],
  ['HTML headings', '<h2>A</h2>\n\n<h3>B</h3>\n', [['A', ['B']]]],
])('the outline of a post with %s', async (_, text, outline) => {
  expect(names(symbolsOf(await openPost(text)))).toEqual(outline);
});

test('ranges are those of the section and its heading, values are details', async () => {
  const text = '---\ntitle: Q1 2025\n---\n\n## A\n\nText.\n\n## B\n';
  const [front, a] = symbolsOf(await openPost(text));
  const of = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  expect(front).toMatchObject({
    kind: 'front matter',
    children: [{ kind: 'key', name: 'title', detail: 'Q1 2025' }],
  });
  expect(of(a!.range)).toBe('## A\n\nText.\n\n');
  expect(of(a!.nameRange)).toBe('## A');
});
