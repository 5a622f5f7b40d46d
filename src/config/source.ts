import type { ConfigProblem } from './problem.ts';

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
      this.problem(offset, `The key "${String(path.at(-1))}" stands here twice.`);
    this.#offsets.set(address, offset);
  }

  problem(offset: number, message: string): void {
    this.#problems.push({ file: this.#file, place: placeAt(this.#text, offset), message });
  }

  /** The finished source; `root` says which part of the file is the configuration. */
  finish(value: unknown, root: KeyPath = []): ConfigSource {
    return {
      file: this.#file,
      value: this.#problems.length > 0 ? undefined : value,
      problems: this.#problems,
      placeOf: (path, part = 'value') => {
        const offset = this.#offsetOf([...root, ...path], part);
        return offset === undefined ? null : placeAt(this.#text, offset);
      },
    };
  }

  #offsetOf(path: KeyPath, part: 'key' | 'value'): number | undefined {
    const own = this.#offsets.get(addressOf(path, part)) ?? this.#offsets.get(addressOf(path, 'value'));
    return own ?? (path.length > 0 ? this.#offsetOf(path.slice(0, -1), 'value') : undefined);
  }
}

function addressOf(path: KeyPath, part: 'key' | 'value'): string {
  return JSON.stringify([part, ...path.map(String)]);
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
