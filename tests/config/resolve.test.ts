import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flagLayer } from '../../src/config/flags.ts';
import { createConfigLoader } from '../../src/config/load.ts';
import { createResolver, type ResolvedPost } from '../../src/config/resolve.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

/** How a post is linted in a repository with these files. */
async function resolvePost(
  files: Readonly<Record<string, unknown>>,
  post: string,
  flags: readonly string[] = [],
): Promise<ResolvedPost> {
  const texts = Object.entries(files).map(([name, data]) => [name, JSON.stringify(data)]);
  const folder = makeFolder({ '.git': null, ...Object.fromEntries(texts) });
  const loader = createConfigLoader({ rules: someRules, code: true, notify: () => {} });
  const file = join(folder, post);
  const { layers } = await loader.nearest(join(file, '..'));
  const resolve = createResolver([...layers, flagLayer(flags, known)], {
    rules: someRules,
    inlineConfig: true,
  });
  return resolve(file);
}

/** Levels and options of the rules that are on. */
function active({ settings }: ResolvedPost): Record<string, unknown> {
  return Object.fromEntries(
    settings.rules.map(({ rule, severity, options }) => [
      rule.id,
      rule.options ? [severity, options] : severity,
    ]),
  );
}

const email = (value: boolean, most = 3) => ({ email: value, most });
const recommended = {
  'no-nbsp': 'warn',
  'no-bare-url': ['warn', email(true)],
  'date-in-window': 'error',
};

const known = { rules: someRules, hosts: false, skipped: false };
const rc = '.recaplintrc.json';
const table: readonly [what: string, files: Record<string, unknown>, flags: string[], expected: object][] = [
  ['no configuration is the preset recommended', {}, [], recommended],
  [
    'a configuration without extends builds on it',
    { [rc]: { rules: { 'no-nbsp': 'off' } } },
    [],
    {
      'no-bare-url': ['warn', email(true)],
      'date-in-window': 'error',
    },
  ],
  [
    'an empty extends builds on nothing',
    { [rc]: { extends: [], rules: { 'no-nbsp': 'error' } } },
    [],
    { 'no-nbsp': 'error' },
  ],
  [
    'strict turns on what is off',
    { [rc]: { extends: ['recaplint:strict'] } },
    [],
    { ...recommended, 'no-relative-time': 'warn' },
  ],
  [
    'a level keeps the options below it',
    {
      [rc]: { extends: ['./base.json'], rules: { 'no-bare-url': 'error' } },
      'base.json': { rules: { 'no-bare-url': ['warn', { email: false }] } },
    },
    [],
    { 'no-bare-url': ['error', email(false)] },
  ],
  [
    'options replace the options below them',
    {
      [rc]: { extends: ['./base.json'], rules: { 'no-bare-url': ['error', { most: 5 }] } },
      'base.json': { rules: { 'no-bare-url': ['warn', { email: false }] } },
    },
    [],
    { 'no-bare-url': ['error', email(true, 5)] },
  ],
  [
    'the later of what is extended wins',
    {
      [rc]: { extends: ['./a.json', './b.json'] },
      'a.json': { rules: { 'no-nbsp': 'error', 'date-in-window': 'warn' } },
      'b.json': { rules: { 'no-nbsp': 'warn' } },
    },
    [],
    { 'no-nbsp': 'warn', 'date-in-window': 'warn' },
  ],
  [
    'a file that is extended brings no preset of its own',
    {
      [rc]: { extends: ['./a.json'] },
      'a.json': { rules: { 'no-nbsp': 'error' } },
    },
    [],
    { 'no-nbsp': 'error' },
  ],
  [
    'the later override wins, and only where its globs match',
    {
      [rc]: {
        extends: [],
        rules: { 'no-nbsp': 'error' },
        overrides: [
          { files: ['posts/**'], rules: { 'no-nbsp': 'warn', 'date-in-window': 'error' } },
          { files: ['**/q1.md'], rules: { 'no-nbsp': 'off' } },
          { files: ['q1.md'], rules: { 'date-in-window': 'off' } },
        ],
      },
    },
    [],
    { 'date-in-window': 'error' },
  ],
  [
    'globs of a nested configuration are relative to its folder',
    {
      'posts/.recaplintrc.json': {
        extends: [],
        overrides: [{ files: ['q1.md'], rules: { 'no-nbsp': 'error' } }],
      },
      [rc]: { rules: { 'date-in-window': 'warn' } },
    },
    [],
    { 'no-nbsp': 'error' },
  ],
  [
    'levels are nothing that a nested configuration inherits',
    {
      'posts/.recaplintrc.json': { extends: [] },
      [rc]: { rules: { 'no-nbsp': 'error' } },
    },
    [],
    {},
  ],
  [
    'a nested configuration may extend the one above',
    {
      'posts/.recaplintrc.json': { extends: ['../.recaplintrc.json'] },
      [rc]: { extends: [], rules: { 'no-nbsp': 'error' } },
    },
    [],
    { 'no-nbsp': 'error' },
  ],
  [
    'flags win',
    { [rc]: { rules: { 'no-nbsp': 'error' }, overrides: [{ files: ['**'], rules: { 'no-nbsp': 'warn' } }] } },
    ['no-nbsp: off', 'no-bare-url: ["error", {"most": 1}]', 'date-in-window:off'],
    { 'no-bare-url': ['error', email(true, 1)] },
  ],
  ['package.json with an entry counts', { 'package.json': { recaplint: { extends: [] } } }, [], {}],
  [
    'package.json without one does not',
    { 'posts/package.json': { name: 'recaplint' }, [rc]: { extends: [] } },
    [],
    {},
  ],
  [
    '.recaplintrc.json comes before package.json',
    { 'package.json': { recaplint: {} }, [rc]: { extends: [] } },
    [],
    {},
  ],
];

