/** One step of a glob: a set of characters, or one of the three wildcards that run over several. */
export type Step =
  | { readonly kind: 'one'; accepts(character: string): boolean }
  | { readonly kind: 'star' } // `*`: any characters of one name
  | { readonly kind: 'folders' } // `**/`: any number of whole folder names
  | { readonly kind: 'rest' }; // trailing `**`: everything below

/** Tells whether a path with `/` matches. */
export type Matches = (path: string) => boolean;

/**
 * Follows all ways through the steps at once, one character of the path after the other. The steps that can come next
 * are bits, 32 to a word, and a character moves all of a word at once (Baeza-Yates and Gonnet, "A New Approach to Text
 * Searching", 1992; wildcards as in Navarro and Raffinot, "Flexible Pattern Matching in Strings", 2002, chapter 4).
 */
export function automatonOf(steps: readonly Step[]): Matches {
  const short = withoutRepeats(steps);
  const words = (short.length >> 5) + 1;
  const moves = new Moves(short, words);
  const end = short.length;
  const state = new Int32Array(words);
  return (path) => {
    state.fill(0);
    state[0] = 1;
    // Before the first name a folder may be none, as behind a slash.
    skip(state, moves.passable('/'), words);
    for (const character of path) if (!advance(state, moves, character, words)) return false;
    return ((state[end >> 5]! >>> (end & 31)) & 1) === 1;
  };
}

/** `***` is `*`, and `**` + `/**` + `/` are the folders of one. Then no more than two steps in a row can match nothing. */
function withoutRepeats(steps: readonly Step[]): Step[] {
  return steps.filter(({ kind }, index) => kind === 'one' || steps[index - 1]?.kind !== kind);
}

/** For each character, as words of bits: the steps that take it, those that go on behind it, those that may match nothing. */
class Moves {
  readonly #steps: readonly Step[];
  readonly #words: number;
  readonly #taking = new Map<string, Int32Array>();
  readonly #atSlash: readonly [staying: Int32Array, passable: Int32Array];
  readonly #inName: readonly [staying: Int32Array, passable: Int32Array];

  constructor(steps: readonly Step[], words: number) {
    this.#steps = steps;
    this.#words = words;
    const folders = this.#bits(({ kind }) => kind === 'folders' || kind === 'rest');
    const star = this.#bits(({ kind }) => kind === 'star' || kind === 'rest');
    const wild = this.#bits(({ kind }) => kind !== 'one');
    this.#atSlash = [folders, wild];
    // Inside a folder's name the steps behind `**/` wait for the next slash.
    this.#inName = [wild, star];
  }

  taking(character: string): Int32Array {
    let bits = this.#taking.get(character);
    if (!bits) {
      bits = this.#bits((step) => step.kind === 'one' && step.accepts(character));
      // Paths may hold any character there is.
      if (this.#taking.size < mostCharactersKept) this.#taking.set(character, bits);
    }
    return bits;
  }

  staying(character: string): Int32Array {
    return (character === '/' ? this.#atSlash : this.#inName)[0];
  }

  passable(character: string): Int32Array {
    return (character === '/' ? this.#atSlash : this.#inName)[1];
  }

  #bits(has: (step: Step) => boolean): Int32Array {
    const bits = new Int32Array(this.#words);
    for (const [index, step] of this.#steps.entries()) if (has(step)) bits[index >> 5]! |= 1 << (index & 31);
    return bits;
  }
}

const mostCharactersKept = 128;

/** Moves on by a character; false where no way is left. */
function advance(state: Int32Array, moves: Moves, character: string, words: number): boolean {
  const taking = moves.taking(character);
  const staying = moves.staying(character);
  let carried = 0;
  let left = 0;
  for (let i = 0; i < words; i++) {
    const bits = state[i]!;
    const taken = bits & taking[i]!;
    state[i] = (taken << 1) | carried | (bits & staying[i]!);
    carried = taken >>> 31;
    left |= state[i]!;
  }
  if (left !== 0) skip(state, moves.passable(character), words);
  return left !== 0;
}

/** Adds what is behind steps that may match nothing, of which two can stand in a row. */
function skip(state: Int32Array, passable: Int32Array, words: number): void {
  for (let round = 0; round < 2; round++) {
    let carried = 0;
    for (let i = 0; i < words; i++) {
      const passed = state[i]! & passable[i]!;
      state[i]! |= (passed << 1) | carried;
      carried = passed >>> 31;
    }
  }
}
