import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';

const title = 'Q{quarter} {year} Recap';
const path = 'q{quarter}-{year}-recap';

function unmetBy(source: string, file: string, settings: { title?: string; path?: string }) {
  const document = createDocument({ source, path: file, parse: parseWithRemark });
  const { stated, unmet } = factsOf(document, { ...noPostSettings, ...settings }, []);
  return { stated, unmet: unmet.map(({ part, range }) => [part, source.slice(range.start, range.end)]) };
}

test.each([
  ['---\ntitle: Q3 2024 Recap\n---\n', 'q3-2024-recap.md', []],
  ['---\ntitle: Q3 Recap 2024\n---\n', 'q3-2024-recap.md', [['title', 'Q3 Recap 2024']]],
  ['# Q3 2024 Recap\n', 'q3-recap.md', [['path', 'Q3 2024 Recap']]],
  [
    '# Recap\n',
    'x.md',
    [
      ['title', 'Recap'],
      ['path', 'Recap'],
    ],
  ],
  ['Text.\n', 'x.md', [['path', '']]],
])('%j in %s departs from the configured patterns in %j', (source, file, unmet) => {
  expect(unmetBy(source, file, { title, path })).toEqual({ stated: ['title', 'path'], unmet });
});

test('without patterns nothing is stated', () => {
  expect(unmetBy('# Recap\n', 'x.md', {})).toEqual({ stated: [], unmet: [] });
});
