import { fstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { largestFile, tooLarge } from '../config/regular-file.ts';
import { type LintedPost, lintBytes } from '../project/lint-post.ts';
import { RunError } from '../project/run-error.ts';
import { readingReasonOf } from '../workspace/refusals.ts';
import { changed, printDiff, withFix } from './diff.ts';
import type { Flags } from './flags.ts';
import { print } from './print.ts';
import { type Run, settleAll } from './run.ts';

/**
 * With `--fix` the text goes to standard output, as an editor wants it, and the findings to standard error. With `--diff`
 * standard output is the patch.
 */
export async function lintStandardInput(run: Run, flags: Flags): Promise<LintedPost[]> {
  const bytes = await readStandardInput();
  const posts = await lintUnder(flags.stdinFilename, bytes, run);
  if (flags.fix) print(posts[0]?.fixed ?? bytes);
  if (flags.diff) {
    const repaired = await lintUnder(flags.stdinFilename, bytes, withFix(run));
    await printDiff(run, changed(new Map(posts.map(({ result }) => [result.path, bytes])), repaired), flags);
  }
  return posts;
}

/** @throws RunError where it cannot be read, or there is more than is read of a file: what never ends would fill the memory */
async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Node reads a folder as if it were empty.
    if (fstatSync(0).isDirectory()) throw unfit('it is a folder');
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > largestFile) throw unfit(tooLarge().message);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof RunError ? error : unfit(reasonOf(error));
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  const isClosed = (error as NodeJS.ErrnoException).code === 'EBADF';
  return isClosed ? 'it is not open for reading' : readingReasonOf(error);
}

function unfit(reason: string): RunError {
  return new RunError(`Standard input cannot be linted: ${reason}.`);
}

async function lintUnder(name: string | undefined, bytes: Buffer, run: Run): Promise<LintedPost[]> {
  const file = name === undefined ? null : resolve(run.cwd, name);
  const placed = await run.session.place(file ?? resolve(run.cwd, 'stdin'), file ? dirname(file) : run.cwd);
  const known = file ? placed : { ...placed, files: null };
  const alone = await lintBytes(file ?? '<stdin>', bytes, known, run.options);
  return file ? settleAll(run, [alone]) : [alone];
}
