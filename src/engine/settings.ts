import type { Site } from '../document/sites.ts';
import type { Rule, Severity } from './rule.ts';

/** A section that posts of a series have. */
export interface SectionSetting {
  /** The text of its heading. */
  readonly name: string;
  /** Other names under which the section is accepted. */
  readonly aliases: readonly string[];
  /** Whether a post may do without it. */
  readonly optional: boolean;
}

/** Days from the last day of a post's period within which it is published; null is no limit. */
export interface Window {
  /** The first day on which it may be published; negative before the period ends. */
  readonly opens: number | null;
  /** The last day on which it may be published. */
  readonly closes: number | null;
}

/** A term with the spellings that are not to be used for it. */
export interface TermSetting {
  /** How it is written. */
  readonly term: string;
  /** Spellings that are reported. */
  readonly variants: readonly string[];
  /** Whether every other spelling in capitals and small letters is one of them. */
  readonly anyCase: boolean;
}

/** One way in which a post's front matter departs from its schema. */
export interface SchemaFault {
  /** Keys and indexes on the way to the value at fault, or to the group that a key is missing from or unknown in. */
  readonly path: readonly string[];
  /** `large`: front matter and schema are too large to be held against each other. */
  readonly kind: 'missing' | 'unknown' | 'wrong' | 'large';
  /** The key that is missing or unknown; empty for a wrong value. */
  readonly key: string;
  /** What a value must do, to follow "must": `be text`. */
  readonly expected: string;
  /** The value or key that was probably meant; for a missing key the one that was probably written for it. */
  readonly meant: string | null;
}

/** A JSON Schema that front matter is held to, compiled. */
export interface FrontMatterSchema {
  /** Where the schema stands. */
  readonly file: string;
  /** What stands there, as plain data: what an editor tells of a key. Absent where it is not known. */
  readonly content?: Readonly<Record<string, unknown>>;
  /**
   * What is wrong with front matter, as plain data.
   *
   * @param untyped whether all values are texts, so that one that reads as a number may stand for it
   */
  check(data: object, untyped: boolean): readonly SchemaFault[];
}

/** What the configuration says of the series a post belongs to. Everything may be left open (null). */
export interface PostSettings {
  /** Name of the configured series, or null where none claims the post. */
  readonly series: string | null;
  /** How its posts are titled, with placeholders such as `{quarter}`. */
  readonly title: string | null;
  /** How its files are called, with the same placeholders. */
  readonly path: string | null;
  /** How often a post of the series appears. */
  readonly cadence: 'week' | 'month' | 'quarter' | 'half' | 'year' | null;
  /** Whether its posts look back on their period or ahead to it. */
  readonly looks: 'back' | 'ahead' | null;
  /** The month (1–12) in which the first quarter of the series' year starts; null: not configured. */
  readonly startMonth: number | null;
  /** Which calendar year such a year is named after; null: the one it begins in. */
  readonly yearNamedAfter: 'begin' | 'end' | null;
  /** BCP 47 tag of the language that periods are read in beside English; null: English alone. */
  readonly language: string | null;
  /** The generator that makes the site; null: told from each post. */
  readonly site: Site | null;
  /** When it may be published; null: at any time. */
  readonly window: Window | null;
  /** The sections that a post has; empty where nothing is said. */
  readonly sections: readonly SectionSetting[];
  /** Whether the sections must come in the configured order. */
  readonly ordered: boolean;
  /** What its front matter must look like; null: nothing is said. */
  readonly schema: FrontMatterSchema | null;
  /** Configured for all posts, in a series or not. */
  readonly terms: readonly TermSetting[];
}

/** The settings of a post that no configuration mentions. */
export const noPostSettings: PostSettings = {
  series: null,
  title: null,
  path: null,
  cadence: null,
  looks: null,
  startMonth: null,
  yearNamedAfter: null,
  language: null,
  site: null,
  window: null,
  sections: [],
  ordered: false,
  schema: null,
  terms: [],
};

/** A rule that is switched on, with its validated options. */
export interface ActiveRule {
  /** The rule. */
  readonly rule: Rule;
  /** How bad its findings are. */
  readonly severity: Severity;
  /** Complete: defaults are filled in. */
  readonly options: object;
}

/** A plugin or preset of remark that a configuration names. */
export interface RemarkEntry {
  /** As it is written in the configuration. */
  readonly name: string;
  /** The default export of its module: a function, or an object with `plugins` and `settings`. */
  readonly plugin: unknown;
  /** What follows the name in the configuration; `[false]` switches the plugin off, as unified has it. */
  readonly options: readonly unknown[];
}

/** What the ids of what plugins of remark find begin with. */
export const hostedPrefix = 'remark-lint/';

/** Everything that decides how one post is linted. */
export interface Settings {
  /** The rules that are on, each once. */
  readonly rules: readonly ActiveRule[];
  /** What is said of the post itself. */
  readonly post: PostSettings;
  /** Ids that suppression comments may name, whether or not their rule is on. */
  readonly knownIds: ReadonlySet<string>;
  /** Beginnings of ids that comments may name as well, `remark-lint/` for one; an empty one: any id. Absent: none. */
  readonly knownBeginnings?: readonly string[];
  /** Plugins of remark that look at the post as well, weakest first. Absent: none. */
  readonly remark?: readonly RemarkEntry[];
  /** Levels that the configuration sets for ids that begin with `remark-lint/`. Absent: none. */
  readonly remarkLevels?: ReadonlyMap<string, Severity | 'off'>;
  /** Whether suppression comments count; false reports everything. */
  readonly inlineConfig: boolean;
  /** Whether a suppression comment without a reason is itself a finding. */
  readonly requireReasons: boolean;
}

/** Whether a comment may name an id: that of a rule, on or off, or one that only a program may know. */
export function isKnownId({ knownIds, knownBeginnings = [] }: Settings, id: string): boolean {
  return knownIds.has(id) || knownBeginnings.some((beginning) => id.startsWith(beginning));
}
