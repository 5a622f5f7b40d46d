import { dirname } from 'node:path';
import type { Parse } from '../document/document.ts';
import { readAllKnown } from '../project/beside.ts';
import type { KnownPost } from '../project/known.ts';
import type { Session } from '../project/session.ts';
import { stampOf } from '../workspace/stamp.ts';

interface StoredPost {
  /** Changes with the file. */
  readonly stamp: string | null;
  /** Null where it cannot be read, or is none of ours. */
  readonly known: KnownPost | null;
}

/** The facts of posts on disk under one session, each read again when its file has changed. */
export class StoredPosts {
  readonly #posts = new Map<string, StoredPost>();
  readonly #session: Session;
  readonly #parse: Parse;

  constructor(session: Session, parse: Parse) {
    this.#session = session;
    this.#parse = parse;
  }

  /** The folders of the posts that have been read. */
  get folders(): ReadonlySet<string> {
    return new Set([...this.#posts.keys()].map((path) => dirname(path)));
  }

  /** What is known of some posts (absolute paths). */
  async known(paths: readonly string[]): Promise<readonly KnownPost[]> {
    const known: KnownPost[] = [];
    for (const path of paths) {
      const stamp = stampOf(path);
      const stored = this.#posts.get(path);
      const post = stored?.stamp === stamp ? stored.known : await this.#read(path, stamp);
      if (post) known.push(post);
    }
    return known;
  }

  async #read(path: string, stamp: string | null): Promise<KnownPost | null> {
    const [known = null] = stamp === null ? [] : await readAllKnown([path], this.#session, this.#parse);
    this.#posts.set(path, { stamp, known });
    return known;
  }
}
