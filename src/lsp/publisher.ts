import type { Editor } from './editor.ts';
import type { Report } from './reports.ts';

/** What takes no longer than this, in milliseconds, is done at once after each change. */
const instant = 100;
/** How long a change waits for the next one where looking at the text takes longer, so that several are looked at together. */
const pause = 10;
/** How long nothing must change before posts that depend on a changed one are looked at, in milliseconds. */
const quiet = 150;

/** What the publisher goes by. */
export interface Publishing {
  /** Works out what is found in an open text now; with `atOnce`, what takes long may be left for later. */
  report(uri: string, atOnce: boolean): Promise<Report>;
  /** The version of a text that is open now; undefined once it is closed. */
  versionOf(uri: string): number | undefined;
  /** Addresses of the open texts whose findings may depend on another. */
  dependents(uri: string): readonly string[];
  send(uri: string, report: Report): void;
}

/** Sends findings to an editor that does not ask for them: soon after a change, and never those of an old text. */
export class Publisher {
  readonly #publishing: Publishing;
  readonly #editor: Editor;
  readonly #waiting = new Map<string, NodeJS.Timeout | NodeJS.Immediate>();
  /** How long it took last, by address, in milliseconds. */
  readonly #costs = new Map<string, number>();
  /** What was sent last, by address. */
  readonly #sent = new Map<string, string>();
  /** Texts that are being looked at because they have changed. */
  readonly #busy = new Map<string, Promise<void>>();
  readonly #changed = new Set<string>();
  /** Texts that wait for a closer look. */
  readonly #unfinished = new Set<string>();
  #later: NodeJS.Timeout | undefined;

  constructor(publishing: Publishing, editor: Editor) {
    this.#publishing = publishing;
    this.#editor = editor;
  }

  /** A text was opened or has changed. */
  changed(uri: string): void {
    this.#cancel(uri);
    const cost = this.#costs.get(uri) ?? 0;
    const work = () => {
      this.#waiting.delete(uri);
      const done = this.#publish(uri, true);
      this.#busy.set(uri, done);
      done.finally(() => this.#busy.delete(uri));
    };
    // A short post is ready before the next key is pressed. Changes that come while a long one is looked at would queue up.
    this.#waiting.set(uri, cost <= instant ? setImmediate(work) : setTimeout(work, pause));
    this.#changed.add(uri);
    this.#lookAtDependents();
  }

  /** What open texts depend on has changed. */
  async refresh(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      // What is being looked at was asked for by a change: it may be sent first.
      await this.#busy.get(uri);
      if (!this.#waiting.has(uri)) await this.#publish(uri, false);
    }
  }

  closed(uri: string): void {
    this.#cancel(uri);
    this.#costs.delete(uri);
    this.#sent.delete(uri);
    this.#unfinished.delete(uri);
    this.#publishing.send(uri, { version: null, diagnostics: [], id: '', isFinal: true });
    this.#changed.add(uri);
    this.#lookAtDependents();
  }

  /** @param isNew whether the text is: an editor waits for the findings of each version, and soon */
  async #publish(uri: string, isNew: boolean): Promise<void> {
    try {
      await this.#look(uri, isNew);
    } catch (error) {
      this.#editor.failed(`looking at ${uri}`, error);
    }
  }

  async #look(uri: string, isNew: boolean): Promise<void> {
    const started = performance.now();
    const report = await this.#publishing.report(uri, isNew);
    const version = this.#publishing.versionOf(uri);
    if (version === undefined) return;
    this.#costs.set(uri, performance.now() - started);
    const isStale = report.version !== null && report.version !== version;
    if (isStale || (!isNew && this.#sent.get(uri) === report.id)) return;
    this.#sent.set(uri, report.id);
    this.#publishing.send(uri, report);
    if (report.isFinal) return;
    this.#unfinished.add(uri);
    this.#lookAtDependents();
  }

  #lookAtDependents(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => {
      const dependents = new Set([...this.#changed].flatMap((uri) => this.#publishing.dependents(uri)));
      const due = new Set([...this.#unfinished, ...dependents]);
      this.#changed.clear();
      this.#unfinished.clear();
      this.refresh([...due]);
    }, quiet);
  }

  #cancel(uri: string): void {
    const waiting = this.#waiting.get(uri);
    if (waiting === undefined) return;
    clearTimeout(waiting as NodeJS.Timeout);
    clearImmediate(waiting as NodeJS.Immediate);
    this.#waiting.delete(uri);
  }
}
