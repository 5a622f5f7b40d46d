import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConfigLoader } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createResolver, type ResolvedPost } from '../../src/config/resolve.ts';
import { makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

const rc = '.recaplintrc.json';
type Files = Readonly<Record<string, unknown>>;

async function resolved(files: Files, file = 'a.md'): Promise<ResolvedPost> {
  const texts = Object.entries(files).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const folder = makeFolder({ '.git': null, ...Object.fromEntries(texts) });
  const loader = createConfigLoader({ rules: someRules, code: true, notify() {} });
  try {
    const { layers, rules } = await loader.nearest(folder);
    return createResolver(layers, { rules, inlineConfig: true })(join(folder, file));
  } catch (error) {
    if (error instanceof ConfigError) error.message = error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
}

async function complaint(files: Files): Promise<string> {
  const error = await resolved(files).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message;
}

const shared = 'node_modules/recaplint-config-x';
const extending = { [rc]: { extends: ['recaplint-config-x'] } };
const nbspAsError = { rules: { 'no-nbsp': 'error' } };

test.each<[string, Files]>([
  [
    'JSON',
    { ...extending, [`${shared}/package.json`]: { main: 'base.json' }, [`${shared}/base.json`]: nbspAsError },
  ],
  [
    'YAML, by the name of the file',
    {
      [rc]: { extends: ['recaplint-config-x/base.yaml'] },
      [`${shared}/package.json`]: {},
      [`${shared}/base.yaml`]: 'rules: { no-nbsp: error }',
    },
  ],
  [
    'a module that import alone finds',
    {
      ...extending,
      [`${shared}/package.json`]: { type: 'module', exports: { import: './main.js' } },
      [`${shared}/main.js`]: `export default ${JSON.stringify(nbspAsError)};`,
    },
  ],
  [
    'a package with a scope',
    {
      [rc]: { extends: ['@acme/recaplint-config'] },
      'node_modules/@acme/recaplint-config/package.json': { main: './index.json' },
      'node_modules/@acme/recaplint-config/index.json': nbspAsError,
    },
  ],
  [
    'a package that extends a file of its own and another package that is installed in it',
    {
      ...extending,
      [`${shared}/package.json`]: { main: 'sub/base.json' },
      [`${shared}/sub/base.json`]: { extends: ['../more.json', 'recaplint-config-y'] },
      [`${shared}/more.json`]: { rules: { 'no-nbsp': 'off' } },
      [`${shared}/node_modules/recaplint-config-y/package.json`]: { main: 'y.json' },
      [`${shared}/node_modules/recaplint-config-y/y.json`]: nbspAsError,
    },
  ],
])('a package: %s', async (_, files) => {
  const { rules } = await resolved(files);
  expect(rules.find(({ rule }) => rule.id === 'no-nbsp')?.level).toBe('error');
});

test('globs of a package are relative to the file that extends it', async () => {
  const files = {
    'posts/.recaplintrc.json': {},
    [rc]: { extends: ['recaplint-config-x'] },
    [`${shared}/package.json`]: { main: 'base.json' },
    [`${shared}/base.json`]: { extends: ['./deep/more.json'], ignores: ['drafts/**'] },
    [`${shared}/deep/more.json`]: { series: [{ name: 'recaps', files: ['posts/*.md'] }] },
  };
  expect((await resolved(files, 'posts/q1.md')).series?.setting.name).toBe('recaps');
  expect((await resolved(files, 'drafts/q1.md')).ignored).toBe(true);
});

test('a plugin and a schema of a package are its own', async () => {
  const { rules, schema } = await resolved({
    ...extending,
    [`${shared}/package.json`]: { main: 'base.json' },
    [`${shared}/base.json`]: {
      plugins: ['./p.mjs'],
      overrides: [{ files: ['**'], schema: 'front.json' }],
    },
    [`${shared}/front.json`]: { type: 'object' },
    [`${shared}/p.mjs`]: "export default { id: 'own', summary: 'S.', messages: {}, *check() {} };",
  });
  expect(rules.find(({ rule }) => rule.id === 'own')?.level).toBe('warn');
  expect(schema?.setting.file).toContain(`${shared}/front.json`);
});

test.each<[string, Files, string | RegExp]>([
  [
    'files in a circle',
    {
      [rc]: { extends: ['./a.json'] },
      'a.json': { extends: ['./b.json'] },
      'b.json': { extends: ['./a.json'] },
    },
    'b.json:1:13: "./a.json" extends itself: .recaplintrc.json → a.json → b.json → a.json.',
  ],
  [
    'packages in a circle',
    {
      ...extending,
      [`${shared}/package.json`]: { main: 'base.json' },
      [`${shared}/base.json`]: { extends: ['recaplint-config-y'] },
      'node_modules/recaplint-config-y/package.json': { main: 'y.json' },
      'node_modules/recaplint-config-y/y.json': { extends: ['recaplint-config-x'] },
    },
    `node_modules/recaplint-config-y/y.json:1:13: "recaplint-config-x" extends itself: .recaplintrc.json → ${shared}/base.json → node_modules/recaplint-config-y/y.json → ${shared}/base.json.`,
  ],
  [
    'a missing file behind another one',
    { [rc]: { extends: ['./a.json'] }, 'a.json': { extends: ['./no.json'] } },
    'a.json:1:13: "./no.json" cannot be extended. This file does not exist or is a broken link. It is extended by .recaplintrc.json → a.json.',
  ],
  [
    'a missing package',
    extending,
    `${rc}:1:13: "recaplint-config-x" cannot be extended. The package "recaplint-config-x" is not installed here.`,
  ],
  [
    'a mistyped preset',
    { [rc]: { extends: ['recaplint-recommended'] } },
    /is not installed here\. Did you mean "recaplint:recommended"\?$/,
  ],
  [
    'a path out of a package',
    {
      ...extending,
      [`${shared}/package.json`]: { main: 'base.json' },
      [`${shared}/base.json`]: { extends: ['../../secret.json'] },
      'secret.json': {},
    },
    /"\.\.\/\.\.\/secret\.json" cannot be extended\. This file lies outside .*recaplint-config-x and is not read\./,
  ],
  [
    'a schema out of a package',
    {
      ...extending,
      [`${shared}/package.json`]: { main: 'base.json' },
      [`${shared}/base.json`]: { overrides: [{ files: ['**'], schema: '../../secret.json' }] },
      'secret.json': {},
    },
    /The schema "\.\.\/\.\.\/secret\.json" cannot be used\. This file lies outside/,
  ],
  [
    'a wrong value in a package',
    {
      ...extending,
      [`${shared}/package.json`]: { main: 'base.json' },
      [`${shared}/base.json`]: { rules: { 'no-nbps': 'error' } },
    },
    `${shared}/base.json:1:11: There is no rule "no-nbps". Did you mean "no-nbsp"?`,
  ],
  [
    'a module that exports nothing',
    {
      ...extending,
      [`${shared}/package.json`]: { main: 'main.cjs' },
      [`${shared}/main.cjs`]: 'module.exports = 7;',
    },
    `${shared}/main.cjs: The configuration is 7, but must be a group of keys in { }.`,
  ],
])('refuses %s', async (_, files, expected) => {
  const message = await complaint(files);
  if (typeof expected === 'string') expect(message).toBe(expected);
  else expect(message).toMatch(expected);
});
