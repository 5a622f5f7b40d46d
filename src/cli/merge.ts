import { join, relative, resolve, sep } from 'node:path';
import { readOwnPackage } from '../config/pages.ts';
import type { Rule } from '../engine/rule.ts';
import { noPostSettings, type Settings } from '../engine/settings.ts';
import { readShard, type Shard, type ShardPlace, type ShardSettings } from '../gate/shard-file.ts';
import { rules } from '../rules/index.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import type { Flags } from './flags.ts';
import { baselineOf, judge } from './judge.ts';
import type { KnownPost } from './known.ts';
import { type LintedPost, restored } from './lint-post.ts';
import { RunError } from './messages.ts';
import { openRun } from './open-run.ts';
import { fail } from './run.ts';
import { withSeries } from './series.ts';
import type { PlacedPost } from './session.ts';

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
  const posts = shards.flatMap((shard) => postsOf(shard, run.cwd)).sort(byPath);
  const beside = run.facts ? [] : shards.flatMap((shard) => companionsOf(shard, run.cwd)).sort(byPlace);
  const settled = await withSeries(posts, { beside, elsewhere: run.facts ?? [] }, run.options);
  const baseline = await baselineOf(run, flags, []);
  return judge(run, settled, { flags, argv: shards[0]!.header.command, baseline });
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

function postsOf({ posts }: Shard, cwd: string): LintedPost[] {
  return posts.map(({ settings, record, ...place }) =>
    restored(resolve(cwd, place.path), placedPost(place, cwd, settingsOf(settings)), record),
  );
}

function companionsOf({ beside }: Shard, cwd: string): KnownPost[] {
  return beside.map(({ facts, ...place }) => ({ placed: placedPost(place, cwd, noSettings), facts }));
}

/** What linting with the series asks of a place; what only linting a post by itself asks is not known any more. */
function placedPost({ path, root, config }: ShardPlace, cwd: string, settings: Settings): PlacedPost {
  const top = resolve(cwd, root);
  return {
    root: top,
    path: relative(top, resolve(cwd, path)).replaceAll(sep, '/'),
    files: null,
    config: { file: config === null ? null : resolve(cwd, config), layers: [], code: [] },
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
function settingsOf(written: ShardSettings): Settings {
  const rulesOn = written.rules.map(({ id, ...rest }) => ({ rule: ruleNamed(id), ...rest }));
  const known = settingsKnown.get(written) ?? {
    ...noSettings,
    rules: rulesOn,
    post: { ...written.post, schema: null },
  };
  settingsKnown.set(written, known);
  return known;
}

/** A rule of a configuration's own has spoken when its posts were linted: patterns do not look at series. */
function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule ?? { ...spokenRule, id };
}

const spokenRule: Rule = {
  id: '',
  summary: '',
  category: 'prose',
  recommended: 'off',
  messages: {},
  *check() {},
};

function byPath(a: LintedPost, b: LintedPost): number {
  return a.result.path < b.result.path ? -1 : 1;
}

function byPlace(a: KnownPost, b: KnownPost): number {
  return join(a.placed.root, a.placed.path) < join(b.placed.root, b.placed.path) ? -1 : 1;
}
