import * as z from 'zod/mini';
import { completed, type Rule } from '../engine/rule.ts';
import { type ActiveRule, noPostSettings, type PostSettings, type Settings } from '../engine/settings.ts';
import { rules as builtIn } from '../rules/index.ts';
import { checkRule } from './check.ts';
import { didYouMean } from './nearest.ts';
import { rulesOf } from './plugin-rules.ts';
import { type Preset, presetLevels, presets } from './presets.ts';
import { ConfigError } from './problem.ts';
import type { RuleSetting } from './schema.ts';

/** What settings are made of where there is no configuration file. */
export interface SettingsChoice {
  /** The preset to start from; null for no rule at all. By default `recaplint:recommended`. */
  readonly preset?: Preset | null;
  /** Levels and options by rule id, written as under `rules` in a configuration; they win over the preset. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Rules beside recaplint's own. */
  readonly plugins?: readonly Rule[];
  /** What is to be known of the post's series. */
  readonly post?: Partial<PostSettings>;
}

/**
 * Makes settings for `lint` and `fixPost` without a configuration file, with every option checked and every default filled
 * in. Needs no disk: it works in a browser.
 *
 * @throws ConfigError for a preset or a rule that does not exist, a level or an option that a rule does not take, and for
 *   plugins that are no rules
 */
export function createSettings(choice: SettingsChoice = {}): Settings {
  const { preset = 'recaplint:recommended', rules: own = {}, plugins = [], post = {} } = choice;
  const faults = [...presetFaults(preset), ...pluginFaults(plugins), ...levelFaults(own)];
  if (faults.length > 0) throw problemsOf(faults);
  const known = [...builtIn, ...plugins.map(completed)];
  const checked = { rules: known, hosts: false, skipped: false };
  const problems = Object.entries(own).flatMap(([id, setting]) => checkRule(id, setting, checked));
  if (problems.length > 0) throw problemsOf(problems.map(({ message }) => message));
  const levels = new Map(Object.entries(preset ? presetLevels(preset, known) : {}));
  for (const [id, setting] of Object.entries(own)) levels.set(id, merged(levels.get(id), setting));
  return {
    rules: known.flatMap((rule) => activeRule(rule, levels.get(rule.id))),
    post: { ...noPostSettings, ...post },
    knownIds: new Set(known.map(({ id }) => id)),
    inlineConfig: true,
    requireReasons: false,
  };
}

function problemsOf(messages: readonly string[]): ConfigError {
  return new ConfigError(messages.map((message) => ({ file: 'createSettings', place: null, message })));
}

// Programs in JavaScript have no types that would tell them these.

function presetFaults(preset: string | null): string[] {
  if (preset === null || (presets as readonly string[]).includes(preset)) return [];
  const hint = didYouMean(preset, presets) || didYouMean(`recaplint:${preset}`, presets);
  return [`There is no preset "${preset}".${hint || ` There are: ${presets.join(', ')}.`}`];
}

function pluginFaults(plugins: readonly Rule[]): readonly string[] {
  if (plugins.length === 0) return [];
  const { faults } = rulesOf({ rules: plugins });
  if (faults.length > 0) return faults;
  const twice = plugins.filter(({ id }, index) =>
    [...builtIn, ...plugins.slice(0, index)].some((rule) => rule.id === id),
  );
  return twice.map(({ id }) => `There are two rules "${id}": call the one in "plugins" something else.`);
}

function levelFaults(settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(settings).flatMap(([id, setting]) => {
    const level = Array.isArray(setting) ? setting[0] : setting;
    if (level === 'off' || level === 'warn' || level === 'error') return [];
    return [`The level of "${id}" is ${JSON.stringify(level)}, but must be "off", "warn" or "error".`];
  });
}

/** A level alone keeps the options of the preset. */
function merged(before: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  return typeof setting === 'string' && typeof before === 'object' ? [setting, before[1]] : setting;
}

function activeRule(rule: Rule, setting: RuleSetting = 'off'): ActiveRule[] {
  const [severity, options] = typeof setting === 'string' ? [setting, {}] : setting;
  if (severity === 'off') return [];
  return [{ rule, severity, options: rule.options ? z.parse(rule.options, options) : {} }];
}
