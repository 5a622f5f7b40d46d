import type { PostFacts } from './facts.ts';
import { isPlainlyPrevious } from './previous.ts';
import { type Fault, nameOfPost, placeOf } from './streams.ts';

/** Links that are said to lead to the issue before and lead to another issue of the series. Posts in order. */
export function* predecessorFaults(posts: readonly PostFacts[]): Iterable<Fault<'previous'>> {
  let places: ReadonlyMap<string, number> | null = null;
  for (const [at, post] of posts.entries()) {
    const before = posts[at - 1];
    if (before === undefined) continue;
    for (const { value: text, url, range } of post.previous) {
      if (namesOtherUnit(text, post) || !isPlainlyPrevious(text, sharedWords(post, before))) continue;
      places ??= placesBySlug(posts);
      const target = placeOfUrl(url, places);
      if (target < 0 || target === at - 1 || isBeside(posts[target]!, before) || isLatest(posts, target, at))
        continue;
      yield {
        message: 'previous',
        data: { text, title: nameOfPost(posts[target]!), before: nameOfPost(before) },
        path: post.path,
        range,
        related: [{ path: before.path, range: placeOf(before), message: 'The issue before.' }],
      };
    }
  }
}

/** The words that the titles of two issues share: the name of the series. */
function sharedWords(a: PostFacts, b: PostFacts): Set<string> {
  const words = (post: PostFacts): string[] => post.titlePattern.match(/[\p{L}\p{M}]+/gu) ?? [];
  const others = new Set(words(b));
  return new Set(words(a).filter((word) => others.has(word)));
}

/** So far from it in its series an issue may stand that was published just before. */
const nearest = 6;

const units = { week: [7, 7], month: [28, 31], quarter: [89, 92], year: [365, 366] } as const;

/** Whether a link text such as "last year's report" speaks of another unit than the one that the post reports on. */
function namesOtherUnit(text: string, { period }: PostFacts): boolean {
  const unit = /\b(week|month|quarter|year)/i.exec(text)?.[1]?.toLowerCase() as
    | keyof typeof units
    | undefined;
  if (unit === undefined) return false;
  if (period === null) return true;
  const days = period.value.last - period.value.first + 1;
  return days < units[unit][0] || days > units[unit][1];
}

/** Whether two posts have one period: either is the issue before. */
function isBeside(a: PostFacts, b: PostFacts): boolean {
  return a.period !== null && a.period.value.last === b.period?.value.last;
}

/** Whether an issue is the last one that was published before another, whatever their periods. */
function isLatest(posts: readonly PostFacts[], target: number, at: number): boolean {
  const [day, own] = [posts[target]!.date?.value, posts[at]!.date?.value];
  if (target === at || day === undefined || own === undefined || day > own) return false;
  const around = posts.slice(Math.max(0, at - nearest), at + nearest);
  return around.every(({ date }, index) => {
    const place = Math.max(0, at - nearest) + index;
    return place === at || place === target || !date || date.value <= day || date.value > own;
  });
}

/** By slug, the place of the only post that has it; -1 where several do. */
function placesBySlug(posts: readonly PostFacts[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, post] of posts.entries()) {
    for (const slug of slugsOf(post)) places.set(slug, places.has(slug) && places.get(slug) !== at ? -1 : at);
  }
  return places;
}

const addressKeys: ReadonlySet<string> = new Set(['slug', 'permalink', 'url']);

function slugsOf({ path, keys }: PostFacts): Set<string> {
  const stated = keys.flatMap(({ value, values }) =>
    addressKeys.has(value.toLowerCase()) && values[0] ? slugsOfUrl(values[0]).slice(0, 1) : [],
  );
  const [name = '', withFolder] = slugsOfUrl(path);
  const own = withFolder ?? name.replace(/^\d{4}-\d\d-\d\d-/, '');
  return new Set([...stated, name, own].filter((slug) => slug.length > shortest));
}

/** Names that are no longer are known together with their folder: `issues/050`, `2023/04`. */
const shortest = 3;

function placeOfUrl(url: string, places: ReadonlyMap<string, number>): number {
  const [name = '', withFolder = ''] = slugsOfUrl(url);
  return places.get(name) ?? places.get(withFolder) ?? -1;
}

/** The last name of an address, and that with its folder where it is short. */
function slugsOfUrl(url: string): string[] {
  const names = url
    .replace(/[?#].*$/s, '')
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split('/')
    .filter((name) => !/^(?:\.{0,2}|_?(?:index|readme)(?:\.[a-z]+)?)$/i.test(name));
  const name = plainSlug((names.pop() ?? '').replace(/\.[A-Za-z]{1,8}$/, ''));
  const folder = names.at(-1);
  return name.length > shortest || folder === undefined ? [name] : [name, `${plainSlug(folder)}/${name}`];
}

function plainSlug(name: string): string {
  return name.toLowerCase().replace(/[\s_]+|%20/g, '-');
}
