import * as z from 'zod/mini';
import { completed, type Rule } from '../engine/rule.ts';
import { type ActiveRule, noPostSettings, type PostSettings, type Settings } from '../engine/settings.ts';
import { rules as builtIn } from '../rules/index.ts';
import { checkRule } from './check.ts';
import { type Preset, presetLevels } from './presets.ts';
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
 * @throws ConfigError for a rule that does not exist and for an option that its rule does not take
 */
export function createSettings(choice: SettingsChoice = {}): Settings {
  const { preset = 'recaplint:recommended', rules: own = {}, plugins = [], post = {} } = choice;
  const known = [...builtIn, ...plugins.map(completed)];
  const checked = { rules: known, hosts: false, skipped: false };
  const problems = Object.entries(own).flatMap(([id, setting]) => checkRule(id, setting, checked));
  if (problems.length > 0) {
    throw new ConfigError(problems.map(({ message }) => ({ file: 'createSettings', place: null, message })));
  }
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

/** A level alone keeps the options of the preset. */
function merged(before: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  return typeof setting === 'string' && typeof before === 'object' ? [setting, before[1]] : setting;
}

function activeRule(rule: Rule, setting: RuleSetting = 'off'): ActiveRule[] {
  const [severity, options] = typeof setting === 'string' ? [setting, {}] : setting;
  if (severity === 'off') return [];
  return [{ rule, severity, options: rule.options ? z.parse(rule.options, options) : {} }];
}
