import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { presetLevels } from '../../src/config/presets.ts';
import { createResolver } from '../../src/config/resolve.ts';
import type { Config } from '../../src/config/schema.ts';
import { defineRule } from '../../src/engine/rule.ts';

const rule = defineRule<string, { all: boolean; most: number }>({
  id: 'no-insecure-link',
  summary: 'Say nothing.',
  category: 'links',
  messages: {},
  recommended: 'warn',
  strict: { all: true },
  options: z.strictObject({ all: z._default(z.boolean(), false), most: z._default(z.int(), 3) }),
  *check() {},
});

function optionsOf(preset: 'recaplint:recommended' | 'recaplint:strict', own: Config['rules']) {
  const layers = [presetLevels(preset, [rule]), own ?? {}].map((rules) => ({
    name: 'layer',
    folder: '',
    config: { rules },
    source: null,
  }));
  const { settings } = createResolver(layers, { rules: [rule], inlineConfig: true })('/site/a.md');
  return settings.rules.map(({ severity, options }) => [severity, options]);
}

test('strict sets the options that a rule has for it, and leaves the others', () => {
  expect(optionsOf('recaplint:recommended', {})).toEqual([['warn', { all: false, most: 3 }]]);
  expect(optionsOf('recaplint:strict', {})).toEqual([['warn', { all: true, most: 3 }]]);
});

test('a level keeps them, options replace them', () => {
  expect(optionsOf('recaplint:strict', { 'no-insecure-link': 'error' })).toEqual([
    ['error', { all: true, most: 3 }],
  ]);
  expect(optionsOf('recaplint:strict', { 'no-insecure-link': ['warn', { most: 1 }] })).toEqual([
    ['warn', { all: false, most: 1 }],
  ]);
});
