import { ConfigError } from '../config/problem.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { withSeries } from '../project/series.ts';
import type { ProtocolDiagnostic } from '../reporters/lsp.ts';
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
  readonly #onTrouble: (error: ConfigError) => void;
  readonly #said = new Map<string, { json: string; id: string }>();
  /** Findings in configuration files, by address. */
  readonly #troubles = new Map<string, readonly ProtocolDiagnostic[]>();
  /** Of posts that are not open, and what they were found in. */
  readonly #closed = new WeakMap<Place, { key: string; reports: ReadonlyMap<string, Report> }>();
  #count = 0;

  /** @param onTrouble is told each time a post cannot be linted because of its configuration */
  constructor(linting: Linting, context: DiagnosticContext, onTrouble: (error: ConfigError) => void) {
    this.#linting = linting;
    this.#context = context;
    this.#onTrouble = onTrouble;
  }

  /** An open text linted; null where it is no post or cannot be linted. */
  post(uri: string): Promise<OpenPost | null> {
    return this.#unlessTroubled(() => this.#linting.post(uri));
  }

  async #unlessTroubled<T>(lint: () => Promise<T | null>): Promise<T | null> {
    try {
      return await lint();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const [file, found] of configDiagnostics(error, this.#context)) this.#troubles.set(file, found);
      this.#onTrouble(error);
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
    const post = await (atOnce ? this.#unlessTroubled(look) : this.post(uri));
    const buffer = this.#context.buffers.get(uri);
    if (post === null || !buffer)
      return this.#report(uri, buffer?.version ?? null, this.#troubles.get(uri) ?? []);
    const diagnostics = diagnosticsOf(post, uri, buffer.positions, this.#context);
    return this.#report(uri, post.version, diagnostics, !('isFinal' in post) || post.isFinal);
  }

  /** Addresses of the configuration files in which something is wrong. */
  troubled(): readonly string[] {
    return [...this.#troubles.keys()];
  }

  /** What is wrong with a file that is no post. */
  trouble(uri: string): Report {
    return this.#report(uri, null, this.#troubles.get(uri) ?? []);
  }

  /** Forgets what was wrong with configuration; returns the addresses of the files. */
  clearTroubles(): readonly string[] {
    const uris = this.troubled();
    this.#troubles.clear();
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
    const { parse } = place;
    const open = new Set(this.#linting.openIn(place).flatMap((uri) => fileOf(uri) ?? []));
    const linted: LintedPost[] = [];
    for (const path of place.archive.paths().filter((one) => !open.has(one))) {
      if (isCancelled()) return new Map();
      const post = await place.archive.linted(path);
      if (post) linted.push(post);
    }
    const beside = await this.#linting.knownIn(place, new Set(linted.map(({ result }) => result.path)));
    const options = { parse, fix: false, unsafe: false };
    const settled = await withSeries(linted, { beside, elsewhere: [] }, options);
    return new Map(settled.map((post) => this.#closedReport(post)));
  }

  #closedReport({ placed, result: { path, text, findings } }: LintedPost): [string, Report] {
    const uri = addressOf(path);
    const positions = storedPositions(text, this.#context.encoding);
    return [uri, this.#report(uri, null, diagnosticsOf({ placed, findings }, uri, positions, this.#context))];
  }

  #report(
    uri: string,
    version: number | null,
    diagnostics: readonly ProtocolDiagnostic[],
    isFinal = true,
  ): Report {
    const json = JSON.stringify(diagnostics);
    const said = this.#said.get(uri);
    const id = said?.json === json ? said.id : `${++this.#count}`;
    this.#said.set(uri, { json, id });
    return { version, diagnostics, id, isFinal };
  }
}
