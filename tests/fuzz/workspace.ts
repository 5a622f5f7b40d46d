import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWithRemark } from '../../src/document/remark.ts';
import type { PlacedPost } from '../../src/project/session.ts';
import { openSession } from '../../src/project/session.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { ownPosts } from '../corpus/posts.ts';

/** A folder whose configuration turns every rule on and says all that can be said of a series. */
export const folder = join(import.meta.dirname, 'workspace');

const root = join(import.meta.dirname, '..', '..');
const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {});

/** Both parsers, the native one first. */
export const parsers = [await loadSatteri(), parseWithRemark] as const;

/** How a post of the folder is linted, as the command line finds it out; the post need not be there. */
export function place(path: string): Promise<PlacedPost> {
  return session.place(join(folder, path), folder);
}

/** Names of posts that say something: a series, a period, a generator. */
export const postNames = [
  'recaps/q2-2024-recap.md',
  'recaps/q4-2023-recap.mdx',
  'content/posts/2024-05-07-weekly.md',
  '_posts/2024-02-29-leap.markdown',
  'report.qmd',
  'README.md',
] as const;

/** Texts of our own posts, which together hold every construct. No pages: they change often, and the cases of a seed with them. */
export const postTexts: readonly string[] = [
  ...ownPosts().map(({ source }) => source),
  ...markdownIn('content/recaps'),
];

function markdownIn(name: string): string[] {
  return readdirSync(join(root, name))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(join(root, name, file), 'utf8'));
}
