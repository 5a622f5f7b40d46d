import { realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { isInside } from '../config/folders.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { RunError } from '../project/run-error.ts';
import type { Change } from '../reporters/patch.ts';
import { decode } from '../workspace/decode.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { isLog, print } from './print.ts';
import { useColor, writeReport } from './report.ts';
import { lintEach, type PlacedFile, type ReadPost, type Run, repairs, settleAll } from './run.ts';

/** A post that `--fix` would write. */
export interface Repair extends Change {
  /** How many findings that repairs. */
  readonly applied: number;
}

/** The same run with `--fix`: what is repaired depends on the other posts, so all are linted as it would. */
export function withFix(run: Run): Run {
  return { ...run, options: { ...run.options, fix: true }, keepsBytes: true };
}

/** What `--fix` would write of the posts of a run. */
export async function repairsOf(run: Run, files: readonly PlacedFile[]): Promise<Repair[]> {
  // What cannot be read or linted was said before.
  const fixing = { ...withFix(run), say: () => {} };
  const read = await lintEach(fixing, files);
  const alone = read.map(({ linted }) => linted);
  return changesIn(read, await settleAll(fixing, alone));
}

/** The posts whose text differs from what was read. */
export function changesIn(read: readonly ReadPost[], after: readonly LintedPost[]): Repair[] {
  return changed(new Map(read.map(({ file, bytes }) => [file.path, bytes!])), after);
}

/**
 * The posts whose text differs, under their real paths: a patch does not follow links.
 *
 * @param before what they were read from, by path
 */
export function changed(before: ReadonlyMap<string, Uint8Array>, after: readonly LintedPost[]): Repair[] {
  return after.flatMap(({ result: { path }, fixed, applied }) => {
    if (fixed === null) return [];
    return { path: realPath(path), before: decode(before.get(path)!).text, after: fixed, applied };
  });
}

/** Prints a patch, and says on standard error how much it repairs. */
export async function printDiff(run: Run, changes: readonly Repair[], flags: Flags): Promise<void> {
  const base = baseOf(changes, run.cwd);
  if (changes.length > 0 || flags.outputFile !== undefined) {
    const { patch, ...forPeople } = await import('../reporters/patch.ts');
    const text = patch(changes, base);
    if (flags.outputFile !== undefined) {
      if (!writeReport(run.cwd, flags.outputFile, text, 'the patch')) run.failed = true;
    } else if (process.stdout.isTTY) {
      print(forPeople.shownPatch(text, useColor(flags)));
    } else if (isLog(process.env) && forPeople.actsInLog(text)) {
      throw new RunError(
        'The patch holds what the log of a CI run would act on, a command or a control character: write it to a file with --output-file.',
      );
    } else print(text);
  }
  const command = flags.unsafeFixes ? '--fix --unsafe-fixes' : '--fix';
  notify(`${command} would repair ${changes.length === 0 ? 'nothing' : repairs(changes)}.`);
  if (base !== run.cwd)
    notify(`the paths of the patch start at "${relative(run.cwd, base)}": apply it there.`);
}

/** The folder that the patch is applied in: the current one, or the nearest above it that holds all changes. */
function baseOf(changes: readonly Change[], cwd: string): string {
  let base = cwd;
  while (!changes.every(({ path }) => isInside(base, path))) base = dirname(base);
  return base;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // The text of standard input, which need not be called like a file that is there.
    return resolve(path.replace(/^<stdin>$/, 'stdin'));
  }
}
