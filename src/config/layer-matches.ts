import { relative, sep } from 'node:path';
import { compileGlobs, type Matches } from './glob.ts';
import type { Layer } from './load.ts';

/** What in one layer holds for a post: indexes into its lists. */
export interface Match {
  readonly layer: Layer;
  readonly ignored: boolean;
  /** The first series that claims the post; -1 for none. */
  readonly series: number;
  readonly overrides: readonly number[];
  readonly patterns: readonly number[];
}

/** Compiles the globs of a layer. @returns says what in it holds for a post, by its absolute path */
export function layerMatcher(layer: Layer): (file: string) => Match {
  const { ignores = [], series = [], overrides = [], patterns = [] } = layer.config;
  const isIgnored = compileGlobs(ignores);
  const claims = series.map(({ files }) => compileGlobs(files));
  const overridden = overrides.map(({ files }) => compileGlobs(files));
  const searched = patterns.map(({ files = ['**'] }) => compileGlobs(files));
  return (file) => {
    const path = layer.source ? relative(layer.folder, file).replaceAll(sep, '/') : '';
    const matching = (matches: Matches) => matches(path);
    return {
      layer,
      ignored: isIgnored(path),
      series: claims.findIndex(matching),
      overrides: [...overridden.keys()].filter((index) => matching(overridden[index]!)),
      patterns: [...searched.keys()].filter((index) => matching(searched[index]!)),
    };
  };
}
