import { dirname, relative } from 'node:path';
import { ConfigError } from '../config/problem.ts';
import { UnfitFileError } from '../config/regular-file.ts';
import { type Asked, listening } from '../gate/asked.ts';
import type { Gate } from '../gate/gate.ts';
import { readAllKnown } from '../project/beside.ts';
import { companyOf } from '../project/company.ts';
import {
  type LintedPost,
  type LintPostOptions,
  lintBytes,
  lintUnread,
  writeFixes,
} from '../project/lint-post.ts';
import { announce, paced } from '../project/paced.ts';
import { type Company, withSeries } from '../project/series.ts';
import type { PlacedPost, Session } from '../project/session.ts';
import { counted } from '../reporters/summary.ts';
import type { PostFacts } from '../series/facts.ts';
import type { FoundPost } from '../workspace/find.ts';
import { readingReasonOf } from '../workspace/refusals.ts';
import { removeLeftovers } from '../workspace/temporary.ts';
import { accountFor } from './account.ts';
import { notify } from './messages.ts';
import type { PostState } from './state.ts';
import type { Timing } from './timing.ts';

/** What posts are linted by. */
export interface Basis {
  readonly session: Session;
  readonly options: LintPostOptions;
  /** Facts of posts that were read elsewhere; null: posts are looked for beside those of the run. */
  readonly facts: readonly PostFacts[] | null;
  /** The moment that posts are read from. */
  readonly state: PostState;
}

/** What of linting is neither a part of a document nor a rule: comments, and putting findings in order. */
export const lintingPhase = 'linting, the rest';

/** One run over posts: what it goes by, and what it has come to. */
export interface Run extends Basis {
  readonly cwd: string;
  state: PostState;
  /** Whether the bytes of posts are kept: what is repaired is held against them. */
  readonly keepsBytes: boolean;
  /** Whether what rules ask of the workspace is kept. */
  readonly keepsAsked: boolean;
  /** Is told what went wrong with single posts. */
  readonly say: (message: string) => void;
  /** Null where nobody asks what the time is spent on. */
  readonly timing: Timing | null;
  /** What decides, one after the other, which findings are reported. */
  readonly gates: Gate[];
  /** Posts passed over because a configuration or an ignore file says so. */
  hidden: number;
  /** Whether something could not be read, written or configured. */
  failed: boolean;
}

/** A post that is to be linted, as it was found. */
export interface PlacedFile {
  readonly file: FoundPost;
  readonly placed: PlacedPost;
}

/** A post of a run with the bytes that it was linted from. */
export interface ReadPost extends PlacedFile {
  /** Null where the run does not keep them, and where there are too many. */
  readonly bytes: Buffer | null;
  /** What rules have asked of the workspace, where the run keeps that. */
  readonly asked: readonly Asked[];
  readonly linted: LintedPost;
}

/** Says what went wrong and goes on: what goes wrong with one post must not cost the findings of the others. */
export function fail(run: Run, message: string): void {
  run.failed = true;
  run.say(message);
}

/** The posts that are linted, with their settings: those that a configuration ignores are counted alone. */
export async function placeAll(run: Run, files: readonly FoundPost[]): Promise<PlacedFile[]> {
  const placedFiles: PlacedFile[] = [];
  const reported = new Set<string>();
  for await (const file of paced(files, 'finding the settings of')) {
    try {
      const placed = await run.session.place(file.path, file.base);
      if (placed.resolved.ignored && !file.named) run.hidden++;
      else placedFiles.push({ file, placed });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      // All posts that a broken configuration holds for are left out for one reason, and so are those of one that extends it.
      if (!reported.has(error.message)) fail(run, error.message);
      reported.add(error.message);
    }
  }
  return placedFiles;
}

/** Lints each post by itself. */
export async function lintEach(
  run: Run,
  files: readonly PlacedFile[],
  options = run.options,
): Promise<ReadPost[]> {
  const read: ReadPost[] = [];
  for await (const file of paced(files, 'linting')) {
    const post = await lintFile(run, file, options);
    if (post) read.push(post);
  }
  return read;
}

/** What came of a post that is linted while others are: what went wrong with it is said later, in the order of the posts. */
export interface Outcome {
  readonly post: ReadPost | null;
  readonly messages: readonly string[];
}

