import { relative, sep } from 'node:path';
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import { visible } from './visible.ts';

/** A file that repairs change. */
export interface Change {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Lines around a change, as git has it. */
const context = 3;

// The library's time grows with the square of it: a tenth of a second at this one.
const mostEdits = 1_000;

/**
 * The changes as a unified diff that `git apply` and `patch -p1` take.
 *
 * @param base folder in which it is applied: the paths start there
 */
export function patch(changes: readonly Change[], base: string): string {
  return changes.map((change) => filePatch(change, base)).join('');
}

function filePatch({ path, before, after }: Change, base: string): string {
  const name = relative(base, path).replaceAll(sep, '/');
  const options = { context, maxEditLength: mostEdits };
  const hunks = structuredPatch('', '', before, after, '', '', options)?.hunks ?? [oneHunk(before, after)];
  const names = { oldFileName: `a/${name}`, newFileName: `b/${name}`, oldHeader: '', newHeader: '' };
  const [old, next, ...lines] = formatPatch({ ...names, hunks }, FILE_HEADERS_ONLY).split('\n');
  return [ended(old!), ended(next!), ...lines].join('\n');
}

/** A name with a space in it ends at a tab, or programs take what follows the space for a date. */
function ended(header: string): string {
  return header.includes(' ', 4) && !header.endsWith('"') ? `${header}\t` : header;
}

/** All that lies between the first and the last line that differ, as one change: what linear time gives. */
function oneHunk(before: string, after: string): StructuredPatchHunk {
  const old = linesOf(before);
  const next = linesOf(after);
  const shorter = Math.min(old.length, next.length);
  let head = 0;
  while (head < shorter && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  const from = Math.max(0, head - context);
  const rest = Math.max(0, tail - context);
  const lines = [
    ...marked(' ', old.slice(from, head)),
    ...marked('-', old.slice(head, old.length - tail)),
    ...marked('+', next.slice(head, next.length - tail)),
    ...marked(' ', old.slice(old.length - tail, old.length - rest)),
  ];
  const oldLines = old.length - rest - from;
  const newLines = next.length - rest - from;
  return { oldStart: from + 1, oldLines, newStart: from + 1, newLines, lines };
}

/** The lines of a text with the line feeds that end them. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
  );
}

/** A patch for a person at a terminal: what would move the cursor is written as an escape, so it cannot be applied. */
export function shownPatch(text: string, color: boolean): string {
  return text.replace(/[^\n]+/g, (line) => {
    const shown = visible(line.startsWith(' ') ? line.replace(/\r$/, '') : line);
    return color ? `${styleOf(line)}${shown}\x1B[0m` : shown;
  });
}

const styles: Readonly<Record<string, string>> = { '+': '\x1B[32m', '-': '\x1B[31m', '@': '\x1B[36m' };

function styleOf(line: string): string {
  return /^(?:---|\+\+\+) /.test(line) ? '\x1B[1m' : (styles[line[0]!] ?? '');
}

/**
 * Whether a text acts in the log of a CI run: a line is taken for a command (its reader ends lines at carriage returns,
 * too), or a control moves the cursor of whoever looks at it.
 */
export function actsInLog(text: string): boolean {
  return /(?:^|[\r\n])[^\S\r\n]*::[a-z]|##(?:\[|vso\[)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/i.test(
    text,
  );
}
