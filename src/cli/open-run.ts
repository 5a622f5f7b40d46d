import { resolve } from 'node:path';
import type { Parse } from '../document/document.ts';
import { type Gate, passing } from '../gate/gate.ts';
import { loadParser } from '../project/parser.ts';
import { RunError } from '../project/run-error.ts';
import { openSession, type Session } from '../project/session.ts';
import type { PostFacts } from '../series/facts.ts';
import { readFactsFile } from '../workspace/facts-file.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import type { Run } from './run.ts';
import { diskState } from './state.ts';
import type { Timing } from './timing.ts';

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
  const timing = flags.timing ? (await import('./timing.ts')).createTiming(() => performance.now()) : null;
  timing?.phase('loading the parser');
  const parse = await loadParser(flags.parser, say);
  timing?.phase('configuration');
  const measured = await measuredBy(timing, { parse, session: openSession(flags, cwd, say) });
  const gates: Gate[] = [];
  return {
    cwd,
    session: measured.session,
    timing,
    options: {
      parse: measured.parse,
      watch: timing?.watch,
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

interface Measured {
  readonly parse: Parse;
  readonly session: Session;
}

/** What posts are linted by, so that its cost is measured where somebody asks for that. */
async function measuredBy(timing: Timing | null, given: Measured): Promise<Measured> {
  if (!timing) return given;
  const { timedParse, timedSession } = await import('../project/timed.ts');
  return {
    parse: timedParse(given.parse, timing.watch),
    session: timedSession(given.session, timing.watch),
  };
}

function readFacts(file: string, name: string): readonly PostFacts[] {
  try {
    return readFactsFile(file);
  } catch (error) {
    throw new RunError(`--facts "${name}" cannot be used: ${(error as Error).message}.`);
  }
}
