import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { isInside } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import { isSeriesRule } from '../engine/rule.ts';
import { type BaseVersion, changeGate } from '../gate/change-gate.ts';
import type { Gate } from '../gate/gate.ts';
import { type FoundPosts, findPosts, isPost } from '../workspace/find.ts';
import { pathsBeside } from './beside.ts';
import { type Change, openChange, type PostChange } from './change.ts';
import type { Flags } from './flags.ts';
import { type LintedPost, lintBytes } from './lint-post.ts';
import { notify, RunError } from './messages.ts';
import {
  fail,
  lintEach,
  type PlacedFile,
  placeAll,
  type ReadPost,
  type Run,
  settleAll,
  writeAll,
} from './run.ts';
import type { PlacedPost, Session } from './session.ts';

/**
 * Lints the posts that a change can answer for, those that changed and those of their series, and adds the gate that tells
 * which findings it does answer for.
 *
 * @throws GitError, RunError
 */
export async function lintChanged(run: Run, paths: readonly string[], flags: Flags): Promise<LintedPost[]> {
  const change = await openChange(flags, paths, run.cwd);
  const name = flags.staged ? 'in what is staged' : `since ${flags.since}`;
  reportUnmerged(run, change);
  const found = await findPresent(change, paths, run.cwd, name);
  run.hidden = found.hidden;
  run.state = change.after;
  for (const problem of found.problems) fail(run, problem);
  const placed = await placeAll(run, found.posts);
  const concerned = await concernedBy(change, placed, run.session);
  if (concerned.length === 0) notify(`No post changed ${name}.`);
  const unfixed = { ...run.options, fix: false };
  const alone = lintEach(run, concerned, unfixed);
  run.gates.unshift(await gateOf(change, alone, { ...run, options: unfixed }));
  if (!run.options.fix)
    return settleAll(
      run,
      alone.map(({ linted }) => linted),
    );
  const fixed = alone.map((post) => ({
    ...post,
    linted: lintBytes(post.file.path, post.bytes, post.placed, run.options),
  }));
  const settled = await settleAll(
    run,
    fixed.map(({ linted }) => linted),
  );
  return writeAll(run, settled, fixed);
}

function reportUnmerged(run: Run, { unmerged }: Change): void {
  for (const name of unmerged.filter(isPost))
    fail(run, `"${name}" has a merge conflict: resolve it and stage it with git add.`);
}

/** What the paths of the command line lead to in the state that is linted. That a post was deleted is no mistake. */
async function findPresent(
  change: Change,
  paths: readonly string[],
  cwd: string,
  name: string,
): Promise<FoundPosts> {
  const staged = new Set(change.after.among([]));
  const onDisk: string[] = [];
  for (const path of paths) {
    const gone = existsSync(resolve(cwd, path)) ? null : change.from(resolve(cwd, path));
    if (gone)
      notify(`"${path}" was ${gone.path ? `renamed to "${relative(cwd, gone.path)}"` : 'deleted'} ${name}.`);
    else if (!staged.has(resolve(cwd, path))) onDisk.push(path);
  }
  const found = await findPosts(onDisk, cwd);
  const outside = found.posts.find(({ path }) => change.nameOf(path) === null);
  if (outside)
    throw new RunError(
      `"${relative(cwd, outside.path)}" is not in the repository of the current folder, ${change.top}: run recaplint in its own.`,
    );
  const present = new Set(change.after.among(found.posts.map(({ path }) => path)));
  const posts = found.posts.filter(({ path }) => present.has(path));
  const folders = paths.map((path) => resolve(cwd, path));
  for (const path of staged) {
    if (folders.some((folder) => isInside(folder, path)))
      posts.push({ path, named: folders.includes(path), base: dirname(path) });
  }
  return { ...found, posts: posts.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Of posts those that changed, and those that may be of one series with one that did. */
async function concernedBy(
  change: Change,
  files: readonly PlacedFile[],
  session: Session,
): Promise<PlacedFile[]> {
  if (change.posts.length === 0) return [];
  const changed: PlacedPost[] = [];
  for (const { path, before } of change.posts) {
    for (const one of new Set([path, before?.path])) if (one) changed.push(...(await placeOf(one, session)));
  }
  const near = new Set((await pathsBeside(changed)).map(change.nameOf));
  return files.filter(({ file: { path } }) => change.to(path) || near.has(change.nameOf(path)));
}

/** Nothing where its configuration cannot be read, which is said of the posts that are linted. */
async function placeOf(path: string, session: Session): Promise<PlacedPost[]> {
  try {
    return [await session.place(path, dirname(path))];
  } catch (error) {
    if (error instanceof ConfigError) return [];
    throw error;
  }
}

/** Tells what a change answers for, by linting the posts once more as they were. */
async function gateOf(change: Change, posts: readonly ReadPost[], run: Run): Promise<Gate> {
  const old: { path: string; linted: LintedPost }[] = [];
  for (const { file, linted } of posts) {
    const became = change.to(file.path);
    const before = became ? await lintBefore(became, file.path, run) : linted;
    if (before) old.push({ path: file.path, linted: before });
  }
  const settled = await settleAll(
    { ...run, state: change.before },
    old.map(({ linted }) => linted),
  );
  const bases = new Map<string, BaseVersion>(old.map(({ path }, index) => [path, settled[index]!.result]));
  const changedNames = namesOfChanged(change);
  const rules = posts.flatMap(({ placed }) => placed.resolved.settings.rules);
  const aboutSeries = new Set(rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [rule.id] : [])));
  return changeGate({
    baseOf: (path) => bases.get(path) ?? null,
    isChanged: (path) => changedNames.has(change.nameOf(path)),
    isAboutSeries: (rule) => aboutSeries.has(rule),
  });
}

/** What a post was, linted under its path of that time; null where it is new, or its configuration ignored it. */
async function lintBefore({ before }: PostChange, path: string, run: Run): Promise<LintedPost | null> {
  if (!before) return null;
  const [placed] = await placeOf(before.path, run.session);
  if (!placed || (placed.resolved.ignored && before.path !== path)) return null;
  return lintBytes(before.path, before.bytes, placed, run.options);
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
  return (
    a.equals(b) ||
    a.toString('latin1').replaceAll('\r\n', '\n') === b.toString('latin1').replaceAll('\r\n', '\n')
  );
}
