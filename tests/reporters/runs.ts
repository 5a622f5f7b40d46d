import type { FileResult } from '../../src/engine/finding.ts';
import { finding, result } from './results.ts';

/** UTF-16 text whose second line has characters of every width before what is found. */
export const mixedText = '\uFEFFa\r\n😀漢é BAD\r\nbad\r\n';

/** Runs that every format has to cope with, by name. */
export const runs: Readonly<Record<string, readonly FileResult[]>> = {
  'no file': [],
  'no finding': [result('clean.md', 'a'), result('b/clean.md', '')],
  '6,000 findings': [result('a.md', mixedText, many(6000)), result('b.md', mixedText, many(10))],
  'a file name with a space, a line end and an emoji': [
    result('a b\n😀.md', mixedText, [finding(mixedText, 'BAD')]),
  ],
  'a finding without a place': [
    result('empty.md', '', [finding('', '', { severity: 'error', ruleId: 'limit' })]),
  ],
  'BOM, CRLF and wide characters': [
    result('a.md', mixedText, [finding(mixedText, 'BAD\r\nbad'), finding(mixedText, 'BAD')]),
  ],
  'texts that would break out': [
    result('"><x>&\'\u001B\uFFFE.md', mixedText, [
      finding(mixedText, 'BAD', { ruleId: '"&\u0000', message: ']]>--><a b="\t\r\n\uD800"/>&#x1;' }),
    ]),
  ],
};

function many(count: number) {
  return Array.from({ length: count }, (_, index) =>
    finding(mixedText, 'BAD', { severity: index % 3 === 0 ? 'error' : 'warn', message: `Number ${index}.` }),
  );
}
