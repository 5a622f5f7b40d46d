import type { Mirror } from '../config/mirror.ts';
import type { Output } from './outputs.ts';
import type { ShardNumber } from './shard-number.ts';

/** What the options of the command line say. */
export interface Flags {
  readonly config?: string;
  /** A commit, branch or tag whose configuration counts. */
  readonly configFrom?: string;
  /** Where that configuration is, once it has been looked up. */
  readonly mirror?: Mirror;
  /** One for each `--format`. */
  readonly format: readonly Output[];
  readonly outputFile?: string;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly diff?: boolean;
  readonly watch?: boolean;
  readonly quiet?: boolean;
  /** Whether it is told what time was spent on. */
  readonly timing?: boolean;
  readonly maxWarnings?: number;
  readonly failOn: 'error' | 'warn' | 'never';
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  /** Each as `id: level`. */
  readonly rule: readonly string[];
  /** Absent: as the terminal has it. */
  readonly color?: boolean;
  readonly code: boolean;
  readonly parser?: 'satteri' | 'remark';
  readonly inlineConfig: boolean;
  /** The part of the posts that is linted, to be merged with the others. */
  readonly shard?: ShardNumber;
  /** Whether what was found in posts by themselves is kept for the next run. */
  readonly cache?: boolean;
  /** How many threads lint posts; absent: as many as make the run shorter. */
  readonly jobs?: number;
  /** File with facts of posts that are not read. */
  readonly facts?: string | undefined;
  /** File with the findings that are accepted. */
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A commit, branch or tag. */
  readonly since?: string;
  readonly staged?: boolean;
}

/** Whether only what a change answers for is reported. */
export function asksForChanges({ since, staged }: Flags): boolean {
  return since !== undefined || staged === true;
}

/** Combinations of options that contradict each other, as a sentence; null where all is well. */
export function contradiction(flags: Flags, paths: readonly string[]): string | null {
  if (flags.unsafeFixes && !flags.fix && !flags.diff)
    return '--unsafe-fixes adds to --fix or --diff: give both.';
  if (flags.diff && flags.fix) return '--diff writes nothing, and --fix writes: give one of them.';
  if (flags.diff && flags.format.length > 0) {
    return '--diff prints a patch in place of the findings: leave --format out.';
  }
  if (flags.stdinFilename !== undefined && !flags.stdin) {
    return '--stdin-filename names the text of --stdin: give both.';
  }
  if (flags.watch && flags.stdin) return '--watch waits for files to change: leave --stdin out.';
  if (flags.watch && (flags.fix || flags.diff))
    return '--watch reports and repairs nothing: leave --fix and --diff out.';
  if (flags.watch && flags.timing)
    return '--timing is of one run, and --watch goes on: leave one of them out.';
  if (flags.stdin && paths.length > 0) return '--stdin lints standard input alone: leave the paths out.';
  return gateContradiction(flags);
}

function gateContradiction(flags: Flags): string | null {
  const { since, staged, stdin, fix, diff, watch, baseline, updateBaseline } = flags;
  if (since !== undefined && staged)
    return '--since and --staged compare with different commits: give one of them.';
  if (asksForChanges(flags) && stdin) return '--stdin has no history: leave --since and --staged out.';
  if (staged && (fix || diff))
    return `--${fix ? 'fix' : 'diff'} cannot repair what is staged: repair without --staged, then stage with git add.`;
  if (updateBaseline && baseline === undefined)
    return '--update-baseline needs --baseline FILE, the file to write.';
  if (updateBaseline && (diff || watch))
    return '--update-baseline writes what is found now: leave --diff and --watch out.';
  if (updateBaseline && (asksForChanges(flags) || stdin))
    return '--update-baseline writes all findings of the posts: leave --since, --staged and --stdin out.';
  return null;
}
