import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConfigLoader } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createResolver } from '../../src/config/resolve.ts';
import type { Settings } from '../../src/engine/settings.ts';
import { makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

const rc = '.recaplintrc.json';
type Files = Readonly<Record<string, unknown>>;

async function settings(files: Files, file = 'a.md'): Promise<Settings> {
  const texts = Object.entries(files).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const folder = makeFolder({ '.git': null, ...Object.fromEntries(texts) });
  const loader = createConfigLoader({ rules: someRules, code: true, notify() {} });
  try {
    const { layers, rules, skipped } = await loader.nearest(folder);
    return createResolver(layers, { rules, skipped, inlineConfig: true })(join(folder, file)).settings;
  } catch (error) {
    if (error instanceof ConfigError) error.message = error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
}

const packaged = (name: string, program: string): Files => ({
  [`node_modules/${name}/package.json`]: { type: 'module', exports: './index.js' },
  [`node_modules/${name}/index.js`]: program,
});

test('plugins and presets, by package, by the short name and by path, weakest first', async () => {
  const { remark, knownBeginnings } = await settings({
    ...packaged('remark-lint-a', 'export default function a() {}'),
    ...packaged('remark-preset-lint-b', 'export default { plugins: [] };'),
    ...packaged('@acme/remark-lint-c', 'export default function c() {}'),
    'own.mjs': 'export default function own() {}',
    'base.json': { remark: ['lint-a', ['remark-preset-lint-b']] },
    [rc]: {
      extends: ['./base.json'],
      remark: [['remark-lint-a', 60, 'x'], '@acme/lint-c', ['./own.mjs', false]],
    },
  });
  expect(remark?.map(({ name, options }) => [name, ...options])).toEqual([
    ['lint-a'],
    ['remark-preset-lint-b'],
    ['remark-lint-a', 60, 'x'],
    ['@acme/lint-c'],
    ['./own.mjs', false],
  ]);
  expect(remark?.[0]?.plugin).toBe(remark?.[2]?.plugin);
  expect(remark?.[1]?.plugin).toEqual({ plugins: [] });
  expect(knownBeginnings).toEqual(['remark-lint/']);
});

test('levels of what they find, also for some posts alone', async () => {
  const files = {
    'own.mjs': 'export default () => {};',
    [rc]: {
      remark: ['./own.mjs'],
      rules: { 'remark-lint/a': 'off', 'remark-lint/b': ['error', {}] },
      overrides: [{ files: ['b.md'], rules: { 'remark-lint/a': 'warn' } }],
    },
  };
  expect(Object.fromEntries((await settings(files)).remarkLevels ?? [])).toEqual({
    'remark-lint/a': 'off',
    'remark-lint/b': 'error',
  });
  expect((await settings(files, 'b.md')).remarkLevels?.get('remark-lint/a')).toBe('warn');
});

test('settings say nothing of remark where none is named', async () => {
  expect(Object.keys(await settings({ [rc]: {} }))).not.toContain('remark');
});

test.each<[string, Files, string]>([
  [
    'the name of a plugin in place of that of what it finds',
    { [rc]: { remark: [], rules: { 'remark-lint-no-html': 'off' } } },
    `${rc}:1:23: There is no rule "remark-lint-no-html". What that plugin of remark finds is called "remark-lint/no-html".`,
  ],
  [
    'an id without a plugin that could find it',
    { [rc]: { rules: { 'remark-lint/no-html': 'off' } } },
    `${rc}:1:11: "remark-lint/no-html" is found by a plugin of remark, and none is named: add it to \`remark\`.`,
  ],
  [
    'options for an id',
    {
      'own.mjs': 'export default () => {};',
      [rc]: { remark: ['./own.mjs'], rules: { 'remark-lint/a': ['warn', { a: 1 }] } },
    },
    `${rc}:1:58: "remark-lint/a" takes a level alone: options of its plugin stand in \`remark\`.`,
  ],
  [
    'a package that is not there',
    { [rc]: { remark: ['remark-lint-no'] } },
    `${rc}:1:12: "remark-lint-no" cannot be used. The package "remark-lint-no" is not installed here.`,
  ],
  [
    'a short name of a package that is not there',
    { [rc]: { remark: ['lint-no'] } },
    `${rc}:1:12: "lint-no" cannot be used. The package "remark-lint-no" is not installed here.`,
  ],
  [
    'recaplint in remark in recaplint',
    { [rc]: { remark: ['recaplint/remark'] } },
    `${rc}:1:12: "recaplint/remark" cannot be used. It is recaplint itself, whose rules see each post anyway.`,
  ],
  [
    'what is no plugin',
    { 'own.mjs': 'export default 7;', [rc]: { remark: ['./own.mjs'] } },
    `${rc}:1:12: "./own.mjs" cannot be used. Its default export is no plugin or preset of remark.`,
  ],
  [
    'an entry that is no list',
    { [rc]: { remark: [{ name: 'x' }] } },
    `${rc}:1:12: remark[0] is {"name":"x"}, but must be a text in quotes.`,
  ],
])('refuses %s', async (_, files, expected) => {
  await expect(settings(files)).rejects.toThrow(expected);
});
