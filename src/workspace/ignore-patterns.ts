import { compilePattern, type Matches } from '../config/glob.ts';
import { globClassAt } from '../config/glob-class.ts';

/** One line of an ignore file. */
interface IgnorePattern {
  /** Whether it starts with `!` and takes back what earlier lines hide. */
  readonly shows: boolean;
  readonly foldersOnly: boolean;
  /** Whether it is compared with the whole path and not with the last name of it. */
  readonly anchored: boolean;
  readonly matches: Matches;
}

/** What the lines of an ignore file say of a path relative to its folder: hidden, shown, or nothing. */
export type Hides = (path: string, isFolder: boolean) => boolean | null;

/**
 * Compiles the lines of an ignore file (https://git-scm.com/docs/gitignore). They may be a stranger's: regular
 * expressions made of them would take exponential time for a line with many `**`; these steps take time
 * proportional to pattern × path.
 */
export function compileIgnoreLines(lines: readonly string[]): Hides {
  // The last line that matches counts.
  const patterns = lines.flatMap((line) => patternOf(line) ?? []).reverse();
  const folders = new Map<string, boolean | null>();
  const own = (path: string, isFolder: boolean): boolean | null => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const found = patterns.find(
      ({ anchored, foldersOnly, matches }) => (isFolder || !foldersOnly) && matches(anchored ? path : name),
    );
    return found ? !found.shows : null;
  };
  const ofFolder = (path: string): boolean | null => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const said = hides(path, true);
    folders.set(path, said);
    return said;
  };
  // What lies in a hidden folder is hidden, whatever is said of it.
  const hides: Hides = (path, isFolder) => {
    const slash = path.lastIndexOf('/');
    return (slash > 0 && ofFolder(path.slice(0, slash))) || own(path, isFolder);
  };
  return hides;
}

function patternOf(line: string): IgnorePattern | null {
  const text = withoutTrailingSpaces(line);
  const shows = text.startsWith('!');
  const written = shows ? text.slice(1) : text;
  const foldersOnly = written.endsWith('/');
  // More than two stars are two.
  const pattern = (foldersOnly ? written.slice(0, -1) : written).replace(/\*{3,}/g, '**');
  if (pattern === '' || text.startsWith('#') || !isComplete(pattern)) return null;
  const anchored = pattern.includes('/');
  const matches = matcherOf(pattern.startsWith('/') ? pattern.slice(1) : pattern);
  return { shows, foldersOnly, anchored, matches };
}

/** Most lines are a name, or the ending of one: they are not worth an automaton. */
function matcherOf(pattern: string): Matches {
  if (!/[*?[\\]/.test(pattern)) return (path) => path === pattern;
  const ending = pattern.slice(1);
  const isEnding = pattern.startsWith('*') && !/[*?[\\/]/.test(ending);
  return isEnding ? (path) => path.endsWith(ending) && !path.includes('/') : compilePattern(pattern);
}

/** Spaces at the end count only behind a `\`. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === '\\') start--;
  return (at - start) % 2 === 1;
}

/** Whether each `[` closes and each `\` has a character behind it; git matches nothing with others. */
function isComplete(pattern: string): boolean {
  for (let at = 0; at < pattern.length; ) {
    if (pattern[at] === '\\') {
      if (at + 1 === pattern.length) return false;
      at += 2;
    } else if (pattern[at] === '[') {
      const members = globClassAt(pattern, at);
      if (!members) return false;
      at = members.end;
    } else at++;
  }
  return true;
}
