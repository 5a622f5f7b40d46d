import { relative, resolve, sep } from 'node:path';
import { baseOf } from '../config/folders.ts';
import { readOwnPackage } from '../config/pages.ts';
import type { Settings } from '../engine/settings.ts';
import { type ShardPlace, type ShardSettings, sealed, writeShard } from '../gate/shard-file.ts';
import { pathsBeside, readAllKnown } from '../project/beside.ts';
import { recordOf } from '../project/lint-post.ts';
import type { PlacedPost } from '../project/session.ts';
import { safeJson } from '../reporters/json-text.ts';
import { findPosts } from '../workspace/find.ts';
import { writeOutput } from '../workspace/output.ts';
import { accountFor } from './account.ts';
import type { Flags } from './flags.ts';
import { lintAll } from './lint-all.ts';
import { explainNothing } from './nothing.ts';
import { openRun } from './open-run.ts';
import { print } from './print.ts';
import { decisiveArguments } from './repeat.ts';
import { fail, type PlacedFile, placeAll, type Run } from './run.ts';
import type { ShardNumber } from './shard-number.ts';

/**
 * Lints a part of the posts by themselves and writes what `recaplint merge` makes a whole run of. What depends on other
 * posts is not decided here, so that findings do not count.
 *
 * @param argv the whole command line
 * @returns exit code: 0, or 2 where something could not be read, written or configured
 */
export async function shardCommand(
  paths: readonly string[],
  flags: Flags & { readonly shard: ShardNumber },
  argv: readonly string[],
): Promise<number> {
  const run = await openRun(flags, process.cwd());
  const { posts: files, problems, hidden } = await findPosts(paths, run.cwd);
  run.hidden = hidden;
  for (const problem of problems) fail(run, problem);
  const all = await placeAll(run, files);
  if (!run.failed) explainNothing(run, all, paths);
  const text = sealed(safeJson(await shardOf(run, all, flags, argv)));
  if (flags.outputFile === undefined) print(text);
  else writeShardFile(run, flags.outputFile, text);
  return run.failed ? 2 : 0;
}

async function shardOf(
  run: Run,
  all: readonly PlacedFile[],
  flags: Flags & { readonly shard: ShardNumber },
  argv: readonly string[],
): Promise<string> {
  const { shard, of } = flags.shard;
  const isOwn = (_: unknown, index: number) => index % of === shard - 1;
  const posts = await lintAll(run, all.filter(isOwn), flags);
  const linted = new Set(all.map(({ file }) => file.path));
  const around = await pathsBeside(all.map(({ placed }) => placed));
  const beside = around.filter((path) => !linted.has(path)).filter(isOwn);
  const base = baseOf(run.cwd);
  const settings = settingsWriter();
  const command = decisiveArguments(argv);
  const { version: recaplint } = readOwnPackage();
  return writeShard({
    posts: posts.map(({ file, placed, linted: post }) => ({
      ...placeOf(file.path, placed, base),
      settings: settings(placed.resolved.settings),
      record: recordOf(post),
    })),
    beside: (await readAllKnown(beside, run.session, run.options.parse)).map(({ placed, facts }) => ({
      ...placeOf(resolve(placed.root, placed.path), placed, base),
      facts,
    })),
    header: { recaplint, shard, of, command, posts: all.length, failed: run.failed },
  });
}

function placeOf(path: string, { root, config }: PlacedPost, base: string): ShardPlace {
  const fromBase = (file: string) => relative(base, file).replaceAll(sep, '/');
  return { path: fromBase(path), root: fromBase(root), config: config.file && fromBase(config.file) };
}

/** Posts for which the same settings hold share what is written of them. */
function settingsWriter(): (settings: Settings) => ShardSettings {
  const known = new Map<Settings, ShardSettings>();
  return (settings) => {
    const { schema: _, ...post } = settings.post;
    const rules = settings.rules.map(({ rule, severity, options }) => ({ id: rule.id, severity, options }));
    const written = known.get(settings) ?? { rules, post };
    known.set(settings, written);
    return written;
  };
}

function writeShardFile(run: Run, file: string, text: string): void {
  try {
    writeOutput(resolve(run.cwd, file), text, baseOf(run.cwd));
    accountFor(() => `"${file}" was written`);
  } catch (error) {
    fail(run, `"${file}" cannot be written: ${(error as Error).message}`);
  }
}
