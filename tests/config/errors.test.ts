import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConfigLoader } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

/** What loading one configuration file complains of, with the folder's path cut off. */
async function complaints(
  name: string,
  content: string,
  others: Record<string, string> = {},
): Promise<string[]> {
  const folder = makeFolder({ '.git': null, [name]: content });
  addFiles(folder, others);
  const loader = createConfigLoader({ rules: someRules, code: true, notify: () => {} });
  const error = await loader.named(join(folder, name)).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return [];
  expect(error).toBeInstanceOf(ConfigError);
  return (error as ConfigError).message
    .replaceAll(`${folder}/`, '')
    .replaceAll(folder, '<folder>')
    .split('\n');
}

const table: readonly [what: string, content: string, expected: readonly string[]][] = [
  ['nothing wrong', '{ "rules": { "no-nbsp": "error", "no-bare-url": ["warn", { "email": false }] } }', []],
  ['an empty file', '', []],
  ['comments and a trailing comma', '// why\n{ "rules": {}, /* so */ }', []],
  [
    'a window that closes before it opens',
    '{ "series": [{ "name": "a", "files": ["a"], "window": { "opens": 70, "closes": 1 } }] }',
    ['c.json:1:55: series[0].window closes before it opens, so that no date is right.'],
  ],
  [
    'a mistyped placeholder',
    '{ "series": [{ "name": "a", "files": ["a"], "title": "Q{quater} {year}", "path": "{foo}" }] }',
    [
      'c.json:1:54: series[0].title holds {quater}, which stands for nothing. Did you mean "{quarter}"?',
      'c.json:1:82: series[0].path holds {foo}, which stands for nothing. It may hold: {quarter}, {half}, {year}, {month}, {Month}, {week}, {day}, {date}, {ordinal}, {number}, {author}, {any}.',
    ],
  ],
  ['half a window', '{ "series": [{ "name": "a", "files": ["a"], "window": { "opens": 1 } }] }', []],
  ['an unknown key', '{\n  "serie": []\n}', ['c.json:2:3: Unknown key "serie". Did you mean "series"?']],
  [
    'an unknown key that is near none',
    '{ "fishes": [] }',
    [
      'c.json:1:3: Unknown key "fishes". Known: $schema, extends, plugins, remark, series, site, rules, terms, patterns, overrides, ignores, requireReasons.',
    ],
  ],
  ['__proto__ as a key', '{ "__proto__": {} }', ['c.json:1:3: There is no key "__proto__".']],
  [
    '__proto__ as a rule',
    '{ "rules": { "__proto__": "off" } }',
    ['c.json:1:14: There is no key "__proto__".'],
  ],
  [
    'constructor as a rule',
    '{ "rules": { "constructor": "off" } }',
    [
      'c.json:1:14: There is no rule "constructor". `recaplint rules` lists them all; one of your own is brought by an entry of `plugins`.',
    ],
  ],
  [
    'options in the place of a level',
    '{ "rules": { "no-bare-url": { "email": false } } }',
    ['c.json:1:29: The options of "no-bare-url" stand behind a level: write ["warn", {…}].'],
  ],
  [
    'an unknown key of a series',
    '{ "series": [{ "name": "r", "files": ["*"], "windw": {} }] }',
    ['c.json:1:45: Unknown key "windw" in series[0]. Did you mean "window"?'],
  ],
  [
    'an unknown key of a section',
    '{ "series": [{ "name": "r", "files": ["*"], "sections": [{ "name": "a", "alias": [] }] }] }',
    ['c.json:1:73: Unknown key "alias" in series[0].sections[0]. Did you mean "aliases"?'],
  ],
  [
    'a missing key',
    '{ "series": [{ "name": "recaps" }] }',
    ['c.json:1:14: series[0].files is missing. It is a list in [ ].'],
  ],
  [
    'a month that does not exist',
    '{ "series": [{ "name": "r", "files": ["*"], "calendar": { "startMonth": 13 } }] }',
    ['c.json:1:73: series[0].calendar.startMonth is 13, but must be at most 12.'],
  ],
  [
    'a value of the wrong kind',
    '{ "ignores": "drafts/**", "requireReasons": "yes" }',
    [
      'c.json:1:14: ignores is "drafts/**", but must be a list in [ ].',
      'c.json:1:45: requireReasons is "yes", but must be true or false.',
    ],
  ],
  [
    'a cadence that is none',
    '{ "series": [{ "name": "r", "files": ["*"], "cadence": "quarterly" }] }',
    [
      'c.json:1:56: series[0].cadence is "quarterly". It may be: "week", "month", "quarter", "half", "year". Did you mean "quarter"?',
    ],
  ],
  [
    'an unknown rule',
    '{ "rules": { "no-nbps": "warn" } }',
    ['c.json:1:14: There is no rule "no-nbps". Did you mean "no-nbsp"?'],
  ],
  [
    'an unknown rule in an override',
    '{ "overrides": [{ "files": ["a"], "rules": { "date-in-windows": "off" } }] }',
    ['c.json:1:46: There is no rule "date-in-windows". Did you mean "date-in-window"?'],
  ],
  [
    'a level that is none',
    '{ "rules": { "no-nbsp": "warning" } }',
    ['c.json:1:25: rules["no-nbsp"] is "warning". It may be: "off", "warn", "error". Did you mean "warn"?'],
  ],
  [
    'a level with options that is none',
    '{ "rules": { "no-bare-url": ["eror", {}] } }',
    [
      'c.json:1:30: rules["no-bare-url"][0] is "eror". It may be: "off", "warn", "error". Did you mean "error"?',
    ],
  ],
  [
    'an unknown option',
    '{ "rules": { "no-bare-url": ["warn", { "emails": true }] } }',
    ['c.json:1:40: Unknown key "emails" in rules["no-bare-url"][1]. Did you mean "email"?'],
  ],
  [
    'a bad option',
    '{ "rules": { "no-bare-url": ["warn", { "most": "x" }] } }',
    ['c.json:1:48: rules["no-bare-url"][1].most is "x", but must be a number.'],
  ],
  [
    'options of a rule without any',
    '{ "rules": { "no-nbsp": ["warn", { "a": 1 }] } }',
    ['c.json:1:34: The rule "no-nbsp" has no options; it is given "a".'],
  ],
  ['a key twice', '{ "rules": {}, "rules": {} }', ['c.json:1:16: The key "rules" stands here twice.']],
  ['broken JSON', '{\n  "rules": {\n', [expect.stringMatching(/^c.json:\d:\d+: This is no valid JSON: /)]],
  ['a list', '[]', ['c.json:1:1: The configuration is [], but must be a group of keys in { }.']],
  ['a BOM', '\uFEFF{ "rule": {} }', ['c.json:1:3: Unknown key "rule". Did you mean "rules"?']],
  ['$import', '{ "$import": "./x.cjs" }', [expect.stringMatching(/^c.json:1:3: Unknown key "\$import"/)]],
  [
    'brackets by the thousand',
    '['.repeat(100_000),
    [expect.stringMatching(/^c.json(:1:\d+)?: This (file )?is nested too deeply\.$/)],
  ],
  ['a blank file of any length', ' '.repeat(300_000), []],
  ['more than is read', `${' '.repeat(300_000)}{}`, ['c.json: This file is longer than 262144 characters.']],
  [
    'an unknown preset',
    '{ "extends": ["recaplint:recomended"] }',
    ['c.json:1:15: There is no preset "recaplint:recomended". Did you mean "recaplint:recommended"?'],
  ],
  [
    'a package to extend',
    '{ "extends": ["recaplint-config-x"] }',
    [
      'c.json:1:15: "recaplint-config-x" cannot be extended. The package "recaplint-config-x" is not installed here.',
    ],
  ],
  [
    'an address to extend',
    '{ "extends": ["https://example.org/c.json"] }',
    [
      expect.stringMatching(
        /^c.json:1:15: "https:\/\/example.org\/c.json" is neither a preset, nor a path, nor a package\./,
      ),
    ],
  ],
  [
    'a program to extend',
    '{ "extends": ["./c.mjs"] }',
    ['c.json:1:15: "./c.mjs" is a program; only data (.json, .yaml) can be extended.'],
  ],
  [
    'a file that is missing',
    '{ "extends": ["./no.json"] }',
    ['c.json:1:15: "./no.json" cannot be extended. This file does not exist or is a broken link.'],
  ],
  ['itself', '{ "extends": ["./c.json"] }', ['c.json:1:15: "./c.json" extends itself: c.json → c.json.']],
];

