import { isAbsolute, posix, relative, sep } from 'node:path';

/** What standard input is called in place of a path. */
export const standardInput = '<stdin>';

/** Path of a file relative to a folder that holds it; null where it lies elsewhere or is standard input. */
export function pathInside(folder: string, path: string): string | null {
  if (path === standardInput) return null;
  const inside = relative(folder, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside;
}

/** Path as people read it: from the current folder, in full where the file lies outside of it. */
export function shownPath(path: string, cwd: string): string {
  return pathInside(cwd, path) ?? path;
}

/** Path as programs want it: with `/`, from a folder, in full where the file lies outside of it. */
export function programPath(path: string, folder: string): string {
  return shownPath(path, folder).replaceAll(sep, posix.sep);
}
