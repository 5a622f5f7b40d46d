import { resolve } from 'node:path';
import { ConfigError } from '../config/problem.ts';
import { largestFile } from '../config/regular-file.ts';
import type { Parse } from '../document/document.ts';
import { companyOf } from '../project/company.ts';
import {
  type LintedPost,
  type LintPostOptions,
  lintBytes,
  lintText,
  lintUnread,
} from '../project/lint-post.ts';
import { loadParser } from '../project/parser.ts';
import { withSeries } from '../project/series.ts';
import type { PlacedPost, Session } from '../project/session.ts';
import { nextTurn } from '../workspace/turns.ts';
import { Kept } from './kept.ts';
import type { CheckedOptions } from './options.ts';
import type { StoredPosts } from './stored-posts.ts';
import type { PostFile } from './vfile.ts';
import { addFindings, addNotice, addRefusal } from './vfile-messages.ts';

/** A file to lint, with the text that it had when it came here. */
interface Due {
  readonly file: PostFile;
  /** Absolute; null for a text without a file. */
  readonly path: string | null;
  readonly value: PostFile['value'];
}

/** A file with what was found in it. */
interface Linted extends Due {
  readonly post: LintedPost;
}

/** Lints the files of one working folder under one set of options, and adds messages to them. */
export class Desk {
  readonly #cwd: string;
  readonly #kept: Kept;
  #due: Due[] = [];
  #batch: Promise<void> | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(cwd: string, options: CheckedOptions) {
    this.#cwd = cwd;
    this.#kept = new Kept(cwd, options);
  }

  /**
   * Adds to a file a message for each finding in it, or one that is fatal where it cannot be linted. Files that are given
   * before the event loop goes on are linted together, so that a series is read and compared once.
   *
   * @param value its text, where it may have another one by now
   */
  async lint(file: PostFile, value: PostFile['value'] | undefined = file.value): Promise<void> {
    // Whoever runs plugins over a tree alone (`run`) has none.
    if (value === undefined) return addNotice(file, 'This file has no text, and is not linted.');
    const path = file.path === undefined ? null : resolve(this.#cwd, file.path);
    this.#due.push({ file, path, value });
    this.#batch ??= nextTurn().then(() => {
      this.#batch = null;
      const due = this.#due.splice(0);
      return this.#inTurn(() => this.#lintInRounds(due));
    });
    await this.#batch;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Two texts of one file are not of one series: the last is linted first. */
  async #lintInRounds(due: readonly Due[]): Promise<void> {
    for (let left = due; left.length > 0; ) {
      const round = new Set(new Map(left.map((one) => [one.path ?? one.file, one])).values());
      await this.#lintTogether([...round]);
      left = left.filter((one) => !round.has(one));
    }
  }

  async #lintTogether(due: readonly Due[]): Promise<void> {
    const notices: string[] = [];
    const say = (notice: string) => notices.push(notice);
    const parse = await parserOf(say);
    try {
      const { session, stored } = this.#kept.open(parse, say);
      // Inside remark, remark itself runs its plugins.
      const options = { parse, fix: false, unsafe: false, hosts: false };
      const alone = await this.#lintAlone(due, session, options);
      addFindings(await settled(alone, stored, options));
      this.#kept.note(due.flatMap(({ path }) => path ?? []));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const { file } of due) addRefusal(file, error);
    }
    for (const notice of notices) addNotice(due[0]!.file, notice);
  }

  /** Those that no configuration ignores, each by itself. Where a configuration cannot be used, its files say so. */
  async #lintAlone(due: readonly Due[], session: Session, options: LintPostOptions): Promise<Linted[]> {
    const linted: Linted[] = [];
    for (const one of due) {
      try {
        const placed = await session.place(one.path ?? resolve(this.#cwd, 'stdin'), this.#cwd);
        if (placed.resolved.ignored) continue;
        linted.push({ ...one, post: await lintOne(one, placed, options) });
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        addRefusal(one.file, error);
      }
    }
    return linted;
  }
}

let parser: Promise<Parse> | null = null;

/** The parser is loaded once in a process. */
function parserOf(say: (notice: string) => void): Promise<Parse> {
  parser ??= loadParser('auto', say);
  return parser;
}

/** Lints a text as the command line would lint a file that holds it. */
async function lintOne(
  { path, value }: Due,
  placed: PlacedPost,
  options: LintPostOptions,
): Promise<LintedPost> {
  const name = path ?? '<text>';
  const place = path === null ? { ...placed, files: null } : placed;
  if (value.length > largestFile) return lintUnread(name, place);
  if (typeof value !== 'string') return lintBytes(name, value, place, options);
  // One with a NUL character is no text.
  return value.includes('\0')
    ? lintBytes(name, new TextEncoder().encode(value), place, options)
    : lintText(name, value, place, options);
}

/** The posts with what their series adds. A text without a file has none. */
async function settled(
  alone: readonly Linted[],
  stored: StoredPosts,
  options: LintPostOptions,
): Promise<readonly Linted[]> {
  const inFiles = alone.filter(({ path }) => path !== null);
  if (inFiles.length === 0) return alone;
  const posts = inFiles.map(({ post }) => post);
  const company = await companyOf(posts, {
    among: (paths) => paths,
    known: (paths) => stored.known(paths),
  });
  const after = await withSeries(posts, company, options);
  const postOf = new Map(inFiles.map((one, index) => [one, after[index]!]));
  return alone.map((one) => ({ ...one, post: postOf.get(one) ?? one.post }));
}
