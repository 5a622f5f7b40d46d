import type { Document } from '../document/document.ts';
import type { Entry, FrontMatter, Value } from '../document/model.ts';
import { changeKeys, dateKeys } from '../document/periods.ts';
import type { Edit } from '../engine/rule.ts';
import { type Restatement, restated } from '../series/restate.ts';
import { changesOf, dateFor, isProven, isProvenTwice, placeholder, type Steps } from './post-values.ts';

/** A value with the keys that lead to it. */
interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: Value;
  readonly inList: boolean;
}

/** Where the last issues name different people, only the writer knows who it is this time. */
const authorKeys = new Set(['author', 'authors', 'byline']);

/**
 * The front matter of the new issue: that of the last one, in which values are replaced and nothing is written anew. What
 * the last three issues share stays, what follows from the period is restated, and the rest is left to the writer.
 *
 * @param earlier the issues before the last, latest first
 * @param title that of the new issue
 */
export function nextFrontMatter(
  last: Document,
  earlier: readonly Document[],
  steps: Steps,
  title: string | null,
): string | null {
  const { frontMatter, source } = last;
  if (!frontMatter) return null;
  const known = earlier.map(({ frontMatter: other }) => leavesByPath(other));
  const removed = [
    ...passingKeys(frontMatter, earlier, source),
    ...surplusAuthors(frontMatter, earlier, source),
    ...passingItems(frontMatter, earlier, steps),
  ];
  const context = { steps, title, format: frontMatter.format, source };
  const isRemoved = ({ range }: Value) =>
    removed.some((edit) => range.start >= edit.range.start && range.end <= edit.range.end);
  const edits = leavesOf(frontMatter.entries)
    .filter(({ value }) => !isRemoved(value))
    .flatMap((leaf) =>
      editsOf(
        leaf,
        known.map((leaves) => leaves.get(leaf.path)),
        context,
      ),
    );
  return applied(source, [...removed, ...edits], frontMatter);
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

interface Context {
  readonly steps: Steps;
  readonly title: string | null;
  readonly format: FrontMatter['format'];
  readonly source: string;
}

/** @param earlier what the issues before the last have there, latest first */
function editsOf(
  { path, key, value, inList }: Leaf,
  earlier: readonly (string | undefined)[],
  { steps, title, format, source }: Context,
): Edit[] {
  const { text, range } = value;
  const changes = (list: readonly Restatement[]): Edit[] =>
    list.map(({ start, end, text: changed }) => ({ range: value.sourceRange(start, end), text: changed }));
  const whole = (replacement: string): Edit[] => [
    { range, text: asWritten(replacement, source.slice(range.start, range.end), format) },
  ];
  if (text.trim() === '' || range.end === range.start) return [];
  if (path === 'title' && title !== null) {
    const { last, next, languages } = steps;
    return restated(text, last, next, languages) === title ? changes(changesOf(text, steps)) : whole(title);
  }
  const date = dateFor(text, steps, changeKeys.has(key.toLowerCase().replace(/[-_]/g, '')));
  if (date) return changes([date]);
  if (isNumberOf(text, steps)) return whole(String(steps.next.number));
  const index = indexFor(key, text, steps);
  if (index !== null) return whole(index);
  const given = earlier.filter((other) => other !== undefined);
  const isSentence = value.kind === 'string' && text.split(/\s+/, 4).length > 3;
  const isShared = given.length > 0 && given.every((other) => other === text);
  // A date that nothing here can read is the old one.
  if (dateKeys.includes(key)) return isShared || given.length === 0 ? [] : whole(placeholder);
  if (isShared && (!isSentence || given.length === earlier.length)) return [];
  if (given.length > 0 && authorKeys.has(key.toLowerCase())) return whole(placeholder);
  if (isSentence && earlier.length > 0)
    return isProvenTwice(earlier, text, steps) ? changes(changesOf(text, steps)) : whole(placeholder);
  if (value.kind === 'number' && given.length > 0 && !isProven(earlier[0], text, steps))
    return whole(nextInRow(text, earlier) ?? placeholder);
  const isFixed = given.length === 0 || inList || value.kind !== 'string';
  if (isFixed || isProven(earlier[0], text, steps)) return changes(changesOf(text, steps));
  return whole(placeholder);
}

/** Whether a value is the number of the issue. */
function isNumberOf(text: string, { last, next }: Steps): boolean {
  return last.number !== null && next.number !== null && text.trim() === String(last.number);
}

/** The number of the period, under a key that says so: `quarter: 4`. */
function indexFor(key: string, text: string, { last, next }: Steps): string | null {
  const { unit, index } = last.period;
  if (key.toLowerCase() !== unit || unit === 'year' || next.period.unit !== unit) return null;
  return /^\d{1,2}$/.test(text) && Number(text) === index
    ? String(next.period.index).padStart(text.length, '0')
    : null;
}

/** The number that follows those of the last three issues, where they are equally far apart. */
function nextInRow(last: string, [before, earliest]: readonly (string | undefined)[]): string | null {
  const step = Number(last) - Number(before);
  const isRow = Number.isSafeInteger(step) && Number(before) - Number(earliest) === step;
  return isRow ? String(Number(last) + step) : null;
}

/** A text in the quotes that another one stands in. */
function asWritten(text: string, old: string, format: FrontMatter['format']): string {
  const quote = /^["']/.exec(old)?.[0] ?? '';
  if (quote === '' && /^-?\d+$/.test(text)) return text;
  if (quote === '"' || format === 'json' || (format === 'toml' && quote === '')) return JSON.stringify(text);
  if (quote === "'") return `'${text.replaceAll("'", format === 'toml' ? '’' : "''")}'`;
  if (format === 'header') return text;
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

/** Items of a list that the last issue alone has: the first place of several is the writer's, the others go. */
function passingItems({ entries, format }: FrontMatter, earlier: readonly Document[], steps: Steps): Edit[] {
  return entries.flatMap(({ key, value }) => {
    const lists = earlier.flatMap(({ frontMatter }) => frontMatter?.get(key)?.value.items ?? []);
    if (value.kind !== 'list' || lists.length === 0 || authorKeys.has(key.toLowerCase())) return [];
    const known = new Set(lists.map(({ text }) => text));
    const passing = value.items.filter(
      (item) => item.kind === 'string' && isPassing(item.text, known, steps),
    );
    return passing.map((item, i) => {
      const before = value.items[value.items.indexOf(item) - 1];
      if (i === 0 || before === undefined)
        return { range: item.range, text: format === 'yaml' ? placeholder : JSON.stringify(placeholder) };
      return { range: { start: before.range.end, end: item.range.end }, text: '' };
    });
  });
}

/** Whether no earlier issue has an item, and none has one that follows from the period. */
function isPassing(text: string, known: ReadonlySet<string>, steps: Steps): boolean {
  return !known.has(text) && changesOf(text, steps).length === 0;
}

/** Of several authors who change from issue to issue the first keeps the place; the lines of the others go. */
function surplusAuthors({ entries }: FrontMatter, earlier: readonly Document[], source: string): Edit[] {
  return entries.flatMap(({ key, value }) => {
    if (!authorKeys.has(key.toLowerCase()) || value.kind !== 'list') return [];
    const names = (of: Value | undefined) => of?.items.map(({ text }) => text).join('\n');
    const same = earlier.every((other) => names(other.frontMatter?.get(key)?.value) === names(value));
    if (same) return [];
    return value.items.slice(1).flatMap(({ range }) => {
      const start = source.lastIndexOf('\n', range.start - 1) + 1;
      const lineEnd = source.indexOf('\n', range.end);
      const line = source.slice(start, lineEnd);
      return /^\s*- /.test(line) ? [{ range: { start, end: lineEnd + 1 }, text: '' }] : [];
    });
  });
}
