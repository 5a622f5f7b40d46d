import { type ConfigProblem, shortened } from './problem.ts';

/** A key or index on the way to a value. */
export type KeyPath = readonly PropertyKey[];

/** The data of a configuration file, with the way back to its places. */
export interface ConfigSource {
  /** Absolute path. */
  readonly file: string;
  /** Plain data. Objects have no prototype, so that no key of a file can reach one. */
  readonly value: unknown;
  /** What makes the file unreadable as data; `value` is undefined then. */
  readonly problems: readonly ConfigProblem[];
  /**
   * Where the value (or, with `key`, its key) stands, both 1-based: the place of what it is missing from where it is not
   * there, and null where the file has no places.
   */
  placeOf(path: KeyPath, part?: 'key' | 'value'): ConfigProblem['place'];
}

// Configuration is four levels deep; a hostile file is not followed down.
const deepest = 20;

/** Collects values and the offsets at which they stand, while a reader walks its own syntax tree. */
export class SourceBuilder {
  readonly #file: string;
  readonly #text: string;
  readonly #offsets = new Map<string, number>();
  readonly #problems: ConfigProblem[] = [];
  #lineStarts: readonly number[] | null = null;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  /** Records where the value at `path` stands; false where it is too deep to be read. */
  valueAt(path: KeyPath, offset: number): boolean {
    this.#offsets.set(addressOf(path, 'value'), offset);
    if (path.length <= deepest) return true;
    if (this.#problems.length === 0) this.problem(offset, 'This is nested too deeply.');
    return false;
  }

  /** Records where the key of the value at `path` stands; a key written twice is a problem. */
  keyAt(path: KeyPath, offset: number): void {
    const address = addressOf(path, 'key');
    // JavaScript gives this key a meaning of its own, and libraries pass over it in silence.
    if (path.at(-1) === '__proto__') this.problem(offset, 'There is no key "__proto__".');
    if (this.#offsets.has(address))
      this.problem(offset, `The key "${shortened(String(path.at(-1)))}" stands here twice.`);
    this.#offsets.set(address, offset);
  }

  problem(offset: number, message: string): void {
    this.#problems.push({ file: this.#file, place: this.#placeAt(offset), message });
  }

  /** The finished source; `root` says which part of the file is the configuration. */
  finish(value: unknown, root: KeyPath = []): ConfigSource {
    return {
      file: this.#file,
      value: this.#problems.length > 0 ? undefined : value,
      problems: this.#problems,
      placeOf: (path, part = 'value') => {
        const offset = this.#offsetOf([...root, ...path], part);
        return offset === undefined ? null : this.#placeAt(offset);
      },
    };
  }

  #offsetOf(path: KeyPath, part: 'key' | 'value'): number | undefined {
    const own = this.#offsets.get(addressOf(path, part)) ?? this.#offsets.get(addressOf(path, 'value'));
    return own ?? (path.length > 0 ? this.#offsetOf(path.slice(0, -1), 'value') : undefined);
  }

  #placeAt(offset: number): { line: number; column: number } {
    this.#lineStarts ??= lineStartsOf(this.#text);
    let [line, behind] = [0, this.#lineStarts.length];
    while (behind - line > 1) {
      const middle = (line + behind) >> 1;
      if (this.#lineStarts[middle]! <= offset) line = middle;
      else behind = middle;
    }
    return { line: line + 1, column: offset - this.#lineStarts[line]! + 1 };
  }
}

function addressOf(path: KeyPath, part: 'key' | 'value'): string {
  return JSON.stringify([part, ...path.map(String)]);
}

/** Offsets at which lines start. A hostile file has a problem in each of its lines: they are counted once. */
function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
}
