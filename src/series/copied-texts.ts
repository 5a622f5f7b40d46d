import type { Placed, PostFacts } from './facts.ts';
import { isDraft } from './streams.ts';
import { isTwin } from './twins.ts';

/** A title or description that an earlier post has as well. */
export interface CopiedText {
  readonly kind: 'title' | 'description';
  readonly post: PostFacts;
  readonly other: PostFacts;
  readonly text: Placed<string>;
  readonly original: Placed<string>;
  /** Names in a description that the earlier post speaks of and this one does not. */
  readonly absent: readonly string[];
}

/** How many earlier posts must each have a text of their own before one that repeats is taken for a copy. */
const fewestOwn = 4;
/** One name may be left out by chance, or be that of the series. */
const fewestAbsent = 2;
/** What comes again after more posts is a title for its time of the year: "Happy New Year". */
const window = 8;
/** From here on posts of one name are a pattern and no slip. */
const shared = 3;
/** Within so many days two authors may well use one title: each tells of one part. */
const together = 20;

/**
 * The titles and descriptions of posts that exactly one other post of the series has, in series whose posts have their
 * own. Posts must come in order; linear in their number.
 */
export function* copiedTexts(posts: readonly PostFacts[]): Iterable<CopiedText> {
  for (const kind of ['title', 'description'] as const) {
    const users = gather(posts, kind);
    for (const [position, post] of posts.entries()) {
      const text = post[kind];
      const [original, ...others] = (text && users.get(plain(text.value))) ?? [];
      // A number or period that comes again is no text; whether it may is asked elsewhere.
      if (kind === 'title' && (post.titlePattern.includes('{}') || isDraft(post))) continue;
      if (!text || !original || others.length >= shared - 1 || !others.includes(post)) continue;
      const absent = absentNames(post, original);
      if (!isLeftOver(kind, post, original, absent, posts, position)) continue;
      yield { kind, post, other: original, text, original: original[kind]!, absent };
    }
  }
}

/** By text, the posts that have it, twins counted once. */
function gather(posts: readonly PostFacts[], kind: CopiedText['kind']): Map<string, PostFacts[]> {
  const users = new Map<string, PostFacts[]>();
  for (const post of posts) {
    const key = plain(post[kind]?.value ?? '');
    if (key === '') continue;
    const known = users.get(key);
    if (!known) users.set(key, [post]);
    else if (known.length <= shared && !known.some((other) => isTwin(other, post))) known.push(post);
  }
  return users;
}

function isLeftOver(
  kind: CopiedText['kind'],
  post: PostFacts,
  original: PostFacts,
  absent: readonly string[],
  posts: readonly PostFacts[],
  position: number,
): boolean {
  const before = posts.slice(Math.max(0, position - window), position).filter((one) => !isTwin(one, post));
  if (!before.includes(original) || isOneOfSeveral(post, original)) return false;
  if (kind === 'description' && absent.length >= fewestAbsent) return true;
  if (kind === 'description' && absent.length === 0 && isList(post.description!.value)) return false;
  const texts = before.flatMap((one) => (one[kind] ? [plain(one[kind].value)] : []));
  const own = new Set(texts);
  return own.size >= fewestOwn && own.size === texts.length;
}

/** Posts of several people on one time. */
function isOneOfSeveral(post: PostFacts, other: PostFacts): boolean {
  const [mine, theirs] = [post.byline?.value, other.byline?.value];
  if (mine === undefined || theirs === undefined || mine === theirs) return false;
  return !post.date || !other.date || Math.abs(post.date.value - other.date.value) <= together;
}

function absentNames(post: PostFacts, original: PostFacts): string[] {
  const theirs = new Set(original.undescribed);
  return post.undescribed.filter((name) => !theirs.has(name));
}

/** "Ann, Bob, and Carla": who or what is in it, which may well stay the same. */
function isList(text: string): boolean {
  return text.split(/,|\band\b/).length > 3;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
