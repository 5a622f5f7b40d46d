import { dirname } from 'node:path';
import { isInside } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import type { Parse } from '../document/document.ts';
import { pathsBeside } from '../project/beside.ts';
import { type KnownPost, readKnown } from '../project/known.ts';
import { type LintedPost, lintBytes } from '../project/lint-post.ts';
import type { PlacedPost, Session } from '../project/session.ts';
import { findPosts } from '../workspace/find.ts';
import { readBytes } from '../workspace/read.ts';
import { stampOf } from '../workspace/stamp.ts';
import { isTurnDue, nextTurn } from '../workspace/turns.ts';

/** A post as it stands on disk. */
interface StoredPost {
  /** Changes with the file. */
  readonly stamp: string;
  /** Null where it is no text, refused, ignored, or its configuration is broken. */
  readonly known: KnownPost | null;
  /** Linted by itself, once somebody asked for that. */
  linted?: LintedPost | null;
}

/** Is told how far the reading has come; answers whether to stop. */
export type OnRead = (done: number, of: number) => boolean;

/** The posts of one folder and those that are of one series with them, as they stand on disk. */
export class Archive {
  readonly #folder: string | null;
  readonly #session: Session;
  readonly #parse: Parse;
  readonly #posts = new Map<string, StoredPost>();
  /** Posts that were read because they stand beside posts that are open. */
  readonly #beside = new Set<string>();
  /** Those that stand in the folder, as it was last looked through. */
  #own: ReadonlySet<string> = new Set();
  #revision = 0;
  /** Folders and series of posts beside which was looked. */
  readonly #lookedBeside = new Set<string>();
  readonly #troubled: (error: ConfigError) => void;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param folder null: only what is beside open posts is read
   * @param troubled is told of configuration that cannot be used
   */
  constructor(folder: string | null, session: Session, parse: Parse, troubled: (error: ConfigError) => void) {
    this.#folder = folder;
    this.#session = session;
    this.#parse = parse;
    this.#troubled = troubled;
  }

  /** Changes when a post does. */
  get revision(): number {
    return this.#revision;
  }

  /** All that is known of posts, but for some (absolute paths). */
  known(except: ReadonlySet<string>): readonly KnownPost[] {
    return [...this.#posts].flatMap(([path, { known }]) => (known && !except.has(path) ? [known] : []));
  }

  /** Absolute paths of all posts of the folder that are read. */
  paths(): readonly string[] {
    return [...this.#posts.keys()].filter((path) => this.#own.has(path));
  }

  /**
   * Reads what is new on disk or has changed, and forgets what is gone.
   *
   * @param touched files that count as changed whatever their stamp says
   * @returns whether all was read
   */
  refresh(touched: ReadonlySet<string> = new Set(), onRead: OnRead = () => false): Promise<boolean> {
    return this.#inTurn(() => this.#refresh(touched, onRead));
  }

  async #refresh(touched: ReadonlySet<string>, onRead: OnRead): Promise<boolean> {
    const found = this.#folder === null ? [] : (await findPosts([this.#folder], this.#folder)).posts;
    this.#own = new Set(found.map(({ path }) => path));
    const paths = new Set(this.#own);
    for (const path of this.#beside) paths.add(path);
    for (const path of [...this.#posts.keys()].filter((known) => !paths.has(known))) this.#forget(path);
    const due = [...paths].filter(
      (path) => touched.has(path) || this.#posts.get(path)?.stamp !== stampOf(path),
    );
    // What came or went may be what any of them links to.
    for (const post of this.#posts.values()) delete post.linted;
    return this.#readAll(due, onRead);
  }

  /** Reads what may be of one series with a post, where it lies outside the folder. */
  lookBeside(placed: PlacedPost): Promise<void> {
    const key = JSON.stringify([dirname(placed.path), placed.resolved.settings.post.series]);
    const isOwn = this.#folder !== null && isInside(this.#folder, placed.root);
    if (isOwn || this.#lookedBeside.has(key)) return Promise.resolve();
    this.#lookedBeside.add(key);
    return this.#inTurn(async () => {
      const paths = (await pathsBeside([placed])).filter(
        (path) => !this.#holds(path) && !this.#beside.has(path),
      );
      for (const path of paths) this.#beside.add(path);
      await this.#readAll(paths, () => false);
    });
  }

  /** A post linted by itself; null where there is nothing to lint. */
  async linted(path: string): Promise<LintedPost | null> {
    const post = this.#posts.get(path);
    if (!post) return null;
    if (post.linted === undefined) post.linted = await this.#lint(path);
    return post.linted;
  }

  /** What is read is read once, whoever asks for it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #readAll(paths: readonly string[], onRead: OnRead): Promise<boolean> {
    for (const [done, path] of paths.entries()) {
      if (isTurnDue()) {
        if (onRead(done, paths.length)) return false;
        await nextTurn();
      }
      await this.#read(path);
    }
    return true;
  }

  async #read(path: string): Promise<void> {
    const stamp = stampOf(path);
    if (stamp === null) return this.#forget(path);
    let known: KnownPost | null = null;
    try {
      known = await readKnown(path, this.#baseOf(path), this.#session, this.#parse);
    } catch (error) {
      // What cannot be read teaches nothing; the reason is said where somebody opens it.
      if (error instanceof ConfigError) this.#troubled(error);
    }
    this.#posts.set(path, { stamp, known: known?.placed.resolved.ignored ? null : known });
    this.#revision++;
  }

  async #lint(path: string): Promise<LintedPost | null> {
    try {
      const placed = await this.#session.place(path, this.#baseOf(path));
      if (placed.resolved.ignored) return null;
      return lintBytes(path, readBytes(path), placed, { parse: this.#parse, fix: false, unsafe: false });
    } catch (error) {
      if (error instanceof ConfigError) this.#troubled(error);
      else if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return null;
    }
  }

  #holds(path: string): boolean {
    return this.#folder !== null && isInside(this.#folder, path);
  }

  #baseOf(path: string): string {
    return this.#holds(path) ? this.#folder! : dirname(path);
  }

  #forget(path: string): void {
    this.#beside.delete(path);
    if (this.#posts.delete(path)) this.#revision++;
  }
}
