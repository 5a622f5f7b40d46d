import { expect, test } from 'vitest';
import { lint } from '../../src/engine/lint.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { broken, documentOf, noWord, settingsOf } from './rules-for-tests.ts';

const other = defineRule({ ...noWord, id: 'other' });

/** Findings as `line ruleId`, with the words of a notice behind. */
function findings(source: string, more = {}, path = 'post.md') {
  const document = documentOf(source, path);
  return lint(document, settingsOf([noWord, [other, { word: 'ugly' }]], more)).findings.map(
    ({ ruleId, range, message }) => {
      const line = document.lines.pointAt(range.start).line;
      return ruleId.endsWith('directive') ? `${line} ${ruleId}: ${message}` : `${line} ${ruleId}`;
    },
  );
}

test.each([
  ['the next line', '<!-- recaplint-disable-next-line no-word -->\nbad\nbad', ['3 no-word']],
  [
    'the next line that is not blank',
    '<!-- recaplint-disable-next-line no-word -->\n\nbad\n\nbad',
    ['5 no-word'],
  ],
  ['its own line', 'bad <!-- recaplint-disable-line no-word -->\nbad', ['2 no-word']],
  [
    'from here to there',
    'bad\n\n<!-- recaplint-disable no-word -->\n\nbad\n\n<!-- recaplint-enable no-word -->\n\nbad',
    ['1 no-word', '9 no-word'],
  ],
  ['from here on', 'bad\n\n<!-- recaplint-disable -->\n\nbad', ['1 no-word']],
  ['the file', 'bad\n\n<!-- recaplint-disable-file no-word -->', []],
  ['all rules', '<!-- recaplint-disable-next-line -->\nbad ugly', []],
  ['only the named rule', '<!-- recaplint-disable-next-line other -->\nbad ugly', ['2 no-word']],
  ['several rules', '<!-- recaplint-disable-next-line no-word, other -->\nbad ugly', []],
  ['with a reason', '<!-- recaplint-disable-next-line no-word -- quoted as it was -->\nbad', []],
  ['in front matter', '---\ntitle: bad # recaplint-disable-line no-word\n---\n', []],
  ['above a key of the front matter', '---\n# recaplint-disable-next-line no-word\ntitle: bad\n---\n', []],
])('suppresses %s', (_name, source, expected) => {
  expect(findings(source)).toEqual(expected);
});

test('an expression comment counts in MDX alone', () => {
  const source = '{/* recaplint-disable-next-line no-word */}\nbad';
  expect(findings(source, {}, 'post.mdx')).toEqual([]);
  expect(findings(source)).toEqual(['2 no-word']);
});

test.each([
  [
    'an unknown instruction',
    '<!-- recaplint-disable-nextline no-word -->\nbad',
    ['1 unknown-directive', '2 no-word'],
  ],
  [
    'an unknown rule',
    '<!-- recaplint-disable-next-line no-wrod -->\nbad',
    ['1 unknown-directive', '2 no-word'],
  ],
  ['a comment without effect', '<!-- recaplint-disable-next-line no-word -->\ngood', ['1 unused-directive']],
  [
    'a rule without effect among others',
    '<!-- recaplint-disable-next-line no-word, other -->\nbad',
    ['1 unused-directive'],
  ],
  ['a comment for all rules without effect', '<!-- recaplint-disable -->\n\ngood', ['1 unused-directive']],
])('reports %s', (_name, source, expected) => {
  expect(findings(source).map((line) => line.split(':')[0])).toEqual(expected);
});

test('of two comments that hold at one place, the one that adds nothing is unused', () => {
  const source = '<!-- recaplint-disable no-word -->\n\n<!-- recaplint-disable-next-line no-word -->\nbad';
  expect(findings(source).map((line) => line.split(':')[0])).toEqual(['3 unused-directive']);
});

test('points at the rule id that is wrong', () => {
  const document = documentOf('<!-- recaplint-disable-next-line no-word, no-wrod -->\nbad');
  const [finding] = lint(document, settingsOf([noWord])).findings;
  expect(document.source.slice(finding!.range.start, finding!.range.end)).toBe('no-wrod');
});

test('a rule that is off cannot be judged unused', () => {
  const settings = settingsOf([noWord], { knownIds: new Set(['no-word', 'other']) });
  expect(lint(documentOf('<!-- recaplint-disable other -->'), settings).findings).toEqual([]);
});

test.each(['broken', ''])('of a rule that broke down nobody knows what a comment suppresses: %s', (id) => {
  const text = `<!-- recaplint-disable ${id} -->\n\n<!-- recaplint-disable no-word -->\n`;
  const found = lint(documentOf(text), settingsOf([noWord, broken])).findings;
  expect(found.map(({ ruleId, message }) => [ruleId, message.includes('`no-word`')])).toEqual([
    ['rule-failed', false],
    ['unused-directive', true],
  ]);
});

test('of rules that only a program may know a comment may name those that begin as theirs do', () => {
  const text = '<!-- recaplint-disable remark-lint/no-html, other -->';
  const settings = settingsOf([noWord], { knownBeginnings: ['remark-lint/'] });
  expect(lint(documentOf(text), settings).findings.map(({ message }) => message)).toEqual([
    'There is no rule `other`.',
  ]);
});

test('where programs were left out, any rule may be one of theirs, and what suppresses all rules may be there for one', () => {
  const settings = settingsOf([noWord], { knownBeginnings: [''] });
  const text =
    '<!-- recaplint-disable other -->\n\n<!-- recaplint-disable -->\n\n<!-- recaplint-disable no-word -->';
  expect(lint(documentOf(text), settings).findings.map(({ message }) => message)).toEqual([
    'This comment suppresses no finding of `no-word`: delete it.',
  ]);
});

test('a missing reason is reported where reasons are due', () => {
  const missing = findings('<!-- recaplint-disable-next-line no-word -->\nbad', { requireReasons: true });
  expect(missing).toEqual(['1 unknown-directive: A reason is missing: write it behind `--`.']);
  expect(
    findings('<!-- recaplint-disable-next-line no-word -- why -->\nbad', { requireReasons: true }),
  ).toEqual([]);
});

test('without inline configuration comments do nothing', () => {
  expect(findings('<!-- recaplint-disable-file -->\n\nbad', { inlineConfig: false })).toEqual(['3 no-word']);
});

test('comments in code are text', () => {
  expect(
    findings('`<!-- recaplint-disable-file -->` bad\n\n```\n<!-- recaplint-disable-file -->\n```\n'),
  ).toEqual(['1 no-word']);
});
