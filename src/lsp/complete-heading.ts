import { plainName } from '../document/names.ts';
import type { CaretLine } from './caret-line.ts';
import { type CompletionItem, orderText } from './completion-item.ts';
import { habitsOf } from './habits.ts';
import type { OpenPost } from './open-post.ts';

/** A section that a post is expected to have. */
interface Expected {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null: not known. */
  readonly depth: number | null;
  readonly detail: string;
}

const marks = /^ {0,3}(#{1,6})(?:[ \t].*)?$/;

/** The sections that a post lacks, at a line that begins as a heading: those that come next first. */
export function completeHeading(post: OpenPost, line: CaretLine): readonly CompletionItem[] {
  const hashes = marks.exec(line.before)?.[1];
  if (hashes === undefined) return [];
  const expected = expectedSections(post);
  if (expected.length === 0) return [];
  const range = {
    start: line.start + (line.before + line.after).indexOf('#') + bomIn(post, line),
    end: line.end,
  };
  const own = post.document.headings.filter(({ range: { start } }) => start < line.start || start > line.end);
  const written = new Map(own.map((heading) => [plainName(heading.text), heading.range.start]));
  const placeOf = ({ name, aliases }: Expected) =>
    [name, ...aliases].map((one) => written.get(plainName(one))).find((start) => start !== undefined);
  const passed = expected.findLastIndex((section) => (placeOf(section) ?? line.end) < line.start);
  return expected.flatMap((section, index) => {
    if (placeOf(section) !== undefined || /[\r\n]/.test(section.name)) return [];
    // A single mark is a title's; it is the beginning of a section's where sections have more.
    const isOpen = hashes === '#' && line.before.trim() === '#' && section.depth !== null;
    const label = `${isOpen ? '#'.repeat(section.depth!) : hashes} ${section.name}`;
    const order = index > passed ? index : expected.length + index;
    return {
      label,
      kind: 'heading',
      detail: section.detail,
      edit: { range, text: label },
      sortText: orderText(order),
    };
  });
}

function bomIn({ document }: OpenPost, { start }: CaretLine): number {
  return document.source.charCodeAt(start) === 0xfeff ? 1 : 0;
}

/** As the configuration names them, else as the series usually has them; in their order. */
function expectedSections({ placed, series }: OpenPost): readonly Expected[] {
  const { sections } = placed.resolved.settings.post;
  const habits = habitsOf(series);
  if (sections.length === 0) {
    return habits.sections.map((section) => ({
      ...section,
      detail: `in ${section.count} of the last ${habits.of} posts`,
    }));
  }
  const depths = new Map(habits.sections.map(({ name, depth }) => [plainName(name), depth]));
  return sections.map(({ name, aliases, optional }) => ({
    name,
    aliases,
    depth: depths.get(plainName(name)) ?? 2,
    detail: optional ? 'optional section of the series' : 'section of the series',
  }));
}