/** Lints a post, and keeps what would be said of it. */
export async function lintSilently(run: Run, file: PlacedFile): Promise<Outcome> {
  const messages: string[] = [];
  const post = await lintFile({ ...run, say: (message) => messages.push(message) }, file);
  return { post, messages };
}

/** Lints one post by itself; null where it cannot be read. */
async function lintFile(
  run: Run,
  { file, placed }: PlacedFile,
  options = run.options,
): Promise<ReadPost | null> {
  const failed = (problem: string) => fail(run, `"${relative(run.cwd, file.path)}" ${problem}`);
  let bytes: Buffer;
  try {
    const read = () => run.state.read(file.path);
    bytes = run.timing ? run.timing.watch('reading files', read) : read();
  } catch (error) {
    if (error instanceof UnfitFileError && error.code === 'too-large')
      return { file, placed, bytes: null, asked: [], linted: lintUnread(file.path, placed) };
    failed(`cannot be read: ${readingReasonOf(error)}`);
    return null;
  }
  try {
    const asked: Asked[] = [];
    const files = run.keepsAsked && placed.files ? listening(placed.files, asked) : placed.files;
    const linted = await lintBytes(file.path, bytes, { ...placed, files }, options);
    return { file, placed, bytes: run.keepsBytes ? bytes : null, asked, linted: { ...linted, placed } };
  } catch (error) {
    failed(`cannot be linted: ${error}`);
    return null;
  }
}

/** What the posts of a run are compared with. */
async function companyIn(basis: Basis, posts: readonly LintedPost[]): Promise<Company> {
  const { session, options, facts: elsewhere, state } = basis;
  if (elsewhere) return { beside: [], elsewhere };
  const known = (paths: readonly string[]) => readAllKnown(paths, session, options.parse, state.read);
  return companyOf(posts, { among: state.among, known });
}

/** The posts of a run with what their series adds to them. */
export async function settleAll(basis: Basis, posts: readonly LintedPost[]): Promise<LintedPost[]> {
  const company = await companyIn(basis, posts);
  await announce('comparing the series');
  return withSeries(posts, company, basis.options);
}

/** Writes the repaired texts. Not before all posts are linted: what is right may depend on the series. */
export async function writeAll(
  run: Run,
  posts: readonly LintedPost[],
  read: readonly ReadPost[],
): Promise<LintedPost[]> {
  const readOf = new Map(read.map((post) => [post.file.path, post]));
  const due = posts.filter(({ fixed }) => fixed !== null);
  const written = new Map<string, LintedPost>();
  const repaired: LintedPost[] = [];
  accountFor(() => writingSoFar(repaired.length, due.length));
  for await (const linted of paced(due, 'writing')) {
    const { bytes, file } = readOf.get(linted.result.path)!;
    if (bytes === null) continue;
    const { post, failure } = await writeFixes(linted, bytes, file.base, run.options);
    if (failure === null) repaired.push(post);
    else fail(run, `"${relative(run.cwd, post.result.path)}" cannot be repaired: ${failure}`);
    written.set(post.result.path, post);
  }
  if (repaired.length > 0) notify(`repaired ${repairs(repaired)}.`);
  clearUp(repaired.map(({ result }) => result.path));
  return posts.map((post) => written.get(post.result.path) ?? post);
}

/** What a run that is interrupted while it writes has to say. */
function writingSoFar(written: number, due: number): string | null {
  if (written === 0) return null;
  if (written === due)
    return due === 1 ? 'the repaired post was written' : `all ${due} repaired posts were written`;
  return `${written} of ${due} repaired posts were written, the others are as they were`;
}

/** Removes what killed runs left in the folders that were written to. */
function clearUp(paths: readonly string[]): void {
  const folders = new Map(paths.map((path) => [dirname(path), path]));
  const removed = [...folders.values()].reduce((sum, path) => sum + removeLeftovers(path), 0);
  if (removed > 0) notify(`removed ${counted(removed, 'temporary file')} of runs that were killed.`);
}

/** `40 findings in 12 files` */
export function repairs(posts: readonly Pick<LintedPost, 'applied'>[]): string {
  const count = posts.reduce((sum, { applied }) => sum + applied, 0);
  return `${counted(count, 'finding')} in ${counted(posts.length, 'file')}`;
}
