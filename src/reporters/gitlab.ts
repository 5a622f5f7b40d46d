import type { LineIndex, Range } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import { fingerprintsIn } from '../gate/fingerprint.ts';
import { jsonText } from './json-text.ts';
import { programPath } from './paths.ts';
import { createPlaces } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

/**
 * Prints the Code Quality report of GitLab, as https://docs.gitlab.com/ci/testing/code_quality/ describes it. Code
 * Climate knows more fields; GitLab reads no others.
 */
export const gitlab: Reporter = (results, context) => {
  const places = createPlaces(results);
  const issues = results.flatMap((result) => issuesOf(result, places.linesOf(result), context));
  return `${jsonText(issues, 2)}\n`;
};

function issuesOf(result: FileResult, lines: LineIndex, { base }: ReportContext) {
  const shown = programPath(result.path, base);
  // GitLab keeps one issue of those that share a fingerprint. Posts of two roots may have one path in both; from the
  // repository no two have.
  const fingerprints = fingerprintsIn(result, shown);
  return result.findings.map(({ ruleId, severity, message, range }, index) => ({
    description: message,
    check_name: ruleId,
    fingerprint: fingerprints[index],
    severity: severity === 'error' ? 'major' : 'minor',
    location: { path: shown, lines: linesFrom(range, lines) },
  }));
}

/** The first and the last line that a range covers. */
function linesFrom({ start, end }: Range, lines: LineIndex) {
  return { begin: lines.pointAt(start).line, end: lines.pointAt(Math.max(start, end - 1)).line };
}
