import { parseWrittenDate } from '../calendar/written-date.ts';
import { impliedGroups } from '../document/implied-groups.ts';
import type { Section } from '../document/model.ts';
import { plainName } from '../document/names.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'no-duplicate-section',
  summary: 'Disallow two sections with one name.',
  category: 'structure',
  recommended: 'warn',
  messages: {
    twice: 'The section *{heading}* is there twice: join the two, or rename one.',
  },
  *check(document) {
    const { sections } = document;
    const numbered = [...sections.entries()].map(([place, section]) => ({
      place,
      section,
      name: nameOf(section),
    }));
    let areParted: ReturnType<typeof impliedGroups> | undefined;
    for (const siblings of groupsBy(
      numbered,
      ({ section }) => `${section.parent?.range.start ?? ''}/${section.heading.depth}`,
    )) {
      const pairs = groupsBy(siblings, ({ name }) => name).filter(([one, two]) => two && one!.name !== '');
      // Names that come back again and again, or several of them, are the pattern of the post.
      const [first, second, third] = pairs[0] ?? [];
      if (pairs.length !== 1 || third || !first || !second) continue;
      areParted ??= impliedGroups(document);
      if (areParted(first.place, second.place)) continue;
      yield {
        message: 'twice',
        data: { heading: second.section.heading.text.trim() },
        range: second.section.heading.textRange,
        related: [{ range: first.section.heading.textRange, message: 'the first section of that name' }],
      };
    }
  },
});

/**
 * Empty for headings with code, images or template tags, whose names we do not know in full, and for days, which begin
 * an entry and name nothing.
 */
function nameOf({ heading: { text } }: Section): string {
  const isDay = /\d{4}/.test(text) && parseWrittenDate(text.trim()) !== null;
  return isDay || text.includes('\uFFFC') || text.trim() === '' ? '' : plainName(text);
}

function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
