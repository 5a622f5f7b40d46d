import { relative } from 'node:path';
import { isInside } from '../config/folders.ts';
import { newPost } from '../project/new-post.ts';
import { chooseSeries, openSeries } from '../project/new-series.ts';
import { loadParser } from '../project/parser.ts';
import { RunError } from '../project/run-error.ts';
import { openSession } from '../project/session.ts';
import { visibleLines } from '../reporters/visible.ts';
import { readPeriod } from '../series/issue.ts';
import { createFile } from '../workspace/create.ts';
import { accountFor } from './account.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { isLog, print } from './print.ts';

/** The options of `recaplint new`. */
export interface NewOptions {
  readonly series?: string;
  /** Prints the post and writes nothing. */
  readonly dryRun?: boolean;
}

/**
 * Writes the next post of a series, or prints it. The name of the new file goes to standard output.
 *
 * @throws RunError where nothing tells what it looks like, or where it is there
 */
export async function newCommand(
  text: string,
  flags: Flags,
  { series: name, dryRun = false }: NewOptions,
): Promise<number> {
  const cwd = process.cwd();
  const named = readPeriod(text);
  if (named === null)
    throw new RunError(`"${text}" is no period: write it as 2024-Q3, 2024-05, 2024-W23, 2024-H1 or 2024.`);
  const parse = await loadParser(flags.parser, notify);
  const all = await openSeries(cwd, openSession(flags, cwd, notify), parse);
  const series = chooseSeries(all, named, name);
  const post = newPost(series, named, parse);
  const shown = relative(cwd, post.path);
  if (!isInside(series.root, post.path)) throw new RunError(`"${shown}" lies outside ${series.root}.`);
  if (dryRun) {
    notify(`${shown} would be:`);
    print(isReadHere() ? visibleLines(post.text) : post.text);
    return 0;
  }
  try {
    createFile(post.path, post.text, series.root);
    accountFor(() => `"${shown}" was written`);
  } catch (error) {
    throw new RunError(`"${shown}" was not written: ${(error as Error).message}.`);
  }
  print(`${shown}\n`);
  return 0;
}

/** Whether what is printed is looked at as it comes, on a terminal or in the log of a CI run, which obeys what it prints. */
function isReadHere(): boolean {
  return process.stdout.isTTY === true || isLog(process.env);
}
