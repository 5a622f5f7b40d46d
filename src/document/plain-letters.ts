// Beyond ASCII, but neither letter nor figure nor accent: signs of Latin-1, punctuation, arrows, symbols, what stands for code.
const other =
  /[^\x00-\x7F\u00A0-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u2010-\u2027\u2030-\u203E\u2190-\u23FF\u2500-\u2775\uFFFC]/;

/** Whether all letters, figures and accents of a text are ASCII's. */
export function hasPlainLetters(text: string): boolean {
  return !other.test(text);
}

/**
 * A pattern for texts with plain letters, and for all others. Unicode's tables make a pattern that takes milliseconds to
 * compile, and few texts need them.
 *
 * @param source with `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{N}` in classes, and without what only `u` has beside them
 */
export function letterPattern(source: string): (text: string) => RegExp {
  let plain: RegExp | undefined;
  let whole: RegExp | undefined;
  return (text) => {
    if (hasPlainLetters(text)) {
      plain ??= new RegExp(source.replace(/\\p\{(\w+)\}/g, (_, name: Name) => plainClasses[name]), 'g');
      return plain;
    }
    whole ??= new RegExp(source, 'gu');
    return whole;
  };
}

const plainClasses = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', N: '0-9' } as const;
type Name = keyof typeof plainClasses;
