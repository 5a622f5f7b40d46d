import { setTimeout as wait } from 'node:timers/promises';
import { pageAddress, readOwnPackage } from '../config/pages.ts';
import type { ConfigError } from '../config/problem.ts';
import type { NamedParser } from '../project/parser.ts';
import { addressOf } from './addresses.ts';
import type { Buffer, Buffers } from './buffers.ts';
import type { Client } from './client.ts';
import type { Editor } from './editor.ts';
import { Linting } from './linting.ts';
import type { OpenPost } from './open-post.ts';
import type { StartOptions } from './options.ts';
import type { Place } from './places.ts';
import type { Connection } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { type Report, Reports } from './reports.ts';
import { statusOf } from './status.ts';
import { Workspace } from './workspace.ts';

/** How long the first findings of a text wait for the other posts to be read, in milliseconds. */
const patience = 200;
/** How long nothing must change before the whole workspace is looked at, in milliseconds. */
const pause = 1_000;
/** How long nothing must change before an editor is told to ask again, in milliseconds. */
const quiet = 150;

/** What one editor has told of itself, and the texts that it has open. */
export interface Begun {
  readonly connection: Connection;
  readonly editor: Editor;
  readonly client: Client;
  readonly start: StartOptions;
  readonly buffers: Buffers;
  /** Addresses of the folders of the workspace. */
  readonly folders: readonly string[];
}

/** All that is open in one editor, and what is known of it. */
export class Desk {
  readonly workspace: Workspace;
  readonly parser: NamedParser;
  readonly #begun: Begun;
  readonly #linting: Linting;
  readonly #reports: Reports;
  /** Null where the editor asks for findings. */
  readonly #publisher: Publisher | null;
  /** Texts whose first findings have waited for the other posts. */
  readonly #waited = new Set<string>();
  /** By open text: the version that an editor has had a first look at. */
  readonly #looked = new Map<string, number>();
  /** By open text: the reading of what stands beside it. */
  readonly #besides = new Map<string, Promise<void>>();
  /** When a text changed last, by the clock of the process. */
  #lastChange = Number.NEGATIVE_INFINITY;
  /** What is wrong with the configuration. */
  #problem: string | null = null;
  #refreshing: NodeJS.Timeout | undefined;

