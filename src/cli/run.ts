import { relative } from 'node:path';
import { ConfigError } from '../config/problem.ts';
import { type Asked, listening } from '../gate/asked.ts';
import type { Gate } from '../gate/gate.ts';
import type { PostFacts } from '../series/facts.ts';
import type { FoundPost } from '../workspace/find.ts';
import { pathsBeside, readAllKnown } from './beside.ts';
import { type LintedPost, type LintPostOptions, lintBytes, writeFixes } from './lint-post.ts';
import { notify } from './messages.ts';
import { type Company, withSeries } from './series.ts';
import type { PlacedPost, Session } from './session.ts';
import type { PostState } from './state.ts';

/** What posts are linted by. */
export interface Basis {
  readonly session: Session;
  readonly options: LintPostOptions;
  /** Facts of posts that were read elsewhere; null: posts are looked for beside those of the run. */
  readonly facts: readonly PostFacts[] | null;
  /** The moment that posts are read from. */
  readonly state: PostState;
}

/** One run over posts: what it goes by, and what it has come to. */
export interface Run extends Basis {
  readonly cwd: string;
  state: PostState;
  /** Whether what rules ask of the workspace is kept. */
  readonly keepsAsked: boolean;
  /** Is told what went wrong with single posts. */
  readonly say: (message: string) => void;
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
  /** Null where nothing is to be written. */
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
  const reported = new Set<unknown>();
  for (const file of files) {
    try {
      const placed = await run.session.place(file.path, file.base);
      if (placed.resolved.ignored && !file.named) run.hidden++;
      else placedFiles.push({ file, placed });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      // All posts that a broken configuration holds for are left out for one reason.
      if (!reported.has(error)) fail(run, error.message);
      reported.add(error);
    }
  }
  return placedFiles;
}

/** Lints each post by itself. */
export function lintEach(run: Run, files: readonly PlacedFile[], options = run.options): ReadPost[] {
  return files.flatMap((file) => lintFile(run, file, options) ?? []);
}

/** Lints one post by itself; null where it cannot be read. */
export function lintFile(run: Run, { file, placed }: PlacedFile, options = run.options): ReadPost | null {
  const name = `"${relative(run.cwd, file.path)}"`;
  let bytes: Buffer;
  try {
    bytes = run.state.read(file.path);
  } catch (error) {
    fail(run, `${name} cannot be read: ${(error as Error).message}`);
    return null;
  }
  try {
    const asked: Asked[] = [];
    const files = run.keepsAsked && placed.files ? listening(placed.files, asked) : placed.files;
    const linted = lintBytes(file.path, bytes, { ...placed, files }, options);
    return { file, placed, bytes: run.options.fix ? bytes : null, asked, linted: { ...linted, placed } };
  } catch (error) {
    fail(run, `${name} cannot be linted: ${error}`);
    return null;
  }
}

/** What the posts of a run are compared with. */
export async function companyOf(basis: Basis, posts: readonly LintedPost[]): Promise<Company> {
  const { session, options, facts: elsewhere, state } = basis;
  if (elsewhere) return { beside: [], elsewhere };
  const own = new Set(posts.map(({ result }) => result.path));
  const paths = await pathsBeside(posts.map(({ placed }) => placed));
  const beside = state.among(paths).filter((path) => !own.has(path));
  return { beside: await readAllKnown(beside, session, options.parse, state.read), elsewhere: [] };
}

/** The posts of a run with what their series adds to them. */
export async function settleAll(basis: Basis, posts: readonly LintedPost[]): Promise<LintedPost[]> {
  return withSeries(posts, await companyOf(basis, posts), basis.options);
}

/** Writes the repaired texts. Not before all posts are linted: what is right may depend on the series. */
export function writeAll(run: Run, posts: readonly LintedPost[], read: readonly ReadPost[]): LintedPost[] {
  const bytesOf = new Map(read.map((post) => [post.file.path, post]));
  const written = posts.map((linted) => {
    const { bytes, file } = bytesOf.get(linted.result.path)!;
    if (bytes === null) return linted;
    const { post, failure } = writeFixes(linted, bytes, file.base, run.options);
    if (failure !== null)
      fail(run, `"${relative(run.cwd, post.result.path)}" cannot be repaired: ${failure}`);
    return post;
  });
  const repaired = written.filter(({ fixed }) => fixed !== null);
  if (repaired.length > 0) notify(repairs(repaired));
  return written;
}

function repairs(posts: readonly LintedPost[]): string {
  const count = posts.reduce((sum, { applied }) => sum + applied, 0);
  const files = posts.length === 1 ? '1 file' : `${posts.length} files`;
  return `repaired ${count === 1 ? '1 finding' : `${count} findings`} in ${files}.`;
}
