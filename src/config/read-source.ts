import { basename } from 'node:path';
import type { ReadConfig } from './explorer.ts';
import { loadWithHome } from './home.ts';
import { ConfigError } from './problem.ts';
import { largestFile, readRegular } from './regular-file.ts';
import type { ConfigSource } from './source.ts';

// Bytes; four times as many as the characters that `explorer.ts` admits.
const largestConfig = 1024 * 1024;

let explorer: Promise<ReadConfig> | null = null;

/**
 * Reads a file through cosmiconfig, which is loaded for the first file that needs it.
 *
 * @returns null for a `package.json` without an entry `recaplint`
 * @throws ConfigError
 */
export async function readSource(file: string): Promise<ConfigSource | null> {
  try {
    // cosmiconfig reads whatever there is, and would wait for a pipe for ever.
    const isPackage = basename(file) === 'package.json';
    const bytes = readRegular(file, isPackage ? largestFile : largestConfig);
    if (isPackage && !bytes.includes('"recaplint"')) return null;
    explorer ??= loadWithHome(() => import('./explorer.ts')).then(({ openExplorer }) => openExplorer());
    return await (await explorer)(file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([
      { file, place: null, message: `This file cannot be read: ${(error as Error).message}` },
    ]);
  }
}

/** The same of a file that somebody named. @throws ConfigError, also where it has no entry `recaplint` */
export async function readNamed(file: string): Promise<ConfigSource> {
  const source = await readSource(file);
  if (source) return source;
  throw new ConfigError([{ file, place: null, message: 'This file has no entry "recaplint".' }]);
}
