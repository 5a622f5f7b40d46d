import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a package can be found from a folder, as Node looks for it. */
export function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return true;
  return dirname(folder) !== folder && isInstalled(name, dirname(folder));
}
