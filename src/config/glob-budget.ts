import { exceedsMost, type GlobSize, globSize, mostGlobs } from './braces.ts';
import { ConfigError } from './problem.ts';
import type { Config } from './schema.ts';
import type { ConfigSource, KeyPath } from './source.ts';

/** A file of a configuration, and what it says; presets have no globs. */
interface Globbed {
  readonly config: Config;
  readonly source: ConfigSource | null;
}

/**
 * Refuses the globs of a configuration (its file and all that it extends) where they are too many, before any is
 * written out.
 *
 * @throws ConfigError at the list in which they become too many
 */
export function checkGlobs(layers: readonly Globbed[]): void {
  let alternatives = 0;
  let characters = 0;
  for (const { config, source } of layers) {
    for (const { at, globs } of source ? listsOf(config) : []) {
      for (const glob of globs) {
        const size = globSize(glob);
        alternatives += size.alternatives;
        characters += size.characters;
      }
      if (exceedsMost({ alternatives, characters })) throw refusal(source!, at, { alternatives, characters });
    }
  }
}

function listsOf({ ignores = [], series = [], overrides = [], patterns = [] }: Config) {
  const files = (key: string, entries: readonly { readonly files?: readonly string[] | undefined }[]) =>
    entries.map((entry, index) => ({ at: [key, index, 'files'] as KeyPath, globs: entry.files ?? [] }));
  return [
    { at: ['ignores'] as KeyPath, globs: ignores },
    ...files('series', series),
    ...files('overrides', overrides),
    ...files('patterns', patterns),
  ];
}

function refusal(source: ConfigSource, at: KeyPath, size: GlobSize): ConfigError {
  const [key, index, files] = at.map(String);
  const name = files === undefined ? key : `${key}[${index}].${files}`;
  const message = `Up to ${name} there are ${counted(size.alternatives)} globs with ${counted(size.characters)} characters, each list {a,b} written out; a configuration may have ${counted(mostGlobs.alternatives)} with ${counted(mostGlobs.characters)}.`;
  return new ConfigError([{ file: source.file, place: source.placeOf(at), message }]);
}

/** 1,000; from a billion on, that it is more. */
function counted(number: number): string {
  return number > 1_000_000_000 ? 'over 1,000,000,000' : number.toLocaleString('en-US');
}
