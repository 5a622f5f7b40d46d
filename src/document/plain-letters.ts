// What may be a letter, figure or accent beyond Latin-1; punctuation, arrows, symbols, emoji and what stands for code are none.
const other =
  /[^\x00-\xFF\u2010-\u2027\u2030-\u203E\u2190-\u23FF\u2500-\u2775\uD83C-\uD83E\uDC00-\uDFFF\uFFFC]|\uD83C[^\uDF00-\uDFFF]|\uD83E[^\uDD00-\uDEFF]/;

/** Whether all letters, figures and accents of a text are Latin-1's. */
export function hasPlainLetters(text: string): boolean {
  return !other.test(text);
}

/**
 * A global pattern that asks for letters, in a form for texts with plain letters and in one for all others. Unicode's tables
 * make patterns that take milliseconds to compile, and few texts need them.
 *
 * @param source with `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{N}` and `\p{M}` in classes alone, the last beside others, and nothing else that only `u` understands
 */
export function letterPattern(source: string): (text: string) => RegExp {
  let plain: RegExp | undefined;
  let whole: RegExp | undefined;
  return (text) => {
    if (hasPlainLetters(text)) {
      plain ??= new RegExp(
        source.replace(/\\p\{(\w+)\}/g, (_, name: Name) => latin1[name]),
        'g',
      );
      return plain;
    }
    whole ??= new RegExp(source, 'gu');
    return whole;
  };
}

/** Latin-1's share of Unicode's classes. */
const latin1 = {
  L: 'A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\xFF',
  Lu: 'A-Z\xC0-\xD6\xD8-\xDE',
  Ll: 'a-z\xB5\xDF-\xF6\xF8-\xFF',
  N: '0-9\xB2\xB3\xB9\xBC-\xBE',
  M: '',
} as const;
type Name = keyof typeof latin1;
