import { isAbsolute, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What standard input is called in place of a path. */
const standardInput = '<stdin>';

/** Address of a file. Standard input has none of its own: it is called `untitled:stdin`, as editors call unsaved texts. */
export function uriOf(path: string): string {
  return path === standardInput ? 'untitled:stdin' : pathToFileURL(path).href;
}

/** Path of a file relative to a folder that holds it, with `/`; null where it lies elsewhere or is standard input. */
export function pathInside(folder: string, path: string): string | null {
  if (path === standardInput) return null;
  const inside = relative(folder, path);
  const elsewhere = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return elsewhere ? null : inside.replaceAll(sep, posix.sep);
}

/** How a program finds a file from a folder: by its relative path where the folder holds it, by its absolute path elsewhere. */
export function pathFrom(folder: string, path: string): string {
  return pathInside(folder, path) ?? path.replaceAll(sep, posix.sep);
}
