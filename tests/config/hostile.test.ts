import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConfigLoader } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createResolver } from '../../src/config/resolve.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

/** As long as a configuration may be, nearly. */
const full = 250 * 1024;
const flood = (piece: string) => piece.repeat(Math.floor(full / piece.length));
const many = (count: number, entry: (index: number) => string, between = ',') =>
  Array.from({ length: count }, (_, index) => entry(index)).join(between);

/** What is wrong with a configuration that a stranger wrote; null where it can be used. */
async function complaint(name: string, text: string): Promise<string | null> {
  const folder = makeFolder({ '.git': null, [name]: text });
  const loader = createConfigLoader({ rules: someRules, code: true, notify: () => {} });
  try {
    const { layers } = await loader.nearest(folder);
    createResolver(layers, { rules: someRules, inlineConfig: true })(join(folder, 'post.md'));
    return null;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.replaceAll(`${folder}/`, '');
  }
}

const json = '.recaplintrc.json';
const yaml = '.recaplintrc.yaml';

// Without their bounds the first two take minutes, and print megabytes.
test.each<[what: string, file: string, text: string, first: RegExp]>([
  ['a key in each line', yaml, flood('a: 1\n'), /^\S+yaml:2:1: The key "a" stands here twice\.\n/],
  ['unknown keys', yaml, many(20_000, (i) => `k${i}: 1`, '\n'), /^\S+yaml:1:1: Unknown key "k0"/],
  ['unknown keys in JSON', json, `{${many(20_000, (i) => `"k${i}":1`)}}`, /^\S+json:1:2: Unknown key "k0"/],
  [
    'aliases',
    yaml,
    `a: &x 1\n${flood('b: *x\n')}`,
    /^\S+yaml:2:4: Aliases .* are not read: write the value out/,
  ],
  ['merge keys', yaml, `a: &a {x: 1}\n${flood('<<: *a\n')}`, /^\S+yaml:2:5: Aliases/],
  [
    'an alias bomb',
    yaml,
    many(9, (i) => `a${i}: &a${i} [${many(9, () => (i ? `*a${i - 1}` : 'x'))}]`, '\n'),
    /Aliases/,
  ],
  ['brackets', json, flood('['), /^\S+json: This file is nested too deeply\.$/],
  ['groups', json, flood('{"a":'), /^\S+json: This file is nested too deeply\.$/],
  ['brackets in YAML', yaml, flood('['), /^\S+yaml:1:\d+: This is nested too deeply\.$/],
  ['groups in YAML', yaml, flood('{'), /^\S+yaml:1:\d+: This is nested too deeply\./],
  ['lists in YAML', yaml, `${flood('- ')}a`, /^\S+yaml:1:\d+: This is nested too deeply\./],
  ['keys of keys', yaml, `${flood('? ')}a`, /^\S+yaml:1:\d+: This is nested too deeply\./],
  ['few keys of keys', yaml, `${'? '.repeat(400)}a`, /^\S+yaml:1:3: A key must be plain text\.$/],
  ['commas', yaml, `[${flood(',')}`, /^\S+yaml:1:3: This is no valid YAML: Unexpected ,/],
  ['escapes', yaml, `a: "${flood('\\x')}"`, /^\S+yaml:1:\d+: This is no valid YAML: Invalid escape/],
  ['tags', yaml, 'a: !!js/function "x"\n', /^\S+yaml:1:1: Unknown key "a"/],
  ['a key of 200,000 characters', json, `{"${'k'.repeat(200_000)}":1}`, /^\S+json:1:2: Unknown key "k{80}…"/],
  [
    'a rule of 200,000 characters',
    json,
    `{"rules":{"${'k'.repeat(200_000)}":"off"}}`,
    /There is no rule "k{80}…"/,
  ],
  [
    'a value of 200,000 characters',
    json,
    `{"extends":"${'k'.repeat(200_000)}"}`,
    /extends is "k+…, but must be a list/,
  ],
  [
    '50 MB',
    json,
    `{"extends":["${'k'.repeat(50_000_000)}"]}`,
    /This file cannot be read: it is larger than 1 MB$/,
  ],
  ['500 KB', json, `{"extends":["${'k'.repeat(500_000)}"]}`, /This file is longer than 262144 characters\.$/],
  [
    '50 MB of package.json',
    'package.json',
    `{"recaplint":"${'k'.repeat(50_000_000)}"}`,
    /This file is longer than/,
  ],
  ['UTF-16', json, '\uFEFF{\0"\0a\0"\0', /^\S+json:1:2: This is no valid JSON/],
  ['NUL', yaml, 'a\0: 1\n', /^\S+yaml:1:\d+: /],
  [
    '10,000 terms',
    json,
    `{"terms":{${many(10_000, (i) => `"T${i}":true`)}}}`,
    /terms has more than 500 terms/,
  ],
  [
    'more presets than anybody extends',
    json,
    `{"extends":[${many(10_000, () => '"recaplint:strict"')}]}`,
    /More than 100 files/,
  ],
  [
    'globs that multiply',
    json,
    JSON.stringify({ overrides: [{ files: Array(3_000).fill('{a,b}'.repeat(8) + 'c'.repeat(40)) }] }),
    /json:1:24: Up to overrides\[0\]\.files there are 768,000 globs with 36,864,000 characters, each list \{a,b\} written out; a configuration may have 1,000 with 50,000\.$/,
  ],
  [
    'a thousand series with such globs',
    json,
    JSON.stringify({
      series: Array.from({ length: 1_000 }, (_, i) => ({
        name: `s${i}`,
        files: [`*a${'{a,b}'.repeat(8)}${i}`],
      })),
    }),
    /Up to series\[3\]\.files there are 1,024 globs/,
  ],
  [
    'overrides with lists in their globs',
    json,
    JSON.stringify({ overrides: Array(3_000).fill({ files: [`*a*${'{a,b}'.repeat(5)}`] }) }),
    /Up to overrides\[31\]\.files there are 1,024 globs/,
  ],
  [
    'patterns with a glob of lists each',
    json,
    JSON.stringify({
      patterns: Array.from({ length: 60 }, (_, i) => ({
        name: `p${i}`,
        pattern: 'a',
        message: 'b',
        files: [`${'{a,b}'.repeat(5)}`],
      })),
    }),
    /Up to patterns\[31\]\.files there are 1,024 globs/,
  ],
  [
    'lists without number',
    json,
    JSON.stringify({ ignores: ['{a,b}'.repeat(40_000)] }),
    /Up to ignores there are over 1,000,000,000 globs with over 1,000,000,000 characters/,
  ],
  [
    'one long glob',
    json,
    JSON.stringify({ ignores: ['a'.repeat(60_000)] }),
    /are 1 globs with 60,000 characters/,
  ],
])("a stranger's configuration of %s is refused at once, in a few lines", async (_, file, text, first) => {
  const before = process.cpuUsage().user;
  const said = await complaint(file, text);
  expect(said).toMatch(first);
  expect(said!.length).toBeLessThan(21 * 400);
  expect((process.cpuUsage().user - before) / 1_000_000).toBeLessThan(15);
});

