import type { FileResult } from '../engine/finding.ts';
import type { Category, Severity } from '../engine/rule.ts';

/** What a reporter may say beside the findings. */
export interface ReportContext {
  /** Folder from which paths are shown to people. */
  readonly cwd: string;
  /** Folder from which paths are given to programs: the repository's, else `cwd`. Absolute. */
  readonly base: string;
  /** Whether warnings were left out of the findings. */
  readonly quiet: boolean;
  /** Whether all posts could be read and configured. */
  readonly complete: boolean;
  /** Whether findings were left out that a baseline holds, or that no change answers for. */
  readonly onlyNew: boolean;
  /** Whether to use terminal colours. */
  readonly color: boolean;
  /** Address of a rule's page, for readers on this machine or anywhere; absent where they have none. */
  readonly pageOf: (ruleId: string, reader: 'here' | 'anywhere') => string | undefined;
  /** What is known of a rule, a notice or a configured pattern. */
  readonly ruleOf: (ruleId: string) => RuleInfo;
  /** Ids of all rules and notices that recaplint has, in order, and behind them those of the plugins that were loaded. */
  readonly ruleIds: readonly string[];
  /** The command that applies the safe fixes, or null where it was this one. */
  readonly fixCommand: string | null;
  /** Of recaplint. */
  readonly version: string;
  /** Address of recaplint's documentation on the web; absent while there is none. */
  readonly homepage?: string | undefined;
}

/** A rule as reports describe it. */
export interface RuleInfo {
  readonly id: string;
  /** One sentence that starts with a verb: "Disallow links whose address breaks off." */
  readonly summary: string;
  readonly category: Category | 'notice' | 'pattern';
  /** In the preset `recommended`. */
  readonly severity: Severity | 'off';
  /** The page about it, in Markdown, without title and tables; read when it is asked for. */
  readonly page: string;
}

/** Prints results in one format. The text ends in a line feed unless it is empty. */
export type Reporter = (results: readonly FileResult[], context: ReportContext) => string;
