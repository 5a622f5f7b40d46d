import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isSeriesRule } from '../engine/rule.ts';
import { type BaseVersion, changeGate } from '../gate/change-gate.ts';
import type { Gate } from '../gate/gate.ts';
import { type LintedPost, lintBytes } from '../project/lint-post.ts';
import { paced } from '../project/paced.ts';
import { type Company, withSeries } from '../project/series.ts';
import { folderLeadingTo } from '../workspace/find.ts';
import { type Change, openChange } from './change.ts';
import { changesIn, printDiff, withFix } from './diff.ts';
import type { Flags } from './flags.ts';
import { lintAll } from './lint-all.ts';
import { notify } from './messages.ts';
import { explainNothing } from './nothing.ts';
import { placedAfter, placedBefore, pointingPosts } from './pointing.ts';
import { findPresent } from './present.ts';
import { fail, lintEach, type PlacedFile, placeAll, type ReadPost, type Run, writeAll } from './run.ts';
import { placeOf, surroundingsOf } from './surroundings.ts';

/**
 * Lints the posts that a change can answer for, those that changed and those of their series that it may affect, and adds
 * the gate that tells which findings it does answer for.
 *
 * @throws GitError, RunError
 */
export async function lintChanged(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  const change = await openChange(flags, paths, run.cwd);
  const name = flags.staged ? 'in what is staged' : `since ${flags.since}`;
  const placed = await placePresent(run, paths, change, name);
  if (flags.since !== undefined && flags.configFrom === undefined) tellOfConfig(run, change, flags.since);
  const unfixed = { ...run.options, fix: false };
  // What an earlier run or another thread has read is what the disk holds.
  const lintMany = async (files: readonly PlacedFile[]) =>
    run.keepsBytes || flags.staged ? lintEach(run, files, unfixed) : lintAll(run, files, flags);
  const changed = await lintMany(placed.filter(({ file }) => change.to(file.path)));
  const old = await lintOld(changed, change, { ...run, options: unfixed });
  const pointing = pointingPosts(change, placed);
  const around = await surroundingsOf(
    change,
    changed.map(({ linted }) => linted),
    [...old.values()],
    { files: placed, pointing },
    run,
  );
  const others = await lintMany(around.affected);
  if (changed.length + others.length === 0) notify(`No post changed ${name}.`);
  const stayed: LintedPost[] = [];
  for (const { file, placed, linted } of others) {
    const isPointing = pointing.has(file.path);
    const before = isPointing ? placedBefore(placed, change) : placed;
    stayed.push(
      isPointing ? await lintBytes(file.path, change.after.read(file.path), before, unfixed) : linted,
    );
  }
  const before = await withSeries([...old.values(), ...stayed], around.before, unfixed);
  run.gates.unshift(gateOf(change, [...old.keys(), ...others.map(({ file }) => file.path)], before));
  const read = inOrder([...changed, ...others]);
  const posts = run.options.fix
    ? await writeAll(run, await repaired(read, around.after, run), read)
    : await withSeries(
        read.map(({ linted }) => linted),
        around.after,
        run.options,
      );
  if (flags.diff && posts.length > 0)
    await printDiff(run, changesIn(read, await repaired(read, around.after, withFix(run))), flags);
  if (posts.length > 0 && !run.failed) explainNothing(run, posts, paths);
  return posts;
}

/** Whoever changes the configuration with the posts says by it what is found in them. */
function tellOfConfig({ session }: Run, change: Change, since: string): void {
  const used = [...session.configFiles()].map((file) => change.nameOf(file));
  const gone = change.moved.went.filter((name) => basename(name).startsWith('.recaplintrc.'));
  const changed = [...used.filter((name) => name !== null && change.touched.has(name)), ...gone];
  if (changed.length === 0) return;
  const names = [...new Set(changed)].map((name) => `"${name}"`).join(', ');
  notify(
    `The configuration changed with the posts: ${names}. To lint them by the one before, add --config-from ${since}.`,
  );
}