test.each(table)('%s', async (_, files, flags, expected) => {
  expect(active(await resolvePost(files, 'posts/q1.md', flags))).toEqual(expected);
});

test('the first series that claims a post says what its posts are', async () => {
  const series = [
    { name: 'other', files: ['other/*.md'] },
    {
      name: 'recaps',
      files: ['posts/*.md'],
      cadence: 'quarter',
      calendar: { startMonth: 2 },
      window: { opens: -45, closes: null },
      sections: ['Summary', { name: 'Finance', aliases: ['Money'], optional: true }],
      ordered: true,
    },
    { name: 'all', files: ['**'] },
  ];
  const { settings } = await resolvePost({ [rc]: { series } }, 'posts/q1.md');
  expect(settings.post).toEqual({
    ...noPostSettings,
    series: 'recaps',
    cadence: 'quarter',
    startMonth: 2,
    window: { opens: -45, closes: null },
    sections: [
      { name: 'Summary', aliases: [], optional: false },
      { name: 'Finance', aliases: ['Money'], optional: true },
    ],
    ordered: true,
  });
});

test('a post that no series claims has no settings of a series', async () => {
  const { settings } = await resolvePost(
    { [rc]: { series: [{ name: 'x', files: ['x/*'] }] } },
    'posts/q1.md',
  );
  expect(settings.post).toEqual(noPostSettings);
});

test('the stronger layer says whether reasons are required', async () => {
  const files = {
    [rc]: { extends: ['./a.json'], requireReasons: true },
    'a.json': { requireReasons: false },
  };
  expect((await resolvePost(files, 'posts/q1.md')).settings.requireReasons).toBe(true);
});

test('the stronger layer says which generator makes the site, for posts in and out of a series', async () => {
  const files = {
    [rc]: { extends: ['./a.json'], site: 'hugo', series: [{ name: 'a', files: ['posts/**'] }] },
    'a.json': { site: 'none' },
  };
  expect((await resolvePost(files, 'posts/q1.md')).settings.post.site).toBe('hugo');
  expect((await resolvePost(files, 'q1.md')).settings.post.site).toBe('hugo');
  expect((await resolvePost({ [rc]: {} }, 'q1.md')).settings.post.site).toBe(null);
});

test('ignores of all layers count', async () => {
  const files = {
    [rc]: { extends: ['./a.json'], ignores: ['drafts/**'] },
    'a.json': { ignores: ['**/q1.md'] },
  };
  expect((await resolvePost(files, 'posts/q1.md')).ignored).toBe(true);
  expect((await resolvePost(files, 'drafts/q2.md')).ignored).toBe(true);
  expect((await resolvePost(files, 'posts/q2.md')).ignored).toBe(false);
});

test('comments may name every rule, also one that is off', async () => {
  const { settings } = await resolvePost({ [rc]: { extends: [] } }, 'posts/q1.md');
  expect([...settings.knownIds]).toEqual(someRules.map(({ id }) => id));
});

test.each<[string, string]>([
  ['no-nbsp', '--rule "no-nbsp": Write the rule and its level as "no-nbsp: error".'],
  ['no-nbps: off', '--rule "no-nbps: off": There is no rule "no-nbps". Did you mean "no-nbsp"?'],
  ['no-nbsp: of', '--rule "no-nbsp: of": "of" is no level. It may be: off, warn, error. Did you mean "off"?'],
  ['no-nbsp: [', '--rule "no-nbsp: [": What follows the colon is no valid JSON.'],
  ['no-nbsp: ["off", 1]', '--rule "no-nbsp: ["off", 1]": A list holds a level and one object with options.'],
  [
    'no-bare-url: ["warn", {"x": 1}]',
    '--rule "no-bare-url: ["warn", {"x": 1}]": Unknown key "x" in rules["no-bare-url"][1]. Known: email, most.',
  ],
])('the flag --rule "%s" is refused', (flag, message) => {
  expect(() => flagLayer([flag], known)).toThrow(message);
});
