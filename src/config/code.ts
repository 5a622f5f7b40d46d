import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from './problem.ts';
import type { ConfigSource } from './source.ts';

/** Whether a configuration file is a program. Such a file is read only where `--config` names it. */
export function isCode(file: string): boolean {
  return ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'].includes(extname(file));
}

/**
 * Runs a configuration file and takes its default export.
 *
 * @throws ConfigError where it fails.
 */
export async function importConfig(file: string): Promise<ConfigSource> {
  let module: { default?: unknown };
  try {
    // A program that has changed is another one: what was imported once is never read again.
    const { importModule } = await import('./import-module.ts');
    module = await importModule(`${pathToFileURL(file).href}?changed=${statSync(file).mtimeMs}`);
  } catch (error) {
    const old = (error as NodeJS.ErrnoException).code === 'ERR_UNKNOWN_FILE_EXTENSION';
    const reason = old ? 'This version of Node runs no TypeScript: write it as .mjs.' : String(error);
    throw new ConfigError([{ file, place: null, message: `This file cannot be loaded. ${reason}` }]);
  }
  return { file, value: module.default, problems: [], placeOf: () => null };
}
