import type { PatternSetting, RuleSetting } from '../config/schema.ts';

/** An entry under `remark`: the name of a plugin or preset, or the name with its options. */
export type RemarkSetting = string | readonly [name: string, options: unknown];

/** What the configuration of another linter becomes, and what is said of it. */
export interface Takeover {
  /** The linter, as its users call it. */
  readonly linter: 'remark' | 'markdownlint';
  /** What was read, by file name, in the words of a message: `.remarkrc`, `remarkConfig in package.json`. */
  readonly from: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly remark: readonly RemarkSetting[];
  /** Names whose other uses of capitals are reported. */
  readonly terms: readonly string[];
  readonly patterns: readonly PatternSetting[];
  /** Globs. */
  readonly ignores: readonly string[];
  /** Their rules that are rules of recaplint now. */
  readonly mapped: readonly Mapped[];
  /** Their rules that are off, and ours that stay on because they report more. */
  readonly kept: readonly Mapped[];
  /** What recaplint does without being told. */
  readonly needless: readonly string[];
  /** What the other linter has to go on doing, in sentences without full stop. */
  readonly left: readonly string[];
  /** What is worth knowing beside, in sentences without full stop. */
  readonly hints: readonly string[];
}

/** One of their rules and what it became. */
export interface Mapped {
  readonly theirs: string;
  readonly ours: string;
}

/** What keeps a configuration from being read: the key at which it stands, and a sentence. */
export interface TakeoverProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A rule of recaplint that reports what another linter's rule does. */
export interface Counterpart {
  /** Its id. */
  readonly rule: string;
  /** Its level in `recaplint:recommended`, which stays where they name none. */
  readonly level: 'warn' | 'error';
  /**
   * Its options that say what theirs say; empty where the defaults do.
   *
   * @returns null where ours cannot say it
   */
  options(theirs: unknown): Readonly<Record<string, unknown>> | null;
  /** Whether ours is off where theirs is; false where ours reports more than was switched off. */
  readonly offTogether: boolean;
  /** Where the two differ, for the page about switching. */
  readonly difference: string;
}

/** The setting of a counterpart; null where `recaplint:recommended` has the same. */
export function settingOf(
  { level: usual }: Counterpart,
  options: Readonly<Record<string, unknown>>,
  level: 'warn' | 'error' | null,
): RuleSetting | null {
  if (Object.keys(options).length > 0) return [level ?? usual, options];
  return level === null || level === usual ? null : level;
}

/** A setting as a message shows it: `heading-length, max 60`. */
export function shownSetting(rule: string, setting: RuleSetting | null): string {
  if (setting === null) return rule;
  const [level, options] = typeof setting === 'string' ? [setting, {}] : setting;
  const shown = Object.entries(options).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  return [rule, ...(level === 'warn' ? [] : [level]), ...shown].join(', ');
}
