import { globClassAt } from './glob-class.ts';

/** One step of a glob: a set of characters, or one of the three wildcards that run over several. */
type Step =
  | { readonly kind: 'one'; accepts(character: string): boolean }
  | { readonly kind: 'star' } // `*`: any characters of one name
  | { readonly kind: 'folders' } // `**/`: any number of whole folder names
  | { readonly kind: 'rest' }; // trailing `**`: everything below

/** Tells whether a path with `/` matches. */
export type Matches = (path: string) => boolean;

// Braces multiply; a handful of lists is all that anybody writes.
const mostAlternatives = 256;

/** Characters that make a path a glob. */
export const globCharacters = /[*?[{]/;

/**
 * Compiles a glob: `*`, `?`, `[a-z]`, `[!a-z]`, `**`, `{a,b}`, and `\` before a character that stands for itself. The
 * whole path must match; a trailing `/` means everything in the folder.
 *
 * Configuration may be a stranger's: a pattern becomes a list of steps and not a regular expression, so that
 * matching takes time proportional to pattern × path, whatever the pattern (the simulation of a
 * nondeterministic automaton after Thompson, "Regular Expression Search Algorithm", 1968).
 */
export function compileGlob(glob: string): Matches {
  const plain = glob.replace(/^(?:\.\/)+/, '');
  const whole = plain.endsWith('/') ? `${plain}**` : plain;
  const alternatives = expandBraces(whole).map(stepsOf);
  return (path) => alternatives.some((steps) => runSteps(steps, path));
}

/** Compiles a glob in which braces stand for themselves and a trailing `/` means no more than that. */
export function compilePattern(pattern: string): Matches {
  const steps = stepsOf(pattern);
  return (path) => runSteps(steps, path);
}

/** Compiles several globs; a path matches where one of them does. */
export function compileGlobs(globs: readonly string[]): Matches {
  const matchers = globs.map(compileGlob);
  return (path) => matchers.some((matches) => matches(path));
}

/** Writes out `{a,b}`. What has no closing brace, no comma or too many alternatives is taken literally. */
function expandBraces(glob: string): string[] {
  const done: string[] = [];
  let open = [glob];
  while (open.length > 0) {
    const next: string[] = [];
    for (const pattern of open) {
      const brace = innermostBrace(pattern);
      if (brace === null) done.push(pattern);
      else for (const choice of brace.choices) next.push(brace.before + choice + brace.after);
    }
    if (done.length + next.length > mostAlternatives) return [glob];
    open = next;
  }
  return done;
}

/** The first brace that closes again and holds a comma and no such brace. */
function innermostBrace(pattern: string): { before: string; choices: string[]; after: string } | null {
  const opened: number[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') i++;
    else if (character === '{') opened.push(i);
    else if (character === '}' && opened.length > 0) {
      const start = opened.pop()!;
      const choices = pattern.slice(start + 1, i).split(',');
      if (choices.length > 1)
        return { before: pattern.slice(0, start), choices, after: pattern.slice(i + 1) };
    }
  }
  return null;
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

/** Follows all ways through the steps at once, one character of the path after the other. */
function runSteps(steps: readonly Step[], path: string): boolean {
  let active = new Set<number>();
  enter(steps, 0, active);
  for (const character of path) {
    const next = new Set<number>();
    for (const index of active) advance(steps, index, character, next);
    if (next.size === 0) return false;
    active = next;
  }
  return active.has(steps.length) || [...active].some((index) => steps[index]?.kind === 'rest');
}

/** Adds a step that is reached, and those behind it that may match nothing. */
function enter(steps: readonly Step[], index: number, active: Set<number>): void {
  let at = index;
  active.add(at);
  while (steps[at] && steps[at]!.kind !== 'one') active.add(++at);
}

function advance(steps: readonly Step[], index: number, character: string, next: Set<number>): void {
  const step = steps[index];
  if (!step) return;
  if (step.kind === 'one') {
    if (step.accepts(character)) enter(steps, index + 1, next);
  } else if (step.kind === 'star') {
    if (character !== '/') enter(steps, index, next);
  } else {
    // Inside a folder's name the steps behind wait for the next slash.
    next.add(index);
    if (step.kind === 'folders' && character === '/') enter(steps, index, next);
  }
}
