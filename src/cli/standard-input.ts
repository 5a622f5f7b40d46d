import { dirname, resolve } from 'node:path';
import { largestFile, tooLarge } from '../config/regular-file.ts';
import { type LintedPost, lintBytes } from '../project/lint-post.ts';
import { RunError } from '../project/run-error.ts';
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

/** @throws RunError where there is more than is read of a file: what never ends would fill the memory */
async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestFile) throw new RunError(`Standard input cannot be linted: ${tooLarge().message}.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function lintUnder(name: string | undefined, bytes: Buffer, run: Run): Promise<LintedPost[]> {
  const file = name === undefined ? null : resolve(run.cwd, name);
  const placed = await run.session.place(file ?? resolve(run.cwd, 'stdin'), file ? dirname(file) : run.cwd);
  const alone = lintBytes(file ?? '<stdin>', bytes, file ? placed : { ...placed, files: null }, run.options);
  return file ? settleAll(run, [alone]) : [alone];
}
