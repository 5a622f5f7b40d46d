/** Globs of what a list leaves out, and what of it they cannot say. */
export interface IgnoreGlobs {
  readonly globs: readonly string[];
  readonly left: readonly string[];
}

/** A configuration may have 1,000 globs; so many of them are an ignore file. */
const mostGlobs = 200;

/**
 * Makes globs of an ignore file, whose lines are those of a `.gitignore`.
 *
 * @returns null where globs cannot say it: lines with `!` take something back, and very many lines are better kept
 */
export function globsOfIgnoreFile(text: string): readonly string[] | null {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#') && !isNeverRead(line));
  if (patterns.length > mostGlobs || patterns.some((line) => line.startsWith('!'))) return null;
  return [...new Set(patterns.flatMap(globsOfLine))];
}

/** A name without a slash is one in any folder; what is ignored may be a folder, and then all of it is. */
function globsOfLine(line: string): string[] {
  const name = line.replace(/(?<!\/)\/+$/, '').replace(/[{}]/g, '\\$&');
  const isAnchored = name.includes('/');
  const glob = isAnchored ? name.replace(/^\/+/, '') : `**/${name}`;
  const inside = glob.endsWith('/**') ? glob : `${glob}/**`;
  if (line.endsWith('/')) return [inside];
  return endsLikePost(glob) || inside === glob ? [glob] : [glob, inside];
}

/**
 * Makes globs of the `ignores` of markdownlint-cli2: the same globs, but that a folder stands for what is in it.
 *
 * @param ignores globs as they are written there
 */
export function globsOfIgnores(ignores: readonly string[]): IgnoreGlobs {
  const globs: string[] = [];
  const left: string[] = [];
  for (const ignore of ignores) {
    const glob = ignore.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '');
    if (isNeverRead(glob)) continue;
    // Paths elsewhere, negations, and lists of alternatives in round brackets.
    if (/^[!#:~/]|^\.\.|[?*+@!]\(/.test(glob) || glob === '') left.push(ignore);
    else globs.push(...(endsLikePost(glob) || glob.endsWith('*') ? [glob] : [glob, `${glob}/**`]));
  }
  return { globs: [...new Set(globs)], left };
}

/** Folders that recaplint does not enter. */
function isNeverRead(pattern: string): boolean {
  return /^(?:\*\*\/|\/)?(?:node_modules|\.[^/.*]+)(?:\/(?:\*\*)?)?$/.test(pattern);
}

function endsLikePost(glob: string): boolean {
  return /\.(?:md|markdown|mdx|rmd|qmd)$/i.test(glob);
}

/** What is said of an ignore file that globs cannot replace. */
export function ignoreFileHint(name: string): string {
  return `${name} takes something back with "!", or is long: copy it to .recaplintignore, which is read in the same way`;
}
