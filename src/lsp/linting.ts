import { isInside } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import type { Document, Parse } from '../document/document.ts';
import type { KnownPost } from '../project/known.ts';
import { type LintedPost, type LintPostOptions, lintText } from '../project/lint-post.ts';
import { documentOf } from '../project/placed-document.ts';
import { groupsOf, placeIn, withSeries } from '../project/series.ts';
import type { PlacedPost } from '../project/session.ts';
import type { Series } from '../series/facts.ts';
import { seriesBefore } from '../series/history.ts';
import { isPost } from '../workspace/find.ts';
import { isReached } from '../workspace/reach.ts';
import { fileOf, isNotebookCell, nameOf } from './addresses.ts';
import type { Buffer, Buffers } from './buffers.ts';
import type { OpenPost } from './open-post.ts';
import { type Place, placeText } from './places.ts';

/** Languages, as editors call them, whose texts are posts whatever their name. */
const languages = new Set(['markdown', 'mdx', 'quarto', 'rmd']);

/** An open text linted by itself. */
interface Alone {
  /** No other has the same. */
  readonly id: number;
  readonly buffer: Buffer;
  readonly place: Place;
  /** Of the place. */
  readonly revision: number;
  readonly document: Document;
  readonly linted: LintedPost;
}

/** What an open post is compared with. */
interface Company {
  readonly posts: readonly KnownPost[];
  /** Changes when one of them does. */
  readonly key: string;
}

/** An open text linted with its series, and what its findings depend on. */
interface Settled {
  readonly key: string;
  readonly post: OpenPost;
}

/** Lints the open texts; what is known is not worked out again. */
export class Linting {
  readonly #buffers: Buffers;
  readonly #placeOf: (uri: string) => Place;
  readonly #alone = new Map<string, Alone>();
  readonly #settled = new Map<string, Settled>();
  #turn: Promise<unknown> = Promise.resolve();
  #count = 0;

  constructor(buffers: Buffers, placeOf: (uri: string) => Place) {
    this.#buffers = buffers;
    this.#placeOf = placeOf;
  }

  /**
   * An open text with its findings; null where it is no post, is ignored, or was closed.
   *
   * @throws ConfigError
   */
  post(uri: string): Promise<OpenPost | null> {
    // One after the other: what two callers ask for is worked out once.
    const post = this.#turn.then(() => this.#post(uri));
    this.#turn = post.catch(() => {});
    return post;
  }

  /** Addresses of the open posts of a place. */
  openIn(place: Place): readonly string[] {
    return this.#buffers.all().flatMap(({ uri }) => (this.#placeOf(uri) === place ? [uri] : []));
  }

  forget(uri: string): void {
    this.#alone.delete(uri);
    this.#settled.delete(uri);
  }

  async #post(uri: string): Promise<OpenPost | null> {
    const alone = await this.#lintAlone(uri);
    if (!alone) return null;
    const company = await this.#companyOf(alone);
    const key = `${alone.id} ${company.key}`;
    const known = this.#settled.get(uri);
    if (known?.key === key) return known.post;
    const post = await settled(alone, company);
    this.#settled.set(uri, { key, post });
    return post;
  }

  async #lintAlone(uri: string): Promise<Alone | null> {
    const buffer = this.#buffers.get(uri);
    if (!buffer || !isPostText(buffer)) return null;
    const place = this.#placeOf(uri);
    const known = this.#alone.get(uri);
    const { revision } = place;
    if (known?.buffer === buffer && known.place === place && known.revision === revision) return known;
    const placed = await placeText(uri, place);
    if (await isLeftOut(uri, placed, place)) return null;
    const document = documentOf(buffer.text, placed, place.parse);
    const path = fileOf(uri) ?? placed.path;
    const linted = lintText(path, buffer.text, placed, optionsFor(document, place.parse), null);
    const alone = { id: this.#count++, buffer, place, revision, document, linted };
    this.#alone.set(uri, alone);
    return alone;
  }

  /** The posts of a place but for some (absolute paths): those that are open as they stand there, the others as on disk. */
  async knownIn(place: Place, except: ReadonlySet<string>): Promise<readonly KnownPost[]> {
    return (await this.#companyIn(place, except)).posts;
  }

  /** Changes when a post of a place does, open or not. */
  async stateOf(place: Place): Promise<string> {
    return (await this.#companyIn(place, new Set())).key;
  }

  async #companyOf({ buffer, place }: Alone): Promise<Company> {
    const own = fileOf(buffer.uri);
    return own === null || !place.isRead ? { posts: [], key: '' } : this.#companyIn(place, new Set([own]));
  }

  async #companyIn(place: Place, except: ReadonlySet<string>): Promise<Company> {
    const open: Alone[] = [];
    for (const uri of this.openIn(place)) {
      const path = fileOf(uri);
      if (path !== null && !except.has(path)) open.push(...(await this.#lintQuietly(uri)));
    }
    const paths = new Set([...except, ...open.map(({ linted }) => linted.result.path)]);
    const known = open.flatMap(({ linted: { placed, facts } }) => (facts ? [{ placed, facts }] : []));
    return {
      posts: [...place.archive.known(paths), ...known],
      key: [place.revision, place.archive.revision, ...open.map(({ id }) => id)].join(' '),
    };
  }

  /** What is wrong with the configuration of another post is said where that one is asked about. */
  async #lintQuietly(uri: string): Promise<Alone[]> {
    try {
      const alone = await this.#lintAlone(uri);
      return alone ? [alone] : [];
    } catch (error) {
      if (error instanceof ConfigError) return [];
      throw error;
    }
  }
}

function isPostText({ uri, languageId }: Buffer): boolean {
  return !isNotebookCell(uri) && (languages.has(languageId) || isPost(nameOf(uri)));
}

/** Whether a configuration or an ignore file says that a post is none of ours. */
async function isLeftOut(uri: string, { resolved, root }: PlacedPost, { folder }: Place): Promise<boolean> {
  const path = fileOf(uri);
  if (path === null) return false;
  if (resolved.ignored) return true;
  const top = folder !== null && isInside(folder, path) ? folder : root;
  return !(await isReached(path, top));
}

function optionsFor(document: Document, parse: Parse): LintPostOptions {
  const documentOf = (text: string) => (text === document.source ? document : null);
  return { parse, fix: false, unsafe: false, documentOf };
}

/** A post with what its series adds; by itself, as long as the posts of its place are not read. */
async function settled({ buffer, place, document, linted }: Alone, { posts }: Company): Promise<OpenPost> {
  const { parse } = place;
  const isAlone = !place.isRead && fileOf(buffer.uri) !== null;
  const [post] = isAlone
    ? [linted]
    : await withSeries([linted], { beside: posts, elsewhere: [] }, optionsFor(document, parse));
  let series: Series | null | undefined;
  return {
    uri: buffer.uri,
    version: buffer.version,
    document,
    placed: linted.placed,
    findings: post!.result.findings,
    found: post!.outcome.found,
    // Few who ask about a post ask for it.
    get series() {
      if (series === undefined) series = seriesOf(linted, posts);
      return series;
    },
    parse,
  };
}

function seriesOf({ placed, facts }: LintedPost, others: readonly KnownPost[]): Series | null {
  if (!facts || others.length === 0) return null;
  for (const { name, posts, neighbours } of groupsOf([{ placed, facts }, ...others], [])) {
    const position = posts.indexOf(facts);
    if (position < 0) continue;
    const beside = neighbours && seriesBefore(name, neighbours, placeIn(neighbours, facts));
    return seriesBefore(name, posts, position, beside);
  }
  return null;
}
