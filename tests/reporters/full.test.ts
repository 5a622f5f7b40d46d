import { expect, test } from 'vitest';
import { full } from '../../src/reporters/full.ts';
import { context, finding, result } from './results.ts';
import { mixedText, runs } from './runs.ts';

const text = 'a BAD\nbad\n';
const edits = [{ range: { start: 2, end: 5 }, text: 'good' }];

test('nothing is printed where nothing was found', () => {
  expect(full(runs['no finding']!, context)).toBe('');
});

test('each finding has its lines, its repair, its rule once, and the places that explain it', () => {
  const results = [
    result('b/z.md', text, [
      finding(text, 'BAD', {
        severity: 'error',
        fix: { title: 'Mend it', safety: 'safe', edits },
        related: [
          { range: { start: 6, end: 9 }, message: 'Here it is right.' },
          { range: { start: 2, end: 3 }, message: 'There, too.', path: 'a.md' },
          { range: { start: 2, end: 3 }, message: 'Nobody read this one.', path: 'c.md' },
        ],
      }),
      finding(text, 'bad', { fix: { title: 'Change it', safety: 'unsafe', edits } }),
    ]),
    result('a.md', `${'\n'.repeat(11)}x`, [
      finding('', '', { range: { start: 11, end: 12 }, ruleId: 'limit' }),
    ]),
  ];
  expect(full(results, context)).toBe(`error: This is wrong. (no-nbsp)
 --> b/z.md:1:3
1 | a BAD
  |   ^^^
  = with --fix: "BAD" → "good"
  = why: recaplint explain no-nbsp
  = see also: Here it is right.
 --> b/z.md:2:1
2 | bad
  | ---
  = see also: There, too.
 --> a.md:3:1
3 |
  | -
  = see also: Nobody read this one.
 --> c.md

warning: This is wrong. (no-nbsp)
 --> b/z.md:2:1
2 | bad
  | ^^^
  = with --fix --unsafe-fixes: "BAD" → "good"

warning: This is wrong. (limit)
  --> a.md:12:1
12 | x
   | ^
   = why: recaplint explain limit

✖ 1 error, ⚠ 2 warnings in 2 files
1 finding can be repaired by: recaplint --fix content
1 finding can be repaired with --fix --unsafe-fixes, which may change what the text says.
`);
});

const [edit] = edits;
test.each<[string, typeof edits, string]>([
  ['what is deleted', [{ ...edit!, text: '' }], 'with --fix: delete "BAD"'],
  ['what is added, by its title', [{ range: { start: 2, end: 2 }, text: 'x' }], 'with --fix: Mend it'],
  [
    'two changes',
    [...edits, { range: { start: 6, end: 7 }, text: '\n\u00A0' }],
    'with --fix: "BAD" → "good", "b" → "\\x0A\\xA0"',
  ],
  ['more changes, by their title', [...edits, ...edits, ...edits], 'with --fix: Mend it'],
  ['a long change, by its title', [{ ...edit!, text: 'x'.repeat(41) }], 'with --fix: Mend it'],
  ['no change, by its title', [], 'with --fix: Mend it'],
])('a repair names %s', (_, edits, expected) => {
  const results = [
    result('a.md', text, [finding(text, 'BAD', { fix: { title: 'Mend it', safety: 'safe', edits } })]),
  ];
  expect(full(results, context)).toContain(`\n  = ${expected}\n`);
});

test('a run that has fixed already does not ask for it', () => {
  const fix = { title: 'Mend it', safety: 'safe' as const, edits };
  const report = full([result('a.md', text, [finding(text, 'BAD', { fix })])], {
    ...context,
    fixCommand: null,
  });
  expect(report).toContain('= repair: "BAD" → "good"');
  expect(report).not.toContain('--fix');
});

test('many related places are cut', () => {
  const related = Array.from({ length: 5 }, () => ({ range: { start: 0, end: 1 }, message: 'Here.' }));
  const report = full([result('a.md', text, [finding(text, 'BAD', { related })])], context);
  expect(report.match(/see also/g)).toHaveLength(3);
  expect(report).toContain('= and 2 places more\n');
});

test('pages on the web are named by their address, and rules without a page have none', () => {
  const results = [
    result('a.md', text, [finding(text, 'BAD'), finding(text, 'bad', { ruleId: 'patterns/x' })]),
  ];
  const ruleOf = (id: string) => ({
    ...context.ruleOf(id),
    category: id.startsWith('patterns') ? ('pattern' as const) : ('residue' as const),
  });
  const pageOf = (id: string) => `https://example.org/${id}`;
  expect(full(results, { ...context, ruleOf, pageOf }).match(/why: .*/g)).toEqual([
    'why: https://example.org/no-nbsp',
  ]);
});

test('colours are there when they are asked for, and change no text', () => {
  const results = runs['BOM, CRLF and wide characters']!;
  const colored = full(results, { ...context, color: true });
  expect(colored).toContain('\u001B[33m');
  expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(full(results, context));
});

test.each(Object.entries(runs))('%s: every finding has a block', (_, results) => {
  const findings = results.flatMap((file) => file.findings);
  const titles = full(results, context).match(/^(?:error|warning): .* \(.*\)$/gm) ?? [];
  expect(titles).toHaveLength(findings.length);
});

test('long lines and long places give short rows', () => {
  const long = `${mixedText}${'word '.repeat(100_000)}`;
  const results = [
    result('a.md', long, [
      finding(long, long),
      finding(long, '', { range: { start: 300_000, end: 300_001 } }),
    ]),
  ];
  for (const row of full(results, context).split('\n')) expect(row.length).toBeLessThan(120);
});
