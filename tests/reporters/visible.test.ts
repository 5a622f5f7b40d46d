import { expect, test } from 'vitest';
import { stylish } from '../../src/reporters/stylish.ts';
import { visible, visibleLines } from '../../src/reporters/visible.ts';
import { context, finding, result } from './results.ts';

test.each<[string, string]>([
  ['plain é漢😀 text', 'plain é漢😀 text'],
  ['a\u001B[31mred', 'a\\x1B[31mred'],
  ['two\nlines\r', 'two\\x0Alines\\x0D'],
  ['\u007F\u0085\u009B', '\\x7F\\x85\\x9B'],
  ['line\u2028separator', 'line\\u2028separator'],
  ['bidi \u202E and \u2066 and \u200F', 'bidi \\u202E and \\u2066 and \\u200F'],
  ['half \uD83D of it', 'half \\uD83D of it'],
  ['##[add-mask]x', '#\\x23[add-mask]x'],
  ['a ##[group]', 'a #\\x23[group]'],
  ['###[x]', '##\\x23[x]'],
  ['##vso[task.setvariable]', '#\\x23vso[task.setvariable]'],
  ['::error file=x::y', '\\x3A:error file=x::y'],
  ['  ::error::y', '  \\x3A:error::y'],
  ['## heading', '## heading'],
  ['a::b', 'a::b'],
])('%j becomes %j', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test('lines stay lines, whatever ends them, and tabs stay', () => {
  expect(visibleLines('a\tb\r\n::c\n\u001B[2J\r::d\n')).toBe('a\tb\n\\x3A:c\n\\x1B[2J\\x0D::d\n');
});

/** Whether a CI runner would take a line of a log for a command: `::name…` at its start, `##[name` anywhere. */
function isCommand(line: string): boolean {
  return /^\s*::[a-z]/i.test(line) || /##\[[a-z]/i.test(line) || /##vso\[/.test(line);
}

test('no line of a report is a command to a CI runner, whatever files and findings are called', () => {
  const hostile = [
    '::error::x',
    '\n::error file=a::b',
    '##[add-mask]x',
    '\r##[group]',
    '##vso[x]',
    '\u001B]0;x\u0007',
    '\u2028::debug::',
  ];
  const results = hostile.map((words) => {
    const text = `a ${words}`;
    return result(`${words}.md`, text, [finding(text, 'a', { message: words, ruleId: words })]);
  });
  const report = stylish(results, { ...context, fixCommand: hostile.join(' ') });
  expect(report.split(/[\n\r\u2028]/).filter(isCommand)).toEqual([]);
  expect(report).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  expect(hostile.some((words) => words.split('\n').some(isCommand))).toBe(true);
});
