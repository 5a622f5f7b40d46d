import type { Nodes, Root } from 'mdast';
import { compareTrees, type Difference, type Place, withoutLiteralLinks } from './trees.ts';

/** A way in which the two parsers are known to differ. None of them may decide a finding. */
interface DifferenceClass {
  readonly name: string;
  /** Whether one tree holds content that the other does not, or holds it elsewhere: rules may then see other prose. */
  readonly structural?: true;
  matches(difference: Difference, source: string): boolean;
}

/** The known classes; the first that matches names a difference. First is remark-parse, second satteri. */
const classes: readonly DifferenceClass[] = [
  {
    // `- [ ] text`: the paragraph begins at the box or behind it.
    name: 'task item',
    matches: ({ nodes, field }, source) => field === 'position.start' && beginsTask(nodes, source),
  },
  {
    // Before a setext underline or a table, and in an empty item, only one of the two takes the brackets for a box.
    name: 'task box or text',
    structural: true,
    matches: ({ nodes, field }, source) =>
      beginsTask(nodes, source) ||
      nodes.some((node) => isTask(node, source) && emptyTask.test(textOf(node, source))) ||
      (field === 'children' && emptyTask.test(textOf(nodes.at(-1)!, source))),
  },
  {
    // Blank lines, indentation and marks at the end of a block belong to it or to what follows.
    name: 'end before blanks and marks',
    matches: ({ field, first, second }, source) =>
      field === 'position.end' && isBlankBetween(source, first as Place, second as Place),
  },
  {
    // What counts as a blank line between items differs with where the item before ends.
    name: 'spread',
    matches: ({ field }) => field === 'spread',
  },
  {
    // Blank last lines, and the indentation and quote marks before later lines, of code and HTML in containers.
    name: 'blanks and marks in raw text',
    matches: ({ field, first, second }) => field === 'value' && withoutMarks(first) === withoutMarks(second),
  },
  {
    // The label of a reference: entities decoded or not, blanks around it and indentation of later lines kept or not.
    name: 'label',
    matches: ({ field }) => field === 'label' || field === 'identifier',
  },
  {
    // U+0000: remark-parse puts U+FFFD in its place, satteri leaves it.
    name: 'U+0000',
    matches: ({ first, second }) =>
      typeof second === 'string' && second.includes('\0') && second.replaceAll('\0', '\ufffd') === first,
  },
  {
    // Half of a surrogate pair: satteri reads UTF-8, which has none.
    name: 'lone surrogate',
    structural: true,
    matches: ({ field, first, second }) =>
      field === 'value' &&
      // U+0000 may stand beside it.
      String(first).replace(/\p{Surrogate}/gu, '\ufffd') === String(second).replaceAll('\0', '\ufffd'),
  },
  {
    // `[^1]: [^2]: text` and definitions below one: one definition inside the other, or one after the other.
    name: 'footnote definition in another',
    structural: true,
    matches: ({ nodes, field }, source) => {
      const inside = nodes.some(({ type }) => type === 'footnoteDefinition') ? 1 : 0;
      const written = textOf(nodes.at(-1)!, source).match(/\[\^[^\]\r\n]+\]:/g)?.length ?? 0;
      return field === 'children' && inside + written > 1;
    },
  },
  {
    // `[text [^1]](/target)`: a link, or a footnote reference between brackets.
    name: 'footnote reference in a link',
    structural: true,
    matches: ({ field, first, second }) =>
      field === 'children' && count(first, 'footnoteReference') < count(second, 'footnoteReference'),
  },
  {
    // A definition in a list in a footnote, which only one of the two finds: references to it, or brackets.
    name: 'definition in containers',
    structural: true,
    matches: ({ field, first, second }) =>
      field === 'children' && count(first, 'linkReference') !== count(second, 'linkReference'),
  },
  {
    // Cells beyond the columns of the head, which are not shown.
    name: 'cells beyond the head',
    structural: true,
    matches: ({ nodes, field }) => field === 'children' && nodes.at(-1)!.type === 'tableRow',
  },
  {
    // An HTML tag in the line after a table: a block of its own, or one more row.
    name: 'tag after a table',
    structural: true,
    matches: ({ field, first, second }) =>
      field === 'children' && count(first, 'table') > 0 && count(first, 'html') > count(second, 'html'),
  },
  {
    // `[text\` with the closing bracket on the next line: a hard break, or a backslash.
    name: 'hard break before the end of a link',
    structural: true,
    matches: ({ nodes, field, first }) =>
      field === 'children' && nodes.at(-1)!.type === 'link' && (first as string[]).at(-1) === 'break',
  },
  {
    // `[label]: /target` directly above a setext heading: the heading begins with the definition, or behind it.
    name: 'setext heading after a definition',
    matches: ({ nodes, field, second }, source) =>
      field === 'position.start' &&
      nodes.at(-1)!.type === 'heading' &&
      source.slice(nodes.at(-1)!.position!.start.offset, (second as Place).offset).includes(']:'),
  },
  {
    // Blank and lazy lines in and behind quotes, lists and footnotes: where a block goes on, and what it holds.
    name: 'blocks in and behind containers',
    structural: true,
    matches: ({ nodes, field, first, second }) =>
      field === 'children' &&
      (nodes.some(({ type }) => containers.has(type)) ||
        differAtContainer(first as string[], second as string[])),
  },
  {
    // Indented code goes on behind blank lines: satteri may begin a second block there.
    name: 'indented code in parts',
    matches: ({ field, first, second }) => field === 'children' && withoutCode(first) === withoutCode(second),
  },
  {
    // Whether an emoji beside `*` or `_` counts as a letter or as punctuation.
    name: 'emphasis beside an emoji',
    structural: true,
    matches: ({ nodes, field }, source) =>
      field === 'children' &&
      /[*_~]\p{Emoji_Presentation}|\p{Emoji_Presentation}[*_~]/u.test(textOf(nodes.at(-1)!, source)),
  },
];

