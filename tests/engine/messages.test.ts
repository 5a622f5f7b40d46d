import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import type { OtherMessage } from '../../src/engine/finding.ts';
import { fixPost } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import { noPostSettings, type Settings } from '../../src/engine/settings.ts';

const settings: Settings = {
  rules: [],
  post: noPostSettings,
  knownIds: new Set(['spelling']),
  inlineConfig: true,
  requireReasons: false,
};

function message(start: number, end: number, more: Partial<OtherMessage> = {}): OtherMessage {
  return { ruleId: 'spelling', severity: 'warn', message: 'Misspelt.', range: { start, end }, ...more };
}

function findings(source: string, messages: readonly OtherMessage[]) {
  const document = createDocument({ source, path: 'post.md', parse: parseWithRemark });
  return lint(document, settings, { messages }).findings;
}

test('what others say are findings with all that they give', () => {
  const url = 'https://example.com/spelling';
  const fix = {
    title: 'Write the',
    safety: 'safe',
    edits: [{ range: { start: 0, end: 3 }, text: 'the' }],
  } as const;
  const related = [{ range: { start: 4, end: 7 }, message: 'as here' }];
  expect(
    findings('teh cat\n', [message(4, 7), message(0, 3, { url, fix, related, severity: 'error' })]),
  ).toEqual([
    { ...message(0, 3), severity: 'error', messageKey: 'said', url, fix, related },
    { ...message(4, 7), messageKey: 'said', related: [] },
  ]);
});

test('comments suppress it', () => {
  expect(
    findings('teh <!-- recaplint-disable-line spelling -->\n\nteh\n', [message(0, 3), message(46, 49)]),
  ).toEqual([expect.objectContaining({ range: { start: 46, end: 49 } })]);
});

test.each([
  ['behind the text', message(0, 99)],
  ['nowhere', message(Number.NaN, 1)],
  ['backwards', message(3, 1)],
  [
    'into nothing with a fix',
    message(0, 1, {
      fix: { title: 'x', safety: 'safe', edits: [{ range: { start: 0, end: 99 }, text: '' }] },
    }),
  ],
  [
    'at one place twice with a fix',
    message(0, 1, {
      fix: {
        title: 'x',
        safety: 'safe',
        edits: [
          { range: { start: 0, end: 3 }, text: '' },
          { range: { start: 1, end: 2 }, text: '' },
        ],
      },
    }),
  ],
])('a message that points %s costs itself alone', (_, broken) => {
  expect(findings('teh cat\n', [broken, message(4, 7)]).map(({ ruleId, range }) => [ruleId, range])).toEqual([
    ['rule-failed', { start: 0, end: 0 }],
    ['spelling', { start: 4, end: 7 }],
  ]);
});

test('too many of one rule end in a notice', () => {
  const many = Array.from({ length: 6_000 }, () => message(0, 3));
  const found = findings('teh\n', many);
  expect(found).toHaveLength(5_001);
  expect(found.filter(({ ruleId }) => ruleId === 'limit')).toHaveLength(1);
});

test('a repair asks what is said of each text', () => {
  const asked: string[] = [];
  const messagesOf = (source: string): OtherMessage[] => {
    asked.push(source);
    const start = source.indexOf('teh');
    const edits = [{ range: { start, end: start + 3 }, text: 'the' }];
    return start < 0 ? [] : [message(start, start + 3, { fix: { title: 'the', safety: 'safe', edits } })];
  };
  const post = { source: 'teh teh\n', path: 'post.md', parse: parseWithRemark };
  expect(fixPost(post, settings, { unsafe: false }, { messagesOf }).source).toBe('the the\n');
  expect(asked).toEqual(['teh teh\n', 'the teh\n', 'the the\n']);
});

const hosting: Settings = {
  ...settings,
  knownBeginnings: ['remark-lint/'],
  remark: [{ name: 'remark-lint-x', plugin: () => {}, options: [] }],
  remarkLevels: new Map([['remark-lint/off', 'off']]),
};

test.each<[string, readonly OtherMessage[] | undefined, Settings, readonly string[]]>([
  ['where all have looked', [message(0, 1, { ruleId: 'remark-lint/used' })], hosting, ['remark-lint/unused']],
  ['where nobody was asked', undefined, hosting, []],
  ['where one of them broke down', [message(0, 0, { ruleId: 'rule-failed' })], hosting, []],
  ['where programs are not run', [], { ...settings, knownBeginnings: [''] }, []],
])('a comment of what plugins of remark find is unused %s', (_, messages, given, unused) => {
  const names = 'remark-lint/used remark-lint/unused remark-lint/off';
  const source = `teh <!-- recaplint-disable-line ${names} -->\n`;
  const document = createDocument({ source, path: 'post.md', parse: parseWithRemark });
  const { findings } = lint(document, given, messages ? { messages } : {});
  expect(
    findings.flatMap(({ ruleId, range }) =>
      ruleId === 'unused-directive' ? [source.slice(range.start, range.end)] : [],
    ),
  ).toEqual(unused);
});
