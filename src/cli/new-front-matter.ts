import type { Document } from '../document/document.ts';
import type { Entry, FrontMatter, Value } from '../document/model.ts';
import { dateKeys } from '../document/periods.ts';
import type { Edit } from '../engine/rule.ts';
import { changesOf, dateFor, isProven, placeholder, type Steps, titleOf } from './new-values.ts';

/** A value with the keys that lead to it. */
interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: Value;
  readonly inList: boolean;
}

/**
 * The front matter of the new issue: that of the last one, in which values are replaced and nothing is written anew. What
 * the last three issues share stays, what follows from the period is restated, and the rest is left to the writer.
 *
 * @param earlier the issues before the last, latest first
 */
export function nextFrontMatter(last: Document, earlier: readonly Document[], steps: Steps): string | null {
  const { frontMatter, source } = last;
  if (!frontMatter) return null;
  const known = earlier.map(({ frontMatter: other }) => leavesByPath(other));
  const removed = passingKeys(frontMatter, earlier, source);
  const edits = leavesOf(frontMatter.entries).flatMap((leaf) => {
    if (
      removed.some(({ range }) => leaf.value.range.start >= range.start && leaf.value.range.end <= range.end)
    )
      return [];
    const values = known.map((leaves) => leaves.get(leaf.path));
    return editsOf(leaf, values, steps, frontMatter.format, source);
  });
  return applied(source, [...edits, ...removed], frontMatter);
}

function applied(source: string, edits: readonly Edit[], { range }: FrontMatter): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start);
  let text = '';
  let at = range.start;
  for (const edit of ordered) {
    if (edit.range.start < at) continue;
    text += source.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return text + source.slice(at, range.end);
}

function leavesByPath(frontMatter: FrontMatter | null): Map<string, string> {
  return new Map(leavesOf(frontMatter?.entries ?? []).map(({ path, value }) => [path, value.text]));
}

function leavesOf(entries: readonly Entry[], prefix = ''): Leaf[] {
  return entries.flatMap(({ key, value }) => leavesIn(value, key, prefix + key.toLowerCase(), false));
}

function leavesIn(value: Value, key: string, path: string, inList: boolean): Leaf[] {
  if (value.kind === 'map') return leavesOf(value.entries, `${path}.`);
  if (value.kind === 'list')
    return value.items.flatMap((item, i) => leavesIn(item, key, `${path}.${i}`, true));
  return [{ path, key, value, inList }];
}

function editsOf(
  { key, value, inList }: Leaf,
  earlier: readonly (string | undefined)[],
  steps: Steps,
  format: FrontMatter['format'],
  source: string,
): Edit[] {
  const { text } = value;
  const changes = (list: readonly { start: number; end: number; text: string }[]): Edit[] =>
    list.map((change) => ({ range: value.sourceRange(change.start, change.end), text: change.text }));
  const whole = (replacement: string): Edit[] => [
    {
      range: value.range,
      text: asWritten(replacement, source.slice(value.range.start, value.range.end), format),
    },
  ];
  if (text.trim() === '' || value.range.end === value.range.start) return [];
  const date = dateFor(text, steps);
  if (date) return changes([date]);
  if (dateKeys.includes(key)) return [];
  if (isNumberOf(text, steps)) return whole(String(steps.next.number));
  const given = earlier.filter((other) => other !== undefined);
  if (given.length > 0 && given.every((other) => other === text)) return [];
  const [before] = earlier;
  if (given.length === 0 || inList || value.kind !== 'string' || isProven(before, text, steps))
    return changes(changesOf(text, steps));
  if (key.toLowerCase() === 'title') return whole(titleOf(text, before, steps));
  return whole(placeholder);
}

/** Whether a value is the number of the issue. */
function isNumberOf(text: string, { last, next }: Steps): boolean {
  return last.number !== null && next.number !== null && text.trim() === String(last.number);
}

/** A text in the quotes that another one stands in. */
function asWritten(text: string, old: string, format: FrontMatter['format']): string {
  const quote = /^["']/.exec(old)?.[0] ?? '';
  if (quote === '"' || format === 'json' || (format === 'toml' && quote !== "'" && !/^\d/.test(old)))
    return JSON.stringify(text);
  if (quote === "'") return `'${text.replaceAll("'", format === 'toml' ? '’' : "''")}'`;
  if (format === 'header' || /^\d+$/.test(text)) return text;
  // In YAML a plain text must not look like anything else.
  const isPlain = /^[\p{L}\p{N}_][^\r\n]*$/u.test(text) && !/:(?:\s|$)|\s#|\s$/.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** What the last issue alone says, with its lines: an award, a correction, an old address of the page. */
function passingKeys(frontMatter: FrontMatter, earlier: readonly Document[], source: string): Edit[] {
  const { entries, format, content } = frontMatter;
  if (format === 'json' || earlier.length < 2) return [];
  return entries.flatMap(({ key, keyRange, value }, i) => {
    const isKnown = earlier.some((other) => other.frontMatter?.get(key) !== undefined);
    if (isKnown || (format === 'toml' && value.kind === 'map')) return [];
    const next = entries[i + 1]?.keyRange.start ?? content.end;
    const start = source.lastIndexOf('\n', keyRange.start - 1) + 1;
    const end = source.lastIndexOf('\n', next - 1) + 1;
    return start < content.start || end <= keyRange.end ? [] : [{ range: { start, end }, text: '' }];
  });
}
