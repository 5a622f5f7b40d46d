import type { Site } from '../document/sites.ts';
import type { Rule, Severity } from './rule.ts';

/** A section that posts of a series have. */
export interface SectionSetting {
  readonly name: string;
  /** Other names under which the section is accepted. */
  readonly aliases: readonly string[];
  readonly optional: boolean;
}

/** Days from the last day of a post's period within which it is published; null is no limit. */
export interface Window {
  readonly opens: number | null;
  readonly closes: number | null;
}

/** A term with the spellings that are not to be used for it. */
export interface TermSetting {
  readonly term: string;
  readonly variants: readonly string[];
  /** Whether every other spelling in capitals and small letters is one of them. */
  readonly anyCase: boolean;
}

/** What the configuration says of the series a post belongs to. Everything may be left open (null). */
export interface PostSettings {
  /** Name of the configured series, or null where none claims the post. */
  readonly series: string | null;
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
  readonly window: Window | null;
  readonly sections: readonly SectionSetting[];
  /** Whether the sections must come in the configured order. */
  readonly ordered: boolean;
  /** Configured for all posts, in a series or not. */
  readonly terms: readonly TermSetting[];
}

/** The settings of a post that no configuration mentions. */
export const noPostSettings: PostSettings = {
  series: null,
  cadence: null,
  looks: null,
  startMonth: null,
  yearNamedAfter: null,
  language: null,
  site: null,
  window: null,
  sections: [],
  ordered: false,
  terms: [],
};

/** A rule that is switched on, with its validated options. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Complete: defaults are filled in. */
  readonly options: object;
}

/** Everything that decides how one post is linted. */
export interface Settings {
  readonly rules: readonly ActiveRule[];
  readonly post: PostSettings;
  /** Ids that suppression comments may name, whether or not their rule is on. */
  readonly knownIds: ReadonlySet<string>;
  /** Whether suppression comments count; false reports everything. */
  readonly inlineConfig: boolean;
  /** Whether a suppression comment without a reason is itself a finding. */
  readonly requireReasons: boolean;
}
