import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { context, finding, result } from './results.ts';

const text = '\uFEFFa&nbsp;b\r\n😀é BAD bad\n';
const range = (quote: string) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
};

test('every file is listed, with places that count UTF-16 units from 1 and hide the BOM', () => {
  const results = [
    result('clean.md', 'a'),
    result('a.md', text, [
      finding(text, '&nbsp;'),
      finding(text, 'BAD', { severity: 'error', ruleId: 'x', details: { subject: 'Q2 2024' } }),
    ]),
  ];
  expect(JSON.parse(json(results, context))).toEqual([
    {
      filePath: '/posts/clean.md',
      messages: [],
      errorCount: 0,
      warningCount: 0,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
    },
    {
      filePath: '/posts/a.md',
      messages: [
        {
          ruleId: 'no-nbsp',
          severity: 1,
          message: 'This is wrong.',
          line: 1,
          column: 2,
          endLine: 1,
          endColumn: 8,
          related: [],
        },
        {
          ruleId: 'x',
          severity: 2,
          message: 'This is wrong.',
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 8,
          related: [],
          data: { subject: 'Q2 2024' },
        },
      ],
      errorCount: 1,
      warningCount: 1,
      fixableErrorCount: 0,
      fixableWarningCount: 0,
    },
  ]);
});

test('a safe fix is a fix, an unsafe one a suggestion, several edits are one replacement', () => {
  const edits = [
    { range: range('&nbsp;'), text: ' ' },
    { range: range('BAD'), text: '' },
  ];
  const results = [
    result('a.md', text, [
      finding(text, 'BAD', { fix: { title: 'Mend it', safety: 'safe', edits } }),
      finding(text, 'bad', { fix: { title: 'Change it', safety: 'unsafe', edits: edits.slice(1) } }),
    ]),
  ];
  const [file] = JSON.parse(json(results, context));
  const { start } = range('&nbsp;');
  const { end } = range('BAD');
  expect(file.messages[0].fix).toEqual({ range: [start, end], text: ' b\r\n😀é ' });
  expect(text.slice(0, start) + file.messages[0].fix.text + text.slice(end)).toBe('\uFEFFa b\r\n😀é  bad\n');
  expect(file.messages[1]).toMatchObject({
    suggestions: [{ desc: 'Change it', fix: { range: [end - 3, end], text: '' } }],
  });
  expect(file.messages[1]).not.toHaveProperty('fix');
  expect(file).toMatchObject({ fixableErrorCount: 0, fixableWarningCount: 1 });
});

test('related places are those of files of the run', () => {
  const related = [
    { range: range('bad'), message: 'Here it is right.' },
    { range: { start: 2, end: 3 }, message: 'There, too.', path: '2023/b.md' },
    { range: { start: 2, end: 3 }, message: 'Nobody read this one.', path: 'c.md' },
  ];
  const results = [result('a.md', text, [finding(text, 'BAD', { related })]), result('2023/b.md', 'x\nyz')];
  const [file] = JSON.parse(json(results, context));
  expect(file.messages[0].related).toEqual([
    { filePath: '/posts/a.md', line: 2, column: 9, endLine: 2, endColumn: 12, message: 'Here it is right.' },
    { filePath: '/posts/2023/b.md', line: 2, column: 1, endLine: 2, endColumn: 2, message: 'There, too.' },
  ]);
});

test('pages are named where anybody can open them', () => {
  const results = [result('a.md', text, [finding(text, 'BAD')])];
  const pageOf = (id: string) => `https://example.org/${id}`;
  expect(JSON.parse(json(results, { ...context, pageOf }))[0].messages[0].url).toBe(
    'https://example.org/no-nbsp',
  );
  expect(json(results, context)).not.toContain('file:');
});
