import { describe, expect, test } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { findInSeries, lintSeries } from '../../src/engine/lint-series.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { settle } from '../../src/engine/settle.ts';
import { factsOf } from '../../src/series/collect.ts';
import { testRule } from '../../src/testing.ts';
import { broken, documentOf, noWord, settingsOf } from './rules-for-tests.ts';

test('findings come in the order of the text', () => {
  const second = defineRule({ ...noWord, id: 'a-word' });
  const { findings } = lint(documentOf('ugly bad ugly'), settingsOf([noWord, [second, { word: 'ugly' }]]));
  expect(findings.map(({ ruleId, range }) => [ruleId, range.start])).toEqual([
    ['a-word', 0],
    ['no-word', 5],
    ['a-word', 9],
  ]);
});

test('a rule that breaks down is one finding, and the others go on', () => {
  const { findings } = lint(documentOf('bad'), settingsOf([broken, noWord]));
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['rule-failed', 'no-word']);
  expect(findings[0]!.message).toContain('`broken`');
  expect(findings[0]!.message).toContain('out of order');
});

test.each([
  ['behind the end', { start: 0, end: 4 }],
  ['before the beginning', { start: -1, end: 1 }],
  ['backwards', { start: 2, end: 1 }],
  ['at no number', { start: Number.NaN, end: 1 }],
  ['between two characters', { start: 0.5, end: 1 }],
])('a rule that points %s has broken down', (_, range) => {
  const fix = { title: 'Write', safety: 'safe', edits: [{ range, text: '' }] } as const;
  const problems = [
    { message: 'found' as const, range },
    { message: 'found' as const, range: { start: 0, end: 1 }, fix },
  ];
  for (const problem of problems) {
    const rule = defineRule({
      ...noWord,
      id: 'astray',
      *check() {
        yield problem;
      },
    });
    const { findings } = lint(documentOf('bad'), settingsOf([rule]));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['rule-failed']);
    expect(findings[0]!.message).toContain('outside the text');
  }
});

