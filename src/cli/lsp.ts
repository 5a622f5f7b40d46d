import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importModule } from '../config/import-module.ts';
import { readOwnPackage } from '../config/pages.ts';

/** How an editor talks to the server, as its library reads it from the command line. */
export const transports = ['stdio', 'nodeIpc', 'socket', 'pipe'] as const;

/** Becomes the language server, which is a program of its own. Ends with the process. */
export async function lspCommand(): Promise<never> {
  await importModule(pathToFileURL(join(readOwnPackage().folder, 'dist', 'lsp.js')).href);
  return new Promise(() => {});
}
