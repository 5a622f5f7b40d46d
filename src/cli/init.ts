import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { configCandidates } from '../config/discover.ts';
import { isInside } from '../config/folders.ts';
import { again, configText, counted } from '../draft/config-text.ts';
import { reportLines, termLines } from '../draft/report.ts';
import { draftSeries } from '../draft/series-setting.ts';
import type { Takeover } from '../draft/takeover.ts';
import { loadParser } from '../project/parser.ts';
import { RunError } from '../project/run-error.ts';
import { groupSeries } from '../series/group.ts';
import { learnTerms } from '../series/learn-terms.ts';
import { createFile } from '../workspace/create.ts';
import { findPosts } from '../workspace/find.ts';
import { readBytes } from '../workspace/read.ts';
import { replaceFile } from '../workspace/write.ts';
import { type Archive, readArchive } from './archive.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { print } from './print.ts';
import { missingPackages, sayTaken, takeOver } from './takeover.ts';

const fileName = '.recaplintrc.json';

/** The options of `recaplint init`. */
export interface InitOptions {
  /** Prints the configuration and writes nothing. */
  readonly dryRun?: boolean;
  /** Replaces a configuration that is there. */
  readonly force?: boolean;
  /** The linter whose configuration is taken over. */
  readonly from?: string;
}

/**
 * Reads an archive and writes a configuration that fits it into the current folder, where whoever runs it expects it and
 * where its globs start. Standard error says what was learned.
 *
 * @returns exit code: 2 where nothing could be read
 * @throws RunError where there is a configuration already
 */
export async function initCommand(
  paths: readonly string[],
  flags: Flags,
  { dryRun = false, force = false, from }: InitOptions,
): Promise<number> {
  const cwd = process.cwd();
  if (!dryRun) refuseToReplace(cwd, force);
  const taken = from === undefined ? null : takeOver(from, cwd);
  const parse = await loadParser(flags.parser, notify);
  const { posts: found, problems } = await findPosts(paths.length === 0 ? ['.'] : paths, cwd);
  for (const problem of problems) notify(problem);
  if (problems.length > 0) return 2;
  const files = found.map(({ path }) => path);
  const outside = files.find((file) => !isInside(cwd, file));
  if (outside) throw new RunError(`"${relative(cwd, outside)}" lies outside this folder: run init above it.`);
  if (files.length === 0 && !taken) throw new RunError('There is no post to learn from.');
  const archive = await readArchive(files, cwd, parse);
  if (taken) await sayTaken(taken, files);
  const text = configFor(archive, cwd, taken);
  if (dryRun) print(text);
  else {
    write(cwd, text);
    notify(`wrote ${fileName}. ${nextStep(taken, cwd)}`);
  }
  return 0;
}

/** What there is to do once the configuration is written. */
function nextStep(taken: Takeover | null, cwd: string): string {
  const missing = taken ? missingPackages(taken, cwd) : [];
  return missing.length === 0
    ? '"recaplint" now checks the posts with it.'
    : `Before "recaplint" can check posts with it: npm install --save-dev ${missing.join(' ')}`;
}

function configFor({ posts: facts, languageOf }: Archive, cwd: string, taken: Takeover | null): string {
  const drafts = draftSeries(groupSeries(facts), facts, languageOf);
  const terms = learnTerms(facts);
  for (const draft of drafts)
    for (const line of reportLines(draft, languageOf(draft.posts[0]!.path))) notify(line);
  const inSeries = drafts.reduce((sum, draft) => sum + draft.posts.length, 0);
  const rest = facts.length - inSeries;
  if (facts.length === 0)
    notify(`no post to learn a series from. Run "${again(taken)}" when there are some.`);
  else if (drafts.length === 0)
    notify(`${counted(rest, 'post')}: too few of one kind to learn a series from.`);
  else if (rest > 0) notify(`${counted(rest, 'post')} in no series, or in one too short to learn from`);
  const spelled = termLines(terms);
  if (spelled.length > 0) notify(`terms: ${spelled.join('; ')}`);
  return configText(schemaAddress(cwd), drafts, terms, facts.length, taken);
}

function write(cwd: string, text: string): void {
  const file = join(cwd, fileName);
  try {
    if (existsSync(file)) replaceFile(file, readBytes(file), text, realpathSync(cwd));
    else createFile(file, text, cwd);
  } catch (error) {
    throw new RunError(`"${fileName}" was not written: ${(error as Error).message}.`);
  }
}

/** A file that would be lost, or that the written one would hide. */
function refuseToReplace(cwd: string, force: boolean): void {
  for (const file of configCandidates(cwd)) {
    const name = basename(file);
    if (name === 'package.json' && !configures(file)) continue;
    if (!force) throw new RunError(`There is a configuration already: ${name}. --force replaces it.`);
    if (name !== fileName) throw new RunError(`${name} would be hidden by ${fileName}: move it away first.`);
  }
}

function configures(packageFile: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(readBytes(packageFile).toString()), 'recaplint');
  } catch {
    return false;
  }
}

/** Where the schema of the installed package stands, as an editor finds it from the configuration; null: it is not there. */
function schemaAddress(cwd: string): string | null {
  const own = join('node_modules', 'recaplint', 'schema', 'recaplintrc.schema.json');
  for (let folder = cwd; dirname(folder) !== folder; folder = dirname(folder)) {
    if (!existsSync(join(folder, own))) continue;
    const path = relative(cwd, join(folder, own)).replaceAll(sep, '/');
    return path.startsWith('.') ? path : `./${path}`;
  }
  return null;
}
