import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sarifLink, sarifMessage } from '../../src/reporters/sarif-message.ts';
import { shownText } from './sarif-reading.ts';

test.each<[string, string]>([
  ['plain [text] with (brackets) and \\ in it', 'plain [text] with (brackets) and \\ in it'],
  ['{0} and {{ page }}', '{{0}} and {{{{ page }}}}'],
  ['[here](1)', '[here\\](1)'],
  ['[here\\](1)', '[here\\\\\\](1)'],
  ['[[x]](y)', '[[x]\\](y)'],
])('%s as a message is %s', (text, message) => {
  expect(sarifMessage(text)).toBe(message);
});

test('no text becomes a link or a place to fill', () => {
  const pieces = fc.constantFrom('[', ']', '(', ')', '](', '\\', '{', '}', '0', 'x');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      expect(shownText(sarifMessage(parts.join('')))).toBe(parts.join(''));
    }),
  );
});

test('a link text cannot end its link', () => {
  expect(sarifLink('a](2) [b] \\ {0}', 1)).toBe('[a\\](2) \\[b\\] \\\\ {{0}}](1)');
});
