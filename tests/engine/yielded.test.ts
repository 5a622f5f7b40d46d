import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import { findInSeries } from '../../src/engine/lint-series.ts';
import { defineRule, type PostRule, type Rule } from '../../src/engine/rule.ts';
import { noPostSettings, type Settings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';

const document = createDocument({ source: 'A post.\n', path: 'post.md', parse: parseWithRemark });
const range = { start: 0, end: 1 };
const found = { message: 'found', range };
const edit = { range, text: '' };
const fix = { title: 'Remove', safety: 'safe', edits: [edit] };
const circle: Record<string, unknown> = {};
circle.self = circle;

/** A rule as somebody writes it without types. */
function ruleOf(check: unknown): Rule {
  const written = { id: 'theirs', summary: 'Try.', messages: { found: 'Found.' }, check };
  return defineRule(written as unknown as PostRule);
}

function saidOf(rule: Rule): string[] {
  const settings: Settings = {
    rules: [{ rule, severity: 'warn', options: {} }],
    post: noPostSettings,
    knownIds: new Set(),
    inlineConfig: true,
    requireReasons: false,
  };
  return lint(document, settings).findings.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const broken = (reason: string) => [
  `rule-failed: The rule \`theirs\` broke down on this post (${reason}); its findings are missing.`,
];

test.each<[said: string, yielded: unknown]>([
  ['it yields what is no problem: write `yield { message, range }`', 'found'],
  ['it yields what is no problem: write `yield { message, range }`', null],
  ['it yields the message `lost`, and has `found`', { ...found, message: 'lost' }],
  ['it yields the message `toString`, and has `found`', { ...found, message: 'toString' }],
  ['a range is missing, or is not `{ start, end }` with two offsets', { message: 'found' }],
  ['a range is missing, or is not `{ start, end }` with two offsets', { ...found, range: [0, 1] }],
  ['a fix is not `{ title, safety, edits }`', { ...found, fix: { ...fix, edits: edit } }],
  ['a fix is not `{ title, safety, edits }`', { ...found, fix: { safety: 'safe', edits: [edit] } }],
  ['the `safety` of a fix is neither `safe` nor `unsafe`', { ...found, fix: { ...fix, safety: 'sure' } }],
  ['an edit is not `{ range, text }`', { ...found, fix: { ...fix, edits: [{ range }] } }],
  ['the edits of a fix overlap, or are out of order', { ...found, fix: { ...fix, edits: [edit, edit] } }],
  ['its `related` places are no list', { ...found, related: {} }],
  ['a related place is not `{ range, message }`', { ...found, related: [{ range }] }],
  [
    'it points at 0 to 9, which is outside the text',
    { ...found, related: [{ range: { start: 0, end: 9 }, message: 'Here.' }] },
  ],
])('%s', (reason, yielded) => {
  const rule = ruleOf(function* () {
    yield yielded;
  });
  expect(saidOf(rule)).toEqual(broken(reason));
});

test.each<[what: string, check: unknown]>([
  ['nothing', () => undefined],
  ['one problem', () => found],
  ['a text', () => 'found'],
  ['a promise of problems', async function* () {}],
])('a check that gives %s is no generator', (_, check) => {
  const reason = 'it gives no problems to go through: write it as a generator, `*check`, without `async`';
  expect(saidOf(ruleOf(check))).toEqual(broken(reason));
});

test('a check may give a list, and its facts are kept as JSON has them', () => {
  const details = { when: new Date(0), how: () => 1, list: [undefined] };
  expect(saidOf(ruleOf(() => [{ ...found, details }]))).toEqual(['theirs: Found.']);
  expect(saidOf(ruleOf(() => [{ ...found, details: circle }]))[0]).toContain('rule-failed');
});

test('a rule that looks at a series names a post of it', () => {
  const rule = {
    ...ruleOf(undefined),
    check: undefined,
    *checkSeries() {
      yield { ...found, path: 'other.md' };
    },
  } as unknown as Rule;
  const all = findInSeries(
    [factsOf(document, noPostSettings, [])],
    [{ rule, severity: 'warn', options: {} }],
  );
  expect([...all.keys()]).toEqual(['post.md']);
  expect(all.get('post.md')![0]!.message).toContain('the `path` other.md, which no post of the series has');
});
