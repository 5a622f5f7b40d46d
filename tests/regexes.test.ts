import { expect, test } from 'vitest';
import { createDocument } from '../src/document/create.ts';
import { parseWithRemark } from '../src/document/remark.ts';
import { lint } from '../src/engine/lint.ts';
import { allRules } from './corpus/settings.ts';
import { judge } from './regex-analysis.ts';
import { apart, excused } from './regex-exceptions.ts';
import { floodOf } from './regex-floods.ts';
import { isUnbounded, waysToShare } from './regex-shape.ts';
import { type Found, literals, literalsOf } from './regexes.ts';

const all = literals();
const named = (list: typeof apart, found: Found) =>
  list.some(([pattern]) => String(pattern) === written(found));
const written = ({ source, flags }: Pick<Found, 'source' | 'flags'>) => `/${source}/${flags}`;

// `npm test` has the analyser judge what it judges in less than a second; this has it judge the rest, which takes minutes.
const everything = process.env.RECAPLINT_REGEXES === 'all';

function isJudged(found: Found): boolean {
  const { source } = found;
  if (!isUnbounded(source) || named(excused, found)) return false;
  return everything || (source.length <= 46 && !source.includes('(?<'));
}

test('every regular expression of the program is collected', () => {
  expect(all.length).toBeGreaterThan(1_000);
  expect(all.filter(isJudged).length).toBeGreaterThan(200);
  expect(literalsOf('const a: RegExp = /\\s+$/u; f(/b/)', 'a.ts').map(written)).toEqual(['/\\s+$/u', '/b/']);
});

test('the analyser finds what it is there for', () => {
  for (const source of ['\\s+$', '(a+)+$', '(.*)*x', '(a|a)*$']) {
    expect(judge(source, '').status, source).toBe('vulnerable');
  }
  expect(judge('^\\s+$', '').status).toBe('safe');
});

test('no regular expression takes more than linear time, as the analyser sees it', () => {
  const found = all.filter(isJudged).map((one) => ({ one, verdict: judge(one.source, one.flags) }));
  const bad = found.filter(({ verdict }) => verdict.status !== 'safe');
  expect(bad.map(({ one, verdict }) => `${verdict.status}: ${written(one)} in ${one.files}`)).toEqual([]);
}, 600_000);

// What the analyser cannot judge, or takes minutes for, is held against texts made of its own signs and words.
test('no regular expression takes more than linear time for a flood of its own signs', () => {
  const found = all
    .filter((one) => (isUnbounded(one.source) || named(apart, one)) && !named(excused, one))
    .map((one) => ({ one, flood: floodOf(new RegExp(one.source, one.flags)) }));
  expect(found.length).toBeGreaterThan(400);
  const bad = found.filter(({ flood }) => flood !== null);
  expect(bad.map(({ one, flood }) => `${JSON.stringify(flood)}: ${written(one)} in ${one.files}`)).toEqual(
    [],
  );
  for (const pattern of [/\s+$/, /a[a-z]*!/g, /^last\s+[a-z\s]+?[\s.]*$/, /^ *\n? *x/]) {
    expect(floodOf(pattern), String(pattern)).not.toBeNull();
  }
}, 120_000);

test('no bounded repetitions share a text in more ways than a run has time for', () => {
  const shared = all.filter(({ source }) => waysToShare(source) > 100_000);
  expect(shared.filter((found) => !named(apart, found)).map(written)).toEqual([]);
  const gone = [...apart, ...excused].filter((entry) => !all.some((found) => named([entry], found)));
  expect(gone).toEqual([]);
  expect(waysToShare('(?:[^ ]{1,100} ?){0,6}\\)')).toBeGreaterThan(100_000);
  expect(waysToShare('^[a-z]{1,20}(?:-[a-z]{1,20})?$')).toBeLessThan(1_000);
});

// Each of them took two seconds, and one of 300 letters would have taken years.
test('a long word behind a link that does not close costs nothing', () => {
  const source = `[a](https://x.org/a ${'x'.repeat(80)} b\n\n`.repeat(6);
  const before = process.cpuUsage().user;
  lint(createDocument({ source, path: 'post.md', parse: parseWithRemark }), allRules);
  expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(6);
});
