import type { Arbitrary } from 'fast-check';

/** One property that must hold for every input of a kind. `npm run fuzz` tries it on many, the tests on some. */
export interface Campaign<Input> {
  /** Unique, as it is named on the command line: "posts". */
  readonly name: string;
  /** What holds, in one sentence. */
  readonly promise: string;
  readonly inputs: Arbitrary<Input>;
  /** How many inputs the tests try; a few seconds on a busy machine. */
  readonly runs: number;
  /** Throws where the promise is broken. */
  check(input: Input): void | Promise<void>;
  /** What is to be ended after the last input: a server, a child process. */
  end?(): void | Promise<void>;
}
