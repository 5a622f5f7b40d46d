import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isInside, repositoryOf } from './folders.ts';
import { ConfigError } from './problem.ts';

/** The names of configuration files, strongest first. All of them are data. */
export const configNames: readonly string[] = [
  '.recaplintrc.json',
  '.recaplintrc.yaml',
  '.recaplintrc.yml',
  'package.json',
];

/** Whether a file, by its name, may be a configuration of its own accord. */
export function isConfigName(name: string): boolean {
  return configNames.includes(name);
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
