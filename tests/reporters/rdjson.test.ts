import { Buffer } from 'node:buffer';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rdjson } from '../../src/reporters/rdjson.ts';
import { cases, edited } from './cases.ts';
import { context, finding, result } from './results.ts';
import { closedSchemaCheck } from './schema-check.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface Location {
  readonly path: string;
  readonly range?: Range;
}
interface Diagnostic {
  readonly message: string;
  readonly location: Location;
  readonly severity: string;
  readonly code: { readonly value: string; readonly url?: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
  readonly related_locations?: readonly { readonly message: string; readonly location: Location }[];
}

const wrongBySchema = closedSchemaCheck('reviewdog-diagnostic-result.json');
const read = (text: string): { diagnostics: Diagnostic[] } => JSON.parse(text);

/** The byte at which a position is in a file. */
function byteOf(file: Buffer, { line, column }: Position): number {
  const ends = [...file.toString('latin1').matchAll(/\r\n|\r|\n/g)];
  const before = ends[line - 2];
  return (before ? before.index + before[0].length : 0) + column - 1;
}

function bytesIn(file: Buffer, { start, end }: Range): string {
  return file.subarray(byteOf(file, start), byteOf(file, end)).toString();
}

/** Lone surrogates are bytes that cannot be read back. */
const hasBytes = (text: string) => !/\p{Surrogate}/u.test(text);

test('the check finds fields that reviewdog does not know', () => {
  const position = { line: 1, colum: 1 };
  const diagnostic = { message: 'x', location: { path: 'a.md', range: { start: position } } };
  expect(wrongBySchema({ diagnostics: [diagnostic] })).toHaveLength(1);
});

describe.each(cases)('%s', (_, results) => {
  const report = JSON.parse(rdjson(results, context));
  const { diagnostics } = report as { diagnostics: Diagnostic[] };
  const findings = results.flatMap((file) => file.findings.map((found) => ({ file, found })));

  test('is a DiagnosticResult', () => {
    expect(wrongBySchema(report)).toEqual([]);
  });

  test('has every finding, at the bytes that it covers', () => {
    expect(diagnostics).toHaveLength(findings.length);
    diagnostics.forEach(({ message, location, severity, code }, index) => {
      const { file, found } = findings[index]!;
      const source = Buffer.from(file.text);
      const covered = file.text.slice(found.range.start, found.range.end);
      expect(message).toBe(found.message);
      expect(code.value).toBe(found.ruleId);
      expect(severity).toBe(found.severity === 'error' ? 'ERROR' : 'WARNING');
      expect(resolve(context.cwd, location.path)).toBe(resolve(context.cwd, file.path));
      if (hasBytes(file.text)) expect(bytesIn(source, location.range!)).toBe(covered);
      expect(location.range!.start.column).toBeGreaterThanOrEqual(1);
    });
  });

  test('has each fix as one suggestion that does what its edits do', () => {
    diagnostics.forEach(({ suggestions }, index) => {
      const { file, found } = findings[index]!;
      expect(suggestions?.length).toBe(found.fix ? 1 : undefined);
      if (!found.fix || !hasBytes(file.text)) return;
      const [{ range, text }] = suggestions as [{ range: Range; text: string }];
      const source = Buffer.from(file.text);
      const parts = [
        source.subarray(0, byteOf(source, range.start)),
        source.subarray(byteOf(source, range.end)),
      ];
      expect(parts.map(String).join(text)).toBe(edited(file.text, found.fix.edits));
    });
  });
});

test('columns are those of bytes also far into a line, where reading cannot start over', () => {
  const unit = '漢é😀x ';
  const text = unit.repeat(10_000);
  const findings = [0, 1, 170, 171, 1024, 9_999].map((index) => {
    const start = index * unit.length;
    return finding(text, 'x', { range: { start: start + 4, end: start + 5 } });
  });
  const { diagnostics } = read(rdjson([result('a.md', text, findings)], context));
  const bytes = Buffer.from(unit).length;
  expect(diagnostics.map(({ location }) => location.range!.start.column)).toEqual(
    [0, 1, 170, 171, 1024, 9_999].map((index) => index * bytes + 10),
  );
});

test('paths start at the folder that recaplint runs in, as reviewdog takes them', () => {
  const text = 'BAD';
  const results = [
    result('a.md', text, [finding(text, 'BAD')]),
    result('2024/b.md', text, [finding(text, 'BAD')]),
  ];
  const { diagnostics } = read(rdjson(results, { ...context, cwd: '/posts/2024' }));
  expect(diagnostics.map(({ location }) => location.path)).toEqual(['../a.md', 'b.md']);
});

test('related places have their lines where the file was read', () => {
  const [, results] = cases.find(([name]) => name === 'related places')!;
  expect(read(rdjson(results, context)).diagnostics[0]!.related_locations).toEqual([
    {
      message: 'Here it is right.',
      location: { path: 'a.md', range: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } } },
    },
    {
      message: 'There, too.',
      location: { path: '2023/b.md', range: { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } } },
    },
    { message: 'Nobody read this one.', location: { path: '2023/c d.md' } },
  ]);
});

test('addresses are those of the web', () => {
  const results = [result('a.md', 'BAD', [finding('BAD', 'BAD')])];
  expect(rdjson(results, context)).not.toContain('file:');
  const homepage = 'https://example.org/';
  const pageOf = (id: string) => `${homepage}docs/rules/${id}.md`;
  const report = JSON.parse(rdjson(results, { ...context, homepage, pageOf }));
  expect(report.source).toEqual({ name: 'recaplint', url: homepage });
  expect(report.diagnostics[0].code).toEqual({ value: 'no-nbsp', url: pageOf('no-nbsp') });
});
