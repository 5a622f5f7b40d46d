import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flagLayer } from '../../src/config/flags.ts';
import { createConfigLoader, type LoadedConfig } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createResolver } from '../../src/config/resolve.ts';
import type { PostRule } from '../../src/engine/rule.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

const rc = '.recaplintrc.json';

interface Loaded {
  readonly folder: string;
  readonly config: LoadedConfig;
  readonly notices: readonly string[];
}

async function load(files: Readonly<Record<string, unknown>>, options = {}): Promise<Loaded> {
  const texts = Object.entries(files).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const folder = makeFolder({ '.git': null, ...Object.fromEntries(texts) });
  const notices: string[] = [];
  const notify = (message: string) => notices.push(message.replaceAll(`${folder}/`, ''));
  const loader = createConfigLoader({ rules: someRules, code: true, ...options, notify });
  try {
    return { folder, config: await loader.nearest(folder), notices };
  } catch (error) {
    if (error instanceof ConfigError) error.message = error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
}

/** What loading complains of. */
async function complaint(files: Readonly<Record<string, unknown>>, options = {}): Promise<string> {
  const error = await load(files, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message;
}

/** Levels of the rules that `someRules` does not have. */
function levels({ config, folder }: Loaded, file = 'a.md', flags: string[] = []): Record<string, unknown> {
  const { rules, layers, skipped } = config;
  const layer = flagLayer(flags, { rules, hosts: true, skipped });
  const resolve = createResolver([...layers, layer], { rules, skipped, inlineConfig: true });
  const own = resolve(join(folder, file)).rules.filter(({ rule }) => !someRules.includes(rule));
  return Object.fromEntries(own.map(({ rule, level }) => [rule.id, level]));
}

const rule = (id: string, rest = '') =>
  `{ id: '${id}', summary: 'Say nothing.', messages: { m: 'No.' }, *check() {}, ${rest} }`;
const plugin = (id: string, rest = '') => `export default ${rule(id, rest)};`;
const z = `import * as z from ${JSON.stringify(import.meta.resolve('zod/mini'))};\n`;
const named = (name: string, more = {}) => ({ [rc]: { plugins: [name], ...more } });

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['a rule is on as a warning', { ...named('./p.mjs'), 'p.mjs': plugin('own') }, { own: 'warn' }],
  [
    'rules in a group, each as it recommends itself',
    {
      ...named('./p.mjs'),
      'p.mjs': `export default { rules: [${rule('a', "recommended: 'error'")}, ${rule('b', "recommended: 'off'")}] };`,
    },
    { a: 'error', b: 'off' },
  ],
  ['CommonJS', { ...named('./p.cjs'), 'p.cjs': `module.exports = ${rule('own')};` }, { own: 'warn' }],
  [
    'what was translated to CommonJS',
    {
      ...named('./p.cjs'),
      'p.cjs': `Object.defineProperty(exports, '__esModule', { value: true }); exports.default = ${rule('own')};`,
    },
    { own: 'warn' },
  ],
  [
    '`rules` win over what it recommends',
    { ...named('./p.mjs', { rules: { own: 'off' } }), 'p.mjs': plugin('own') },
    { own: 'off' },
  ],
  [
    'a file that extends nothing names plugins all the same',
    { ...named('./p.mjs', { extends: [] }), 'p.mjs': plugin('own') },
    { own: 'warn' },
  ],
  [
    'under the strict preset an off rule stays off',
    { ...named('./p.mjs', { extends: ['recaplint:strict'] }), 'p.mjs': plugin('own', "recommended: 'off'") },
    { own: 'off' },
  ],
  [
    'an extended file brings its plugins, by paths from itself, and sets their rules',
    {
      [rc]: { extends: ['./shared/base.json'] },
      'shared/base.json': { plugins: ['./p.mjs'], rules: { own: 'error' } },
      'shared/p.mjs': plugin('own'),
    },
    { own: 'error' },
  ],
  [
    'to name a plugin again switches on nothing that an extended file has switched off',
    {
      [rc]: { extends: ['./base.json'], plugins: ['./p.mjs'] },
      'base.json': { plugins: ['./p.mjs'], rules: { own: 'off' } },
      'p.mjs': plugin('own'),
    },
    { own: 'off' },
  ],
  [
    'an override, and a path in the folder above',
    {
      'posts/.recaplintrc.json': {},
      [rc]: {
        plugins: ['./x/../p.mjs'],
        overrides: [{ files: ['*.md'], rules: { own: 'error' } }],
      },
      'x/y.txt': '',
      'p.mjs': plugin('own'),
    },
    { own: 'error' },
  ],
  [
    'a package that import alone finds',
    {
      ...named('recaplint-plugin-y'),
      'node_modules/recaplint-plugin-y/package.json': { type: 'module', exports: { import: './main.js' } },
      'node_modules/recaplint-plugin-y/main.js': plugin('from-package'),
    },
    { 'from-package': 'warn' },
  ],
  [
    'a package with a scope, and an id with a family',
    {
      ...named('@acme/recaplint-plugin'),
      'node_modules/@acme/recaplint-plugin/package.json': { main: 'main.cjs' },
      'node_modules/@acme/recaplint-plugin/main.cjs': `module.exports = ${rule('acme/own')};`,
    },
    { 'acme/own': 'warn' },
  ],
])('%s', async (_, files, expected) => {
  expect(levels(await load(files))).toEqual(expected);
});

