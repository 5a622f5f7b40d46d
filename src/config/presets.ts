import type { Rule } from '../engine/rule.ts';
import type { Level } from './schema.ts';

/** The names under which `extends` knows the presets. */
export const presets = ['recaplint:recommended', 'recaplint:strict'] as const;
export type Preset = (typeof presets)[number];

/** The level of every rule in a preset: `strict` is `recommended` with the rules that are off there as `warn`. */
export function presetLevels(preset: Preset, rules: readonly Rule[]): Readonly<Record<string, Level>> {
  const off: Level = preset === 'recaplint:strict' ? 'warn' : 'off';
  return Object.fromEntries(
    rules.map(({ id, recommended }) => [id, recommended === 'off' ? off : recommended]),
  );
}
