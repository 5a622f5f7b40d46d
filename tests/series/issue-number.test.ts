import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { issueNumber } from '../../src/series/issue-number.ts';

test.each([
  ['# This month at the harbour 12', '12'],
  ['# Report #28: March 2024', '28'],
  ['# March 2024', null],
  ['# 12 fixes and 30 more', null],
  ['---\ntitle: March 2024\nissue: 12\n---\n', '12'],
  ['---\ntitle: March 2024\nissue: "#12"\n---\n', '12'],
  ['---\ntitle: Harbour news 12\nissue: 11\n---\n', '12'],
  ['+++\nedition = 7\n+++\n', '7'],
  ['Title: News\nDate: 2026-08-19\nNumber: 665\n\nText.\n', '665'],
  ['---\nissue: 2024\n---\n', null],
  ['---\nissue: March\nnumber: 3\n---\n', '3'],
  ['---\nissue: 1.5\n---\n', null],
  ['---\nissue: [12]\n---\n', null],
])('%j is issue %s', (source, written) => {
  const number = issueNumber(createDocument({ source, path: 'post.md', parse: parseWithRemark }));
  expect(number && source.slice(number.range.start, number.range.end)).toBe(written);
  if (number && written) expect(number.value).toBe(Number(written));
});
