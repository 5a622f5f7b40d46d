import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importModule } from '../config/import-module.ts';
import { readOwnPackage } from '../config/pages.ts';
import { cacheFolder, isTrusted, ownHome } from '../launch/cache-folder.ts';
import { optimiseAsUsual } from '../launch/optimising.ts';

/** How an editor talks to the server, as its library reads it from the command line. */
export const transports = ['stdio', 'nodeIpc', 'socket', 'pipe'] as const;

/** Becomes the language server, which is a program of its own. Ends with the process. */
export async function lspCommand(): Promise<never> {
  optimiseAsUsual();
  keepCompiled();
  await importModule(pathToFileURL(join(readOwnPackage().folder, 'dist', 'lsp.js')).href);
  return new Promise(() => {});
}

/** Has Node keep what it compiles, from 22 on, where the command line keeps its own. */
function keepCompiled(): void {
  const home = ownHome();
  const folder = cacheFolder(home);
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  if (folder !== null && isTrusted(folder, home)) enableCompileCache?.(folder);
}
