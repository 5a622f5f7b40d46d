import type { RE2JS } from 're2js';
import { type CompiledPattern, wrongsIn } from './pattern-rule.ts';

// Steps of patterns times characters of replacements, some 25 ns each: a second. A hundred entries of a few words come to 6 million.
const mostComparisons = 40_000_000;

/** A replacement that always writes the same, by its place in the list. */
interface Writer {
  readonly index: number;
  readonly constant: string;
  readonly pattern: RE2JS;
  readonly entry: CompiledPattern;
}

/**
 * Entries that replace what each other writes, by their places in the list: `[0, 3]` where the first writes what the fourth
 * replaces, and the other way round. Only entries that look in the same places are compared, and none where that would take
 * too long.
 */
export function circleOf(entries: readonly CompiledPattern[]): readonly number[] | null {
  const writers = entries.flatMap((entry, index): Writer[] => {
    const { setting, pattern, replacement } = entry;
    const constant = replacement?.constant ?? null;
    if (pattern === null || constant === null || setting.level === 'off') return [];
    return [{ index, constant, pattern, entry }];
  });
  const characters = writers.reduce((sum, { constant }) => sum + constant.length, 0);
  const steps = writers.reduce((sum, { pattern }) => sum + pattern.programSize(), 0);
  if (writers.length < 2 || characters * steps > mostComparisons) return null;
  const next = new Map(
    writers.map((writer) => [writer.index, writers.filter((other) => replaces(other, writer))] as const),
  );
  for (const { index } of writers) {
    const circle = wayBack(index, next);
    if (circle) return circle;
  }
  return null;
}

function replaces(other: Writer, { index, constant, entry }: Writer): boolean {
  if (other.index === index || placesOf(other.entry) !== placesOf(entry)) return false;
  return wrongsIn(constant, other.pattern, other.entry).length > 0;
}

/** Where an entry looks, as a text that is the same for entries that look in the same places. */
function placesOf({ setting }: CompiledPattern): string {
  const { in: place, section, key, files } = setting;
  return JSON.stringify([place, section, key, files]);
}

/** The shortest way from an entry over those that replace what the one before writes, back to it. */
function wayBack(
  start: number,
  next: ReadonlyMap<number, readonly { readonly index: number }[]>,
): readonly number[] | null {
  const before = new Map<number, number>();
  const pending = [start];
  for (const index of pending) {
    for (const other of next.get(index) ?? []) {
      if (other.index === start) return wayTo(index, before);
      if (before.has(other.index)) continue;
      before.set(other.index, index);
      pending.push(other.index);
    }
  }
  return null;
}

function wayTo(end: number, before: ReadonlyMap<number, number>): readonly number[] {
  const way = [end];
  for (let at = before.get(end); at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}