  constructor(begun: Begun, parser: NamedParser) {
    const { connection, editor, client, buffers } = begun;
    const own = readOwnPackage();
    this.#begun = begun;
    this.parser = parser;
    this.workspace = new Workspace(begun, parser.parse, {
      reopened: () => this.#reopened(),
      changed: (place) => this.#placeChanged(place),
    });
    const placeOf = (uri: string) => this.workspace.placeOf(uri);
    this.#linting = new Linting(buffers, placeOf);
    this.#reports = new Reports(
      this.#linting,
      { buffers, encoding: client.encoding, pageOf: (id) => pageAddress(id, own, 'here') },
      (error) => this.#troubled(error),
    );
    const publishing = {
      report: (uri: string, atOnce: boolean) => this.#report(uri, atOnce),
      versionOf: (uri: string) => buffers.get(uri)?.version,
      dependents: (uri: string) => this.#linting.openIn(placeOf(uri)).filter((other) => other !== uri),
      send: (uri: string, { version, diagnostics }: Report) => {
        const versioned = version === null ? {} : { version };
        connection.sendDiagnostics({ uri, ...versioned, diagnostics: [...diagnostics] });
      },
    };
    this.#publisher = client.pulls ? null : new Publisher(publishing, editor);
  }

  get client(): Client {
    return this.#begun.client;
  }

  get connection(): Connection {
    return this.#begun.connection;
  }

  /** Whether the editor has a command for timelines. */
  get showsTimelines(): boolean {
    return this.#begun.start.status;
  }

  /** A text was opened or has changed. */
  changed(uri: string): void {
    this.#lastChange = performance.now();
    if (!this.#isQuiet(uri)) this.#publisher?.changed(uri);
  }

  opened(uri: string): void {
    this.workspace.lookAround(uri);
    this.#lookBeside(uri);
    this.#publisher?.changed(uri);
  }

  saved(uri: string): void {
    this.workspace.lookAround(uri);
    if (this.#isQuiet(uri)) this.#publisher?.changed(uri);
  }

  closed(uri: string): void {
    this.#linting.forget(uri);
    this.#waited.delete(uri);
    this.#looked.delete(uri);
    this.#besides.delete(uri);
    this.#publisher?.closed(uri);
  }

  /** An open text, linted; null where it is no post, or cannot be linted. */
  post(uri: string): Promise<OpenPost | null> {
    return this.#reports.post(uri);
  }

  buffer(uri: string): Buffer | undefined {
    return this.#begun.buffers.get(uri);
  }

  /** What is found in an open text, for an editor that asks; where it can be told to ask again, first what is known at once. */
  async report(uri: string): Promise<Report> {
    const version = this.buffer(uri)?.version;
    const atOnce = this.client.refreshesDiagnostics && this.#looked.get(uri) !== version;
    const report = await this.#report(uri, atOnce);
    if (report.version !== null) this.#looked.set(uri, report.version);
    if (!report.isFinal) this.#askAgain();
    return report;
  }

  async #report(uri: string, atOnce: boolean): Promise<Report> {
    const place = this.workspace.placeOf(uri);
    if (!this.#waited.has(uri)) {
      this.#waited.add(uri);
      const mayAskAgain = this.#publisher !== null || this.#begun.client.refreshesDiagnostics;
      const all = Promise.all([place.ready, this.#besides.get(uri)]);
      await (mayAskAgain ? Promise.race([all, wait(patience)]) : all);
    }
    const report = await this.#reports.open(uri, atOnce);
    if (this.#begun.start.status) await this.#tellStatus(uri);
    return report;
  }

  /** What is found in the whole workspace, as far as it is asked for; by address. */
  async reports(isCancelled: () => boolean): Promise<Map<string, Report>> {
    const found = new Map<string, Report>();
    const { buffers } = this.#begun;
    // All posts of a series may have to be compared anew: not while somebody writes.
    while (performance.now() - this.#lastChange < pause && !isCancelled()) await wait(pause / 4);
    for (const place of this.workspace.places) {
      await place.ready;
      if (isCancelled()) return found;
      if (place.options.scope === 'workspace') {
        for (const [uri, report] of await this.#reports.closed(place, isCancelled)) found.set(uri, report);
      }
    }
    for (const { uri } of buffers.all()) found.set(uri, await this.#reports.open(uri, false));
    for (const uri of this.#reports.troubled()) found.set(uri, this.#reports.trouble(uri));
    return found;
  }

  /** What an editor shows of a post all the time. */
  async #tellStatus(uri: string): Promise<void> {
    const post = await this.post(uri);
    const { period, series } = post ? statusOf(post) : { period: null, series: null };
    const { connection, start } = this.#begun;
    const problem = this.#problem;
    const status = { uri, period, series, parser: this.parser.name, trusted: start.trusted, problem };
    await connection.sendNotification('recaplint/status', status);
  }

  #lookBeside(uri: string): void {
    const { editor } = this.#begun;
    const done = this.workspace.lookBeside(uri);
    this.#besides.set(
      uri,
      done.catch((error) => editor.failed(`looking beside ${uri}`, error)),
    );
  }

  /** Whether a text is looked at when it is saved, and not before. */
  #isQuiet(uri: string): boolean {
    return this.workspace.placeOf(uri).options.run === 'onSave';
  }

  #reopened(): void {
    this.#forgetTroubles();
    this.#waited.clear();
    for (const place of this.workspace.places) {
      for (const uri of this.#linting.openIn(place)) this.#lookBeside(uri);
      this.#placeChanged(place);
    }
  }

  #placeChanged(place: Place): void {
    if (this.#publisher) {
      this.#publisher
        .refresh(this.#linting.openIn(place))
        .catch((error) => this.#begun.editor.failed('looking at what changed', error));
    } else this.#askAgain();
  }

  #askAgain(): void {
    const { client, connection, editor } = this.#begun;
    if (!client.refreshesDiagnostics) return;
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => {
      connection.languages.diagnostics
        .refresh()
        .catch((error) => editor.failed('asking the editor to look again', error));
    }, quiet);
  }

  /** Configuration that is wrong is shown where it stands, and told once. */
  #troubled(error: ConfigError): void {
    this.#problem = error.message;
    this.#begun.editor.tell(`no findings, because the configuration cannot be used. ${error.message}`);
    if (!this.#publisher) this.#askAgain();
    else for (const uri of new Set(error.problems.map(({ file }) => addressOf(file)))) this.#sendTrouble(uri);
  }

  #forgetTroubles(): void {
    this.#problem = null;
    for (const uri of this.#reports.clearTroubles()) if (this.#publisher) this.#sendTrouble(uri);
  }

  #sendTrouble(uri: string): void {
    const { diagnostics } = this.#reports.trouble(uri);
    this.#begun.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}
