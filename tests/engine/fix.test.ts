import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWithRemark } from '../../src/document/remark.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { applyEdits, applyFixes, fixPost } from '../../src/engine/fix.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { noWord, settingsOf } from './rules-for-tests.ts';

function finding(safety: 'safe' | 'unsafe', ...edits: [number, number, string][]): Finding {
  return {
    ruleId: 'x',
    severity: 'error',
    messageKey: 'x',
    message: '',
    range: { start: 0, end: 0 },
    related: [],
    fix: { title: '', safety, edits: edits.map(([start, end, text]) => ({ range: { start, end }, text })) },
  };
}

test.each([
  ['replaces', [finding('safe', [1, 2, 'X'])], 'aXcdef', 1],
  ['inserts', [finding('safe', [1, 1, 'X'])], 'aXbcdef', 1],
  ['deletes neighbours', [finding('safe', [0, 2, '']), finding('safe', [2, 4, ''])], 'ef', 2],
  ['applies several edits as one', [finding('safe', [0, 1, ''], [5, 6, '!'])], 'bcde!', 1],
  [
    'takes the first of two that overlap',
    [finding('safe', [1, 4, 'X']), finding('safe', [2, 3, 'Y'])],
    'aXef',
    1,
  ],
  [
    'never applies half a fix',
    [finding('safe', [0, 2, 'X']), finding('safe', [1, 2, 'Y'], [4, 5, 'Z'])],
    'Xcdef',
    1,
  ],
  ['leaves unsafe fixes', [finding('unsafe', [1, 2, 'X'])], 'abcdef', 0],
  [
    'sees overlaps far apart',
    [finding('safe', [0, 1, ''], [4, 6, '']), finding('safe', [5, 6, 'X'])],
    'bcd',
    1,
  ],
])('%s', (_name, findings, text, applied) => {
  expect(applyFixes('abcdef', findings, { unsafe: false })).toEqual({ text, applied });
});

test('a fix that reaches far makes no other one dearer', () => {
  // 40,000 fixes between the two edits of the first; each was held against all before it, which took seconds.
  const many = 40_000;
  const inside = Array.from({ length: many }, (_, i) => finding('safe', [3 * i + 4, 3 * i + 5, '']));
  const far = finding('safe', [0, 1, ''], [3 * many + 8, 3 * many + 9, '']);
  const before = process.cpuUsage();
  const { applied } = applyFixes('ab '.repeat(many + 3), [far, ...inside], { unsafe: false });
  expect(applied).toBe(many + 1);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});

test('applies unsafe fixes when they are asked for', () => {
  expect(applyFixes('abc', [finding('unsafe', [0, 1, 'X'])], { unsafe: true }).text).toBe('Xbc');
});

const post = (source: string) => ({ source, path: 'post.md', parse: parseWithRemark });

test('fixes until nothing more is to be fixed', () => {
  const shrink = settingsOf([[noWord, { word: 'aa', becomes: 'a' }]]);
  const fixed = fixPost(post('aaaaaaaa'), shrink, { unsafe: false });
  expect(fixed.source).toBe('a');
  expect(fixed.outcome.findings).toEqual([]);
});

test('says what all passes together did to the text', () => {
  const shrink = settingsOf([[noWord, { word: 'aa', becomes: 'a' }]]);
  const text = 'aaaa b 😀 c aaa d';
  const { source, edits } = fixPost(post(text), shrink, { unsafe: false });
  expect(applyEdits(text, edits)).toBe(source);
  expect(edits.map(({ range }) => range)).toEqual([
    { start: 0, end: 4 },
    { start: 12, end: 15 },
  ]);
});

test('repairs only what counts, in every pass, and reports the rest', () => {
  const shrink = settingsOf([[noWord, { word: 'aa', becomes: 'a' }]]);
  const counts = (source: string, findings: readonly Finding[]) =>
    findings.filter(({ range }) => range.start > source.indexOf('new'));
  const fixed = fixPost(post('aaaa, new: aaaa'), shrink, { unsafe: false, counts });
  expect(fixed.source).toBe('aaaa, new: a');
  expect(fixed.outcome.findings.map(({ range }) => range.start)).toEqual([0, 2]);
});

test('two rules that undo each other come to an end', () => {
  const back = defineRule({ ...noWord, id: 'back' });
  const settings = settingsOf([noWord, [back, { word: 'good', becomes: 'bad' }]]);
  expect(['bad', 'good']).toContain(fixPost(post('bad'), settings, { unsafe: false }).source);
});

test('bytes outside the edits stay as they are, whatever they are', () => {
  const settings = settingsOf([noWord]);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('bad', '\r\n', '\n', '\r', '\t', ' ', '😀', '\uFEFF', '---', '&nbsp;', '*')),
      (parts) => {
        const source = parts.join('|');
        expect(fixPost(post(source), settings, { unsafe: false }).source).toBe(
          source.replaceAll('bad', 'good'),
        );
      },
    ),
  );
});
