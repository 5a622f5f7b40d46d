import { once } from 'node:events';
import { dirname, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { ignoreScope } from '../workspace/ignore-files.ts';
import { beginAccounts, endAccounts } from './account.ts';
import type { Flags } from './flags.ts';
import { lintPosts } from './lint.ts';
import { explainFailure, notify } from './messages.ts';
import { progress } from './progress.ts';
import { leave } from './strangers.ts';
import { isWatched, placesOf, type WatchedPlaces, withConfigs } from './watched-places.ts';

/** Editors and programs write in steps: a run starts when nothing has changed for so long, in milliseconds. */
const quiet = 100;
/** Where something changes all the time, it starts after so many times that. */
const patience = 10;

/**
 * Lints, and lints again when something changes that the findings depend on. A run is a whole run, and the next one
 * starts when it is over. Ends with the process.
 */
export async function watchCommand(
  paths: readonly string[],
  flags: Flags,
  argv: readonly string[],
): Promise<never> {
  const cwd = process.cwd();
  // Nobody reads any more: a run that is over then ends, this one would go on for ever.
  process.stdout.on('error', () => leave(0));
  const changes = new Changes();
  let places = firstPlaces(paths, flags, cwd);
  let watcher = await open(places, changes);
  for (;;) {
    const { configs, outcome } = await lintOnce(paths, flags, argv);
    const grown = withConfigs(places, configs);
    if (grown.files.size > places.files.size) {
      const before = watcher;
      places = grown;
      watcher = await open(places, changes);
      await before.close();
    }
    endAccounts(null);
    notify(`${outcome}waiting for changes, Ctrl-C ends.`);
    notify(`${names(await nextChanges(changes, places), cwd)} changed.`);
  }
}

/** Starts to watch; what happens from now on is not missed. */
async function open(places: WatchedPlaces, changes: Changes): Promise<FSWatcher> {
  const watcher = watch([...places.roots, ...places.above], {
    ignored: (path) => !isWatched(places, path),
    ignoreInitial: true,
    // What a file is replaced by is waited for here, for all files at once.
    atomic: false,
  });
  watcher.on('error', (error) => notify(`not everything is watched: ${(error as Error).message}`));
  watcher.on('all', (_, path) => changes.add(path));
  await once(watcher, 'ready');
  return watcher;
}

function firstPlaces(paths: readonly string[], flags: Flags, cwd: string): WatchedPlaces {
  const reports = [flags.outputFile, ...flags.format.map(({ file }) => file)];
  return placesOf(
    paths.length === 0 ? ['.'] : paths,
    cwd,
    [flags.config, flags.facts, flags.baseline].filter((file) => file !== undefined),
    reports.filter((file) => typeof file === 'string'),
  );
}

/** One run. What it cannot go on with may be mended while it is watched. */
async function lintOnce(paths: readonly string[], flags: Flags, argv: readonly string[]) {
  progress.begin();
  beginAccounts();
  try {
    const { code, posts } = await lintPosts(paths, flags, argv);
    process.exitCode = code;
    const outcome = `${posts.length === 1 ? '1 post' : `${posts.length} posts`} linted; `;
    return { configs: new Set(posts.map(({ placed }) => placed.config)), outcome };
  } catch (error) {
    process.exitCode = 2;
    explainFailure(error);
    return { configs: [], outcome: '' };
  }
}

/** What has changed since somebody asked last. */
class Changes {
  readonly #paths = new Set<string>();
  #events = 0;
  #wake = () => {};

  add(path: string): void {
    this.#paths.add(path);
    this.#events++;
    this.#wake();
  }

  /** The paths, ordered, once there is one and it is quiet again. */
  async next(): Promise<readonly string[]> {
    while (this.#paths.size === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    for (let waits = 0, before = -1; waits < patience && before !== this.#events; waits++) {
      before = this.#events;
      await setTimeout(quiet);
    }
    const paths = [...this.#paths].sort();
    this.#paths.clear();
    return paths;
  }
}

/** The next changes of what no ignore file hides: what a site generator writes is no reason to lint again. */
async function nextChanges(changes: Changes, { files }: WatchedPlaces): Promise<readonly string[]> {
  for (;;) {
    const shown: string[] = [];
    const scopes = new Map<string, ReturnType<typeof ignoreScope>>();
    for (const path of await changes.next()) {
      const folder = dirname(path);
      const scope = scopes.get(folder) ?? ignoreScope(folder);
      scopes.set(folder, scope);
      if (files.has(path) || !(await scope).hides(path, false)) shown.push(path);
    }
    if (shown.length > 0) return shown;
  }
}

function names(paths: readonly string[], cwd: string): string {
  const [first, ...others] = paths.map((path) => `"${relative(cwd, path) || '.'}"`);
  if (others.length === 0) return first!;
  return `${first} and ${others.length === 1 ? others[0] : `${others.length} others`}`;
}
