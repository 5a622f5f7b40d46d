import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { baseOf, repositoryOf } from '../config/folders.ts';
import { isNotice } from '../engine/notices.ts';
import { hostedPrefix, isKnownId, type Settings } from '../engine/settings.ts';
import {
  type Baseline,
  baselineGate,
  type Comparison,
  compareBaseline,
  type ExaminedPost,
  type NameOf,
} from '../gate/baseline.ts';
import type { Gate } from '../gate/gate.ts';
import { readBaseline, writeBaseline } from '../gate/written-baseline.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { RunError } from '../project/run-error.ts';
import { folderLeadingTo } from '../workspace/find.ts';
import { openRepository } from '../workspace/git.ts';
import { sparedFiles } from '../workspace/git-changes.ts';
import { writeOutput } from '../workspace/output.ts';
import { isReached } from '../workspace/reach.ts';
import { readBytes } from '../workspace/read.ts';
import { accountFor } from './account.ts';
import { notify } from './messages.ts';
import { fail, type Run } from './run.ts';
import { placeOf } from './surroundings.ts';

/** The baseline of a run. */
export interface OpenBaseline {
  /** As it was given. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly entries: Baseline;
  readonly gate: Gate;
  /** Whether it is to be written anew. */
  readonly update: boolean;
  readonly nameOf: NameOf;
  /** The folder that the names of its posts start in. */
  readonly base: string;
}

/**
 * Reads the baseline that the flags name. One that is to be written may be absent.
 *
 * @throws RunError
 */
export function openBaseline(name: string, update: boolean, cwd: string): OpenBaseline {
  const file = resolve(cwd, name);
  const base = repositoryOf(dirname(file)) ?? dirname(file);
  const nameOf = (path: string) => relative(base, path).replaceAll(sep, '/');
  const entries = update && !existsSync(file) ? new Map() : readEntries(file, name);
  if (entries.size > 0 && ![...entries.keys()].some((post) => existsSync(resolve(base, post)))) {
    const problem = `No post of the baseline "${name}" is in "${base}", so it seems to belong to another folder.`;
    if (update) throw new RunError(`${problem} Put it back into its repository, or delete it to begin anew.`);
    notify(problem);
  }
  return { name, file, entries, gate: baselineGate(entries, nameOf), update, nameOf, base };
}

function readEntries(file: string, name: string): Baseline {
  if (!existsSync(file))
    throw new RunError(
      `There is no baseline "${name}": add --update-baseline to write what is found now into it.`,
    );
  try {
    return readBaseline(readBytes(file).toString());
  } catch (error) {
    throw new RunError(`The baseline "${name}" cannot be used: ${(error as Error).message}.`);
  }
}

/**
 * Says which entries no longer occur, or writes the baseline anew and adds its gate.
 *
 * @param paths those of the command line
 */
export async function closeBaseline(
  run: Run,
  open: OpenBaseline,
  posts: readonly LintedPost[],
  paths: readonly string[],
): Promise<void> {
  const examined = posts.map(({ result, placed }) => ({ result, isOff: offTest(placed.resolved.settings) }));
  const linted = new Set(posts.map(({ result }) => open.nameOf(result.path)));
  const isThere = (name: string) => existsSync(resolve(open.base, name));
  const unlinted = [...open.entries.keys()].filter((name) => !linted.has(name));
  // git is asked only where a post is not on disk.
  const spared = unlinted.every(isThere) ? new Set<string>() : sparedIn(open.base);
  const missing = new Set<string>();
  for (const name of unlinted) {
    const isGone = isThere(name) ? await isHidden(resolve(open.base, name), paths, run) : !spared.has(name);
    if (isGone) missing.add(name);
  }
  const compared = compareBaseline(open.entries, examined, open.nameOf, (name) => !missing.has(name));
  if (!open.update) reportGone(compared);
  else if (writeEntries(run, open, compared)) run.gates.push(baselineGate(compared.next, open.nameOf));
}

/** Names of posts that are not on disk because their part of the repository is not checked out. */
function sparedIn(base: string): ReadonlySet<string> {
  try {
    return sparedFiles(openRepository(base));
  } catch {
    // No repository, or no git: what is not on disk is no more.
    return new Set();
  }
}

/** Tells which rules were off. A part of a run does not say which ones there are: what is not on may be off. */
function offTest(settings: Settings): ExaminedPost['isOff'] {
  const { rules, knownIds, remark, remarkLevels } = settings;
  const on = new Set(rules.map(({ rule }) => rule.id));
  return (id) => {
    if (on.has(id) || isNotice(id)) return false;
    // Which findings its plugins have, nobody knows before they are made.
    if (remark && id.startsWith(hostedPrefix)) return remarkLevels?.get(id) === 'off';
    return knownIds.size === 0 || isKnownId(settings, id);
  };
}

/** Whether the paths would lead to a post, did not ignore files or its configuration hide it. */
async function isHidden(file: string, paths: readonly string[], { cwd, session }: Run): Promise<boolean> {
  const bases = paths.flatMap((path) => folderLeadingTo(file, path, cwd) ?? []);
  if (bases.length === 0) return false;
  const reached = await Promise.all(bases.map((base) => isReached(file, base)));
  if (!reached.includes(true)) return true;
  return (await placeOf(file, session))?.resolved.ignored ?? false;
}

function writeEntries(run: Run, { file, name }: OpenBaseline, compared: Comparison): boolean {
  const { added, kept, next } = compared;
  try {
    writeOutput(file, writeBaseline(next), baseOf(run.cwd));
    accountFor(() => 'the baseline was written');
  } catch (error) {
    fail(run, `the baseline cannot be written to "${name}": ${(error as Error).message}`);
    return false;
  }
  notify(`baseline "${name}": ${entries(added)} added, ${goneIn(compared)} removed, ${kept} kept.`);
  return true;
}

const mostNamed = 5;

function reportGone(compared: Comparison): void {
  const { gone } = compared;
  if (gone.length === 0) return;
  const named = gone.slice(0, mostNamed).map(({ name, rule, count }) => `${rule} in ${name}${times(count)}`);
  const more = gone.length > mostNamed ? [`${gone.length - mostNamed} more`] : [];
  const verb = goneIn(compared) === 1 ? 'occurs' : 'occur';
  notify(
    `${entries(goneIn(compared))} of the baseline no longer ${verb}: ${[...named, ...more].join(', ')}. --update-baseline removes ${goneIn(compared) === 1 ? 'it' : 'them'}.`,
  );
}

function goneIn({ gone }: Comparison): number {
  return gone.reduce((sum, { count }) => sum + count, 0);
}

function times(count: number): string {
  return count === 1 ? '' : ` (${count})`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