test('a flag sets a rule of a plugin, and no rule that nobody has', async () => {
  const loaded = await load({ ...named('./p.mjs'), 'p.mjs': plugin('own') });
  expect(levels(loaded, 'a.md', ['own: error'])).toEqual({ own: 'error' });
  expect(() => levels(loaded, 'a.md', ['owm: error'])).toThrow(/Did you mean "own"\?/);
});

const options = `options: z.strictObject({ words: z._default(z.array(z.string()), ['x']) })`;

test('options have their defaults, and are checked like those of our own rules', async () => {
  const files = { 'p.mjs': z + plugin('own', options) };
  const { config } = await load({ ...named('./p.mjs'), ...files });
  const resolve = createResolver(config.layers, { rules: config.rules, inlineConfig: true });
  expect(resolve('/a.md').settings.rules.find(({ rule: { id } }) => id === 'own')?.options).toEqual({
    words: ['x'],
  });
  expect(await complaint({ ...named('./p.mjs', { rules: { own: ['warn', { word: [] }] } }), ...files })).toBe(
    `${rc}:1:48: Unknown key "word" in rules.own[1]. Did you mean "words"?`,
  );
});

test('a rule that breaks down when it is asked what concerns it is asked to check', async () => {
  const more = "needs: 'series', concerns() { throw new Error('no luck'); }";
  const { config } = await load({ ...named('./p.mjs'), 'p.mjs': plugin('own', more) });
  const rule = config.rules.at(-1) as PostRule;
  expect(rule.concerns!({} as never, {} as never)).toBe(true);
});

test('a rule cannot change its options for the posts that follow', async () => {
  const files = { 'p.mjs': z + plugin('own', options) };
  const { config } = await load({
    ...named('./p.mjs', { rules: { own: ['warn', { words: ['b', 'a'] }] } }),
    ...files,
  });
  const resolve = createResolver(config.layers, { rules: config.rules, inlineConfig: true });
  const own = resolve('/a.md').settings.rules.find(({ rule: { id } }) => id === 'own');
  const { words } = own!.options as { words: string[] };
  expect(() => words.sort()).toThrow(TypeError);
});

test('an option that z.object would drop without a word is reported', async () => {
  const files = { 'p.mjs': z + plugin('own', options.replace('strictObject', 'object')) };
  expect(await complaint({ ...named('./p.mjs', { rules: { own: ['warn', { word: [] }] } }), ...files })).toBe(
    `${rc}:1:48: Unknown key "word" in rules.own[1]. Did you mean "words"?`,
  );
  const loose = { 'p.mjs': z + plugin('own', options.replace('strictObject', 'looseObject')) };
  const { config } = await load({ ...named('./p.mjs', { rules: { own: ['warn', { more: 1 }] } }), ...loose });
  expect(config.rules.at(-1)?.id).toBe('own');
});

