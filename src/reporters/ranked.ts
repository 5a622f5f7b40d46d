import type { Point } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import { programPath } from './paths.ts';
import { createPlaces } from './places.ts';
import type { ReportContext } from './report.ts';

/** A finding and where it stands. */
export interface RankedFinding extends Finding {
  /** From the repository, with `/`; `<stdin>` for standard input. */
  readonly path: string;
  readonly from: Point;
  /** Exclusive. */
  readonly to: Point;
}

/** All findings of a run for places that show only the first: errors before warnings, then by path, then as they stand. */
export function rankedFindings(results: readonly FileResult[], { base }: ReportContext): RankedFinding[] {
  const places = createPlaces(results);
  const files = results.map((result) => ({ result, path: programPath(result.path, base) }));
  const inOrder = files.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  const all = inOrder.flatMap(({ result, path }) => {
    const lines = places.linesOf(result);
    return result.findings.map((finding) => {
      const { start, end } = finding.range;
      return { ...finding, path, from: lines.pointAt(start), to: lines.pointAt(end) };
    });
  });
  const errors = all.filter(({ severity }) => severity === 'error');
  return [...errors, ...all.filter(({ severity }) => severity === 'warn')];
}
