import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type LintedPost, lintText } from '../../src/project/lint-post.ts';
import { withSeries } from '../../src/project/series.ts';
import { readFacts, writeFacts } from '../../src/series/written-facts.ts';
import { ownPosts } from '../corpus/posts.ts';
import type { Campaign } from './campaign.ts';
import { mutatedText } from './mutated-text.ts';
import { assertFindings } from './places.ts';
import { folder, parsers, place } from './workspace.ts';

interface Issues {
  /** Texts of issues, in order. */
  readonly sources: readonly string[];
  /** Where they stand: a configured series, or one that is found out from how they are called. */
  readonly names: 'configured' | 'guessed';
  readonly fix: boolean;
}

const issues = ownPosts().filter(({ path }) => path.startsWith('series/recaps/'));

/** One issue each, as it is or mutated, in the order of the series. */
const sources = fc.tuple(
  ...issues.map(({ source }) =>
    fc.oneof(fc.constant(source), mutatedText({ seeds: [source], longest: 8_000, most: 3 })),
  ),
);

export const series: Campaign<Issues> = {
  name: 'series',
  promise:
    'Mutated issues of a series are compared without an exception, and every place lies in the post that it is in.',
  inputs: fc.record({
    sources: sources.chain((all) => fc.subarray(all, { minLength: 2 })),
    names: fc.constantFrom('configured', 'guessed'),
    fix: fc.boolean(),
  }),
  runs: 40,
  async check({ sources: texts, names, fix }) {
    const options = { parse: parsers[0], fix, unsafe: false };
    const posts: LintedPost[] = [];
    for (const [index, text] of texts.entries()) {
      const path = nameOf(index, names);
      posts.push(await lintText(join(folder, path), text, await place(path), options));
    }
    const linted = await withSeries(posts, { beside: [], elsewhere: [] }, options);
    const textOf = new Map(linted.map(({ placed, result }) => [placed.path, result.text]));
    for (const { result } of linted) assertFindings(result.text, result.findings, (path) => textOf.get(path));
    for (const { facts } of linted) if (facts) assert.equal(facts.path, readFacts(writeFacts(facts)).path);
    const again = await withSeries(posts, { beside: [], elsewhere: [] }, options);
    assert.deepEqual(
      again.map(({ result }) => result.findings),
      linted.map(({ result }) => result.findings),
      'twice is not alike',
    );
  },
};

function nameOf(index: number, names: Issues['names']): string {
  const [year, quarter] = [2021 + Math.floor(index / 4), (index % 4) + 1];
  return names === 'configured' ? `recaps/q${quarter}-${year}-recap.md` : `blog/${year}-q${quarter}-recap.md`;
}
