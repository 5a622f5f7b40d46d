import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Document } from '../../src/document/document.ts';
import type { LintOutcome } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/lint.ts';
import { lintSeries } from '../../src/engine/lint-series.ts';
import { groupSeries } from '../../src/series/group.ts';
import { seriesBefore } from '../../src/series/history.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { allRules } from '../corpus/settings.ts';
import { root } from '../e2e/run.ts';

const satteri = await loadSatteri();
const folder = join(root, 'tests', 'posts', 'series', 'recaps');
const recaps = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** A post of the twelve, in one of many copies of them. */
type Copy = (name: string, text: string, copy: number) => [path: string, text: string];

const later = (text: string, copy: number) =>
  text
    .replace(/20(2[1-4])/g, (_, year) => String(2000 + Number(year) + 3 * copy))
    .replace(/^issue: (\d+)$/m, (_, issue) => `issue: ${Number(issue) + 12 * copy}`);

/** What an archive may grow to. */
const archives: Readonly<Record<string, Copy>> = {
  'one series that goes on': (name, text, copy) => [`recaps/${later(name, copy)}`, later(text, copy)],
  'one series whose issues begin anew': (name, text, copy) => [
    `recaps/${name.replace('.md', `-${copy}.md`)}`,
    text,
  ],
  'one series with free titles': (name, text, copy) => [
    `recaps/${later(name, copy)}`,
    later(text, copy).replace(/^title: .*$/m, `title: Of ${name.slice(0, 7)} and ${'x'.repeat(copy + 2)}`),
  ],
  'many series side by side': (name, text, copy) => [`recaps/${'x'.repeat(copy + 1)}/${name}`, text],
};

interface Post {
  readonly document: Document;
  readonly outcome: LintOutcome;
}

/** So many copies of the twelve recaps, linted without their series. */
function archiveOf(copyOf: Copy, copies: number): Map<string, Post> {
  const posts = new Map<string, Post>();
  for (let copy = 0; copy < copies; copy++) {
    for (const { name, text } of recaps) {
      const [path, source] = copyOf(name, text, copy);
      const document = createDocument({ source, path, parse: satteri });
      posts.set(path, { document, outcome: lint(document, allRules) });
    }
  }
  return posts;
}

/** How long it takes to find their series, and to lint all posts with it. */
function timeOf(posts: ReadonlyMap<string, Post>): number {
  const facts = [...posts.values()].map(({ outcome }) => outcome.facts!);
  const start = performance.now();
  for (const group of groupSeries(facts)) {
    lintSeries(group.posts, allRules.rules);
    for (const [index, { path }] of group.posts.entries()) {
      const { document, outcome } = posts.get(path)!;
      lint(document, allRules, {
        series: seriesBefore(group.name, group.posts, index),
        before: { outcome, again: outcome.askers },
      });
    }
  }
  return performance.now() - start;
}

/** As in floods: what is faster says nothing about growth. */
const leastTime = 150;
const mostRuns = 6;

describe('an archive that is twice as long takes about twice the time', () => {
  test.each(Object.entries(archives))('%s', (_, copyOf) => {
    const [half, whole] = [archiveOf(copyOf, 32), archiveOf(copyOf, 64)];
    let [halfTime, wholeTime] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let run = 0; run < mostRuns; run++) {
      wholeTime = Math.min(wholeTime, timeOf(whole));
      if (wholeTime < leastTime) return;
      halfTime = Math.min(halfTime, timeOf(half));
      if (run > 0 && wholeTime <= 3 * halfTime) return;
    }
    expect(wholeTime).toBeLessThanOrEqual(3 * halfTime);
  });
});
