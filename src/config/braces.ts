/** What a glob with lists in braces stands for. */
export interface GlobSize {
  /** Globs without such lists. */
  readonly alternatives: number;
  /** Their characters, in UTF-16 units, all together. */
  readonly characters: number;
}

/** What one glob, or all globs of a configuration, may stand for: ten times what large archives come to. */
export const mostGlobs: GlobSize = { alternatives: 1_000, characters: 50_000 };

/** Whether that is more than may be: each post is compared with each of them. */
export function exceedsMost({ alternatives, characters }: GlobSize): boolean {
  return alternatives > mostGlobs.alternatives || characters > mostGlobs.characters;
}

/** How parts of a glob make a whole: texts, one part after the other, and one of several. */
interface Algebra<T> {
  text(text: string): T;
  both(first: T, second: T): T;
  oneOf(choices: readonly T[]): T;
}

// Lists behind lists multiply; beyond this nobody cares how many they are.
const manyEnough = 1e15;

/** Counts what `{a,b}` would be written out to, without doing so: in time linear in the glob. */
export function globSize(glob: string): GlobSize {
  return readBraces(glob, sizes);
}

/** Writes out `{a,b}`. What has no closing brace or no comma is taken literally. */
export function expandBraces(glob: string): string[] {
  return readBraces(glob, texts);
}

const sizes: Algebra<GlobSize> = {
  text: ({ length }) => ({ alternatives: 1, characters: length }),
  both: (a, b) => ({
    alternatives: Math.min(manyEnough, a.alternatives * b.alternatives),
    characters: Math.min(manyEnough, a.characters * b.alternatives + b.characters * a.alternatives),
  }),
  oneOf: (choices) => ({
    alternatives: Math.min(manyEnough, sum(choices.map(({ alternatives }) => alternatives))),
    characters: Math.min(manyEnough, sum(choices.map(({ characters }) => characters))),
  }),
};

const texts: Algebra<string[]> = {
  text: (text) => [text],
  both: (a, b) => a.flatMap((first) => b.map((second) => first + second)),
  oneOf: (choices) => choices.flat(),
};

/** Goes through the glob once; a stack and no recursion, because braces may nest by the thousand. */
function readBraces<T>(glob: string, { text, both, oneOf }: Algebra<T>): T {
  /** Of each open brace, and of the glob itself first: its choices, the last of which is being read. */
  const open: T[][] = [[text('')]];
  const add = (part: T): void => {
    const choices = open.at(-1)!;
    choices.push(both(choices.pop()!, part));
  };
  /** The brace was none. */
  const asText = (choices: readonly T[]): void => {
    for (const [index, choice] of choices.entries()) {
      add(text(index === 0 ? '{' : ','));
      add(choice);
    }
  };
  for (const [piece] of glob.matchAll(/\\.|[{},]|[^\\{},]+|\\/gs)) {
    if (piece === '{') open.push([text('')]);
    else if (piece === ',' && open.length > 1) open.at(-1)!.push(text(''));
    else if (piece === '}' && open.length > 1) {
      const choices = open.pop()!;
      if (choices.length > 1) add(oneOf(choices));
      else {
        asText(choices);
        add(text('}'));
      }
    } else add(text(piece));
  }
  const unclosed = open.splice(1);
  // From the innermost to the outermost, each within the one before.
  while (unclosed.length > 0) {
    const choices = unclosed.pop()!;
    open.push(unclosed.at(-1) ?? open[0]!);
    asText(choices);
    open.pop();
  }
  return open[0]![0]!;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
