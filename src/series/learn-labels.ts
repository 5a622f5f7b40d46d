import type { PostFacts } from './facts.ts';
import type { Agreement } from './learn.ts';

/** A tag, with how many posts have it. */
export interface LearnedTag extends Agreement {
  readonly tag: string;
}

/** How posts name their author: the form that most have, and the name where that is always the same. */
export interface LearnedByline extends Agreement {
  readonly form: 'one name' | 'several names' | 'one word';
  readonly name: string | null;
}

/** The tags that half of the posts or more have. */
export function learnTags(posts: readonly PostFacts[]): LearnedTag[] {
  const counts = new Map<string, number>();
  for (const { tags } of posts)
    for (const tag of new Set(tags.map(({ value }) => value))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 >= posts.length)
    .sort((a, b) => b[1] - a[1])
    .map(([tag, count]) => ({ tag, count, of: posts.length }));
}

/** How the front matter names who writes; null where most posts name nobody. */
export function learnByline(posts: readonly PostFacts[]): LearnedByline | null {
  const names = posts.flatMap(({ byline }) =>
    /\p{L}/u.test(byline?.value ?? '') ? [byline!.value.trim()] : [],
  );
  if (names.length * 2 < posts.length || names.length === 0) return null;
  const forms = names.map(formOf);
  const [form, count] = (['one name', 'several names', 'one word'] as const)
    .map((one) => [one, forms.filter((other) => other === one).length] as const)
    .reduce((best, next) => (next[1] > best[1] ? next : best));
  const name = names.every((other) => other === names[0]) ? names[0]! : null;
  return { form, name, count, of: posts.length };
}

function formOf(name: string): LearnedByline['form'] {
  if (/,|&|\band\b/.test(name)) return 'several names';
  return /\s/.test(name) ? 'one name' : 'one word';
}
