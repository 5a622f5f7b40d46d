import { resolve } from 'node:path';
import { indexLines, type LineIndex } from '../document/source.ts';
import type { FileResult } from '../engine/finding.ts';
import type { Related } from '../engine/rule.ts';

/** Finds the lines of the files of one run. */
export interface Places {
  /** The file that a related place is in, or null where it was not part of the run. */
  fileOf(related: Related, result: FileResult): FileResult | null;
  linesOf(result: FileResult): LineIndex;
}

export function createPlaces(results: readonly FileResult[]): Places {
  const byPath = new Map(results.map((result) => [result.path, result]));
  const indexes = new Map<string, LineIndex>();
  return {
    fileOf: ({ path }, result) =>
      path === undefined ? result : (byPath.get(resolve(result.root, path)) ?? null),
    linesOf({ path, text }) {
      const known = indexes.get(path) ?? indexLines(text);
      indexes.set(path, known);
      return known;
    },
  };
}
