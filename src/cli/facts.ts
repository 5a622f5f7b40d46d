import { relative } from 'node:path';
import { readKnown } from '../project/known.ts';
import { paced } from '../project/paced.ts';
import { loadParser } from '../project/parser.ts';
import { openSession } from '../project/session.ts';
import { safeJson } from '../reporters/json-text.ts';
import { writeFacts } from '../series/written-facts.ts';
import { findPosts } from '../workspace/find.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { print, printPieces } from './print.ts';

/**
 * Prints what posts contribute to their series, as one JSON object a line, for `--facts`.
 *
 * @returns exit code: 2 where a post could not be read, or none was found
 * @throws ConfigError
 */
export async function factsCommand(paths: readonly string[], flags: Flags): Promise<number> {
  const cwd = process.cwd();
  const session = openSession(flags, cwd, notify);
  const parse = await loadParser(flags.parser, notify);
  const { posts, problems } = await findPosts(paths.length === 0 ? ['.'] : paths, cwd);
  for (const problem of problems) notify(problem);
  let failed = problems.length > 0 || posts.length === 0;
  if (posts.length === 0 && problems.length === 0) notify('No facts: no post was found.');
  printPieces();
  for await (const { path, named, base } of paced(posts, 'reading')) {
    try {
      const known = await readKnown(path, base, session, parse);
      if (known && (named || !known.placed.resolved.ignored)) print(`${safeJson(writeFacts(known.facts))}\n`);
    } catch (error) {
      if (error instanceof Error && error.name === 'ConfigError') throw error;
      notify(`"${relative(cwd, path)}" cannot be read: ${(error as Error).message}`);
      failed = true;
    }
  }
  return failed ? 2 : 0;
}
