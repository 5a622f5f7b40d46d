import { createHash } from 'node:crypto';
import { ConfigError } from '../config/problem.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { withSeries } from '../project/series.ts';
import type { ProtocolDiagnostic } from '../reporters/lsp.ts';
import { isTurnDue, nextTurn } from '../workspace/turns.ts';
import { addressOf, fileOf } from './addresses.ts';
import { configDiagnostics, type DiagnosticContext, diagnosticsOf, storedPositions } from './diagnostics.ts';
import type { Linting } from './linting.ts';
import type { OpenPost } from './open-post.ts';
import type { Place } from './places.ts';

/** The findings of one text, as the editor is told. */
export interface Report {
  /** Of the text that was linted; null where it is read from disk. */
  readonly version: number | null;
  readonly diagnostics: readonly ProtocolDiagnostic[];
  /** Stays the same while they do. */
  readonly id: string;
  /** Whether a closer look would find the same. */
  readonly isFinal: boolean;
}

/** Says what is found, in texts that are open and in those that are not. */
export class Reports {
  readonly #linting: Linting;
  readonly #context: DiagnosticContext;
  readonly #onTrouble: (error: ConfigError, uri: string) => void;
  /** Findings in configuration files, by address. */
  readonly #troubles = new Map<string, readonly ProtocolDiagnostic[]>();
  readonly #messages = new Set<string>();
  /** Of posts that are not open, and what they were found in. */
  readonly #closed = new WeakMap<Place, { key: string; reports: ReadonlyMap<string, Report> }>();

  /** @param onTrouble is told each time a post cannot be linted because of its configuration */
  constructor(
    linting: Linting,
    context: DiagnosticContext,
    onTrouble: (error: ConfigError, uri: string) => void,
  ) {
    this.#linting = linting;
    this.#context = context;
    this.#onTrouble = onTrouble;
  }

  /** An open text linted; null where it is no post or cannot be linted. */
  post(uri: string): Promise<OpenPost | null> {
    return this.#unlessTroubled(uri, () => this.#linting.post(uri));
  }

  async #unlessTroubled<T>(uri: string, lint: () => Promise<T | null>): Promise<T | null> {
    try {
      return await lint();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#onTrouble(error, uri);
      return null;
    }
  }

  /**
   * What is found in an open text; in a configuration file, what is wrong with it.
   *
   * @param atOnce whether what takes long may be left for later
   */
  async open(uri: string, atOnce: boolean): Promise<Report> {
    const look = () => this.#linting.firstLook(uri);
    const post = await (atOnce ? this.#unlessTroubled(uri, look) : this.post(uri));
    const buffer = this.#context.buffers.get(uri);
    if (post === null || !buffer) return this.#report(buffer?.version ?? null, this.#troubles.get(uri) ?? []);
    const diagnostics = diagnosticsOf(post, uri, buffer.positions, this.#context);
    return this.#report(post.version, diagnostics, !('isFinal' in post) || post.isFinal);
  }

  /** Keeps what is wrong with configuration; returns the addresses of the files, none where that was known. */
  keepTrouble(error: ConfigError): readonly string[] {
    // All posts that a broken configuration holds for come with the same one.
    const isKnown = this.#messages.has(error.message);
    this.#messages.add(error.message);
    const found = isKnown ? [] : [...configDiagnostics(error, this.#context)];
    for (const [file, diagnostics] of found) this.#troubles.set(file, diagnostics);
    return found.map(([file]) => file);
  }

  /** Addresses of the configuration files in which something is wrong. */
  troubled(): readonly string[] {
    return [...this.#troubles.keys()];
  }

  /** What is wrong with a file that is no post. */
  trouble(uri: string): Report {
    return this.#report(null, this.#troubles.get(uri) ?? []);
  }

  /** Forgets what was wrong with configuration; returns the addresses of the files. */
  clearTroubles(): readonly string[] {
    const uris = this.troubled();
    this.#troubles.clear();
    this.#messages.clear();
    return uris;
  }

  /** What is found in the posts of a place that are not open, with what their series adds; by address. */
  async closed(place: Place, isCancelled: () => boolean): Promise<ReadonlyMap<string, Report>> {
    const known = this.#closed.get(place);
    const key = await this.#linting.stateOf(place);
    if (known?.key === key) return known.reports;
    const reports = await this.#lintClosed(place, isCancelled);
    if (!isCancelled()) this.#closed.set(place, { key, reports });
    return reports;
  }

  async #lintClosed(place: Place, isCancelled: () => boolean): Promise<ReadonlyMap<string, Report>> {
    const { parse } = place.parser;
    const open = new Set(this.#linting.openIn(place).flatMap((uri) => fileOf(uri) ?? []));
    const linted: LintedPost[] = [];
    for (const path of place.archive.paths().filter((one) => !open.has(one))) {
      if (isTurnDue()) await nextTurn();
      if (isCancelled()) return new Map();
      const post = await place.archive.linted(path);
      if (post) linted.push(post);
    }
    const beside = await this.#linting.knownIn(place, new Set(linted.map(({ result }) => result.path)));
    const options = { parse, fix: false, unsafe: false };
    const settled = await withSeries(linted, { beside, elsewhere: [] }, options);
    return new Map(settled.map((post) => this.#closedReport(post)));
  }

  /** What is found in a post that is not open; null where there is none. */
  async stored(path: string, place: Place): Promise<Report | null> {
    const linted = await place.archive.linted(path);
    if (!linted) return null;
    const beside = await this.#linting.knownIn(place, new Set([path]));
    const options = { parse: place.parser.parse, fix: false, unsafe: false };
    const [post] = await withSeries([linted], { beside, elsewhere: [] }, options);
    return this.#closedReport(post!)[1];
  }

  #closedReport({ placed, result: { path, text, findings } }: LintedPost): [string, Report] {
    const uri = addressOf(path);
    const positions = storedPositions(text, this.#context.encoding);
    return [uri, this.#report(null, diagnosticsOf({ placed, findings }, uri, positions, this.#context))];
  }

  #report(version: number | null, diagnostics: readonly ProtocolDiagnostic[], isFinal = true): Report {
    const id = createHash('sha256').update(JSON.stringify(diagnostics)).digest('base64url').slice(0, 16);
    return { version, diagnostics, id, isFinal };
  }
}
