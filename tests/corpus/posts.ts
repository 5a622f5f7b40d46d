import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A whole post as a test reads it. */
export interface Post {
  readonly path: string;
  readonly source: string;
}

/** The folder of real archives; it may be absent. */
export const archivesFolder = process.env.RECAPLINT_CORPUS ?? join(root, '..', 'shared', 'corpus');

/** Where labels of defects in the real archives stand; they may be absent. */
export function labelFiles(): string[] {
  return ['development.jsonl', 'seeds.jsonl'].map((name) => join(dirname(archivesFolder), 'eval', name));
}

/** Whether the folder of real archives is there. */
export const hasArchives = existsSync(archivesFolder);

/** Our own posts, which together hold every construct. */
export function ownPosts(): Post[] {
  return readPosts(join(root, 'tests', 'posts'));
}

/** Every post of the real archives. */
export function archivePosts(): Post[] {
  return readPosts(archivesFolder);
}

// Thousands of like posts; the slower parser needs minutes for all of them.
const large = /^(?:this-week-in-rust|rust-book)\//;

/**
 * The posts of the real archives, of the two large ones every tenth, or all where `RECAPLINT_FULL` is set.
 *
 * @param every takes one of so many of these, for what is slower still
 */
export function sampledPosts(every = 1): Post[] {
  const posts = archivePosts();
  if (process.env.RECAPLINT_FULL) return posts;
  return posts
    .filter(({ path }, index) => !large.test(path) || index % 10 === 0)
    .filter((_, index) => index % every === 0);
}

function readPosts(folder: string): Post[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown|Rmd|qmd|mdx)$/i.test(path))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), source: readFileSync(join(folder, path), 'utf8') }));
}
