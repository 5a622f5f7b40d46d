import type * as z from 'zod/mini';
import type { Document } from '../document/document.ts';
import type { Range } from '../document/source.ts';
import type { PeriodFact, Placed, PostFacts, Series } from '../series/facts.ts';
import type { PostSettings } from './settings.ts';

/** How bad a finding is. An `error` fails the run by default, a `warn` does not. */
export type Severity = 'error' | 'warn';

/** The families of rules, in the order in which they are documented. */
export const categories = [
  'period',
  'front matter',
  'links',
  'residue',
  'structure',
  'prose',
  'series',
] as const;
/** A rule that comes from elsewhere need not say which family it belongs to: it is a `plugin` then. */
export type Category = (typeof categories)[number] | 'plugin';

/** Replaces the characters of `range` with `text`; an empty range inserts. */
export interface Edit {
  /** What is replaced. */
  readonly range: Range;
  /** What stands there afterwards. */
  readonly text: string;
}

/** What to change in the post. Only `safe` fixes are applied without being asked for by name. */
export interface Fix {
  /** What applying it does, as a short imperative: "Remove the `&nbsp;`". */
  readonly title: string;
  /** `safe` where no reasonable writer would want to see it first. */
  readonly safety: 'safe' | 'unsafe';
  /** Ascending, not overlapping. */
  readonly edits: readonly Edit[];
}

/** Another place that explains a finding. */
export interface Related {
  /** The place, in the other post where there is a `path`. */
  readonly range: Range;
  /** What stands there, as one plain sentence. */
  readonly message: string;
  /** Path of the other post, relative to the root; absent for a place in the same post. */
  readonly path?: string;
}

/** What a rule yields: one message key with its data, at one place. Id and severity are not its to choose. */
export interface Problem<Key extends string = string> {
  /** The key of one of the messages of the rule. */
  readonly message: Key;
  /** Values of the placeholders of the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Where it stands in the post. */
  readonly range: Range;
  /** How it may be repaired. */
  readonly fix?: Fix | undefined;
  /** Other places that explain it. */
  readonly related?: readonly Related[];
  /** The rule's own facts, passed on in the `json` format (plain JSON). */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A problem that a series rule yields: it says which post is at fault. */
export interface SeriesProblem<Key extends string = string> extends Problem<Key> {
  /** Path of the post at fault, as its facts give it. */
  readonly path: string;
}

/** The files of a post's workspace, as far as a rule may ask: nothing is read. */
export interface FileSet {
  /** Whether a file or folder stands at a path relative to the root, with `/`, compared as the disk compares it. */
  has(path: string): boolean;
  /** The names of what stands in a folder, in no order; none where there is no such folder. */
  list(folder: string): readonly string[];
}

/** What a rule may know beside the post and its own options. */
export interface RuleContext {
  /** The files that the post may point at; null where they are not known (standard input, an unsaved post). */
  readonly files: FileSet | null;
  /** What the configuration says of this post's series. */
  readonly post: PostSettings;
  /** The day on which the post says that it was published, in days since 1970-01-01; null where it does not say. */
  readonly date: Placed<number> | null;
  /** The period that the post reports on, with days counted alike; null where nothing tells. */
  readonly period: Placed<PeriodFact> | null;
  /** The earlier posts of the series as facts, or null where the post stands alone. */
  readonly series: Series | null;
}

interface RuleBase<Key extends string, Options extends object> {
  /** Names the thing, not the remedy; a shipped id is never used for something else. */
  readonly id: string;
  /** One sentence that starts with a verb: "Disallow links whose address breaks off." */
  readonly summary: string;
  /** The family that it is documented with. */
  readonly category: Category;
  /** Address of the page about the rule, `https:` or `http:`; rules of recaplint have theirs by their id. */
  readonly url?: string;
  /** Severity in the preset `recommended`; `off` rules are on as `warn` in `strict`. */
  readonly recommended: Severity | 'off';
  /** What the preset `strict` sets beside the severity: options that differ from their defaults there. */
  readonly strict?: Partial<Options>;
  /** Whether a finding has a fix; `never` where it is absent. */
  readonly fixes?: 'always' | 'sometimes' | 'never';
  /** Schema of the options object; every key has a default. Absent: the rule has no options. */
  readonly options?: z.ZodMiniType<Options>;
  /** Rules that speak instead where both report one place, whether they look at a post or at its series. */
  readonly yieldsTo?: readonly string[];
  /** Message templates; `{name}` is filled from the problem's data. */
  readonly messages: Readonly<Record<Key, string>>;
}

/** A rule that looks at one post. */
export interface PostRule<Key extends string = string, Options extends object = object>
  extends RuleBase<Key, Options> {
  /** `series` where a finding depends on other posts, so that a run over part of an archive can defer it. */
  readonly needs?: 'series';
  /**
   * Whether the series may change what is found in a post, told from the facts of the post alone; absent: it may. Asked
   * before a post is read again with its series.
   */
  concerns?(facts: PostFacts, series: Series): boolean;
  /** Yields problems in any order. Pure and synchronous: no disk, clock, network or environment. */
  check(document: Document, options: Options, context: RuleContext): Iterable<Problem<Key>>;
}

/** A rule that looks at all posts of a series at once, through their facts alone. */
export interface SeriesRule<Key extends string = string, Options extends object = object>
  extends RuleBase<Key, Options> {
  /** Yields problems in any order; posts come ordered by period, then date, then path. */
  checkSeries(series: readonly PostFacts[], options: Options): Iterable<SeriesProblem<Key>>;
}

/** Any rule, with the types of its messages and options forgotten. */
// biome-ignore lint/suspicious/noExplicitAny: options are validated against the rule's own schema before `check` sees them
export type Rule = PostRule<string, any> | SeriesRule<string, any>;

/** A rule as it may be written: without its family, and without its severity. */
export type Defaulted<
  Written extends { readonly category: Category; readonly recommended: Severity | 'off' },
> = Omit<Written, 'category' | 'recommended'> & Partial<Pick<Written, 'category' | 'recommended'>>;

/** Types a rule that looks at a whole series. */
export function defineRule<Key extends string, Options extends object = Record<string, never>>(
  rule: Defaulted<SeriesRule<Key, Options>>,
): SeriesRule<Key, Options>;
/**
 * Types a rule that looks at one post: message keys and options follow from what is written. A rule without `category` is a
 * `plugin`, and one without `recommended` a warning.
 */
export function defineRule<Key extends string, Options extends object = Record<string, never>>(
  rule: Defaulted<PostRule<Key, Options>>,
): PostRule<Key, Options>;
export function defineRule(rule: Defaulted<PostRule> | Defaulted<SeriesRule>): Rule {
  return completed(rule);
}

/** A rule with what it may leave out. */
export function completed(rule: Defaulted<PostRule> | Defaulted<SeriesRule>): Rule {
  const { category, recommended } = rule;
  // Most rules leave nothing out and stay the objects that they are.
  if (category !== undefined && recommended !== undefined) return rule as Rule;
  return { ...rule, category: category ?? 'plugin', recommended: recommended ?? 'warn' } as Rule;
}

/** Whether a rule looks at series instead of single posts. */
// biome-ignore lint/suspicious/noExplicitAny: as in Rule
export function isSeriesRule(rule: Rule): rule is SeriesRule<string, any> {
  return 'checkSeries' in rule;
}
