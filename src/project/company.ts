import { pathsBeside } from './beside.ts';
import type { KnownPost } from './known.ts';
import type { LintedPost } from './lint-post.ts';
import type { Company } from './series.ts';

/** Where posts are read that nothing is reported in. */
export interface Surroundings {
  /** Of posts that stand on disk (absolute paths) those that there are, under the paths that they have there. */
  among(paths: readonly string[]): readonly string[];
  /** What is known of posts; those that cannot be read are left out. */
  known(paths: readonly string[]): Promise<readonly KnownPost[]>;
}

/** What posts are compared with: the others of their series that stand beside them. */
export async function companyOf(
  posts: readonly LintedPost[],
  { among, known }: Surroundings,
): Promise<Company> {
  const own = new Set(posts.map(({ result }) => result.path));
  const paths = await pathsBeside(posts.map(({ placed }) => placed));
  return { beside: await known(among(paths).filter((path) => !own.has(path))), elsewhere: [] };
}
