import { isInside } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import type { Document, Parse } from '../document/document.ts';
import type { KnownPost } from '../project/known.ts';
import { type LintedPost, type LintPostOptions, lintBytes, lintText } from '../project/lint-post.ts';
import { documentOf } from '../project/placed-document.ts';
import { groupsOf, placeIn, withSeries } from '../project/series.ts';
import type { PlacedPost } from '../project/session.ts';
import type { Series } from '../series/facts.ts';
import { seriesBefore } from '../series/history.ts';
import { isPost } from '../workspace/find.ts';
import { isReached } from '../workspace/reach.ts';
import { fileOf, isNotebookCell, nameOf } from './addresses.ts';
import type { Buffer, Buffers } from './buffers.ts';
import { carriedFindings } from './carried.ts';
import type { OpenPost } from './open-post.ts';
import { type Place, placeText } from './places.ts';

/** A comparison with the series that takes longer than this, in milliseconds, waits until nobody writes. */
const longestComparison = 20;

/** How long one plugin of remark may keep an open text waiting, in milliseconds. */
const patience = 5_000;

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
  /** How long it took to compare it, in milliseconds. */
  readonly cost: number;
}

/** What is found in an open text as far as it is known at once. */
export interface FirstLook extends Pick<OpenPost, 'version' | 'placed' | 'findings'> {
  /** Whether a closer look would find the same. */
  readonly isFinal: boolean;
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
    return this.#inTurn(() => this.#post(uri));
  }

  /**
   * As {@link post}, but in a long series what the series adds may be that of the text before.
   *
   * @throws ConfigError
   */
  firstLook(uri: string): Promise<FirstLook | null> {
    return this.#inTurn(() => this.#firstLook(uri));
  }

  /** Addresses of the open posts of a place. */
  openIn(place: Place): readonly string[] {
    return this.#buffers.all().flatMap(({ uri }) => (this.#placeOf(uri) === place ? [uri] : []));
  }

  forget(uri: string): void {
    this.#alone.delete(uri);
    this.#settled.delete(uri);
  }

  /** One after the other: what two callers ask for is worked out once. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #firstLook(uri: string): Promise<FirstLook | null> {
    const before = this.#settled.get(uri);
    if (before && before.cost > longestComparison) {
      const alone = await this.#lintAlone(uri);
      const isNew = alone && alone.document !== before.post.document;
      if (isNew && alone.linted.placed.resolved === before.post.placed.resolved) {
        const { version } = alone.buffer;
        const findings = carriedFindings(alone.linted, before.post);
        return { version, placed: alone.linted.placed, findings, isFinal: false };
      }
    }
    const post = await this.#post(uri);
    return post && { version: post.version, placed: post.placed, findings: post.findings, isFinal: true };
  }

  async #post(uri: string): Promise<OpenPost | null> {
    const alone = await this.#lintAlone(uri);
    if (!alone) return null;
    const company = await this.#companyOf(alone);
    const key = `${alone.id} ${company.key}`;
    const known = this.#settled.get(uri);
    if (known?.key === key) return known.post;
    const started = performance.now();
    const post = await settled(alone, company);
    if (this.#buffers.get(uri)) this.#settled.set(uri, { key, post, cost: performance.now() - started });
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
    const document = documentOf(buffer.text, placed, place.parser.parse);
    const path = fileOf(uri) ?? placed.path;
    const linted = await lintOpen(path, buffer.text, placed, optionsFor(document, place.parser.parse));
    const alone = { id: this.#count++, buffer, place, revision, document, linted };
    // Closed meanwhile: nobody would take it away again.
    if (this.#buffers.get(uri)) this.#alone.set(uri, alone);
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

/** As a file with this text is linted: one with a NUL character is no text. */
function lintOpen(
  path: string,
  text: string,
  placed: PlacedPost,
  options: LintPostOptions,
): Promise<LintedPost> {
  if (text.includes('\0')) return lintBytes(path, new TextEncoder().encode(text), placed, options);
  return lintText(path, text, placed, options);
}

function optionsFor(document: Document, parse: Parse): LintPostOptions {
  const documentOf = (text: string) => (text === document.source ? document : null);
  return { parse, fix: false, unsafe: false, documentOf, patience };
}

/** A post with what its series adds; by itself, as long as the posts of its place are not read. */
async function settled({ buffer, place, document, linted }: Alone, { posts }: Company): Promise<OpenPost> {
  const { parse } = place.parser;
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
