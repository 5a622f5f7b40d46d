// JavaScript alone; the package by its name looks for a program of another kind first.
// @ts-expect-error: the types are those of the package.
import browser from 'recheck/lib/browser.js';

const recheck: typeof import('recheck') = browser;

/** Classes of letters as a few of their letters: which classes overlap stays, and thousands of code points go. */
const classes: Readonly<Record<string, string>> = {
  L: 'a-zA-Zß',
  Lu: 'A-Z',
  Ll: 'a-zß',
  N: '0-9',
  M: '\\u0300-\\u036f',
  P: '!-/',
  S: '$+<=>',
};

/**
 * A regular expression that is smaller, and takes as long in the same cases: bounded repetitions, which multiply the time
 * by a number alone (tests/regex-shape.ts), are cut to two, and classes of letters to a few letters.
 */
function reduced(source: string): string {
  return source
    .replace(/(?<!\\[pPu])\{(\d+)(?:(,)(\d*))?\}/g, (_, least, comma, most) => {
      if (!comma) return `{${Math.min(Number(least), 2)}}`;
      return most === ''
        ? `{${Math.min(Number(least), 2)},}`
        : `{${Math.min(Number(least), 1)},${Math.min(Number(most), 2)}}`;
    })
    .replace(/\\p\{(\w+)\}|\[(?:\\.|[^\]\\])*\]|\\./gs, (all, name) =>
      name === undefined
        ? all.replace(/\\p\{(\w+)\}/g, (_, inner) => classes[inner] ?? 'a-zA-Z')
        : `[${classes[name] ?? 'a-zA-Z'}]`,
    );
}

/** What the analyser says of a regular expression: `safe`, `vulnerable`, or `unknown` where it cannot read or judge it. */
export function judge(source: string, flags: string): { readonly status: string; readonly why: string } {
  const result = recheck.checkSync(reduced(source), flags.replace(/[uv]/, ''), {
    timeout: 60_000,
  });
  const why = result.status === 'vulnerable' ? result.complexity.summary : '';
  return { status: result.status, why };
}
