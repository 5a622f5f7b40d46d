import type { FrontMatter, Value } from './model.ts';

/**
 * The single values of front matter that say something, in source order: those of some keys, or all.
 *
 * @param keys names in any case, with dots for what stands inside: `author.name`. What a key holds is looked through item
 * by item and entry by entry, so that `authors.name` is the name of each author. Null: all keys
 */
export function valuesAt(frontMatter: FrontMatter | null, keys: readonly string[] | null): Value[] {
  const found: Value[] = [];
  // Readers of front matter bound how deep it is.
  const visit = (value: Value, rests: readonly string[] | null): void => {
    if (rests === null && value.text !== '') found.push(value);
    for (const item of value.items) visit(item, rests);
    for (const { key, value: inner } of value.entries) enter(key, inner, rests);
  };
  const enter = (key: string, value: Value, rests: readonly string[] | null): void => {
    const below = restsBelow(key.toLowerCase(), rests);
    if (below?.length !== 0) visit(value, below);
  };
  const wanted = keys?.map((key) => key.toLowerCase()) ?? null;
  for (const { key, value } of frontMatter?.entries ?? []) enter(key, value, wanted);
  return found;
}

/** What is left of the wanted names below a key, which may itself be written with dots; null: all is wanted there. */
function restsBelow(key: string, rests: readonly string[] | null): readonly string[] | null {
  if (rests === null || rests.includes(key)) return null;
  return rests.flatMap((rest) => (rest.startsWith(`${key}.`) ? [rest.slice(key.length + 1)] : []));
}