test('globs of extended files count as well', async () => {
  const folder = makeFolder({ '.git': null });
  const config = (extended: readonly string[]) =>
    JSON.stringify({ extends: extended, ignores: Array.from({ length: 600 }, (_, i) => `${i}`) });
  addFiles(folder, { 'base.json': config([]), [json]: config(['./base.json']) });
  const loader = createConfigLoader({ rules: someRules, code: true, notify: () => {} });
  await expect(loader.nearest(folder)).rejects.toThrow(/rc\.json:1:\d+: Up to ignores there are 1,200 globs/);
});

test('as many globs as a configuration may have are read', async () => {
  expect(
    await complaint(json, JSON.stringify({ ignores: [many(1_000, () => 'a').replace(/.*/, '{$&}')] })),
  ).toBeNull();
  expect(await complaint(json, JSON.stringify({ ignores: ['a'.repeat(50_000)] }))).toBeNull();
});

test('says how many problems it does not show', async () => {
  const said = (await complaint(yaml, 'a: 1\n'.repeat(100)))!.split('\n');
  expect(said).toHaveLength(21);
  expect(said.at(-1)).toMatch(/yaml: There are 79 more problems in this configuration\.$/);
});

test('quotes no control character', async () => {
  const keys = ['\\u001b[2J', '\\u0000', '\\u009b', '\\u202e', '\\r'];
  const said = await complaint(json, `{${keys.map((key) => `"${key}":1`)},"rules":{"\\u001b":"off"}}`);
  expect(said).toMatch(/Unknown key "\\u001b\[2J"/);
  expect(said).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
});

const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];
const places: readonly [what: string, file: string, text: (key: string) => string][] = [
  ['JSON', json, (key) => `{"${key}":{"polluted":1}}`],
  ['YAML', yaml, (key) => `${key}:\n  polluted: 1\n`],
  ['package.json', 'package.json', (key) => `{"recaplint":{"${key}":{"polluted":1}}}`],
  ['rules', json, (key) => `{"rules":{"${key}":"off"}}`],
  ['options of a rule', json, (key) => `{"rules":{"heading-length":["warn",{"${key}":{"polluted":1}}]}}`],
  ['overrides', json, (key) => `{"overrides":[{"files":["*"],"${key}":{"polluted":1}}]}`],
  ['rules of overrides', json, (key) => `{"overrides":[{"files":["*"],"rules":{"${key}":"off"}}]}`],
  ['a series', json, (key) => `{"series":[{"name":"a","files":["*"],"${key}":{"polluted":1}}]}`],
];
test.each(places)('keys that objects have anyway mean nothing in %s', async (_, file, text) => {
  for (const name of names) {
    expect(await complaint(file, text(name)), name).toMatch(
      /Unknown key|There is no (?:key|rule)|has no options/,
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }
});

test('terms may be called what objects have anyway', async () => {
  expect(await complaint(json, '{"terms":{"constructor":true,"toString":["tostring"]}}')).toBeNull();
  expect(await complaint(json, '{"terms":{"__proto__":true}}')).toMatch(/There is no key "__proto__"/);
});

test.each<[what: string, entry: string, message: RegExp]>([
  ['its own file', './.recaplintrc.json', /"\.\/\.recaplintrc\.json" extends itself/],
  ['an address', 'https://example.org/a.json', /is neither a preset, nor a path, nor a package/],
  ['an address of a file', 'file:///etc/hosts', /is neither a preset, nor a path, nor a package/],
  ['an absolute path', '/etc/hosts', /is neither a preset, nor a path, nor a package/],
  [
    'a package that is not there',
    'recaplint-config-evil',
    /The package "recaplint-config-evil" is not installed here/,
  ],
  ['a file outside', '../../../../../../../../etc/hosts', /lies outside|does not exist/],
  ['a program', './evil.cjs', /is a program; only data/],
])('refuses to extend %s', async (_, entry, message) => {
  expect(await complaint(json, JSON.stringify({ extends: [entry] }))).toMatch(message);
});
