import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { ConfigError } from './problem.ts';

/** The names of configuration files, strongest first. All of them are data. */
const configNames = ['.recaplintrc.json', '.recaplintrc.yaml', '.recaplintrc.yml', 'package.json'];

/** Whether the search for what holds for a folder ends here: at a repository or the file system's root. */
export function isTop(folder: string): boolean {
  return existsSync(join(folder, '.git')) || dirname(folder) === folder;
}

/** The nearest folder, from this one upwards, that holds `.git`; null outside a repository. */
export function repositoryOf(folder: string): string | null {
  let top = folder;
  while (!isTop(top)) top = dirname(top);
  return existsSync(join(top, '.git')) ? top : null;
}

/** Whether a path is the folder or lies in it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Files of the folder that may be its configuration, strongest first.
 *
 * @throws ConfigError where one is a link out of the repository.
 */
export function configCandidates(folder: string): readonly string[] {
  const files = configNames.map((name) => join(folder, name));
  return files.filter((file) => {
    const entry = lstatSync(file, { throwIfNoEntry: false });
    if (!entry?.isSymbolicLink()) return entry?.isFile() === true;
    return lstatSync(resolveInside(file, repositoryOf(folder) ?? folder)).isFile();
  });
}

/**
 * The real path of a file that must lie in a folder, links followed. Messages quote a configuration, and whoever
 * can add a file to a repository must not be able to read the machine that lints it.
 *
 * @throws ConfigError where it does not exist or lies outside.
 */
export function resolveInside(file: string, folder: string): string {
  let real: string;
  try {
    real = realpathSync(file);
  } catch {
    throw new ConfigError([{ file, place: null, message: 'This file does not exist or is a broken link.' }]);
  }
  if (isInside(realpathSync(folder), real)) return real;
  throw new ConfigError([
    { file, place: null, message: `This file lies outside ${folder} and is not read.` },
  ]);
}
