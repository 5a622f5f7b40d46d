import type { Tag } from './model.ts';
import type { Range } from './source.ts';

/** What stands in elements of HTML that set their text in the middle or to the right. Ascending by their ends. */
export function alignedRanges(tags: readonly Tag[]): Range[] {
  const found: Range[] = [];
  // For each name, the tags that are still open: where they end, or null where they align nothing.
  const open = new Map<string, (number | null)[]>();
  for (const tag of tags) {
    const pending = open.get(tag.name) ?? [];
    if (tag.kind === 'start') {
      pending.push(aligns(tag) ? tag.range.end : null);
      open.set(tag.name, pending);
    } else {
      const start = pending.pop();
      if (typeof start === 'number') found.push({ start, end: tag.range.start });
    }
  }
  return found;
}

function aligns({ name, attribute }: Tag): boolean {
  if (name === 'center') return true;
  if (/^(?:center|right)$/i.test(attribute('align')?.value.trim() ?? '')) return true;
  return /(?:^|[;\s])text-align\s*:\s*(?:center|right|end)\b/i.test(attribute('style')?.value ?? '');
}
