import type { FileResult } from '../engine/finding.ts';
import { programPath } from './paths.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';
import { xmlAttributes } from './xml.ts';

/** Prints the XML report of Checkstyle: every file of the run, and an `error` element for each finding. */
export const checkstyle: Reporter = (results, context) => {
  const places = createPlaces(results);
  const files = results.map((result) => fileElement(result, places, context));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<checkstyle${xmlAttributes({ version: context.version })}>\n`,
    ...files,
    '</checkstyle>\n',
  ].join('');
};

function fileElement(result: FileResult, places: Places, { base }: ReportContext): string {
  const lines = places.linesOf(result);
  const errors = result.findings.map(({ ruleId, severity, message, range }) => {
    const { line, column } = lines.pointAt(range.start);
    // Jenkins takes what stands before the last dot of a source for its category.
    const source = `recaplint.${ruleId}`;
    const level = severity === 'error' ? 'error' : 'warning';
    return `    <error${xmlAttributes({ line, column, severity: level, message, source })}/>\n`;
  });
  const name = programPath(result.path, base);
  return `  <file${xmlAttributes({ name })}>\n${errors.join('')}  </file>\n`;
}
