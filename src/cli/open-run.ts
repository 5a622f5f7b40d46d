import { resolve } from 'node:path';
import { type Gate, passing } from '../gate/gate.ts';
import { loadParser } from '../project/parser.ts';
import { RunError } from '../project/run-error.ts';
import { openSession } from '../project/session.ts';
import type { PostFacts } from '../series/facts.ts';
import { readFactsFile } from '../workspace/facts-file.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import type { Run } from './run.ts';
import { diskState } from './state.ts';

/**
 * Begins a run.
 *
 * @param say is told what goes wrong with single posts, and what is left out
 * @throws ConfigError, RunError where an option cannot be used
 */
export async function openRun(
  flags: Flags,
  cwd: string,
  say: (message: string) => void = notify,
): Promise<Run> {
  const parse = await loadParser(flags.parser, say);
  const gates: Gate[] = [];
  return {
    cwd,
    session: openSession(flags, cwd, say),
    options: {
      parse,
      fix: flags.fix ?? false,
      unsafe: flags.unsafeFixes ?? false,
      counts: (post) => passing(post, gates),
    },
    facts: flags.facts === undefined ? null : readFacts(resolve(cwd, flags.facts), flags.facts),
    state: diskState,
    gates,
    keepsBytes: (flags.fix || flags.diff) ?? false,
    keepsAsked: flags.cache ?? false,
    say,
    hidden: 0,
    failed: false,
  };
}

function readFacts(file: string, name: string): readonly PostFacts[] {
  try {
    return readFactsFile(file);
  } catch (error) {
    throw new RunError(`--facts "${name}" cannot be used: ${(error as Error).message}.`);
  }
}
