import { expect, test } from 'vitest';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { json } from '../../src/reporters/json.ts';
import { jsonl } from '../../src/reporters/jsonl.ts';
import { lsp } from '../../src/reporters/lsp.ts';
import { rdjson } from '../../src/reporters/rdjson.ts';
import type { Reporter } from '../../src/reporters/report.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { context, finding, result } from './results.ts';

const line = '😀漢é BAD';
// The emoji is two UTF-16 units and four bytes, the ideograph one and three, the accented letter one and two.
const asEslint = (line: number) => ({ line, column: 6, endLine: line, endColumn: 9 });

interface Unit {
  readonly reporter: Reporter;
  /** What says where the finding on the first line is, and what says it of the second. */
  readonly places: readonly [object, object];
  /** The report around them. */
  readonly around: (places: readonly object[]) => object;
}

const units: readonly (readonly [string, Unit])[] = [
  ['json', { reporter: json, places: [asEslint(1), asEslint(2)], around: (messages) => [{ messages }] }],
  [
    'jsonl',
    {
      reporter: (...run) =>
        `[${jsonl(...run)
          .trimEnd()
          .split('\n')
          .join()}]`,
      places: [asEslint(1), asEslint(2)],
      around: (lines) => lines,
    },
  ],
  [
    'lsp',
    {
      reporter: lsp,
      places: [
        { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
        { start: { line: 1, character: 5 }, end: { line: 1, character: 8 } },
      ],
      around: (ranges) => ({ params: { diagnostics: ranges.map((range) => ({ range })) } }),
    },
  ],
  [
    'sarif',
    {
      reporter: sarif,
      places: [
        { startLine: 1, startColumn: 6, endLine: 1, endColumn: 9 },
        { startLine: 2, startColumn: 6, endLine: 2, endColumn: 9 },
      ],
      around: (regions) => ({
        runs: [{ results: regions.map((region) => ({ locations: [{ physicalLocation: { region } }] })) }],
      }),
    },
  ],
  [
    'rdjson',
    {
      reporter: rdjson,
      places: [
        // The three bytes of the BOM are bytes of the first line.
        { start: { line: 1, column: 14 }, end: { line: 1, column: 17 } },
        { start: { line: 2, column: 11 }, end: { line: 2, column: 14 } },
      ],
      around: (ranges) => ({ diagnostics: ranges.map((range) => ({ location: { range } })) }),
    },
  ],
  [
    'gitlab',
    {
      reporter: gitlab,
      places: [
        { begin: 1, end: 1 },
        { begin: 2, end: 2 },
      ],
      around: (all) => all.map((lines) => ({ location: { lines } })),
    },
  ],
];

test.each(units)('%s counts in its own unit, behind a BOM and on the next line', (_, unit) => {
  const text = `\uFEFF${line}\r\n${line}\r\n`;
  const start = text.lastIndexOf('BAD');
  const findings = [finding(text, 'BAD'), finding(text, 'BAD', { range: { start, end: start + 3 } })];
  const report = JSON.parse(unit.reporter([result('a.md', text, findings)], context));
  expect(report).toMatchObject(unit.around(unit.places));
});
