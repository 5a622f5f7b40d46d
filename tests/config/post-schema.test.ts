import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConfigLoader } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createResolver } from '../../src/config/resolve.ts';
import { makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

const rc = '.recaplintrc.json';

/** The schema that holds for a post in a repository with these files, as its path there. */
async function schemaFor(files: Readonly<Record<string, unknown>>, post: string): Promise<string | null> {
  const texts = Object.entries(files).map(([name, data]) => [
    name,
    typeof data === 'string' ? data : JSON.stringify(data),
  ]);
  const folder = makeFolder({ '.git': null, ...Object.fromEntries(texts) });
  const loader = createConfigLoader({ rules: someRules, code: true, notify: () => {} });
  const file = join(folder, post);
  try {
    const { layers } = await loader.nearest(join(file, '..'));
    const { settings } = createResolver(layers, { rules: someRules, inlineConfig: true })(file);
    return settings.post.schema?.file.replace(`${folder}/`, '') ?? null;
  } catch (error) {
    if (error instanceof ConfigError) {
      throw new Error(error.message.replaceAll(`${folder}/`, '').replaceAll(folder, '<folder>'));
    }
    throw error;
  }
}

const recaps = (schema: string) => ({ series: [{ name: 'recaps', files: ['posts/*.md'], schema }] });
const all = { 'a.json': {}, 'b.json': {}, 'c.yaml': 'required: [title]\n' };

test.each<[what: string, files: Record<string, unknown>, post: string, expected: string | null]>([
  ['a series names it', { ...all, [rc]: recaps('a.json') }, 'posts/x.md', 'a.json'],
  ['in YAML', { ...all, [rc]: recaps('./c.yaml') }, 'posts/x.md', 'c.yaml'],
  ['not of another post', { ...all, [rc]: recaps('a.json') }, 'x.md', null],
  [
    'an override wins over the series, the last one over others',
    {
      ...all,
      [rc]: {
        ...recaps('a.json'),
        overrides: [
          { files: ['posts/**'], schema: 'a.json' },
          { files: ['**/x.md'], schema: 'b.json' },
          { files: ['**/x.md'], rules: {} },
        ],
      },
    },
    'posts/x.md',
    'b.json',
  ],
  [
    'an override alone',
    { ...all, [rc]: { overrides: [{ files: ['*.md'], schema: 'a.json' }] } },
    'x.md',
    'a.json',
  ],
  [
    'an extended file has it from its own folder',
    {
      'shared/r.json': { overrides: [{ files: ['**'], schema: 's.json' }] },
      'shared/s.json': {},
      [rc]: { extends: ['./shared/r.json'] },
    },
    'shared/x.md',
    'shared/s.json',
  ],
  [
    'a series wins over what is extended',
    {
      ...all,
      'r.json': { overrides: [{ files: ['**'], schema: 'b.json' }] },
      [rc]: { extends: ['./r.json'], ...recaps('a.json') },
    },
    'posts/x.md',
    'a.json',
  ],
])('%s', async (_, files, post, expected) => {
  expect(await schemaFor(files, post)).toBe(expected);
});

const chain = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => [
    `d${i}`,
    { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
  ]),
);
const place = `${rc}:1:55`;

