import type { FileResult } from '../engine/finding.ts';

/** What a reporter may say beside the findings. */
export interface ReportContext {
  /** Folder from which paths are shown to people. */
  readonly cwd: string;
  /** Whether to use terminal colours. */
  readonly color: boolean;
  /** Address of a rule's page, for readers on this machine or anywhere; absent where they have none. */
  readonly pageOf: (ruleId: string, reader: 'here' | 'anywhere') => string | undefined;
  /** The command that applies the safe fixes, or null where it was this one. */
  readonly fixCommand: string | null;
}

/** Prints results in one format. The text ends in a line feed unless it is empty. */
export type Reporter = (results: readonly FileResult[], context: ReportContext) => string;
