/** Something wrong in a configuration file or flag. */
export interface ConfigProblem {
  /** Absolute path of the file, or the flag as it was written. */
  readonly file: string;
  /** Where it stands, both 1-based; null where the file has no places (code, flags, unreadable files). */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** One sentence: the key, the bad value and the nearest valid one. */
  readonly message: string;
}

/** The configuration cannot be used; `problems` holds everything that is wrong with it. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** `file:line:column: message`, as editors and terminals link it. */
function formatProblem({ file, place, message }: ConfigProblem): string {
  return place ? `${file}:${place.line}:${place.column}: ${message}` : `${file}: ${message}`;
}
