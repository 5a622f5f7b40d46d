/** Something wrong in a configuration file or flag. */
export interface ConfigProblem {
  /** Absolute path of the file, or the flag as it was written. */
  readonly file: string;
  /** Where it stands, both 1-based; null where the file has no places (code, flags, unreadable files). */
  readonly place: { readonly line: number; readonly column: number } | null;
  /** One sentence: the key, the bad value and the nearest valid one. */
  readonly message: string;
  /** Absolute path of another file that may have to be mended, or that is missing. */
  readonly about?: string;
}

// Nobody mends more at once, and a stranger's file may have one in each of its lines.
const mostProblems = 20;
const longestMessage = 1_000;
const longestQuoted = 80;
// What a key or a value may hold that would move the cursor or turn a line around; messages may have several lines.
const control = /(?!\n)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** The configuration cannot be used; `problems` holds what is wrong with it, up to 20 problems and how many more there are. */
export class ConfigError extends Error {
  /** What is wrong, in the order of the file. */
  readonly problems: readonly ConfigProblem[];

  constructor(found: readonly ConfigProblem[]) {
    const problems = readable(found);
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** A text of a configuration as a message may quote it. */
export function shortened(text: string): string {
  return text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text;
}

/** A control character as JavaScript writes it. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function readable(found: readonly ConfigProblem[]): readonly ConfigProblem[] {
  const shown = found.slice(0, mostProblems).map((problem) => {
    const message = problem.message.replace(control, escaped);
    return message.length > longestMessage
      ? { ...problem, message: `${message.slice(0, longestMessage)}…` }
      : { ...problem, message };
  });
  const more = found.length - shown.length;
  if (more === 0) return shown;
  const message = `There ${more === 1 ? 'is 1 more problem' : `are ${more} more problems`} in this configuration.`;
  return [...shown, { file: shown.at(-1)!.file, place: null, message }];
}

/** `file:line:column: message`, as editors and terminals link it. */
function formatProblem({ file, place, message }: ConfigProblem): string {
  return place ? `${file}:${place.line}:${place.column}: ${message}` : `${file}: ${message}`;
}
