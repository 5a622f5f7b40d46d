import type { LineIndex } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import { programPath } from './paths.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/**
 * Prints a JUnit report: a suite for each file and a test for each finding. An error is a failed test, a warning one that
 * passed and says something, so that a run that passes has no failed tests. A clean file is one test that passed.
 */
export const junit: Reporter = (results, context) => {
  const places = createPlaces(results);
  const suites = results.map((result) => suite(result, places, context));
  const totals = countsOf(results);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${xmlAttributes({ name: 'recaplint', ...totals })}>\n`,
    ...suites,
    '</testsuites>\n',
  ].join('');
};

function suite(result: FileResult, places: Places, { base }: ReportContext): string {
  const path = programPath(result.path, base);
  const lines = places.linesOf(result);
  const names = uniqueNames(result.findings, lines);
  const cases = result.findings.map((finding, index) =>
    testCase(names[index]!, path, outcome(finding, placeOf(finding, path, lines))),
  );
  if (cases.length === 0) cases.push(testCase('recaplint', path, ''));
  const attributes = xmlAttributes({ name: path, ...countsOf([result]), file: path });
  return `  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
}

/** Tests and failures; a broken post is a failure as well: nothing here is an error of the test itself. */
function countsOf(results: readonly FileResult[]) {
  const findings = results.flatMap((result) => result.findings);
  const clean = results.filter((result) => result.findings.length === 0).length;
  return {
    tests: findings.length + clean,
    failures: findings.filter(({ severity }) => severity === 'error').length,
    errors: 0,
  };
}

/** How long a test took is no fact about a post, and would make two runs differ. */
function testCase(name: string, path: string, content: string): string {
  const attributes = xmlAttributes({ name, classname: path, time: 0 });
  return `    <testcase${attributes}${content === '' ? '/>' : `>${content}</testcase>`}\n`;
}

function outcome({ ruleId, severity, message }: Finding, place: string): string {
  const text = xmlText(`${place}\n${message}`);
  if (severity === 'warn') return `<system-out>warning at ${text}</system-out>`;
  return `<failure${xmlAttributes({ type: ruleId, message })}>${text}</failure>`;
}

function placeOf({ range }: Finding, path: string, lines: LineIndex): string {
  const { line, column } = lines.pointAt(range.start);
  return `${path}:${line}:${column}`;
}

/** GitLab takes tests for one that have both class and name in common (gitlab-org/gitlab#237920). */
function uniqueNames(findings: readonly Finding[], lines: LineIndex): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, range }) => {
    const { line, column } = lines.pointAt(range.start);
    const name = `${ruleId} at ${line}:${column}`;
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    return ordinal === 1 ? name : `${name} (${ordinal})`;
  });
}
