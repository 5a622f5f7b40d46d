import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeArchive, writeRecaps } from './archive.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const megabytes = 1e6;

/**
 * @typedef {object} Work What is linted.
 * @property {string} key What the table of goals knows it by.
 * @property {string} title
 * @property {string} folder
 * @property {readonly string[]} files Paths of its posts, from the folder, in order.
 * @property {number} bytes
 */

/** @returns {Work} */
export function workIn(key, name, folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .sort();
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const amount = bytes < megabytes ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / megabytes).toFixed(1)} MB`;
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return { key, title: `${name} (${count}, ${amount})`, folder, files, bytes };
}

/** Copies the Markdown of a folder, and nothing that could configure a linter. */
export function copyMarkdown(from, to) {
  const wanted = (path) => statSync(path).isDirectory() || path.endsWith('.md');
  cpSync(from, to, { recursive: true, filter: (path) => !basename(path).startsWith('.') && wanted(path) });
}

/** A folder that holds the first post of the sample series and nothing else. */
export function oneRecap(work) {
  const [first] = readdirSync(join(root, 'content', 'recaps')).sort();
  const folder = join(work, 'one');
  mkdirSync(folder);
  cpSync(join(root, 'content', 'recaps', first), join(folder, first));
  return workIn('one recap', 'One recap', folder);
}

export function elevenRecaps(work) {
  const folder = join(work, 'eleven');
  writeRecaps(folder, 11);
  return workIn('eleven recaps', 'Eleven recaps', folder);
}

const realArchives = [
  { key: 'book', name: 'The Rust book', from: 'rust-book' },
  { key: 'weekly', name: 'This Week in Rust', from: 'this-week-in-rust' },
];

/** The archives to lint, smaller ones first: the real ones where they are present, and otherwise a generated one. */
export function archives(corpus, work) {
  const real = realArchives.filter(({ from }) => existsSync(join(corpus, from)));
  for (const { from } of real) copyMarkdown(join(corpus, from), join(work, from));
  if (real.length > 0) return real.map(({ key, name, from }) => workIn(key, name, join(work, from)));
  return [generatedArchive(work, 150)];
}

export function generatedArchive(work, issues) {
  const folder = join(work, `generated-${issues}`);
  writeArchive(folder, issues);
  return workIn('generated', 'A generated newsletter', folder);
}

/** Makes copies of a corpus, each in a folder of its own, so that each has series of its own, as archives have that grow. */
export function copies(from, to, count) {
  for (let copy = 1; copy <= count; copy++)
    copyMarkdown(from, join(to, `part-${String(copy).padStart(2, '0')}`));
  return workIn(`${count} copies`, `${count} copies`, to);
}

/** The corpus that growth is measured with: a small one, for there are 64 copies of it. */
export function growthCorpus(corpus, work) {
  const real = join(corpus, 'beeware');
  if (!existsSync(real)) return generatedArchive(work, 24);
  copyMarkdown(real, join(work, 'beeware'));
  return workIn('beeware', 'The posts of BeeWare', join(work, 'beeware'));
}

/** A folder with the same posts and the configuration that switches on the rules that several tools have, alone. */
export function sameWork({ key, title, folder }, work) {
  const to = join(work, `same-${key}`);
  copyMarkdown(folder, to);
  cpSync(join(root, 'bench', 'same-work', 'recaplintrc.json'), join(to, '.recaplintrc.json'));
  return workIn(key, title.split(' (')[0], to);
}

/** A check of what recaplint prints for a work with `--format json`: every post of it must be listed. */
export function listsAll({ folder, files }) {
  return (stdout) => {
    const listed = new Set(JSON.parse(stdout).map(({ filePath }) => resolve(filePath)));
    const missing = files.filter((file) => !listed.has(resolve(folder, file)));
    if (missing.length > 0 || listed.size !== files.length)
      throw new Error(`recaplint listed ${listed.size} files of ${files.length}; missing: ${missing[0]}`);
  };
}

/** The last post of the folder that holds the most: the one that comes next in a series. */
export function lastIssue({ folder, files }) {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const [most] = folders
    .map((one) => files.filter((file) => dirname(file) === one))
    .sort((a, b) => b.length - a.length);
  return join(folder, most.at(-1));
}
