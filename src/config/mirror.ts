import { existsSync, realpathSync } from 'node:fs';
import { isInside } from './folders.ts';
import type { ConfigLoader, Layer, LoadedConfig } from './load.ts';
import { ConfigError } from './problem.ts';
import type { ConfigSource } from './source.ts';

/** A folder that holds the configuration of another one as it was at some time. */
export interface Mirror {
  /** Real path of the folder whose configuration is looked for elsewhere. */
  readonly top: string;
  /** Where it is looked for. */
  readonly folder: string;
}

/** A path as it is written, and as it is in the mirror. */
interface Seen {
  readonly there: string;
  /** The mirrored folder, by the way that the path takes to it. */
  readonly top: string;
}

/** Reads configuration in the mirror. What it says of files is said of those that they mirror. */
export function mirrored(loader: ConfigLoader, mirror: Mirror): ConfigLoader {
  const nearest = new Map<string, Promise<LoadedConfig>>();
  const restorers = new Map<string, Restorer>();
  const load = async (path: string, read: (path: string) => Promise<LoadedConfig>): Promise<LoadedConfig> => {
    const seen = seenIn(mirror, path);
    if (seen === null) return read(path);
    const restorer = restorers.get(seen.top) ?? restorerTo(seen.top, mirror.folder);
    restorers.set(seen.top, restorer);
    try {
      return restorer.config(await read(seen.there));
    } catch (error) {
      throw error instanceof ConfigError ? restorer.error(error) : error;
    }
  };
  return {
    nearest(path) {
      const known = nearest.get(path) ?? load(path, loader.nearest);
      nearest.set(path, known);
      return known;
    },
    named: (file) => load(file, loader.named),
  };
}

/** Null for a path outside. One that leads inside through a link is inside. */
function seenIn({ top, folder }: Mirror, path: string): Seen | null {
  const real = existsSync(path) ? realpathSync(path) : path;
  if (!isInside(top, real)) return null;
  const below = real.slice(top.length);
  const isPlain = path.endsWith(below);
  return { there: folder + below, top: isPlain ? path.slice(0, path.length - below.length) : top };
}

/** Says of the mirrored folder what is said of the mirror, of one thing always by the same object. */
interface Restorer {
  config(loaded: LoadedConfig): LoadedConfig;
  error(error: ConfigError): ConfigError;
}

function restorerTo(top: string, folder: string): Restorer {
  const back = (path: string) => (isInside(folder, path) ? top + path.slice(folder.length) : path);
  return {
    config: remembering((loaded) => ({
      ...loaded,
      file: loaded.file && back(loaded.file),
      layers: loaded.layers.map((layer) => layerBack(layer, back)),
      code: loaded.code.map(back),
    })),
    error: remembering((error) => errorBack(error, folder, top)),
  };
}

/** Many folders have one configuration: who asks for each of them gets one answer. */
function remembering<Known extends object>(make: (known: Known) => Known): (known: Known) => Known {
  const made = new WeakMap<Known, Known>();
  return (known) => {
    const answer = made.get(known) ?? make(known);
    made.set(known, answer);
    return answer;
  };
}

function layerBack(layer: Layer, back: (path: string) => string): Layer {
  const source: ConfigSource | null = layer.source && { ...layer.source, file: back(layer.source.file) };
  return { ...layer, name: back(layer.name), folder: back(layer.folder), source };
}

function errorBack({ problems }: ConfigError, folder: string, top: string): ConfigError {
  return new ConfigError(
    problems.map((problem) => ({
      ...problem,
      file: problem.file.replace(folder, top),
      message: problem.message.replaceAll(folder, top),
    })),
  );
}
