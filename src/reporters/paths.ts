import { isAbsolute, posix, relative, sep } from 'node:path';

/** Path as people read it: from the current folder, in full where the file lies outside of it. */
export function shownPath(path: string, cwd: string): string {
  return path === '<stdin>' ? path : (pathInside(path, cwd) ?? path);
}

/** Path as programs want it: with `/`, from `base`, in full where the file lies outside of it. */
export function programPath(path: string, base: string): string {
  return shownPath(path, base).replaceAll(sep, posix.sep);
}

function pathInside(path: string, folder: string): string | null {
  const inside = relative(folder, path);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside;
}
