import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { fixPost } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import { findInSeries } from '../../src/engine/lint-series.ts';
import { mostFindings } from '../../src/engine/made-finding.ts';
import { defineRule } from '../../src/engine/rule.ts';
import type { Settings } from '../../src/engine/settings.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { documentOf, noWord, settingsOf } from './rules-for-tests.ts';

const settings = settingsOf([noWord, [defineRule({ ...noWord, id: 'other' }), { word: 'ugly' }]]);

/** How many findings there are of each id. */
function counted(findings: readonly { readonly ruleId: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleId } of findings) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}

const parse = await loadSatteri();

function countedIn(source: string, more: Partial<Settings> = {}): Record<string, number> {
  const document = createDocument({ source, path: 'post.md', parse });
  return counted(lint(document, { ...settings, ...more }).findings);
}

const names = (name: string, count: number) => `<!-- recaplint-disable ${`${name} `.repeat(count)}-->`;
const comments = (text: string, count: number) => `<!-- recaplint-${text} -->\n\n`.repeat(count);

// A rule that is off cannot turn out to be unused as well.
const reasons = { requireReasons: true, knownIds: new Set(['off']) };

describe('of each rule and notice as many findings are kept as there is room for, and a notice says that there are more', () => {
  test.each<[string, (count: number) => string, Partial<Settings>]>([
    ['no-word', (count) => 'bad '.repeat(count), {}],
    ['unknown-directive', (count) => names('no-wrod', count), {}],
    ['unknown-directive', (count) => comments('disabel', count), {}],
    ['unknown-directive', (count) => comments('disable off', count), reasons],
    ['unused-directive', (count) => names('other', count), {}],
  ])('%s', (id, make, more) => {
    expect(countedIn(make(mostFindings), more)).toMatchObject({ [id]: mostFindings });
    expect(countedIn(make(mostFindings), more)).not.toHaveProperty('limit');
    expect(countedIn(make(mostFindings + 7), more)).toMatchObject({ [id]: mostFindings, limit: 1 });
  });
});

test('the notice stands at the first finding that is left out', () => {
  const last = lint(documentOf('bad ugly '.repeat(mostFindings + 3)), settingsOf([noWord])).findings.at(-1);
  expect(last).toMatchObject({ ruleId: 'limit', messageKey: 'findings', range: { start: 9 * mostFindings } });
  expect(last!.message).toBe(
    'The post has more than 5,000 findings of `no-word`; this one and any further are not reported: mend those that are, and run again.',
  );
});

test('a rule that never ends is stopped, and the others go on', () => {
  const endless = defineRule({
    ...noWord,
    id: 'endless',
    *check() {
      for (;;) yield { message: 'found' as const, range: { start: 0, end: 1 } };
    },
  });
  const { findings } = lint(documentOf('bad'), settingsOf([endless, noWord]));
  expect(counted(findings)).toEqual({ endless: mostFindings, limit: 1, 'no-word': 1 });
});

test('of a rule over series as many are kept in each post', () => {
  const chatty = defineRule({
    id: 'chatty',
    summary: 'Say much.',
    category: 'series',
    recommended: 'warn',
    messages: { said: 'Said.' },
    *checkSeries(posts) {
      const range = { start: 0, end: 0 };
      for (let said = 0; said <= mostFindings; said++) {
        for (const { path } of posts.slice(said < 2 ? 0 : 1)) yield { path, message: 'said', range };
      }
    },
  });
  const rules = settingsOf([chatty]);
  const facts = ['q1-2024.md', 'q2-2024.md'].map((path) => lint(documentOf('a', path), rules).facts!);
  const found = findInSeries(facts, rules.rules);
  expect(counted(found.get('q1-2024.md')!)).toEqual({ chatty: 2 });
  expect(counted(found.get('q2-2024.md')!)).toEqual({ chatty: mostFindings, limit: 1 });
});

describe('repairing takes as many in each pass', () => {
  const repaired = (count: number) => {
    const source = 'bad '.repeat(count);
    const post = { source, path: 'post.md', parse };
    const { outcome, applied } = fixPost(post, settings, { unsafe: false });
    return { applied, left: counted(outcome.findings) };
  };

  test('so that what one pass leaves the next repairs', () => {
    expect(repaired(2 * mostFindings + 1)).toEqual({ applied: 2 * mostFindings + 1, left: {} });
  });

  test('and what ten passes leave is reported', () => {
    const count = 11 * mostFindings + 1;
    const left = { 'no-word': mostFindings, limit: 1 };
    expect(repaired(count)).toEqual({ applied: 10 * mostFindings, left });
  });
});
