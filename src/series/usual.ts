/** The most earlier posts that are asked, and the fewest that show a custom. */
export const mostAsked = 8;
const fewestAsked = 6;

/** A custom of the posts before one: how many of how many keep it. */
export interface Custom {
  readonly value: string;
  readonly count: number;
  readonly of: number;
}

/**
 * What nearly all of the last posts have, the last one among them, and a post has not; nothing where the next posts
 * have it no more either, so that the post has begun something new.
 *
 * @param values what each post of a series has, in order
 * @param exceptions how many of the last posts may be without it
 */
export function missingAt(values: readonly ReadonlySet<string>[], at: number, exceptions: number): Custom[] {
  const asked = values.slice(Math.max(0, at - mostAsked), at);
  const least = Math.max(fewestAsked, asked.length - exceptions);
  if (asked.length < least) return [];
  const next = values.slice(at + 1, at + 3);
  return [...asked.at(-1)!].flatMap((value) => {
    if (values[at]!.has(value)) return [];
    const count = asked.filter((one) => one.has(value)).length;
    if (count < least || (next.length > 0 && !next.some((one) => one.has(value)))) return [];
    return [{ value, count, of: asked.length }];
  });
}
