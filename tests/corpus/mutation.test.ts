import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/calendar/mentions.ts';
import { namingsDiffer } from '../../src/calendar/period.ts';
import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import { directionOf } from '../../src/document/periods.ts';
import type { Range } from '../../src/document/source.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/lint.ts';
import { noPostSettings, type Settings } from '../../src/engine/settings.ts';
import { rules } from '../../src/rules/index.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { archivePosts, hasArchives, labelFiles, ownPosts, type Post } from './posts.ts';
import { type Swap, type SwapKind, swapsOf } from './swaps.ts';

// One statement of the period in a sound post is written as its neighbour, in the same words: somebody copied the last
// issue and forgot a place. Does a rule see it?

const settings: Settings = {
  rules: rules.flatMap((rule) =>
    rule.category === 'period' && rule.recommended !== 'off'
      ? [{ rule, severity: rule.recommended, options: rule.options?.parse({}) ?? {} }]
      : [],
  ),
  post: noPostSettings,
  knownIds: new Set(rules.map(({ id }) => id)),
  inlineConfig: true,
  requireReasons: false,
};

interface Tally {
  swaps: number;
  found: number;
}

const share = ({ swaps, found }: Tally) => found / swaps;

/** Swaps each statement of each post and counts what is found, by kind. */
function mutate(posts: readonly Post[], parse: Parse): Map<SwapKind | 'all', Tally> {
  const tallies = new Map<SwapKind | 'all', Tally>();
  for (const post of posts) {
    const document = createDocument({ ...post, parse });
    if (directionOf(document, noPostSettings) !== 'back') continue;
    const before = new Set(lint(document, settings).findings.map(sayings));
    for (const swap of swapsOf(document)) {
      const { start, end } = swap.range;
      const source = post.source.slice(0, start) + swap.text + post.source.slice(end);
      const { findings } = lint(createDocument({ ...post, source, parse }), settings);
      const hit = findings.some((finding) => !before.has(sayings(finding)) && tells(finding, swap, source));
      for (const kind of [swap.kind, 'all'] as const) {
        const tally = tallies.get(kind) ?? { swaps: 0, found: 0 };
        tallies.set(kind, { swaps: tally.swaps + 1, found: tally.found + (hit ? 1 : 0) });
      }
    }
  }
  return tallies;
}

function sayings({ ruleId, message }: Finding): string {
  return `${ruleId} ${message}`;
}

/** Whether a finding is at the swapped words, shows them as its other side, or is at a place that says what they said. */
function tells({ range, related }: Finding, { range: old, text, was }: Swap, source: string): boolean {
  const swapped = { start: old.start, end: old.start + text.length };
  const touches = (other: Range) => other.start < swapped.end && other.end > swapped.start;
  const says = () =>
    was !== null &&
    findMentions(source.slice(range.start, range.end)).some(
      (mention) => namingsDiffer(mention, was) === false,
    );
  return touches(range) || related.some((place) => touches(place.range)) || says();
}

/** Prints recall by kind of swap: it is what this test is read for. */
function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  const rows = [...tallies].map(
    ([kind, tally]) =>
      `${kind.padEnd(16)}${`${tally.found}/${tally.swaps}`.padStart(9)}  ${(100 * share(tally)).toFixed(1)} %`,
  );
  console.log([title, ...rows].join('\n'));
}

/** The files that a label says have a period defect. */
function defective(): Set<string> {
  const lines = labelFiles()
    .filter(existsSync)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const labels = lines.filter(Boolean).map((line) => JSON.parse(line) as Label);
  return new Set(
    labels.filter(({ clean, rules: ids }) => !clean && ids.some(isPeriodRule)).map(({ file }) => file),
  );
}

interface Label {
  readonly file: string;
  readonly rules: readonly string[];
  readonly clean?: boolean;
}

function isPeriodRule(id: string): boolean {
  return settings.rules.some(({ rule }) => rule.id === id);
}

describe('our own posts in five styles', () => {
  const posts = ownPosts().filter(({ path }) => path.startsWith('styles/'));

  test('have no period error as they are', async () => {
    const parse = await loadSatteri();
    expect(posts).toHaveLength(15);
    for (const post of posts)
      expect(lint(createDocument({ ...post, parse }), settings).findings, post.path).toEqual([]);
  });

  test('97 of 100 swaps are found', async () => {
    const tallies = mutate(posts, await loadSatteri());
    print('swaps in our own posts', tallies);
    expect(tallies.get('all')!.swaps).toBeGreaterThan(60);
    expect(share(tallies.get('all')!)).toBeGreaterThanOrEqual(0.97);
  });
});

test.skipIf(!hasArchives)(
  '85 of 100 swaps are found in the real posts that look back and are sound',
  async () => {
    const wrong = defective();
    const tallies = mutate(
      archivePosts().filter(({ path }) => !wrong.has(path)),
      await loadSatteri(),
    );
    print('swaps in real posts', tallies);
    expect(tallies.get('all')!.swaps).toBeGreaterThan(500);
    expect(share(tallies.get('all')!)).toBeGreaterThanOrEqual(0.85);
  },
  120_000,
);
