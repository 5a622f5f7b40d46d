import type { Comment, FrontMatter, Value } from './model.ts';
import type { Range } from './source.ts';

/** The comments of YAML and TOML front matter: `#` at the start of a line or behind white space, not in a value. */
export function frontMatterComments(source: string, frontMatter: FrontMatter | null): Comment[] {
  if (frontMatter?.format !== 'yaml' && frontMatter?.format !== 'toml') return [];
  const { start, end } = frontMatter.content;
  const values = frontMatter.entries.flatMap((entry) => scalarRanges(entry.value));
  const comments: Comment[] = [];
  let value = 0;
  let at = source.indexOf('#', start);
  while (at >= 0 && at < end) {
    while ((values[value]?.end ?? end) <= at) value++;
    const inValue = (values[value]?.start ?? end) <= at;
    const opens = at === start || /\s/.test(source[at - 1]!);
    if (opens && !inValue) {
      const lineEnd = endOfLine(source, at, end);
      const textRange = { start: at + 1, end: lineEnd };
      comments.push({ kind: 'yaml', range: { start: at, end: lineEnd }, textRange });
      at = lineEnd;
    }
    at = source.indexOf('#', at + 1);
  }
  return comments;
}

/** The expression comments of MDX among a post's template tags. */
export function mdxComments(source: string, templates: readonly Range[]): Comment[] {
  return templates
    .filter(({ start }) => source.startsWith('{/*', start))
    .map((range) => ({ kind: 'mdx', range, textRange: { start: range.start + 3, end: range.end - 3 } }));
}

function scalarRanges(value: Value): Range[] {
  if (value.kind === 'list') return value.items.flatMap(scalarRanges);
  if (value.kind === 'map') return value.entries.flatMap((entry) => scalarRanges(entry.value));
  return value.range.end > value.range.start ? [value.range] : [];
}

function endOfLine(source: string, from: number, end: number): number {
  let i = from;
  while (i < end && source[i] !== '\n' && source[i] !== '\r') i++;
  return i;
}
