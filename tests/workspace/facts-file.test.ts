import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import { groupSeries } from '../../src/series/group.ts';
import { writeFacts } from '../../src/series/written-facts.ts';
import { readFactsFile } from '../../src/workspace/facts-file.ts';
import { makeFolder } from '../folder.ts';

/** The line of a post. */
function line(path: string, title: string): string {
  const document = createDocument({ source: `# ${title}\n\nBy Jane Doe.\n`, path, parse: parseWithRemark });
  return writeFacts(factsOf(document, noPostSettings, []));
}

const quarters = [1, 2, 3, 4].flatMap((quarter) =>
  [2023, 2024].map((year) => ({ quarter, year, path: `${year}/q${quarter}` })),
);
const archive = quarters.flatMap(({ quarter, year, path }) => [
  line(`${path}-recap.md`, `Q${quarter} ${year} Recap`),
  line(`${path}-plan.md`, `Q${quarter} ${year} Plan`),
  line(`${path}-recap.de.md`, `Q${quarter} ${year} Recap`),
]);

function read(text: string) {
  const folder = makeFolder();
  writeFileSync(join(folder, 'archive.jsonl'), text);
  return readFactsFile(join(folder, 'archive.jsonl'));
}

const sorted = <T extends { name: string; posts: readonly { path: string }[] }>(groups: readonly T[]) =>
  [...groups].sort((a, b) => (a.posts[0]!.path < b.posts[0]!.path ? -1 : 1));

test('parts of an archive in any order, some of them twice, give the same series', () => {
  const whole = sorted(groupSeries(read(archive.join('\n'))));
  expect(whole.map(({ name, posts }) => [name, posts.length])).toEqual([
    ['{} plan', 8],
    ['{} recap', 8],
    ['{} recap', 8],
  ]);
  const order = fc.shuffledSubarray(archive, { minLength: archive.length });
  fc.assert(
    fc.property(order, fc.subarray(archive), (lines, again) => {
      expect(sorted(groupSeries(read([...again, ...lines].join('\n'))))).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('of a path that stands there twice, the last one counts', () => {
  const facts = read(`${line('a.md', 'Old')}\n${line('b.md', 'Other')}\r\n\n${line('a.md', 'New')}\n`);
  expect(facts.map(({ path, title }) => [path, title?.value])).toEqual([
    ['a.md', 'New'],
    ['b.md', 'Other'],
  ]);
});

test('a byte order mark is none of the facts', () => {
  expect(read(`\uFEFF${line('a.md', 'A')}\r\n`).map(({ path }) => path)).toEqual(['a.md']);
});

test.each([
  ['no facts', '{ "title": "A" }', /^line 1 holds no facts/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), /^The file is UTF-16; save it as UTF-8$/],
  [
    'words that are counted once',
    line('a.md', 'A').replace('"spellings":{}', '"spellings":{"our":1}'),
    /^line 1 is damaged at `spellings`/,
  ],
  ['no UTF-8', new Uint8Array([0xff, 0xfe, 0xfd]), /./],
  ['half a line', `${line('a.md', 'A')}\n${line('b.md', 'B').slice(0, 200)}`, /^line 2 is no JSON/],
])('what cannot be read is said: %s', (_, content, message) => {
  const folder = makeFolder({ 'archive.jsonl': content });
  expect(() => readFactsFile(join(folder, 'archive.jsonl'))).toThrow(message);
});
