import type { Range } from '../document/source.ts';
import type { PostFacts } from './facts.ts';
import { inLanguage } from './translations.ts';

/** A place in another post that explains what is wrong with one. */
export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** What is wrong with a post in the light of those before it. */
export interface Fault<Key extends string> {
  readonly message: Key;
  readonly data: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
}

const extension = /\.[A-Za-z]{1,8}$/;

/**
 * The posts of a series that follow each other: published ones, in one language. Where posts are kept in two formats, such
 * as a notebook beside what is made of it, each format by itself.
 *
 * @param posts in order
 */
export function streamsOf(posts: readonly PostFacts[]): PostFacts[][] {
  const published = posts.filter((post) => !isDraft(post));
  const variants = published.map(({ path }) => ({
    ...inLanguage(path),
    format: extension.exec(path)?.[0].toLowerCase() ?? '',
  }));
  const twins = new Set(variants.map(({ stem, language }) => `${language} ${stem}`)).size < published.length;
  const streams = new Map<string, PostFacts[]>();
  for (const [index, post] of published.entries()) {
    const { language, format } = variants[index]!;
    const key = twins ? `${language} ${format}` : language;
    const stream = streams.get(key);
    if (stream) stream.push(post);
    else streams.set(key, [post]);
  }
  return [...streams.values()];
}

/** Whether a post says of itself that it is not published yet. */
export function isDraft({ keys }: PostFacts): boolean {
  const says = (name: string) =>
    keys.find(({ value }) => value.toLowerCase() === name)?.values[0]?.toLowerCase();
  return says('draft') === 'true' || says('published') === 'false' || says('status') === 'draft';
}

/** A post that a wrong date or period puts elsewhere than behind the one before it. */
export interface Displaced {
  readonly post: PostFacts;
  readonly before: PostFacts;
}

/** Posts with the displaced ones put where they belong. */
export function putInPlace(
  posts: readonly PostFacts[],
  displaced: readonly Displaced[],
): readonly PostFacts[] {
  if (displaced.length === 0) return posts;
  const next = new Map(displaced.map(({ post, before }) => [before, post]));
  const wrong = new Set(displaced.map(({ post }) => post));
  return posts
    .filter((post) => !wrong.has(post))
    .flatMap((post) => {
      const run = [post];
      for (let at = next.get(post); at !== undefined; at = next.get(at)) run.push(at);
      return run;
    });
}

/** Where a finding about something that is not there stands: at the title. */
export function placeOf({ title }: PostFacts): Range {
  return title?.range ?? { start: 0, end: 0 };
}

/** The place in the issue before a post where it has what the post has not. */
export function inTheIssueBefore({ path }: PostFacts, range: Range): readonly RelatedPlace[] {
  return [{ path, range, message: 'The issue before has it here.' }];
}

/** How messages call another post. */
export function nameOfPost({ title, path }: PostFacts): string {
  return title?.value ?? path.split('/').at(-1) ?? path;
}

/** The middle one of the steps between numbers; null with fewer than three of them. */
export function usualStep(numbers: readonly number[]): number | null {
  const steps = numbers.slice(1).map((number, index) => number - numbers[index]!);
  if (steps.length < 3) return null;
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)]!;
}
