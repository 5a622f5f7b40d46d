import { dirname } from 'node:path';
import { ConfigError } from '../config/problem.ts';
import { affectedBy, pathOf } from '../project/affected.ts';
import { pathsBeside, readAllKnown } from '../project/beside.ts';
import type { KnownPost } from '../project/known.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { paced } from '../project/paced.ts';
import type { Company } from '../project/series.ts';
import type { PlacedPost, Session } from '../project/session.ts';
import type { Change } from './change.ts';
import type { Basis, PlacedFile } from './run.ts';
import type { PostState } from './state.ts';

/** What posts that changed stand among. */
export interface Surroundings {
  /** Posts that did not change, but in which the change may cause a finding or end one. */
  readonly affected: readonly PlacedFile[];
  /** The posts beside those that changed and those that are affected, before the change and after it. */
  readonly before: Company;
  readonly after: Company;
}

/**
 * Reads what may be of one series with the posts that changed: of what did not change, once for before and after.
 *
 * @param changed the posts of the run that changed, linted as they are
 * @param old the same as they were
 * @param files all posts of the run
 * @param pointing paths of those that are affected by files that came or went
 */
export async function surroundingsOf(
  change: Change,
  changed: readonly LintedPost[],
  old: readonly LintedPost[],
  { files, pointing }: { readonly files: readonly PlacedFile[]; readonly pointing: ReadonlySet<string> },
  basis: Basis,
): Promise<Surroundings> {
  const { nameOf, before, after } = change;
  const elsewhere = basis.facts ?? [];
  const near = await pathsBeside(await placesOf(change, basis.session));
  const inRun = new Set(files.map(({ file }) => nameOf(file.path)));
  const stayed = after.among(near).filter((path) => !change.to(path));
  // Facts that were read elsewhere stand for the posts that are not linted.
  const isRead = (path: string) => basis.facts === null || inRun.has(nameOf(path));
  const unchanged = await read(stayed.filter(isRead), after, basis);
  const others = async (state: PostState, own: readonly LintedPost[]) => {
    const known = new Set([...stayed, ...own.map(({ result }) => result.path)].map(nameOf));
    return read(
      state.among(near).filter((path) => isRead(path) && !known.has(nameOf(path))),
      state,
      basis,
    );
  };
  const [then, now] = [await others(before, old), await others(after, changed)];
  const states = [
    [...knownOf(old), ...then],
    [...knownOf(changed), ...now],
  ];
  const paths = new Set([...affectedBy(unchanged, states, elsewhere), ...pointing].map(nameOf));
  const beside = unchanged.filter(
    (post) => !(inRun.has(nameOf(pathOf(post))) && paths.has(nameOf(pathOf(post)))),
  );
  return {
    affected: files.filter(({ file }) => paths.has(nameOf(file.path))),
    before: { beside: [...beside, ...then], elsewhere },
    after: { beside: [...beside, ...now], elsewhere },
  };
}

function read(paths: readonly string[], state: PostState, { session, options }: Basis): Promise<KnownPost[]> {
  return readAllKnown(paths, session, options.parse, state.read);
}

function knownOf(posts: readonly LintedPost[]): KnownPost[] {
  return posts.flatMap(({ placed, facts }) => (facts ? [{ placed, facts }] : []));
}

/** Where the posts that changed stand and stood. */
async function placesOf({ posts }: Change, session: Session): Promise<PlacedPost[]> {
  const placed: PlacedPost[] = [];
  for await (const { path, before } of paced(posts, 'finding the settings of')) {
    for (const one of new Set([path, before?.path])) {
      const place = one ? await placeOf(one, session) : null;
      if (place) placed.push(place);
    }
  }
  return placed;
}

/** Null where its configuration cannot be read, which is said of the posts that are linted. */
export async function placeOf(path: string, session: Session): Promise<PlacedPost | null> {
  try {
    return await session.place(path, dirname(path));
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
