import { join, relative, resolve, sep } from 'node:path';
import * as z from 'zod/mini';
import { baseOf } from '../config/folders.ts';
import { readOwnPackage } from '../config/pages.ts';
import type { Rule } from '../engine/rule.ts';
import { type ActiveRule, noPostSettings, type Settings } from '../engine/settings.ts';
import { readShard, type Shard, type ShardPlace, type ShardSettings } from '../gate/shard-file.ts';
import type { KnownPost } from '../project/known.ts';
import { type LintedPost, restored } from '../project/lint-post.ts';
import { RunError } from '../project/run-error.ts';
import { withSeries } from '../project/series.ts';
import type { PlacedPost } from '../project/session.ts';
import { rules } from '../rules/index.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import type { Flags } from './flags.ts';
import { foreignRules, type RulesThere } from './foreign-rules.ts';
import { baselineOf, judge } from './judge.ts';
import { openRun } from './open-run.ts';
import { fail } from './run.ts';

/**
 * Makes one run of its parts, which `--shard` has written, and prints what it found.
 *
 * @returns exit code, as that of a run over all posts
 * @throws RunError where the files are not the parts of one run
 */
export async function mergeCommand(files: readonly string[], flags: Flags): Promise<number> {
  const run = await openRun(flags, process.cwd());
  const shards = files.map((file) => readShardFile(run.cwd, file));
  checkParts(shards, files);
  for (const { header } of shards) {
    if (header.failed)
      fail(
        run,
        `Part ${header.shard} of ${header.of} could not check all of its posts: its own messages say why.`,
      );
  }
  const base = baseOf(run.cwd);
  const there = await foreignRules(shards, base, { code: flags.code, say: run.say });
  const posts = shards.flatMap((shard) => postsOf(shard, base, there)).sort(byPath);
  const beside = run.facts ? [] : shards.flatMap((shard) => companionsOf(shard, base)).sort(byPlace);
  const settled = await withSeries(posts, { beside, elsewhere: run.facts ?? [] }, run.options);
  const baseline = await baselineOf(run, flags, []);
  const argv = [...judgingArguments(flags), ...shards[0]!.header.command];
  // No post was placed here, so that the session has read no configuration.
  const session = { ...run.session, rules: () => there.all };
  return judge({ ...run, session }, settled, { flags, argv, baseline });
}

/** What is given to a merge and decides what is found all the same. */
function judgingArguments({ baseline, facts }: Flags): string[] {
  return [
    ...(baseline === undefined ? [] : ['--baseline', baseline]),
    ...(facts === undefined ? [] : ['--facts', facts]),
  ];
}

function readShardFile(cwd: string, file: string): Shard {
  try {
    const { text, problem } = decode(readBytes(resolve(cwd, file)));
    if (problem) throw new Error(problem.message);
    return readShard(text, readOwnPackage().version);
  } catch (error) {
    throw new RunError(`"${file}" cannot be merged: ${(error as Error).message}.`);
  }
}

/** @throws RunError unless there is each part of one run once */
function checkParts(shards: readonly Shard[], files: readonly string[]): void {
  const { of, command, posts } = shards[0]!.header;
  const seen = new Map<number, string>();
  for (const [index, { header }] of shards.entries()) {
    const file = files[index]!;
    if (header.of !== of || header.posts !== posts || header.command.join('\0') !== command.join('\0'))
      throw new RunError(`"${file}" and "${files[0]}" are parts of different runs.`);
    const twin = seen.get(header.shard);
    if (twin !== undefined)
      throw new RunError(`"${twin}" and "${file}" are both part ${header.shard} of ${of}.`);
    seen.set(header.shard, file);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((part) => !seen.has(part));
  if (missing.length > 0)
    throw new RunError(`Of the ${of} parts of the run these are missing: ${missing.join(', ')}.`);
}

function postsOf({ posts }: Shard, base: string, there: RulesThere): LintedPost[] {
  return posts.map(({ settings, record, ...place }) => {
    const known = settingsOf(settings, there.of(place.config));
    return restored(resolve(base, place.path), placedPost(place, base, known), record);
  });
}

function companionsOf({ beside }: Shard, base: string): KnownPost[] {
  return beside.map(({ facts, ...place }) => ({ placed: placedPost(place, base, noSettings), facts }));
}

/** What linting with the series asks of a place; what only linting a post by itself asks is not known any more. */
function placedPost({ path, root, config }: ShardPlace, base: string, settings: Settings): PlacedPost {
  const top = resolve(base, root);
  return {
    root: top,
    path: relative(top, resolve(base, path)).replaceAll(sep, '/'),
    files: null,
    config: {
      file: config === null ? null : resolve(base, config),
      layers: [],
      rules,
      code: [],
      skipped: false,
    },
    resolved: {
      settings,
      ignored: false,
      rules: [],
      series: null,
      terms: [],
      schema: null,
      requireReasons: null,
      site: null,
    },
  };
}

const noSettings: Settings = {
  rules: [],
  post: noPostSettings,
  knownIds: new Set(),
  inlineConfig: true,
  requireReasons: false,
};

const settingsKnown = new WeakMap<ShardSettings, Settings>();

/** The settings with rules that can be asked again. Comments in the posts were read when they were linted. */
function settingsOf(written: ShardSettings, rulesThere: readonly Rule[]): Settings {
  const known = settingsKnown.get(written) ?? {
    ...noSettings,
    rules: written.rules.map((one) => ruleOn(one, rulesThere)),
    post: { ...written.post, schema: null },
  };
  settingsKnown.set(written, known);
  return known;
}

/** @throws RunError where a part gives a rule options that it does not take */
function ruleOn(
  { id, severity, options }: ShardSettings['rules'][number],
  known: readonly Rule[],
): ActiveRule {
  // A pattern has spoken when its posts were linted, and so has a rule of a plugin that is left out here.
  const rule = known.find((candidate) => candidate.id === id) ?? { ...spokenRule, id };
  if (rule.options && !z.safeParse(rule.options, options).success)
    throw new RunError(`A part gives the rule "${id}" options that it does not take: make the parts anew.`);
  return { rule, severity, options };
}

const spokenRule: Rule = {
  id: '',
  summary: '',
  category: 'prose',
  recommended: 'off',
  messages: {},
  // What it found by itself stays.
  concerns: () => false,
  *check() {},
};

function byPath(a: LintedPost, b: LintedPost): number {
  return a.result.path < b.result.path ? -1 : 1;
}

function byPlace(a: KnownPost, b: KnownPost): number {
  return join(a.placed.root, a.placed.path) < join(b.placed.root, b.placed.path) ? -1 : 1;
}