test.each<[what: string, entry: string, schema: unknown, expected: string | RegExp]>([
  [
    'missing',
    './no.json',
    {},
    `${place}: The schema "./no.json" cannot be used. This file does not exist or is a broken link.`,
  ],
  [
    'outside',
    '../../../../../../etc/hosts',
    {},
    /^\.recaplintrc\.json:1:55: The schema ".*" cannot be used\. This file /,
  ],
  [
    'an address',
    'https://example.org/s.json',
    {},
    `${place}: The schema "https://example.org/s.json" cannot be used. It is named by a path, and nothing is fetched.`,
  ],
  [
    'a program',
    './s.cjs',
    {},
    `${place}: The schema "./s.cjs" cannot be used. It is a program; a schema is data (.json, .yaml).`,
  ],
  [
    'another format',
    './s.txt',
    {},
    's.txt: This file has the ending ".txt", which is no format of configuration data.',
  ],
  ['broken', './s.json', '{ "type": ', /^s\.json:1:\d+: This is no valid JSON: /],
  ['a list', './s.json', [], 's.json:1:1: A schema is a group of keys in { }.'],
  [
    'of an old draft',
    './s.json',
    { $schema: 'http://json-schema.org/draft-04/schema#' },
    /^s\.json:1:12: `\$schema` must be /,
  ],
  [
    'with a wrong type',
    './s.json',
    { properties: { a: { type: 'strng' } } },
    /^s\.json:1:28: `properties\.a\.type` must be one of .*`string`/,
  ],
  [
    'with a keyword of the wrong kind',
    './s.json',
    { required: 'title' },
    's.json:1:13: `required` must be a list.',
  ],
  [
    'with a mistyped keyword',
    './s.json',
    { requird: ['title'] },
    's.json:1:2: There is no keyword "requird". Did you mean "required"?',
  ],
  [
    'with an unknown format',
    './s.json',
    { properties: { a: { format: 'dat' } } },
    's.json:1:30: There is no format "dat". Did you mean "date"?',
  ],
  [
    'with a reference to the network',
    './s.json',
    { $ref: 'https://example.org/s.json' },
    's.json:1:9: `$ref` must name a part of this file, such as "#/$defs/name"; nothing else is read.',
  ],
  [
    'with a reference to nothing',
    './s.json',
    { $ref: '#/$defs/a' },
    /^s\.json:1:9: `\$ref` must name a part of this file/,
  ],
  [
    'with a reference to a file',
    './s.json',
    { $ref: 'rc.json#/a' },
    /^s\.json:1:9: `\$ref` must name a part of this file/,
  ],
  ['with an anchor', './s.json', { $defs: { a: { $anchor: 'x' } } }, /^s\.json:1:16: `\$anchor` is not read/],
  [
    'that contains itself',
    './s.json',
    { properties: { a: { $ref: '#' } } },
    's.json:1:1: This schema contains itself through `$ref`.',
  ],
  [
    'whose parts multiply',
    './s.json',
    { $ref: '#/$defs/d0', $defs: { ...chain, d30: {} } },
    's.json:1:1: This schema comes to more than 2000 parts, with each `$ref` written out.',
  ],
  [
    'with a pattern that looks ahead',
    './s.json',
    { pattern: '^(?=a)' },
    /^s\.json:1:12: The pattern `\^\(\?=a\)` cannot be used: /,
  ],
  [
    'with a pattern that is none',
    './s.json',
    { patternProperties: { '(a': true } },
    /^s\.json:1:\d+: The pattern `\(a` cannot be used: missing closing \)/,
  ],
  ['with a pattern of many repetitions', './s.json', { pattern: '(.{1000}){1000}' }, /cannot be used: /],
  ['with a long pattern', './s.json', { pattern: 'a{1000}'.repeat(9) }, /cannot be used: it is too long/],
  [
    'with many long patterns',
    './s.json',
    { allOf: Array.from({ length: 60 }, (_, i) => ({ pattern: `a{950}${i}` })) },
    /^s\.json:1:\d+: The pattern .* cannot be used: the patterns come to more than 50000 steps together/,
  ],
  [
    'of thousands of parts',
    './s.json',
    { properties: Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`k${i}`, {}])) },
    's.json:1:1: This schema comes to more than 2000 parts, with each `$ref` written out.',
  ],
  [
    'with __proto__',
    './s.json',
    '{ "properties": { "__proto__": {} } }',
    's.json:1:19: There is no key "__proto__".',
  ],
])('a schema that is %s', async (_, entry, schema, expected) => {
  const series = `{"series":[{"name":"r","files":["*.md"],"x":0,"schema":${JSON.stringify(entry)}}]}`.replace(
    '"x":0,',
    '     ',
  );
  const files = { [rc]: series, 's.json': schema, 's.cjs': 'throw 1', 's.txt': '{}' };
  const message = await schemaFor(files, 'x.md').then(String, (error: Error) => error.message);
  expect(message).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});

test('an $id is a name and no address', async () => {
  const schema = {
    $id: 'https://json-schema.org/draft/2020-12/schema',
    properties: { a: { type: 'string' } },
  };
  expect(await schemaFor({ [rc]: recaps('a.json'), 'a.json': schema }, 'posts/x.md')).toBe('a.json');
});
