import { expect, test } from 'vitest';
import { differenceText, findingsDifference } from '../scripts/findings-difference.mjs';

const post = (filePath: string, ...findings: [ruleId: string, line: number, message?: string][]) => ({
  filePath,
  messages: findings.map(([ruleId, line, message = 'Mend it.']) => ({ ruleId, line, column: 1, message })),
});

test('what both runs say is no difference', () => {
  const runs = [post('a.md', ['no-nbsp', 1], ['no-nbsp', 1]), post('b.md')];
  const difference = findingsDifference(runs, runs);
  expect(difference).toMatchObject({ gone: [], added: [] });
  expect(differenceText(difference, 10)).toBe('The same 2 findings before and after.\n');
});

test('what moved, says something else, or is said once more differs', () => {
  const before = [post('a.md', ['no-nbsp', 1], ['no-nbsp', 2], ['no-bare-url', 3])];
  const after = [
    post('a.md', ['no-nbsp', 1], ['no-nbsp', 1], ['no-bare-url', 3, 'Mend that.']),
    post('b.md', ['limit', 1]),
  ];
  expect(differenceText(findingsDifference(before, after), 2)).toBe(
    [
      '| rule | before | after | gone | new |',
      '|---|---|---|---|---|',
      '| limit | 0 | 1 | 0 | 1 |',
      '| no-bare-url | 1 | 1 | 1 | 1 |',
      '| no-nbsp | 2 | 2 | 1 | 1 |',
      '| all rules | 3 | 4 | 2 | 3 |',
      '',
      'Gone:',
      'a.md:2:1 no-nbsp: Mend it.',
      'a.md:3:1 no-bare-url: Mend it.',
      '',
      'New:',
      'a.md:1:1 no-nbsp: Mend it.',
      'a.md:3:1 no-bare-url: Mend that.',
      '… and 1 more',
      '',
    ].join('\n'),
  );
});
