import { setTimeout as wait } from 'node:timers/promises';
import { readOwnPackage } from '../config/pages.ts';
import type { ConfigError } from '../config/problem.ts';
import { pageSource } from '../project/rule-info.ts';
import { fileOf } from './addresses.ts';
import type { Begun } from './begun.ts';
import type { Buffer } from './buffers.ts';
import type { Client } from './client.ts';
import { said } from './editor.ts';
import { Linting } from './linting.ts';
import type { OpenPost } from './open-post.ts';
import type { Place } from './places.ts';
import type { Connection } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { Refreshes } from './refreshes.ts';
import { type Report, Reports } from './reports.ts';
import { statusOf } from './status.ts';
import { Workspace } from './workspace.ts';

/** How long the first findings of a text wait for the other posts to be read, in milliseconds. */
const patience = 200;
/** How long nothing must change before the whole workspace is looked at, in milliseconds. */
const pause = 1_000;

/** All that is open in one editor, and what is known of it. */
export class Desk {
  readonly workspace: Workspace;
  readonly #begun: Begun;
  readonly #linting: Linting;
  readonly #reports: Reports;
  readonly #refreshes: Refreshes;
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
  /** What is wrong with the configuration of a place. */
  readonly #problems = new Map<Place, string>();
  /** By open text that is looked at when it is saved: what was found then. */
  readonly #kept = new Map<string, Report>();

  constructor(begun: Begun) {
    const { connection, editor, client, buffers } = begun;
    const pageOf = pageSource(readOwnPackage());
    this.#begun = begun;
    this.#refreshes = new Refreshes(begun);
    this.workspace = new Workspace(begun, {
      reopened: () => this.#reopened(),
      changed: (place) => this.#placeChanged(place),
      troubled: (error, place) => this.#troubled(error, place),
    });
    const placeOf = (uri: string) => this.workspace.placeOf(uri);
    this.#linting = new Linting(buffers, placeOf);
    this.#reports = new Reports(
      this.#linting,
      { buffers, encoding: client.encoding, pageOf: (id) => pageOf(id, 'here') },
      (error, uri) => this.#troubled(error, placeOf(uri)),
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
    if (!this.#isQuiet(uri)) return;
    this.#kept.delete(uri);
    if (this.#publisher) this.#publisher.changed(uri);
    else this.#refreshes.diagnostics();
  }

  closed(uri: string): void {
    this.#linting.forget(uri);
    this.#waited.delete(uri);
    this.#looked.delete(uri);
    this.#besides.delete(uri);
    this.#kept.delete(uri);
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
    if (!this.buffer(uri)) return this.#storedReport(uri);
    const kept = this.#kept.get(uri);
    if (kept && this.#isQuiet(uri)) return kept;
    const version = this.buffer(uri)?.version;
    const atOnce = this.client.refreshesDiagnostics && this.#looked.get(uri) !== version;
    const report = await this.#report(uri, atOnce);
    if (report.version !== null) this.#looked.set(uri, report.version);
    if (!report.isFinal) this.#refreshes.diagnostics();
    // What is kept is that of no version: the text may have changed.
    if (this.#isQuiet(uri) && report.isFinal) this.#kept.set(uri, { ...report, version: null });
    return report;
  }

  async #storedReport(uri: string): Promise<Report> {
    const place = this.workspace.placeOf(uri);
    await place.ready;
    const path = fileOf(uri);
    return (path === null ? null : await this.#reports.stored(path, place)) ?? this.#reports.trouble(uri);
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
    // What a post is about is known once it was compared with its series.
    if (this.#begun.start.status && report.isFinal) await this.#tellStatus(uri);
    return report;
  }

  /** What is found in the whole workspace, as far as it is asked for; by address. */
  async reports(isCancelled: () => boolean): Promise<Map<string, Report>> {
    const found = new Map<string, Report>();
    const { buffers } = this.#begun;
    // All posts of a series may have to be compared anew: not while somebody writes.
    while (performance.now() - this.#lastChange < pause && !isCancelled()) await wait(pause / 4);
    for (const place of this.workspace.places) {
      while (!(await isOver(place.ready)) && !isCancelled());
      if (isCancelled()) return found;
      if (place.options.scope === 'workspace' && (place.isRead || place.folder === null)) {
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
    const place = this.workspace.placeOf(uri);
    const problem = this.#problems.get(place) ?? null;
    const parser = place.parser.name;
    const status = { uri, period, series, parser, trusted: start.trusted, problem };
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
    this.#kept.clear();
    this.#refreshes.lenses();
    for (const place of this.workspace.places) {
      for (const uri of this.#linting.openIn(place)) this.#lookBeside(uri);
      this.#placeChanged(place);
    }
  }

  #placeChanged(place: Place): void {
    this.#kept.clear();
    if (this.#publisher) this.#publisher.refresh(this.#linting.openIn(place));
    else this.#refreshes.diagnostics();
  }

  /** Configuration that is wrong is shown where it stands, and told once. */
  #troubled(error: ConfigError, place: Place): void {
    this.#problems.set(place, said(error.message));
    const files = this.#reports.keepTrouble(error);
    if (files.length === 0) return;
    this.#begun.editor.tell(`no findings, because the configuration cannot be used. ${error.message}`);
    if (!this.#publisher) this.#refreshes.diagnostics();
    else for (const uri of files) this.#sendTrouble(uri);
  }

  #forgetTroubles(): void {
    this.#problems.clear();
    const files = this.#reports.clearTroubles();
    if (files.length > 0) this.#begun.editor.forgetTold();
    for (const uri of files) if (this.#publisher) this.#sendTrouble(uri);
  }

  #sendTrouble(uri: string): void {
    const { diagnostics } = this.#reports.trouble(uri);
    this.#begun.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  }
}

/** Whether something is over within a moment. */
function isOver(done: Promise<unknown>): Promise<boolean> {
  return Promise.race([done.then(() => true), wait(pause / 4, false)]);
}
