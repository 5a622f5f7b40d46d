import { noPostSettings, type Settings } from '../../src/engine/settings.ts';
import { rules } from '../../src/rules/index.ts';

/** Every rule on, with its defaults, also those that the presets leave off. */
export const allRules: Settings = {
  rules: rules.map((rule) => ({ rule, severity: 'error', options: rule.options?.parse({}) ?? {} })),
  post: noPostSettings,
  knownIds: new Set(rules.map((rule) => rule.id)),
  inlineConfig: true,
  requireReasons: false,
};
