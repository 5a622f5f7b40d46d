const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern in a text. Most texts have none of what is looked for, and `matchAll` copies the
 * pattern before it looks.
 */
export function matchesIn(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  return text.search(pattern) < 0 ? none : text.matchAll(pattern);
}
