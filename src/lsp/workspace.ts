import { basename, dirname, join } from 'node:path';
import { configNames, isConfigName } from '../config/discover.ts';
import { isTop } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import { stampOf } from '../workspace/stamp.ts';
import { addressOf, fileOf } from './addresses.ts';
import type { Begun } from './begun.ts';
import type { Client } from './client.ts';
import type { Editor } from './editor.ts';
import { type EditorOptions, readOptions, type StartOptions } from './options.ts';
import { parserFor } from './parsers.ts';
import { openPlace, type Place, placeOf, placeText } from './places.ts';
import type { Connection } from './protocol.ts';
import { ReadingProgress } from './reading-progress.ts';

/** Editors and version control change files in steps: what changed is looked at when it is quiet for so long, in milliseconds. */
const quiet = 100;

/** The longest that changed files wait for quiet, in milliseconds. */
const longestQuiet = 1_000;

const ignoreFiles = new Set(['.gitignore', '.recaplintignore']);

/** What the workspace tells of itself. */
export interface WorkspaceEvents {
  /** All that was known of configuration and posts is forgotten and read anew. */
  reopened(): void;
  /** The posts of a place, or what they depend on, are to be looked at again. */
  changed(place: Place): void;
  /** The configuration that holds for some posts of a place cannot be used. */
  troubled(error: ConfigError, place: Place): void;
}

/** The folders of the workspace, kept in step with the disk and with the user's options. */
export class Workspace {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #start: StartOptions;
  readonly #editor: Editor;
  readonly #events: WorkspaceEvents;
  #folders: readonly string[];
  #places: readonly Place[] = [];
  #touched = new Set<string>();
  /** What files of settings looked like when they were last looked at, for editors that do not tell of changed files. */
  readonly #stamps = new Map<string, string | null>();
  #timer: NodeJS.Timeout | undefined;
  /** Since when changed files have been waiting, by the clock of the process; null: none is. */
  #touchedSince: number | null = null;
  #sent: unknown;
  #opening: Promise<void> = Promise.resolve();

  constructor({ connection, client, start, editor, folders }: Begun, events: WorkspaceEvents) {
    this.#connection = connection;
    this.#client = client;
    this.#start = start;
    this.#editor = editor;
    this.#folders = folders;
    this.#events = events;
  }

  get places(): readonly Place[] {
    return this.#places;
  }

