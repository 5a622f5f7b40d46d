import type { Datum } from './plain-data.ts';

/** The values on the way to a place in front matter, the whole first, as far as there are any. */
export function trailOf(root: Datum, path: readonly string[]): Datum[] {
  const trail = [root];
  for (const key of path) {
    const last = trail.at(-1)!;
    const next = last.kind === 'list' ? last.items[Number(key)] : last.entries.get(key);
    if (!next) break;
    trail.push(next);
  }
  return trail;
}

/** What a place in front matter is called: `image.src` in code marks, or "item 2 of `tags`". */
export function nameOf(trail: readonly Datum[], path: readonly string[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the front matter';
  if (trail.at(-2)?.kind === 'list')
    return `item ${Number(last) + 1} of ${nameOf(trail.slice(0, -1), path.slice(0, -1))}`;
  const outer = path.slice(0, -1);
  const inItem = trail.slice(0, -2).findLastIndex(({ kind }) => kind === 'list');
  if (inItem < 0) return `\`${path.join('.')}\``;
  const item = nameOf(trail.slice(0, inItem + 2), outer.slice(0, inItem + 1));
  return `\`${path.slice(inItem + 1).join('.')}\` in ${item}`;
}
