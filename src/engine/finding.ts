import type { Range } from '../document/source.ts';
import type { Timeline } from '../document/timeline.ts';
import type { PostFacts } from '../series/facts.ts';
import type { Suppressions } from './directives.ts';
import type { Fix, Related, Severity } from './rule.ts';

/** One thing to look at in one post. */
export interface Finding {
  /** The rule or notice that it comes from. */
  readonly ruleId: string;
  /** As the settings of the post have it. */
  readonly severity: Severity;
  /** Which of the rule's messages it is: stays the same when the sentence is worded anew. */
  readonly messageKey: string;
  /** One plain sentence, placeholders filled. */
  readonly message: string;
  /** Where it stands in the post. */
  readonly range: Range;
  /** How it may be repaired; absent where nobody but the writer knows. */
  readonly fix?: Fix | undefined;
  /** Other places that explain it. */
  readonly related: readonly Related[];
  /** The rule's own facts (plain JSON). */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Address of the page about it, where it is not the one that its id leads to. */
  readonly url?: string | undefined;
}

/**
 * What somebody else says of a post: a plugin of another linter, a spell checker. It becomes a finding, which comments
 * suppress and reports show like any other.
 */
export interface OtherMessage extends Pick<Finding, 'ruleId' | 'severity' | 'message' | 'range'> {
  /** Another place that explains it. */
  readonly related?: readonly Related[];
  /** How it may be repaired. */
  readonly fix?: Fix | undefined;
  /** Facts of its own (plain JSON). */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Address of a page about it, `https:` or `http:`. */
  readonly url?: string | undefined;
}

/**
 * What linting one post gives. Findings and facts may be worked out when they are first asked for: a copy made by spreading has
 * neither.
 */
export interface LintOutcome {
  /** Ordered by start, then end, then rule id. */
  readonly findings: readonly Finding[];
  /** What the post contributes to checks across its series; null where the post could not be read. */
  readonly facts: PostFacts | null;
  /** What the rules found, by rule, before one spoke for another and comments suppressed some. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** Ids of the rules that asked for the series: with another one, their findings may be others. */
  readonly askers: ReadonlySet<string>;
  /** What the comments in the post suppress. */
  readonly suppressions: Suppressions;
}

/** What is kept of linting a post, as plain data: enough to lint it once more with its series. */
export type KeptOutcome = Pick<LintOutcome, 'found' | 'askers' | 'suppressions'>;

/** What linting one post by itself gave, to be sent to another thread or kept in a file. */
export interface LintRecord extends KeptOutcome, Pick<LintOutcome, 'facts'> {
  readonly text: string;
}

/** What linting one file gives; the unit that reporters print. */
export interface FileResult {
  /** Absolute path, or the name given for standard input. */
  readonly path: string;
  /** Absolute path of the folder that paths of related places are relative to. */
  readonly root: string;
  /** The text that was linted; of a file that is no text, as much as can be shown. */
  readonly text: string;
  /** What is reported, ordered by start, then end, then rule id. */
  readonly findings: readonly Finding[];
  /** All that was found, where only some of it counts: the findings are some of these. */
  readonly all?: readonly Finding[];
  /** What the post says of time; present where it was asked for. */
  readonly timeline?: Timeline;
}