const emptyTask = /[-*+] \[[ xX]\][ \t]*[\r\n]/;

const containers = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition']);

/** Whether children begin to differ at a container or directly behind one. */
function differAtContainer(first: readonly string[], second: readonly string[]): boolean {
  const at = first.findIndex((type, index) => type !== second[index]);
  const place = at === -1 ? first.length : at;
  return [first[place - 1], first[place], second[place]].some(
    (type) => type !== undefined && containers.has(type),
  );
}

function textOf({ position }: Nodes, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}

function count(types: unknown, type: string): number {
  return (types as string[]).filter((candidate) => candidate === type).length;
}

function withoutCode(types: unknown): string {
  return (types as string[]).filter((type) => type !== 'code').join();
}

function withoutMarks(value: unknown): string {
  return String(value).replace(/[\s>]+/g, '');
}

function isTask(node: Nodes, source: string): boolean {
  return node.type === 'listItem' && /^(?:[-*+]|\d+[.)])\s+\[[ xX\t\r\n]\]/.test(textOf(node, source));
}

/** Whether the last of the nodes begins a task item, or is one. */
function beginsTask(nodes: readonly Nodes[], source: string): boolean {
  return nodes.some((node, index) => {
    const next = nodes[index + 1];
    const goesOn = next === undefined || ('children' in node && node.children[0] === next);
    return goesOn && isTask(node, source);
  });
}

function isBlankBetween(source: string, a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return false;
  const between = source.slice(Math.min(a.offset, b.offset), Math.max(a.offset, b.offset));
  return /^(?:\s|>|[-*+]|\d{1,9}[.)]|\[[ xX]\])*$/.test(between);
}

/** What comparing the trees of one post says: names of known classes, and differences that fit none. */
export interface Comparison {
  readonly known: ReadonlySet<string>;
  /** Whether one of the known classes is structural. */
  readonly structural: boolean;
  readonly unknown: readonly Difference[];
}

/** Compares the trees that remark-parse and satteri give for one text. */
export function compareParsers(remark: Root, satteri: Root, source: string): Comparison {
  if (compareTrees(remark, satteri).length === 0) return { known: new Set(), structural: false, unknown: [] };
  const differences = compareTrees(withoutLiteralLinks(remark, source), withoutLiteralLinks(satteri, source));
  const named = differences.map((difference) => ({
    difference,
    known: classes.find((candidate) => candidate.matches(difference, source)),
  }));
  // Which bare addresses become links is not asked of a parser: our own scanner finds them.
  const names = named.length === 0 ? ['bare address'] : named.flatMap(({ known }) => known?.name ?? []);
  return {
    known: new Set(names),
    structural: named.some(({ known }) => known?.structural),
    unknown: named.filter(({ known }) => !known).map(({ difference }) => difference),
  };
}
