// Finds the pages that a set of pages leads to, so that what is packed has no dead links.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/**
 * Gives the pages, and all files that their relative links lead to, and those of the pages among these.
 *
 * @param root folder that paths start in
 * @param starts paths of pages, or of folders of pages; with `/` between their parts
 * @returns paths of files, sorted; what is not there is left out
 */
export function linkedPages(root, starts) {
  const reached = new Set();
  const left = [...starts];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (reached.has(path) || path.startsWith('..')) continue;
    const kind = statSync(join(root, path), { throwIfNoEntry: false });
    if (!kind) continue;
    if (kind.isDirectory()) {
      left.push(...readdirSync(join(root, path)).map((name) => posix.join(path, name)));
      continue;
    }
    reached.add(path);
    if (path.endsWith('.md')) left.push(...linksIn(root, path));
  }
  return [...reached].sort();
}

/** The relative links of a page, as paths; code is no link. */
export function linksIn(root, path) {
  const text = readFileSync(join(root, path), 'utf8')
    .replace(/^(`{3,}).*\n[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '');
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target);
  return targets
    .filter((target) => !/^[a-z]+:/i.test(target))
    .map((target) => posix.normalize(posix.join(dirname(path), target)));
}