/** The posts that the paths lead to after the change, from which they are read from now on. */
async function placePresent(
  run: Run,
  paths: readonly string[],
  change: Change,
  name: string,
): Promise<PlacedFile[]> {
  for (const path of unmergedAmong(paths, change, run.cwd))
    fail(run, `"${path}" has a merge conflict: resolve it and stage it with git add.`);
  const found = await findPresent(change, paths, run.cwd, name);
  for (const problem of found.problems) fail(run, problem);
  run.state = change.after;
  const onDisk = await placeAll(run, found.posts);
  return onDisk.map(({ file, placed }) => ({ file, placed: placedAfter(placed, change) }));
}

/** The posts with a conflict that the paths lead to, as git names them. */
function unmergedAmong(paths: readonly string[], { unmerged, top }: Change, cwd: string): readonly string[] {
  // git names what it has by its real path.
  const real = paths.map((path) =>
    existsSync(resolve(cwd, path)) ? realpathSync(resolve(cwd, path)) : path,
  );
  const isAsked = (file: string) => real.some((path) => folderLeadingTo(file, path, cwd) !== null);
  return unmerged.filter((name) => isAsked(join(top, name)));
}

/** By path, as every run lists its posts. */
function inOrder(posts: readonly ReadPost[]): ReadPost[] {
  return [...posts].sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

/** The posts with their repairs, which the gate limits. */
async function repaired(
  posts: readonly ReadPost[],
  company: Company,
  { options }: Run,
): Promise<LintedPost[]> {
  const alone: LintedPost[] = [];
  for await (const { file, bytes, placed, linted } of paced(posts, 'linting'))
    alone.push(bytes === null ? linted : await lintBytes(file.path, bytes, placed, options));
  return withSeries(alone, company, options);
}

/** The earlier versions of posts, linted by themselves, by the paths of now. */
async function lintOld(
  posts: readonly ReadPost[],
  change: Change,
  run: Run,
): Promise<ReadonlyMap<string, LintedPost>> {
  const old = new Map<string, LintedPost>();
  for await (const { file } of paced(posts, 'linting what was before:')) {
    const linted = await lintBefore(change, file.path, run);
    if (linted) old.set(file.path, linted);
  }
  return old;
}

/** What a post was, linted under its path of that time; null where it is new, or its configuration ignored it. */
async function lintBefore(change: Change, path: string, run: Run): Promise<LintedPost | null> {
  const { before } = change.to(path)!;
  if (!before) return null;
  const placed = await placeOf(before.path, run.session);
  if (!placed || (placed.resolved.ignored && before.path !== path)) return null;
  return lintBytes(before.path, before.bytes, placedBefore(placedAfter(placed, change), change), run.options);
}

/**
 * Tells what a change answers for.
 *
 * @param paths of the posts that have an earlier version
 * @param before that version of each, settled with its series
 */
function gateOf(change: Change, paths: readonly string[], before: readonly LintedPost[]): Gate {
  const bases = new Map<string, BaseVersion>(paths.map((path, index) => [path, before[index]!.result]));
  const changedNames = namesOfChanged(change);
  const rules = before.flatMap(({ placed }) => placed.resolved.settings.rules);
  const aboutSeries = new Set(rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [rule.id] : [])));
  return changeGate({
    baseOf: (path) => bases.get(path) ?? null,
    isChanged: (path) => changedNames.has(change.nameOf(path)),
    isAboutSeries: (id) => aboutSeries.has(id),
  });
}

/** Names of the posts whose text is another one; a new name alone, or other line ends, change nothing. */
function namesOfChanged({ posts, after, nameOf }: Change): ReadonlySet<string | null> {
  const changed = posts.filter(({ path, before }) => {
    if (path === null) return false;
    try {
      return !before || !equalTexts(before.bytes, after.read(path));
    } catch {
      return true;
    }
  });
  return new Set(changed.map(({ path }) => nameOf(path!)));
}

function equalTexts(a: Buffer, b: Buffer): boolean {
  const unended = (bytes: Buffer) => bytes.toString('latin1').replaceAll('\r\n', '\n');
  return a.equals(b) || unended(a) === unended(b);
}