test('a rule is told what the post says of its time', () => {
  const told: unknown[] = [];
  const curious = defineRule({
    ...noWord,
    id: 'curious',
    check(document, _options, { date, period }) {
      const written = (range: { start: number; end: number } | undefined) =>
        range && document.source.slice(range.start, range.end);
      told.push([date?.value, written(date?.range)], [period?.value, written(period?.range)]);
      return [];
    },
  });
  lint(documentOf('---\ntitle: Q2 2026 Recap\ndate: 2026-07-14\n---\n'), settingsOf([curious]));
  lint(documentOf('No time.\n'), settingsOf([curious]));
  const day = (text: string) => Date.parse(text) / 86_400_000;
  expect(told).toEqual([
    [day('2026-07-14'), '2026-07-14'],
    [{ name: 'Q2 2026', first: day('2026-04-01'), last: day('2026-06-30'), source: 'title' }, 'Q2 2026'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('a post above a limit is one finding and no rule runs', () => {
  const { findings, facts } = lint(documentOf('*'.repeat(2_000)), settingsOf([noWord, broken]));
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['limit']);
  expect(findings[0]!.message).toContain('1,000');
  expect(facts).toBeNull();
});

test('a rule is silent where one that it yields to speaks, and only there', () => {
  const speaker = defineRule({ ...noWord, id: 'speaker' });
  const shy = defineRule({ ...noWord, id: 'shy', yieldsTo: ['speaker'] });
  const settings = settingsOf([shy, [speaker, { word: 'bad thing' }]]);
  const { findings } = lint(documentOf('bad thing, bad day'), settings);
  expect(findings.map(({ ruleId, range }) => [ruleId, range.start])).toEqual([
    ['speaker', 0],
    ['shy', 11],
  ]);
});

test('data that looks like a placeholder or a method is not filled in', () => {
  const rule = defineRule({
    ...noWord,
    id: 'odd',
    messages: { found: '{word} {toString} {missing}' },
  });
  const { findings } = lint(documentOf('{becomes}'), settingsOf([[rule, { word: '{becomes}' }]]));
  expect(findings[0]!.message).toBe('{becomes} {toString} {missing}');
});

describe('rules over a series', () => {
  const distinctTitles = defineRule({
    id: 'distinct-titles',
    summary: 'Disallow a title that an earlier post has.',
    category: 'series',
    recommended: 'warn',
    messages: { same: 'The title is that of {earlier}.' },
    *checkSeries(posts) {
      const seen = new Map<string, string>();
      for (const { path, title } of posts) {
        const earlier = title && seen.get(title.value);
        if (title && earlier) yield { path, message: 'same', data: { earlier }, range: title.range };
        if (title) seen.set(title.value, path);
      }
    },
  });
  const settings = settingsOf([distinctTitles, noWord]);
  const post = (path: string, title: string, body = '') =>
    documentOf(`---\ntitle: ${title}\n---\n${body}`, path);

  test('see facts, and report in the later post by period', () => {
    const documents = [
      post('z-q1-2024.md', 'Q1 2024'),
      post('a-q2-2024.md', 'Q1 2024'),
      post('b-q3-2024.md', 'Q3 2024'),
    ];
    const facts = documents.map((document) => lint(document, settings).facts!);
    const findings = lintSeries(facts, settings.rules);
    const messages = [...findings].map(([path, list]) => [path, list.map(({ message }) => message)]);
    expect(messages).toEqual([['z-q1-2024.md', ['The title is that of a-q2-2024.md.']]]);
  });

  test('facts survive JSON, and carry what comments suppress', () => {
    const documents = [post('q1.md', 'Same'), post('q2.md', 'Same # recaplint-disable-line distinct-titles')];
    const facts = documents.map((document) => JSON.parse(JSON.stringify(lint(document, settings).facts)));
    expect(lintSeries(facts, settings.rules).size).toBe(0);
  });

  describe('and posts', () => {
    /** What stands in the second of two posts with one title, after its series was looked at. */
    function settled(text: string, rules = settings) {
      const documents = [post('q1.md', 'Same'), documentOf(text, 'q2.md')];
      const outcomes = documents.map((document) => lint(document, rules));
      const facts = outcomes.map((outcome) => outcome.facts!);
      const added = findInSeries(facts, rules.rules).get('q2.md') ?? [];
      return settle(outcomes[1]!, rules.rules, added, new Set(['distinct-titles'])).map(
        ({ ruleId }) => ruleId,
      );
    }

    test('what the series adds stands among what the post has', () => {
      expect(settled('---\ntitle: Same\n---\nbad')).toEqual(['distinct-titles', 'no-word']);
    });

    test('a post that adds nothing keeps what it has', () => {
      expect(settled('---\ntitle: Own\n---\nbad')).toEqual(['no-word']);
    });

    test('a rule over series yields to one that looks at a post', () => {
      const shy = defineRule({ ...distinctTitles, yieldsTo: ['no-word'] });
      const shySettings = settingsOf([shy, [noWord, { word: 'Same' }]]);
      expect(settled('---\ntitle: Same\n---\n', shySettings)).toEqual(['no-word']);
      expect(settled('---\ntitle: Same\n---\n', settingsOf([shy, noWord]))).toEqual(['distinct-titles']);
    });

    test('a rule that looks at a post yields to one over series', () => {
      const shy = defineRule({ ...noWord, id: 'shy', yieldsTo: ['distinct-titles'] });
      const shySettings = settingsOf([distinctTitles, [shy, { word: 'Same' }]]);
      expect(settled('---\ntitle: Same\n---\nThe Same', shySettings)).toEqual(['distinct-titles', 'shy']);
    });

    test('rules over series yield to each other, also where nothing but facts is known', () => {
      const shy = defineRule({ ...distinctTitles, id: 'shy', yieldsTo: ['distinct-titles'] });
      const both = settingsOf([shy, distinctTitles]);
      expect(settled('---\ntitle: Same\n---\n', both)).toEqual(['distinct-titles']);
      const facts = ['q1.md', 'q2.md'].map((path) => lint(post(path, 'Same'), both).facts!);
      const found = lintSeries(facts, both.rules).get('q2.md');
      expect(found?.map(({ ruleId }) => ruleId)).toEqual(['distinct-titles']);
    });

    test.each([
      ['a comment that suppresses a finding is used', 'Same # recaplint-disable-line distinct-titles', []],
      [
        'one that suppresses none is not',
        'Own # recaplint-disable-line distinct-titles',
        ['unused-directive'],
      ],
      ['one for all rules is used', 'Same # recaplint-disable-line', []],
      ['one for all rules without effect is not', 'Own # recaplint-disable-line', ['unused-directive']],
      [
        'one for another rule suppresses nothing',
        'Same # recaplint-disable-line no-word',
        ['distinct-titles', 'unused-directive'],
      ],
    ])('%s', (_name, title, expected) => {
      expect(settled(`---\ntitle: ${title}\n---\n`)).toEqual(expected);
    });

    test('comments about what has not run yet are not judged', () => {
      const named = post('q1.md', 'Own # recaplint-disable-line distinct-titles');
      const all = post('q1.md', 'Own # recaplint-disable-line');
      expect(lint(named, settings).findings).toEqual([]);
      expect(lint(all, settings).findings).toEqual([]);
      expect(settle(lint(named, settings), settings.rules, [], new Set())).toEqual([]);
      expect(settle(lint(all, settings), settings.rules, [], new Set())).toHaveLength(1);
    });
  });

  test('a series rule that breaks down is a finding', () => {
    const failing = defineRule({
      ...distinctTitles,
      // biome-ignore lint/correctness/useYield: it breaks down before it can
      *checkSeries() {
        throw new Error('out of order');
      },
    });
    const facts = [factsOf(post('q1.md', 'A'), noPostSettings, [])];
    expect(lintSeries(facts, settingsOf([failing]).rules).get('q1.md')?.[0]?.ruleId).toBe('rule-failed');
  });

  testRule(distinctTitles, {
    valid: [
      {
        text: '---\ntitle: B\n---\n',
        path: 'b.md',
        earlier: [{ text: '---\ntitle: A\n---\n', path: 'a.md' }],
      },
    ],
    invalid: [
      {
        text: '---\ntitle: A\n---\n',
        path: 'b.md',
        earlier: [{ text: '---\ntitle: A\n---\n', path: 'a.md' }],
        reports: ['2:8-2:9 The title is that of a.md.'],
      },
    ],
  });
});