  placeOf(uri: string): Place {
    return placeOf(uri, this.#places);
  }

  /** Opens all folders anew, with the options that hold now. */
  open(): Promise<void> {
    const done = this.#opening.then(() => this.#open());
    this.#opening = done.catch(() => {});
    return done;
  }

  /** Reads what stands beside an open text, where that is no part of the workspace. */
  async lookBeside(uri: string): Promise<void> {
    if (fileOf(uri) === null) return;
    const place = this.placeOf(uri);
    const { revision } = place.archive;
    try {
      await place.archive.lookBeside(await placeText(uri, place));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    }
    if (place.archive.revision !== revision && this.#places.includes(place)) this.#events.changed(place);
  }

  async #open(): Promise<void> {
    const places: Place[] = [];
    for (const uri of [...this.#folders, null]) places.push(await this.#openPlace(uri));
    this.#places = places;
    this.#events.reopened();
    for (const place of places) this.#read(place);
  }

  async #openPlace(uri: string | null): Promise<Place> {
    const options = await this.#optionsOf(uri ?? undefined);
    const parser = await parserFor(options.parser, this.#editor);
    return openPlace(uri, options, {
      parser,
      trusted: this.#start.trusted,
      say: this.#editor.tell,
      troubled: this.#events.troubled,
    });
  }

  /** @param settings what an editor sends that cannot be asked for options */
  async changeOptions(settings: unknown): Promise<void> {
    if (!this.#client.answersConfiguration) this.#sent = sectionOf(settings);
    await this.open();
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.#folders = [...this.#folders.filter((uri) => !removed.includes(uri)), ...added];
    await this.open();
  }

  /** Is told of files that changed, came or went. */
  touch(uris: readonly string[]): void {
    for (const uri of uris) {
      const file = fileOf(uri);
      if (file !== null && !/[\\/](?:\.git|node_modules)[\\/]/.test(file)) this.#touched.add(file);
    }
    if (this.#touched.size === 0) return;
    const now = performance.now();
    this.#touchedSince ??= now;
    // Where something changes all the time, it is looked at all the same.
    const delay = Math.max(0, Math.min(quiet, this.#touchedSince + longestQuiet - now));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#touchedSince = null;
      this.#lookAgain().catch((error) => this.#editor.failed('reading changed files', error));
    }, delay);
  }

  /** Looks at the disk once more, for editors that do not tell of changed files. */
  lookAround(uri: string): void {
    if (this.#client.watchesFiles) return;
    const settings = [...this.placeOf(uri).session.configFiles(), ...settingFilesFor(fileOf(uri))];
    const changed = settings.filter((file) => {
      const [before, now] = [this.#stamps.get(file), stampOf(file)];
      this.#stamps.set(file, now);
      return before !== undefined && before !== now;
    });
    this.touch([uri, ...changed.map(addressOf)]);
  }

  async #lookAgain(): Promise<void> {
    const touched = this.#touched;
    this.#touched = new Set();
    const places = this.#places;
    if ([...touched].some((file) => this.#isSetting(file))) return this.open();
    for (const place of places) {
      place.session.forgetFiles();
      place.revision++;
      place.isRead = await place.archive.refresh(touched);
      if (this.#places === places) this.#events.changed(place);
    }
  }

  /** Whether it may change how any post is linted. */
  #isSetting(file: string): boolean {
    const name = basename(file);
    if (isConfigName(name) || ignoreFiles.has(name)) return true;
    return this.#places.some(({ session }) => session.configFiles().has(file));
  }

  #read(place: Place): void {
    place.ready = this.#readWithProgress(place)
      .catch((error) => this.#editor.failed('reading the posts', error))
      .then(() => {
        for (const file of place.session.configFiles()) this.#stamps.set(file, stampOf(file));
        if (this.#places.includes(place)) this.#events.changed(place);
      });
  }

  async #readWithProgress(place: Place): Promise<void> {
    const progress = new ReadingProgress(this.#client.showsProgress ? this.#connection : null);
    place.isRead = await place.archive.refresh(new Set(), (done, of) => {
      progress.say(done, of);
      return progress.isStopped || !this.#places.includes(place);
    });
    progress.end();
    if (progress.isStopped)
      this.#editor.log('Reading was stopped: posts are compared with no others until a file changes.');
  }

  async #optionsOf(scopeUri: string | undefined): Promise<EditorOptions> {
    const { options } = this.#start;
    if (!this.#client.answersConfiguration) return readOptions(this.#sent, this.#editor.tell, options);
    const item = { section: 'recaplint', ...(scopeUri !== undefined && { scopeUri }) };
    // An editor that cannot say what was set has set nothing.
    const given: unknown = await this.#connection.workspace.getConfiguration(item).catch((error) => {
      this.#editor.log(`The editor did not tell the options: ${error}`);
    });
    return readOptions(given, this.#editor.tell, options);
  }
}

/** Files that may decide how a file is linted, there or not: in its folder and those above it. */
function settingFilesFor(file: string | null): readonly string[] {
  if (file === null) return [];
  const folder = dirname(file);
  const own = [...configNames, ...ignoreFiles].map((name) => join(folder, name));
  return isTop(folder) ? own : [...own, ...settingFilesFor(folder)];
}

/** The options under their name, or the options themselves. */
function sectionOf(settings: unknown): unknown {
  const isGroup = typeof settings === 'object' && settings !== null && 'recaplint' in settings;
  return isGroup ? settings.recaplint : settings;
}
