import * as z from 'zod/mini';
import type { Rule } from '../engine/rule.ts';
import {
  type ActiveRule,
  type FrontMatterSchema,
  hostedPrefix,
  noPostSettings,
  type PostSettings,
  type Settings,
  type TermSetting,
} from '../engine/settings.ts';
import { layerMatcher, type Match } from './layer-matches.ts';
import type { Layer } from './load.ts';
import { ConfigError } from './problem.ts';
import type { Level, RuleSetting, SeriesSetting } from './schema.ts';
import type { KeyPath } from './source.ts';

/** Where a value comes from: a place in one of the layers, or nowhere (the default). */
export interface Origin {
  readonly layer: Layer;
  readonly path: KeyPath;
}

/** What is decided about one rule. */
export interface RuleChoice {
  readonly rule: Rule;
  readonly level: Level;
  /** As written, without defaults; null where none are set. */
  readonly options: object | null;
  /** Null for a rule that nothing mentions: it is off. */
  readonly origin: Origin | null;
}

/** How one post is linted, and why. */
export interface ResolvedPost {
  readonly settings: Settings;
  /** Whether the post is left out when its folder is linted. */
  readonly ignored: boolean;
  readonly rules: readonly RuleChoice[];
  readonly series: { readonly setting: SeriesSetting; readonly origin: Origin } | null;
  /** Terms with the place that each comes from. */
  readonly terms: readonly { readonly setting: TermSetting; readonly origin: Origin }[];
  /** The schema of its front matter, with the place that names it. */
  readonly schema: { readonly setting: FrontMatterSchema; readonly origin: Origin } | null;
  /** Null: the default. */
  readonly requireReasons: Origin | null;
  /** Null: the default. */
  readonly site: Origin | null;
}

export interface ResolveOptions {
  readonly rules: readonly Rule[];
  /** Whether suppression comments count. */
  readonly inlineConfig: boolean;
  /** Whether programs were left out, whose rules comments may name. Absent: none were. */
  readonly skipped?: boolean;
}

/** Says how a post (by its absolute path) is linted. */
export type ResolvePost = (file: string) => ResolvedPost;

/**
 * Merges the layers of a configuration, weakest first; the only place where that happens. Posts for which the same
 * entries hold share one answer.
 */
export function createResolver(layers: readonly Layer[], options: ResolveOptions): ResolvePost {
  const matchers = layers.map(layerMatcher);
  const known = new Map<string, ResolvedPost>();
  return (file) => {
    const matches = matchers.map((matchLayer) => matchLayer(file));
    const key = JSON.stringify(matches.map(({ layer: _, ...match }) => match));
    let resolved = known.get(key);
    if (!resolved) {
      resolved = merge(matches, options);
      known.set(key, resolved);
    }
    return resolved;
  };
}

function merge(matches: readonly Match[], options: ResolveOptions): ResolvedPost {
  const patterns = mergePatterns(matches);
  const rules = [...mergeRules(matches, options.rules), ...patterns];
  const series = claimingSeries(matches);
  const reasons = matches.findLast(({ layer }) => layer.config.requireReasons !== undefined);
  const terms = mergeTerms(matches);
  const schema = namedSchema(matches, series);
  const sites = matches.findLast(({ layer }) => layer.config.site !== undefined);
  const settings: Settings = {
    rules: rules.flatMap(activeRule),
    post: {
      ...(series ? postSettings(series.setting) : noPostSettings),
      terms: terms.map(({ setting }) => setting),
      schema: schema?.setting ?? null,
      site: sites?.layer.config.site ?? null,
    },
    knownIds: new Set(
      [...options.rules, ...matches.flatMap(({ layer }) => layer.patterns ?? [])].map(({ id }) => id),
    ),
    ...hostedSettings(matches, options),
    inlineConfig: options.inlineConfig,
    requireReasons: reasons?.layer.config.requireReasons ?? false,
  };
  return {
    settings,
    ignored: matches.some(({ ignored }) => ignored),
    rules,
    series,
    terms,
    schema,
    requireReasons: reasons ? { layer: reasons.layer, path: ['requireReasons'] } : null,
    site: sites ? { layer: sites.layer, path: ['site'] } : null,
  };
}

/** What concerns other people's code; nothing where none is named. */
function hostedSettings(
  matches: readonly Match[],
  { skipped = false }: ResolveOptions,
): Pick<Settings, 'knownBeginnings' | 'remark' | 'remarkLevels'> {
  const remark = matches.flatMap(({ layer }) => layer.remark ?? []);
  const levels = hostedLevels(matches);
  return {
    ...(skipped ? { knownBeginnings: [''] } : remark.length > 0 && { knownBeginnings: [hostedPrefix] }),
    ...(remark.length > 0 && { remark }),
    ...(levels.size > 0 && { remarkLevels: levels }),
  };
}

function hostedLevels(matches: readonly Match[]): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const [id, setting] of matches.flatMap(ruleTables).flatMap(({ table }) => Object.entries(table)))
    if (id.startsWith(hostedPrefix)) levels.set(id, typeof setting === 'string' ? setting : setting[0]);
  return levels;
}

