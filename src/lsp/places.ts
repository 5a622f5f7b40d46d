import { dirname, join } from 'node:path';
import { isInside } from '../config/folders.ts';
import type { ConfigError } from '../config/problem.ts';
import type { NamedParser } from '../project/parser.ts';
import { openSession, type PlacedPost, type Session } from '../project/session.ts';
import { fileOf, nameOf } from './addresses.ts';
import { Archive } from './archive.ts';
import type { EditorOptions } from './options.ts';

/** A folder of the workspace with all that holds for the posts in it; one more stands for what lies in no folder. */
export interface Place {
  /** Address of the folder; null for what lies in none. */
  readonly uri: string | null;
  /** Absolute path; null as well where the folder is not on this machine. */
  readonly folder: string | null;
  readonly options: EditorOptions;
  readonly parser: NamedParser;
  readonly session: Session;
  readonly archive: Archive;
  /** Settled once the posts of the folder have been read for the first time, or reading them was given up. */
  ready: Promise<void>;
  /** Whether all of them have: posts are compared with a whole archive or with none. */
  isRead: boolean;
  /** Goes up when files have come or gone that posts may point at. */
  revision: number;
}

/** What every place goes by. */
export interface PlaceBasis {
  readonly parser: NamedParser;
  /** Whether programs in the workspace may run. */
  readonly trusted: boolean;
  readonly say: (message: string) => void;
  /** Is told of configuration that cannot be used. */
  readonly troubled: (error: ConfigError, place: Place) => void;
}

/** Opens a folder anew: its configuration and its posts are read again. Reads nothing yet. */
export function openPlace(uri: string | null, options: EditorOptions, basis: PlaceBasis): Place {
  const { parser, trusted, say, troubled } = basis;
  const folder = uri === null ? null : fileOf(uri);
  const config = options.configFile === '' ? {} : { config: options.configFile };
  const flags = { ...config, rule: [], code: trusted, inlineConfig: true };
  const session = openSession(flags, folder ?? '/', say);
  const archive = new Archive(folder, session, parser.parse, (error) => troubled(error, place));
  const ready = Promise.resolve();
  const place: Place = { uri, folder, options, parser, session, archive, ready, isRead: false, revision: 0 };
  return place;
}

/** The innermost of some places that an address lies in; the last of them is the one for all others. */
export function placeOf(uri: string, places: readonly Place[]): Place {
  const path = fileOf(uri);
  const holding = places.filter(({ folder }) => path !== null && folder !== null && isInside(folder, path));
  const [innermost] = holding.sort((a, b) => b.folder!.length - a.folder!.length);
  if (innermost) return innermost;
  // A text without a file goes by the first folder: that is where it will be saved.
  return path === null ? places[0]! : places.at(-1)!;
}

/**
 * How a text is linted. One without a file is taken for a new one in the folder, of which no links can be checked.
 *
 * @throws ConfigError
 */
export async function placeText(uri: string, { folder, session }: Place): Promise<PlacedPost> {
  const path = fileOf(uri);
  if (path !== null)
    return session.place(path, folder !== null && isInside(folder, path) ? folder : dirname(path));
  const base = folder ?? '/';
  const placed = await session.place(join(base, nameOf(uri) || 'untitled.md'), base);
  return { ...placed, files: null };
}
