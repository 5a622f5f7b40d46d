import { expect, test } from 'vitest';
import { stylish } from '../../src/reporters/stylish.ts';
import { context, finding, result } from './results.ts';

const text = 'a BAD\nbad\n';

test('nothing is printed where nothing was found', () => {
  expect(stylish([result('a.md', text)], context)).toBe('');
});

test('findings are grouped by file, in the order of the run, with what --fix repairs', () => {
  const fix = { title: 'Mend it', edits: [] };
  const results = [
    result('b/z.md', text, [
      finding(text, 'BAD', { severity: 'error', fix: { ...fix, safety: 'safe' } }),
      finding(text, 'bad', { ruleId: 'x', fix: { ...fix, safety: 'unsafe' } }),
    ]),
    result('a.md', text, [finding(text, 'BAD', { fix: { ...fix, safety: 'safe' } })]),
  ];
  expect(stylish(results, context)).toBe(`b/z.md
1:3-1:6 error   This is wrong. no-nbsp
2:1-2:4 warning This is wrong. x

a.md
1:3-1:6 warning This is wrong. no-nbsp

✖ 1 error, ⚠ 2 warnings in 2 files
2 findings can be repaired by: recaplint --fix content
1 finding can be repaired with --fix --unsafe-fixes, which may change what the text says.
`);
});

test('a run that has fixed already does not ask for it', () => {
  const fix = { title: 'Mend it', safety: 'safe' as const, edits: [] };
  const results = [result('a.md', text, [finding(text, 'BAD', { fix })])];
  expect(stylish(results, { ...context, fixCommand: null })).not.toContain('repaired');
});

test('colours are there when they are asked for', () => {
  const results = [result('a.md', text, [finding(text, 'BAD')])];
  expect(stylish(results, { ...context, color: true })).toContain('\u001B[33m');
  expect(stylish(results, context)).not.toContain('\u001B');
});

test('a long message is cut', () => {
  const message = '`'.repeat(100_000);
  const results = [result('a.md', text, [finding(text, 'BAD', { message })])];
  expect(stylish(results, context).length).toBeLessThan(1000);
});

test('files outside the current folder are named in full, standard input by its name', () => {
  const results = [
    { ...result('a.md', text, [finding(text, 'BAD')]), path: '/other/a.md' },
    { ...result('a.md', text, [finding(text, 'BAD')]), path: '<stdin>' },
  ];
  const lines = stylish(results, context).split('\n');
  expect(lines[0]).toBe('/other/a.md');
  expect(lines[3]).toBe('<stdin>');
});
