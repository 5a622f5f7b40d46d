import type { Rule } from '../engine/rule.ts';
import type { Level, RuleSetting } from './schema.ts';

/** The names under which `extends` knows the presets. */
export const presets = ['recaplint:recommended', 'recaplint:strict'] as const;
/** The name of a preset. */
export type Preset = (typeof presets)[number];

/**
 * The setting of every rule in a preset: `strict` is `recommended` with the rules that are off there as `warn`, and with
 * the options that rules have for it.
 */
export function presetLevels(preset: Preset, rules: readonly Rule[]): Readonly<Record<string, RuleSetting>> {
  const isStrict = preset === 'recaplint:strict';
  const off: Level = isStrict ? 'warn' : 'off';
  return Object.fromEntries(
    rules.map(({ id, recommended, strict }): [string, RuleSetting] => {
      const level = recommended === 'off' ? off : recommended;
      return [id, isStrict && strict ? [level, strict] : level];
    }),
  );
}