/** A term of a stronger layer replaces the same term of a weaker one. */
function mergeTerms(matches: readonly Match[]): ResolvedPost['terms'] {
  const terms = new Map<string, ResolvedPost['terms'][number]>();
  for (const { layer } of matches) {
    for (const [term, given] of Object.entries(layer.config.terms ?? {})) {
      const setting = { term, variants: given === true ? [] : given, anyCase: given === true };
      terms.set(term, { setting, origin: { layer, path: ['terms', term] } });
    }
  }
  return [...terms.values()];
}

/** A pattern of a stronger layer replaces the one of that name of a weaker one, for the posts that it holds for. */
function mergePatterns(matches: readonly Match[]): RuleChoice[] {
  const choices = new Map<string, RuleChoice>();
  for (const { layer, patterns } of matches) {
    for (const index of patterns) {
      const rule = layer.patterns?.[index];
      const { level = 'warn' } = layer.config.patterns![index]!;
      if (rule)
        choices.set(rule.id, { rule, level, options: null, origin: { layer, path: ['patterns', index] } });
    }
  }
  return [...choices.values()];
}

function mergeRules(matches: readonly Match[], rules: readonly Rule[]): RuleChoice[] {
  const choices = new Map<string, RuleChoice>(
    rules.map((rule) => [rule.id, { rule, level: 'off', options: null, origin: null }]),
  );
  for (const match of matches) {
    for (const { table, at } of ruleTables(match)) {
      for (const [id, setting] of Object.entries(table)) {
        const before = choices.get(id);
        if (before) choices.set(id, changed(before, setting, { layer: match.layer, path: [...at, id] }));
      }
    }
  }
  return [...choices.values()];
}

/** What a layer says of rules for a post, weakest first, each with the place where it does. */
function ruleTables({ layer, overrides }: Match): {
  readonly table: Readonly<Record<string, RuleSetting>>;
  readonly at: KeyPath;
}[] {
  return [
    { table: layer.config.rules ?? {}, at: ['rules'] },
    ...overrides.map((index) => ({
      table: layer.config.overrides![index]!.rules ?? {},
      at: ['overrides', index, 'rules'],
    })),
  ];
}

/** A level alone keeps the options that a weaker layer set. */
function changed(before: RuleChoice, setting: RuleSetting, origin: Origin): RuleChoice {
  if (typeof setting === 'string') return { ...before, level: setting, origin };
  return { ...before, level: setting[0], options: setting[1], origin };
}

function activeRule(choice: RuleChoice): ActiveRule[] {
  const { rule, level } = choice;
  return level === 'off' ? [] : [{ rule, severity: level, options: optionsOf(choice) }];
}

/** @throws ConfigError where the schema of a plugin, which is a program as well, does not take what it took when it was asked first */
function optionsOf({ rule, options, origin }: RuleChoice): object {
  try {
    return rule.options ? z.parse(rule.options, options ?? {}) : {};
  } catch (error) {
    const reason = error instanceof Error ? error.message : typeof error;
    const message = `The options of the rule "${rule.id}" cannot be checked: ${reason}`;
    throw new ConfigError([{ file: origin?.layer.name ?? rule.id, place: null, message }]);
  }
}

/** The series that claims the post: the first in the strongest layer that has one. */
function claimingSeries(matches: readonly Match[]): ResolvedPost['series'] {
  const match = matches.findLast(({ series }) => series >= 0);
  if (!match) return null;
  const { layer, series } = match;
  return { setting: layer.config.series![series]!, origin: { layer, path: ['series', series] } };
}

/** The schema that is named last: an override's before its layer's series, a stronger layer's before a weaker one's. */
function namedSchema(matches: readonly Match[], series: ResolvedPost['series']): ResolvedPost['schema'] {
  let named: ResolvedPost['schema'] = null;
  for (const { layer, overrides } of matches) {
    const paths: KeyPath[] = overrides.map((index) => ['overrides', index]);
    if (series?.origin.layer === layer) paths.unshift(series.origin.path);
    for (const path of paths) {
      const setting = layer.schemas?.get(path.join('.'));
      if (setting) named = { setting, origin: { layer, path: [...path, 'schema'] } };
    }
  }
  return named;
}

function postSettings(series: SeriesSetting): Omit<PostSettings, 'terms' | 'site' | 'schema'> {
  return {
    series: series.name,
    title: series.title ?? null,
    path: series.path ?? null,
    cadence: series.cadence ?? null,
    looks: series.looks ?? null,
    startMonth: series.calendar?.startMonth ?? null,
    yearNamedAfter: series.calendar?.namedAfter ?? null,
    language: series.language ?? null,
    window: series.window ?? null,
    sections: (series.sections ?? []).map((section) => {
      const {
        name,
        aliases = [],
        optional = false,
      } = typeof section === 'string' ? { name: section } : section;
      return { name, aliases, optional };
    }),
    ordered: series.ordered ?? false,
  };
}
