import { expect, test } from 'vitest';
import { shortLine, shortMessage } from '../../src/reporters/message-text.ts';

test.each([
  ['a  line\nand\tmore ', 20, 'a line and more'],
  ['abcdef', 6, 'abcdef'],
  ['abcdefg', 6, 'abcdef…'],
  ['abcde😀', 6, 'abcde…'],
  // What is not cut keeps its end, also where that is half a pair.
  ['\uD800', 6, '\\uD800'],
  ['\u001B[2J', 20, '\\x1B[2J'],
])('%j as one line of at most %i units is %j', (text, longest, line) => {
  expect(shortLine(text, longest)).toBe(line);
});

test('a message is cut to 400 UTF-16 units, and never within a character', () => {
  expect(shortMessage('a'.repeat(1_000_000))).toBe(`${'a'.repeat(400)}…`);
  expect(shortMessage(`${'a'.repeat(399)}😀b`)).toBe(`${'a'.repeat(399)}…`);
});
