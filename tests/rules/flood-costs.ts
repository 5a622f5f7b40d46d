import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import { limits } from '../../src/document/preflight.ts';
import { timelineOf } from '../../src/document/timeline.ts';
import { readDirectives, suppressedRanges } from '../../src/engine/directives.ts';
import { isSeriesRule } from '../../src/engine/rule.ts';
import { factsOf } from '../../src/series/collect.ts';
import { allRules } from '../corpus/settings.ts';

// What rules do with a text is looked at, not what is kept from them. Limits that are there for the parser are lifted as far
// as it bears; this holds for the tests of one file.
Object.assign(limits, { 'crowded line': Infinity, pieces: Infinity, footnotes: Infinity, entities: 2e9 });

/** Milliseconds of CPU time by what they were spent on: parts of the document, rules by id, and what else is made of a post. */
export type Costs = ReadonlyMap<string, number>;

/** In this order each part is asked for: what it is made of counts for itself. */
const parts = [
  'lines',
  'templates',
  'frontMatter',
  'prose',
  'links',
  'blocks',
  'comments',
  'title',
  'description',
  'bareLinks',
] as const;

/** In days; the rules' own. */
const window = 14;

/**
 * What each rule costs alone, the parser left out. CPU time and not a clock's: what other processes do does not count, and
 * a counter of steps would see only those of our own loops, not of searches and regular expressions in them.
 */
export function costsOf(source: string, parse: Parse): Costs {
  const costs = new Map<string, number>();
  const measure = (name: string, work: () => unknown) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    costs.set(name, (user + system) / 1000);
  };
  const document = createDocument({ source, path: 'blog/2024-07-03-q2-2024-recap.md', parse });
  // Asked for first: it is what has the text parsed. What is refused costs the rules nothing.
  if (document.refusal) return costs;
  for (const part of parts) measure(part, () => document[part]);
  for (const { rule, options } of allRules.rules) {
    if (isSeriesRule(rule)) continue;
    const context = { post: allRules.post, files: null, date: null, period: null, series: null };
    measure(rule.id, () => [...rule.check(document, options, context)]);
  }
  measure('directives', () => readDirectives(document, allRules));
  const suppressed = suppressedRanges(readDirectives(document, allRules));
  measure('facts', () => factsOf(document, allRules.post, suppressed));
  measure('timeline', () => timelineOf(document, allRules.post, window));
  return costs;
}
