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
    for (const siblings of byParent(sections)) {
      const pairs = [...byName(siblings).values()].filter(({ length }) => length > 1);
      // Names that come back again and again, or several of them, are the pattern of the post.
      if (pairs.length !== 1 || pairs[0]!.length > 2) continue;
      const [first, second] = pairs[0]!;
      const range = first!.heading.textRange;
      yield {
        message: 'twice',
        data: { heading: second!.heading.text.trim() },
        range: second!.heading.textRange,
        related: [{ range, message: 'the first section of that name' }],
      };
    }
  },
});

function byParent(sections: readonly Section[]): Iterable<Section[]> {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const key = `${section.parent?.range.start ?? -1}/${section.heading.depth}`;
    const group = groups.get(key);
    if (group) group.push(section);
    else groups.set(key, [section]);
  }
  return groups.values();
}

function byName(sections: readonly Section[]): Map<string, Section[]> {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const name = plainName(section.heading.text);
    if (name === '') continue;
    const group = groups.get(name);
    if (group) group.push(section);
    else groups.set(name, [section]);
  }
  return groups;
}
