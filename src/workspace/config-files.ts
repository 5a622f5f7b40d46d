import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isConfigName } from '../config/discover.ts';
import { isInside } from '../config/folders.ts';
import type { Mirror } from '../config/mirror.ts';
import { ConfigError } from '../config/problem.ts';
import { commitNamed, openRepository, type Repository } from './git.ts';
import { readBlobs } from './git-changes.ts';
import { reasonOf } from './refusals.ts';

/** A file of a commit that a configuration may be made of. */
interface DataFile {
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly isLink: boolean;
}

/**
 * Writes the configuration that a repository has at a commit into a folder of its own, which is removed when this process
 * ends: files that may be a configuration, and data that one of them names.
 *
 * @throws GitError
 * @throws ConfigError where the folder cannot be made or written to
 */
export function mirrorConfig(cwd: string, ref: string): Mirror {
  const repository = openRepository(cwd);
  const commit = commitNamed(repository, ref, '--config-from');
  const files = chosen(repository, filesAt(repository, commit));
  try {
    return { top: repository.top, folder: writeAll(files) };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = isMissing ? 'there is no such folder' : reasonOf(error);
    const message = `The configuration cannot be written to "${tmpdir()}", the folder for temporary files: ${reason}.`;
    throw new ConfigError([{ file: `--config-from "${ref}"`, place: null, message }]);
  }
}

/** @returns the folder that was made for them; real path */
function writeAll(files: ReadonlyMap<DataFile, Buffer>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-config-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // The search for a configuration ends at a repository.
  mkdirSync(join(folder, '.git'));
  for (const [file, bytes] of files) write(join(folder, file.path), file, bytes, folder);
  return folder;
}

function filesAt(repository: Repository, commit: string): readonly DataFile[] {
  const entries = repository.ask(['ls-tree', '-r', '-z', '--full-tree', commit]).toString().split('\0');
  return entries.slice(0, -1).flatMap((entry) => {
    const [mode = '', type, id = ''] = entry.slice(0, entry.indexOf('\t')).split(' ');
    const path = entry.slice(entry.indexOf('\t') + 1);
    return type === 'blob' && /\.(?:jsonc?|ya?ml)$/.test(path)
      ? [{ path, id, isLink: mode === '120000' }]
      : [];
  });
}

/** Configurations, and of all other data what they name, whatever it is there for. */
function chosen(repository: Repository, files: readonly DataFile[]): ReadonlyMap<DataFile, Buffer> {
  const found = new Map<DataFile, Buffer>();
  let due = files.filter(({ path }) => isConfigName(basename(path)));
  while (due.length > 0) {
    const blobs = readBlobs(repository, [...new Set(due.map(({ id }) => id))]);
    const texts: string[] = [];
    for (const file of due) {
      const bytes = blobs.get(file.id);
      if (!bytes) continue;
      found.set(file, bytes);
      if (basename(file.path) !== 'package.json' || bytes.includes('"recaplint"'))
        texts.push(bytes.toString());
    }
    due = files.filter(
      (file) => !found.has(file) && texts.some((text) => text.includes(basename(file.path))),
    );
  }
  return found;
}

function write(path: string, { isLink }: DataFile, bytes: Buffer, folder: string): void {
  // A tree can be made by hand, with names that lead elsewhere.
  if (!isInside(folder, path)) return;
  mkdirSync(dirname(path), { recursive: true });
  if (isLink) symlinkSync(bytes.toString(), path);
  else writeFileSync(path, bytes, { flag: 'wx' });
}
