import type { Span } from './mentions.ts';

/** Where the first of some groups stands that took part in a match (of a pattern with the flag `d`); null for none. */
export function groupSpan(match: RegExpExecArray, ...names: string[]): Span | null {
  for (const name of names) {
    const span = match.indices?.groups?.[name];
    if (span !== undefined) return { start: span[0], end: span[1] };
  }
  return null;
}