const broken: readonly [what: string, program: string, expected: string | RegExp][] = [
  ['nothing', 'export const a = 1;', 'Its default export must be a rule or {rules: […]}, and is missing.'],
  ['a function', 'export default () => {};', /must be a rule or \{rules: \[…\]\}, and is a function\.$/],
  ['rules that are no list', 'export default { rules: {} };', /and is `rules` that are an object\.$/],
  ['no rules', 'export default { rules: [] };', 'It exports no rules.'],
  ['a rule that is none', 'export default { rules: [7] };', 'A rule is an object, and rule 1 is 7.'],
  [
    'an object with nothing in it',
    'export default {};',
    /Rule 1 has no `id`.* Rule 1 has no `summary`.* Rule 1 has no `messages`.* Rule 1 has no function `check/,
  ],
  ['an id with capitals', plugin('Own'), /^The rule "Own" has an `id` that is not made of small letters/],
  ['an id of a pattern', plugin('patterns/a'), /keeps for itself/],
  ['an id of a hosted rule', plugin('remark-lint/a'), /keeps for itself/],
  ['an id of a notice', plugin('rule-failed'), /has the `id` of a notice/],
  ['an id of ours', plugin('no-nbsp'), /^There is a rule "no-nbsp" of recaplint already/],
  [
    'an id twice',
    `export default { rules: [${rule('a')}, ${rule('a')}] };`,
    /^There is a rule "a" of this plugin itself already/,
  ],
  [
    'a mistyped level',
    plugin('own', "recommended: 'wran'"),
    /it may be "off", "warn", "error"\. Did you mean "warn"\?$/,
  ],
  [
    'an address that is none',
    plugin('own', "url: 'javascript:alert(1)'"),
    /has a `url` that is "javascript:alert\(1\)"/,
  ],
  [
    'options that are no schema',
    plugin('own', 'options: { words: [] }'),
    /has `options` that are no z\.object/,
  ],
  [
    'an option without a default',
    z + plugin('own', 'options: z.strictObject({ word: z.string() })'),
    'The rule "own" has no default for the option `word`: wrap it in z._default(…).',
  ],
  [
    'a schema that throws',
    z + plugin('own', 'options: z.strictObject({}).check(z.refine(() => { throw new Error("no luck"); }))'),
    'The rule "own" has `options` that cannot be checked (no luck).',
  ],
  ['a program that throws', '\n\nthrow new TypeError("no luck\\nat all");', 'TypeError: no luck (line 3)'],
  [
    'a method in the place of a function of zod',
    `${z}export const list = z.array(z.string()).default([]);\n${plugin('own')}`,
    /^TypeError: .*default is not a function \(line \d\) With recaplint's `z` it is `z\._default\(schema, value\)`\.$/,
  ],
  ['a program that throws nothing', 'throw null;', 'It throws object.'],
  [
    'recaplint, which is not installed there',
    "import 'recaplint';",
    /^It imports "recaplint", which is not installed there: install it beside the plugin/,
  ],
];

test.each(broken)('refuses a plugin with %s', async (_, program, expected) => {
  const lead = `${rc}:1:13: The plugin "./p.mjs" cannot be used. `;
  const message = await complaint({ ...named('./p.mjs'), 'p.mjs': program });
  expect(message.slice(0, lead.length)).toBe(lead);
  const reason = message.slice(lead.length);
  if (typeof expected === 'string') expect(reason).toBe(expected);
  else expect(reason).toMatch(expected);
  expect(message).not.toContain('\n');
});

test.each<[string, string, RegExp]>([
  [
    'that is not there',
    './missing.mjs',
    /: The plugin "\.\/missing\.mjs" cannot be used\. This file does not exist or is a broken link\.$/,
  ],
  ['with a letter wrong in its name', './rules/codnames.mjs', /Did you mean "\.\/rules\/codenames\.mjs"\?$/],
  ['without its ending', './p', /broken link\. Did you mean "\.\/p\.mjs"\?$/],
  ['outside', '../../../../../etc/passwd', /lies outside/],
  ['outside, and not there', '../../../../../etc/paswd', /is not read\.$|broken link\.$/],
  [
    'whose dot is missing',
    'p.mjs',
    /The package "p\.mjs" is not installed here\. The file is named as "\.\/p\.mjs"\.$/,
  ],
  [
    'that is an address',
    'https://example.org/p.mjs',
    /neither a path that starts with "\.\/" or "\.\.\/", nor a package\.$/,
  ],
  ['that leads out of its package', 'recaplint-plugin-y/../../p.mjs', /nor a package\.$/],
  ['that is a folder', './rules', /It is no file\.$/],
  ['that is a part of Node', 'fs', /It is a part of Node\.$/],
])('refuses a plugin %s', async (_, name, expected) => {
  expect(await complaint({ ...named(name), 'p.mjs': plugin('own'), 'rules/codenames.mjs': '' })).toMatch(
    expected,
  );
});

test('two plugins with one id', async () => {
  const files = { [rc]: { plugins: ['./p.mjs', './q.mjs'] }, 'p.mjs': plugin('own'), 'q.mjs': plugin('own') };
  expect(await complaint(files)).toBe(
    `${rc}:1:23: The plugin "./q.mjs" cannot be used. There is a rule "own" of the plugin "./p.mjs" already: call it something else.`,
  );
});

test('a plugin that has changed is loaded anew', async () => {
  const { folder } = await load({ ...named('./p.mjs'), 'p.mjs': plugin('before') });
  await new Promise((resolve) => setTimeout(resolve, 20));
  addFiles(folder, { 'p.mjs': plugin('after') });
  const config = await createConfigLoader({ rules: someRules, code: true, notify() {} }).nearest(folder);
  expect(config.rules.map(({ id }) => id)).toContain('after');
});

test('without code nothing is run, each program is noticed once, and ids that it may know are no errors', async () => {
  const canary =
    "import { writeFileSync } from 'node:fs'; writeFileSync(new URL('canary', import.meta.url), '');";
  const { config, folder, notices } = await load(
    {
      [rc]: {
        plugins: ['./p.mjs'],
        remark: ['./r.mjs'],
        extends: ['recaplint-config-x'],
        rules: { own: 'error', 'remark-lint/x': 'off' },
      },
      'posts/.recaplintrc.json': { extends: ['../.recaplintrc.json'] },
      'p.mjs': canary + plugin('own'),
      'r.mjs': canary,
      'node_modules/recaplint-config-x/package.json': { main: 'main.cjs' },
      'node_modules/recaplint-config-x/main.cjs': 'process.exit(1);',
    },
    { code: false },
  );
  expect(existsSync(join(folder, 'canary'))).toBe(false);
  expect(notices).toEqual([
    '"recaplint-config-x" is a program and is not run: what it brings is missing.',
    'The plugin "./p.mjs" is a program and is not run: what it brings is missing.',
    '"./r.mjs" is a program and is not run: what it brings is missing.',
  ]);
  expect(config.code.map((file) => file.slice(folder.length + 1))).toEqual([
    'node_modules/recaplint-config-x/main.cjs',
    'p.mjs',
    'r.mjs',
  ]);
  const resolve = createResolver(config.layers, { ...config, inlineConfig: true });
  expect(resolve(join(folder, 'a.md')).settings.knownBeginnings).toEqual(['']);
});

test('a configuration of another commit runs nothing', async () => {
  const files = { ...named('./p.mjs'), 'p.mjs': plugin('own') };
  expect(await complaint(files, { dataOnly: true })).toBe(
    `${rc}:1:13: The plugin "./p.mjs" cannot be used. It is a program, and --config-from brings data alone: add --no-code to leave it out.`,
  );
  const { notices } = await load(files, { dataOnly: true, code: false });
  expect(notices).toHaveLength(1);
});
