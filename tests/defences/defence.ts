/**
 * One threat, what defends against it, and the test that sees the defence. `npm run defences` takes each defence out and
 * runs its test, which must fail.
 */
export interface Defence {
  /** What a stranger may do, as half a sentence: "a file name that breaks the line of a log". */
  readonly threat: string;
  /** What keeps it harmless, in half a sentence that names the limit or the means. */
  readonly defence: string;
  /** How the defence is taken out: each text occurs once in its file (relative to the repository) and gives way to the other. */
  readonly without: readonly { readonly file: string; readonly text: string; readonly becomes: string }[];
  /** The test file that sees it, relative to the repository. */
  readonly test: string;
  /** Part of the full names of the tests that then fail, as vitest's `-t` takes it: a regular expression. */
  readonly named: string;
  /** Whether the test runs the built command line, which must then be built anew. */
  readonly built?: true;
}
