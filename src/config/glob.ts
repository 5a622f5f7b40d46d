import { exceedsMost, expandBraces, globSize } from './braces.ts';
import { automatonOf, type Matches, type Step } from './glob-automaton.ts';
import { globClassAt } from './glob-class.ts';

export type { Matches };

/** Characters that make a path a glob. */
export const globCharacters = /[*?[{]/;

/**
 * Compiles a glob: `*`, `?`, `[a-z]`, `[!a-z]`, `**`, `{a,b}`, and `\` before a character that stands for itself. The
 * whole path must match; a trailing `/` means everything in the folder. In a glob that is too large, braces stand for
 * themselves; whoever takes globs from people asks `isTooLarge` first, or `glob-budget.ts`.
 *
 * Configuration may be a stranger's: a pattern becomes a list of steps and not a regular expression, so that
 * matching takes time proportional to pattern × path, whatever the pattern; see
 * `glob-automaton.ts`.
 */
export function compileGlob(glob: string): Matches {
  const plain = glob.replace(/^(?:\.\/)+/, '');
  const whole = plain.endsWith('/') ? `${plain}**` : plain;
  const alternatives = (isTooLarge(whole) ? [whole] : expandBraces(whole)).map((one) =>
    automatonOf(stepsOf(one)),
  );
  return (path) => alternatives.some((matches) => matches(path));
}

/** Whether a glob stands for more than 1,000 others, or for more than 50,000 characters of them. */
export function isTooLarge(glob: string): boolean {
  const size = globSize(glob);
  return size.alternatives > 1 && exceedsMost(size);
}

/** Compiles a glob in which braces stand for themselves and a trailing `/` means no more than that. */
export function compilePattern(pattern: string): Matches {
  return automatonOf(stepsOf(pattern));
}

/** Compiles several globs; a path matches where one of them does. */
export function compileGlobs(globs: readonly string[]): Matches {
  const matchers = globs.map(compileGlob);
  return (path) => matchers.some((matches) => matches(path));
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  let i = 0;
  while (i < pattern.length) {
    const atName = i === 0 || pattern[i - 1] === '/';
    if (atName && pattern.startsWith('**/', i)) {
      steps.push({ kind: 'folders' });
      i += 3;
    } else if (atName && pattern.slice(i) === '**') {
      steps.push({ kind: 'rest' });
      i += 2;
    } else {
      const { step, length } = singleStep(pattern, i);
      steps.push(step);
      i += length;
    }
  }
  return steps;
}

function singleStep(pattern: string, at: number): { step: Step; length: number } {
  const character = String.fromCodePoint(pattern.codePointAt(at)!);
  if (character === '*') return { step: { kind: 'star' }, length: 1 };
  if (character === '?') return { step: { kind: 'one', accepts: (c) => c !== '/' }, length: 1 };
  const members = character === '[' ? globClassAt(pattern, at) : null;
  if (members) return { step: { kind: 'one', accepts: members.accepts }, length: members.end - at };
  const escaped = character === '\\' && at + 1 < pattern.length;
  const literal = escaped ? String.fromCodePoint(pattern.codePointAt(at + 1)!) : character;
  return {
    step: { kind: 'one', accepts: (c) => c === literal },
    length: literal.length + (escaped ? 1 : 0),
  };
}