test.each(table)('%s in JSON', async (_, content, expected) => {
  expect(await complaints('c.json', content)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['nothing wrong', 'rules:\n  no-nbsp: error\n  no-bare-url: [warn, {email: false}]\n', []],
  ['an unknown key', 'rules: {}\nserie: []\n', ['c.yaml:2:1: Unknown key "serie". Did you mean "series"?']],
  [
    'a bad level',
    'rules:\n  no-nbsp: fatal\n',
    [expect.stringMatching(/^c.yaml:2:12: rules\["no-nbsp"\] is "fatal"\./)],
  ],
  ['a key twice', 'rules: {}\nrules: {}\n', ['c.yaml:2:1: The key "rules" stands here twice.']],
  [
    'an alias',
    'ignores: &a [x]\nextends: *a\n',
    ['c.yaml:2:10: Aliases (`*name`) are not read: write the value out.'],
  ],
  ['broken YAML', 'rules: [\n', [expect.stringMatching(/^c.yaml:\d:\d+: This is no valid YAML: /)]],
  ['keys that are no text', '? [a]\n: b\n', ['c.yaml:1:3: A key must be plain text.']],
  [
    'a hostile chain of keys',
    `${'? '.repeat(400)}a`,
    [expect.stringMatching(/^c.yaml:1:\d+: A key must be plain text\.$/)],
  ],
  ['nothing but a comment', '# nothing\n', []],
])('%s in YAML', async (_, content, expected) => {
  expect(await complaints('c.yaml', content)).toEqual(expected);
});

test('places in package.json are those of the file', async () => {
  const text = '{\n  "name": "x",\n  "recaplint": { "rule": {} }\n}';
  expect(await complaints('package.json', text)).toEqual([
    'package.json:3:18: Unknown key "rule". Did you mean "rules"?',
  ]);
});

test('files that extend each other in a circle', async () => {
  const found = await complaints('c.json', '{ "extends": ["./d.json"] }', {
    'd.json': '{ "extends": ["./c.json"] }',
  });
  expect(found).toEqual(['d.json:1:15: "./c.json" extends itself: c.json → d.json → c.json.']);
});

test('files that double at each step', async () => {
  const chain = Array.from({ length: 30 }, (_, i) => [
    `e${i}.json`,
    `{ "extends": ["./e${i + 1}.json", "./e${i + 1}.json"] }`,
  ]);
  const files = Object.fromEntries([...chain, ['e30.json', '{}']]);
  const [message] = await complaints('c.json', '{ "extends": ["./e0.json"] }', files);
  expect(message).toMatch(/: More than 100 files are extended here\.$/);
});

test('a configuration that is a program and fails', async () => {
  const [message] = await complaints('c.mjs', 'throw new Error("no luck");');
  expect(message).toBe('c.mjs: This file cannot be loaded. Error: no luck (line 1)');
});

test('an ending that is no format', async () => {
  expect(await complaints('c.toml', 'a = 1')).toEqual([
    'c.toml: This file has the ending ".toml", which is no format of configuration data.',
  ]);
});
