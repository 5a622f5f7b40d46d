import { existsSync, lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** What says where a user's caches are kept. */
export interface Home {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Id of the user that this process runs as; undefined where the system has none. */
  readonly uid: number | undefined;
  /** The user's folder. @throws for a user whom the system does not know, as in a container that is given a number alone */
  readonly folder: () => string;
}

/** That of this process. */
export const ownHome = (): Home => ({
  env: process.env,
  platform: process.platform,
  uid: process.geteuid?.(),
  folder: homedir,
});

/**
 * Where compiled code is kept: in the user's caches, or in the folder that `NODE_COMPILE_CACHE` names. Null where nothing is
 * to be kept: what says so to Node says so here.
 *
 * @throws as {@link Home.folder}
 */
export function cacheFolder({ env, platform, folder }: Home): string | null {
  // What V8 counts as covered would be wrong in code that comes out of a cache.
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return null;
  const caches = env.NODE_COMPILE_CACHE || userCaches(env, platform, folder);
  return isAbsolute(caches) ? join(caches, 'recaplint') : null;
}

/** By the conventions of the system; the XDG Base Directory Specification ignores what is not absolute. */
function userCaches(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, folder: () => string): string {
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(folder(), 'AppData', 'Local');
  if (platform === 'darwin') return join(folder(), 'Library', 'Caches');
  return isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME! : join(folder(), '.cache');
}

/**
 * Whether code may be taken from a folder: it is a folder of ours that nobody else can write to, and no part of a
 * checkout, whose files come from strangers.
 */
export function isTrusted(folder: string, { uid }: Home): boolean {
  try {
    const entry = lstatSync(folder);
    return entry.isDirectory() && isPrivate(entry, uid) && !isInCheckout(folder);
  } catch {
    return false;
  }
}

/** Whether an entry of the disk is ours alone. Windows has no such bits: there, the user's profile is private. */
export function isPrivate(
  entry: { readonly uid: number; readonly mode: number },
  uid: number | undefined,
): boolean {
  return uid === undefined || (entry.uid === uid && (entry.mode & 0o077) === 0);
}

function isInCheckout(folder: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, '.git')) || (above !== folder && isInCheckout(above));
}
