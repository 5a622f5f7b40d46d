import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../workspace/make-folder.ts';
import { cacheFolder, type Home, isPrivate, isTrusted, ownHome } from './cache-folder.ts';
import { patientFlags } from './optimising.ts';

/** Compiled code of one file. */
export interface Compiled {
  /** As V8 has made it. */
  readonly data: Buffer;
  /** Whether what has been compiled since is worth adding. */
  readonly old: boolean;
}

/** Compiled code of one user, kept from run to run. What cannot be read or written is passed over in silence. */
export interface CodeCache {
  /** @param source bytes of the file */
  read(file: string, source: Buffer): Compiled | null;
  /** Makes the folder where there is none. Whether writing may succeed. */
  prepare(): boolean;
  write(file: string, source: Buffer, compile: () => Buffer): void;
}

const day = 24 * 60 * 60 * 1000;

/** How long code is used before it is written anew with what later runs have compiled, in milliseconds. */
const fresh = day;

/** After which time without a rewriting code is taken for that of a version that is gone, in milliseconds. */
const longest = 7 * day;

/** The head of an entry: the sums of the source and of the data, 32 bits each, which V8 does not check itself. */
const headLength = 8;

const ending = '.code';

/** Opens the cache of the user that this process runs as; null where nothing is to be kept, or nobody knows where. */
export function openOwnCache(home = ownHome()): CodeCache | null {
  return quietly(() => {
    const folder = cacheFolder(home);
    return folder === null ? null : openCodeCache(folder, home);
  });
}

/** Opens the cache in a folder. */
export function openCodeCache(folder: string, home: Home, now = Date.now()): CodeCache {
  const node = nodeKey(home.env);
  const entryOf = (file: string, source: Buffer) =>
    join(folder, `${basename(file)}-${crc32(source).toString(16)}-${node}${ending}`);
  let trusted: boolean | undefined;
  const trusts = () => (trusted ??= isTrusted(folder, home));
  return {
    read: (file, source) =>
      quietly(() => (trusts() ? readEntry(entryOf(file, source), source, home, now) : null)),
    prepare: () =>
      quietly(() => {
        makeFolder(folder, 0o700);
        trusted = undefined;
        return trusts();
      }) ?? false,
    write: (file, source, compile) => {
      quietly(() => writeEntry(entryOf(file, source), source, compile()));
      quietly(() => removeOld(folder, now));
    },
  };
}

/**
 * What compiled code holds for: one program and its flags. V8 refuses code of another version or made under other flags, but
 * believes that two programs of one version are the same. Versions of recaplint that set other flags share some files.
 */
function nodeKey({ NODE_OPTIONS = '' }: NodeJS.ProcessEnv): string {
  const program = statSync(process.execPath, { throwIfNoEntry: false });
  const parts = [program?.size, program?.mtimeMs, NODE_OPTIONS, ...process.execArgv, ...patientFlags()];
  return `${process.version}-${process.arch}-${crc32(parts.join('\0')).toString(16)}`;
}

function quietly<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

/** Null where the entry is somebody else's, damaged, or of other source. @throws where there is none */
function readEntry(path: string, source: Buffer, { uid }: Home, now: number): Compiled | null {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const entry = fstatSync(descriptor);
    if (!entry.isFile() || !isPrivate(entry, uid)) return null;
    const bytes = readFileSync(descriptor);
    const data = bytes.subarray(headLength);
    if (bytes.length < headLength || !headOf(source, data).equals(bytes.subarray(0, headLength))) return null;
    return { data, old: now - entry.mtimeMs > fresh };
  } finally {
    closeSync(descriptor);
  }
}

/** Replaces the entry as a whole: other runs may be reading it. */
function writeEntry(path: string, source: Buffer, data: Buffer): void {
  const temporary = `${path}.${process.pid}-${Date.now()}`;
  try {
    writeFileSync(temporary, Buffer.concat([headOf(source, data), data]), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function headOf(source: Buffer, data: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(crc32(source), 0);
  head.writeUInt32LE(crc32(data), 4);
  return head;
}

/** Removes what versions of recaplint or Node have left that are not used any more, and what was not finished. */
function removeOld(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.includes(ending) && now - statSync(path).mtimeMs > longest) rmSync(path, { force: true });
  }
}
