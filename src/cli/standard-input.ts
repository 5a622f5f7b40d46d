import { dirname, resolve } from 'node:path';
import type { Flags } from './flags.ts';
import { type LintedPost, lintBytes } from './lint-post.ts';
import { print } from './print.ts';
import { type Run, settleAll } from './run.ts';

/** With `--fix` the text goes to standard output, as an editor wants it, and the findings to standard error. */
export async function lintStandardInput(run: Run, flags: Flags): Promise<LintedPost[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const file = flags.stdinFilename === undefined ? null : resolve(run.cwd, flags.stdinFilename);
  const placed = await run.session.place(file ?? resolve(run.cwd, 'stdin'), file ? dirname(file) : run.cwd);
  const alone = lintBytes(file ?? '<stdin>', bytes, file ? placed : { ...placed, files: null }, run.options);
  const posts = file ? await settleAll(run, [alone]) : [alone];
  if (flags.fix) print(posts[0]?.fixed ?? bytes);
  return posts;
}
