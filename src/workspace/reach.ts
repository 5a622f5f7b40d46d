import { join, relative, sep } from 'node:path';
import { ignoreScope } from './ignore-files.ts';

/** Whether a search of the folder `top` would come to a file, were it there: nothing hides it or a folder on the way. */
export async function isReached(path: string, top: string): Promise<boolean> {
  const names = relative(top, path).split(sep);
  let scope = await ignoreScope(top);
  let place = top;
  for (const [index, name] of names.entries()) {
    const isFolder = index < names.length - 1;
    if (isFolder && (name === 'node_modules' || name.startsWith('.'))) return false;
    place = join(place, name);
    if (scope.hides(place, isFolder)) return false;
    if (isFolder) scope = await scope.enter(place);
  }
  return true;
}
