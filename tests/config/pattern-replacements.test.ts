import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Value } from '../../src/document/model.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { fixPost } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import type { Settings } from '../../src/engine/settings.ts';
import { fixed, found, one, rc, settingsOf } from './own-patterns.ts';

const replacing = (pattern: string, replace: string, more: object = {}) =>
  settingsOf(one(pattern, { replace, ...more }));

/** That a post is fixed to another one, at once: with CRLF and a BOM as well, and not again when it is fixed again. */
function expectFixed(settings: Settings, source: string, expected: string): void {
  for (const [before, after] of [
    [source, expected],
    [source.replaceAll('\n', '\r\n'), expected.replaceAll('\n', '\r\n')],
    [`\uFEFF${source}`, `\uFEFF${expected}`],
  ] as const) {
    expect(fixed(settings, before)).toBe(after);
    expect(fixed(settings, after)).toBe(after);
  }
}

test.each<[what: string, pattern: string, replace: string, source: string, expected: string, more?: object]>([
  ['each match', 'heron', 'plover', 'A heron, a heron.\n', 'A plover, a plover.\n'],
  ['with what groups hold', '(\\d+)/(\\d+)/(\\d+)', '$3-$1-$2', 'On 05/07/2024.\n', 'On 2024-05-07.\n'],
  ['with a group of a name', '(?<what>\\w+)s bird', '$<what> birds', 'heros bird\n', 'hero birds\n'],
  ['with all of the match', 'heron$', '$& (bird)', 'The heron\n', 'The heron (bird)\n'],
  ['with a dollar sign', 'USD ?(\\d+)', '$$$1', 'USD 5\n', '$5\n'],
  ['with a group and a digit', '(a)b', '$10', 'ab\n', 'a0\n'],
  ['with a group that took no part', '(x)?heron', 'plover$1', 'A heron.\n', 'A plover.\n'],
  [
    'the whole match, whatever its groups',
    'the (\\w+) bird',
    'a bird',
    'See the early bird.\n',
    'See a bird.\n',
  ],
  ['with nothing', ' very\\b', '', 'A very good day.\n', 'A good day.\n'],
  ['not what reads so already', '(?i)github', 'GitHub', 'Github and GitHub.\n', 'GitHub and GitHub.\n'],
  [
    'not what is an exception',
    '(?i)heron',
    'plover',
    'Heron, heron.\n',
    'Heron, plover.\n',
    { except: 'Heron' },
  ],
  ['in emphasis', 'heron', 'plover', 'A *heron* and **a heron**.\n', 'A *plover* and **a plover**.\n'],
  ['beside markup that stays', '(\\w+) bird', '$1 fish', 'An early *bird*.\n', 'An early *fish*.\n'],
  ['behind an emoji', 'heron', '🐦', '😀 heron😀\n', '😀 🐦😀\n'],
  ['one emoji for another of the same half', '😀', '😁', 'a 😀 b\n', 'a 😁 b\n'],
  ['with more behind it', 'heron\\b', 'herons', 'A *heron* hops.\n', 'A *herons* hops.\n'],
  [
    'in a link with a label',
    'heron',
    'plover',
    '[heron][heron]\n\n[heron]: a.md\n',
    '[plover][heron]\n\n[heron]: a.md\n',
  ],
  ['over a line end', 'the heron', 'a plover', 'See the\nheron hop.\n', 'See a plover hop.\n'],
  ['in a quote and a list', 'heron', 'plover', '> - heron\n>   heron\n', '> - plover\n>   plover\n'],
  ['in cells', 'heron', 'plover', '| heron |\n|---|\n| heron |\n', '| plover |\n|---|\n| plover |\n'],
  [
    'in HTML',
    'heron',
    'plover',
    '<p title="heron">A <b>heron</b></p>\n',
    '<p title="heron">A <b>plover</b></p>\n',
  ],
  ['headings', 'heron', 'plover', '# heron\n\nheron\n', '# plover\n\nheron\n', { in: 'headings' }],
  [
    'a title that is a heading',
    'heron',
    'plover',
    '# heron\n\n# heron\n',
    '# plover\n\n# heron\n',
    { in: 'title' },
  ],
  [
    'texts of links',
    '^here$',
    'our plan',
    '[here](here.md) here\n',
    '[our plan](here.md) here\n',
    { in: 'links' },
  ],
  [
    'addresses',
    '^http:',
    'https:',
    '[a](http://a.org) http://b.org <http://c.org>\n\n[x]: http://d.org\n',
    '[a](https://a.org) https://b.org <https://c.org>\n\n[x]: https://d.org\n',
    { in: 'addresses' },
  ],
  ['lines of the source', '^( *)\\* ', '$1- ', '* a\n  * b\n', '- a\n  - b\n', { in: 'source' }],
  ['markup in the source', '<br */?>', '<br>', 'a<br/>b<br />c\n', 'a<br>b<br>c\n', { in: 'source' }],
  [
    'only a section',
    'heron',
    'plover',
    'heron\n\n## A\n\nheron\n',
    'heron\n\n## A\n\nplover\n',
    { section: 'a' },
  ],
])('replaces %s', async (_, pattern, replace, source, expected, more) => {
  expectFixed(await replacing(pattern, replace, more), source, expected);
});

test.each<[what: string, pattern: string, replace: string, source: string, more?: object]>([
  ['an entity', 'a & b', 'a or b', 'a &amp; b\n'],
  ['markup inside', 'heron', 'plover', 'A he**ron** is.\n'],
  ['the marks of a quote inside', 'the heron', 'a plover', '> the\n> heron\n'],
  ['code', '(.) heron (\\S+)', '$2 heron $1', 'a heron `x`\n'],
  ['what would break emphasis', 'heron', '!', 'a*heron*b\n'],
  ['what would open emphasis no more', 'heron ', '', '*heron hops*\n'],
  ['what would start a list', 'heron', '1', 'heron. Hop!\n'],
  ['what would start a heading', 'heron', '#', '> heron hops\n'],
  ['what would empty a heading', 'heron', '', '# heron\n'],
  ['what would leave a blank before a line end', 'heron', '', 'The heron\n'],
  ['what would make an image', 'heron ', '!', 'a heron [b](c)\n'],
  ['what would make an entity', 'heron', '&', 'a heronamp; b\n'],
  ['what would make a link', ' heron ', '', '[a] heron (b)\n'],
  ['what would make a link of what is none', ' heron', '', 'a [b](c heron)\n'],
  [
    'the label of a target',
    'heron',
    'plover',
    'See [heron] and [a *heron*][].\n\n[heron]: a.md\n[a *heron*]: b.md\n',
  ],
  ['what would make a footnote', 'heron', '^1', '[heron](a.md)\n', { in: 'links' }],
  ['a group with markup', '(\\S+) heron (\\S+)', '$2 heron $1', 'a heron \\*b\n'],
  ['what is found again', '(a)(b)', '$2$1$2', 'ab\n'],
  ['what is found again beside it', 'aa', 'a', 'aaaa\n'],
  ['an empty address', '.+', '', '[a](b)\n', { in: 'addresses' }],
  ['an address with entities', 'a', 'b', '<a href="/?x=a&amp;y=a">x</a>\n', { in: 'addresses' }],
  ['the end of a bare address', '.$', '.', 'http://a.org/x\n', { in: 'addresses' }],
  ['the address that a text is', 'a', 'b', '<http://a.example>\n', { in: 'links' }],
  ['what would be longer than anybody writes', '^(x+)$', '$1$1$1a', `${'x'.repeat(900)}\n`],
])('reports, and does not replace, %s', async (_, pattern, replace, source, more) => {
  const settings = await replacing(pattern, replace, more);
  const { findings } = lint(createDocument({ source, path: 'post.md', parse: parseWithRemark }), settings);
  expect(findings.length).toBeGreaterThan(0);
  expectFixed(settings, source, source);
});

const yaml = (line: string) => `---\n${line}\n---\n\nText.\n`;
test.each<[what: string, replace: string, source: string, expected: string]>([
  ['plain YAML', 'a plover', yaml('t: Say x here'), yaml('t: Say a plover here')],
  ['plain YAML with a comma', 'a, b', yaml('t: Say x here'), yaml('t: Say a, b here')],
  ['double quotes', 'a "b\\c"', yaml('t: "Say x here"'), yaml('t: "Say a \\"b\\\\c\\" here"')],
  ['single quotes', "don't: #1", yaml("t: 'Say x here'"), yaml("t: 'Say don''t: #1 here'")],
  ['a block', 'a: # "b"', yaml('t: |\n  Say x here\n  x'), yaml('t: |\n  Say a: # "b" here\n  a: # "b"')],
  ['a folded block', 'y', yaml('t: >-\n  Say x\n  here x'), yaml('t: >-\n  Say y\n  here y')],
  ['items of a list', 'y z', yaml('t: [x, "x"]\nu:\n  - x'), yaml('t: [y z, "y z"]\nu:\n  - y z')],
  ['a number', '7', yaml('t: 1x5').replace('x', ''), yaml('t: 15')],
  [
    'TOML',
    'a "b"',
    '+++\nt = "x"\nu = """\nx\nx"""\n+++\n',
    '+++\nt = "a \\"b\\""\nu = """\na \\"b\\"\na \\"b\\""""\n+++\n',
  ],
  ['TOML in single quotes', 'a "b"', "+++\nt = 'x'\n+++\n", '+++\nt = \'a "b"\'\n+++\n'],
  [
    'JSON',
    'a "b" \\',
    '{\n"t": "x", "u": ["x"]\n}\n',
    '{\n"t": "a \\"b\\" \\\\", "u": ["a \\"b\\" \\\\"]\n}\n',
  ],
  [
    'a header',
    'a: "b" #',
    'Title: Say x\nAuthor: x\n\nText.\n',
    'Title: Say a: "b" #\nAuthor: a: "b" #\n\nText.\n',
  ],
])('replaces in %s', async (_, replace, source, expected) => {
  expectFixed(await replacing('x', replace, { in: 'front matter' }), source, expected);
});

test.each<[what: string, replace: string, source: string]>([
  ['a key in a plain value', 'a: b', yaml('t: Say x here')],
  ['a comment in a plain value', 'a #b', yaml('t: Say x here')],
  ['a comma in a list', 'a, b', yaml('t: [x, y]')],
  ['a comma in a list over lines', 'a, b', yaml('t: [\n  x\n  ]')],
  ['a sign that begins another kind of value', '@a', yaml('t: x')],
  ['a number for a word', '5', yaml('t: x')],
  ['a word that YAML 1.1 takes for false', 'no', yaml('t: x')],
  ['nothing for a word', '', yaml('t: x')],
  ['a blank at the end', 'a ', yaml('t: Say x')],
  ['an alias', 'y', yaml('t: &x a\nu: *x')],
  ['a blank where a line of a block starts', ' a', yaml('t: |\n  x\n  b')],
  ['a quote in TOML that knows no escapes', "don't", "+++\nt = 'x'\n+++\n"],
  ['a word for a number in JSON', 'a', '{\n"t": 0.5e3, "u": "b"\n}\n'],
  ['a control character', 'a\tb', yaml('t: "x"')],
])('does not write %s', async (_, replace, source) => {
  expectFixed(await replacing('x|0\\.5e3', replace, { in: 'front matter' }), source, source);
});

test('a title in quotes stays one', async () => {
  const settings = await replacing('Q(\\d) (\\d{4})', 'the "$1st" of $2', { in: 'title' });
  expectFixed(settings, '---\ntitle: "Q1 2024"\n---\n', '---\ntitle: "the \\"1st\\" of 2024"\n---\n');
});

test('is unsafe unless the entry says that it is safe, and named in the message', async () => {
  const source = 'A heron.\n';
  const findings = async (more: object) => {
    const message = 'Write “{replacement}” for “{match}”.';
    const settings = await replacing('(her)on', 'plover', { message, ...more });
    return lint(createDocument({ source, path: 'post.md', parse: parseWithRemark }), settings).findings;
  };
  expect(await findings({})).toMatchObject([
    { message: 'Write “plover” for “heron”.', fix: { title: 'Write `plover`', safety: 'unsafe' } },
  ]);
  expect(await findings({ fix: 'safe' })).toMatchObject([{ fix: { safety: 'safe' } }]);
  expect(await findings({ replace: '' })).toMatchObject([{ fix: { title: 'Delete `heron`' } }]);
});

test.each<[what: string, entry: object, message: RegExp]>([
  [
    'a group that is not there',
    { replace: '$2' },
    /^\.recaplintrc\.json:1:\d+: "replace" holds \$2, but the pattern has one group; a dollar sign is written \$\$\.$/,
  ],
  [
    'a price',
    { replace: '$5', pattern: 'x' },
    /but the pattern has no groups; a dollar sign is written \$\$\.$/,
  ],
  [
    'a group of another name',
    { replace: '$<nam>', pattern: '(?<name>x)' },
    /"replace" holds \$<nam>, but the pattern has no group of that name\. Did you mean "name"\?$/,
  ],
  [
    'the placeholder of messages',
    { replace: '{match}s' },
    /"replace" holds \{match\}, which stands for nothing here: write \$&\.$/,
  ],
  [
    'markup in prose',
    { replace: '**x**' },
    /"replace" holds "\*", which may be read as markup; only the "source" takes it as it stands\.$/,
  ],
  [
    'a blank in an address',
    { replace: 'a b', in: 'addresses' },
    /"replace" holds " ", which cannot stand in every address;/,
  ],
  [
    'a line end',
    { replace: 'a\nb', in: 'source' },
    /"replace" holds a line end; only what stands in one line can be replaced\.$/,
  ],
  [
    'what is found again',
    { replace: 'a fox' },
    /"replace" is "a fox", which the pattern would find and replace again: let the pattern match less, or say in "except" what is right\.$/,
  ],
  [
    'names of tags',
    { replace: 'b', in: 'tags' },
    /"replace" cannot write one tag of two: search the "source" to replace tags\.$/,
  ],
  [
    'a long text',
    { replace: 'a'.repeat(201) },
    /patterns\[0\]\.replace is .* but must have at most 200 characters\.$/,
  ],
  ['a fix of nothing', { fix: 'safe' }, /"fix" is "safe", but there is no "replace" that could be one\.$/],
  [
    'an unknown safety',
    { replace: 'y', fix: 'save' },
    /patterns\[0\]\.fix is "save"\. It may be: "safe", "unsafe"\. Did you mean "safe"\?$/,
  ],
  [
    'a replacement in the message alone',
    { message: '{replacement}!' },
    /"message" holds \{replacement\}, but there is no "replace" for it to stand for\.$/,
  ],
])('refuses %s', async (_, entry, message) => {
  const patterns = [{ name: 'own', pattern: '(f?ox)', message: 'No.', ...entry }];
  await expect(found({ [rc]: { patterns } }, 'x\n')).rejects.toThrow(message);
});

const entryFor = (name: string, pattern: string, replace: string, more: object = {}) => ({
  name,
  pattern,
  replace,
  message: 'No.',
  ...more,
});

test.each<[what: string, entries: object[], message: RegExp]>([
  [
    'two entries that undo each other',
    [entryFor('a', 'fox', 'dog'), entryFor('b', 'dog', 'fox')],
    /^\.recaplintrc\.json:1:\d+: "replace" goes in a circle: what "a" writes, "b" replaces; what "b" writes, "a" replaces\. Keep one way\.$/,
  ],
  [
    'three that lead in a circle, beside one that leads into it',
    [
      entryFor('z', 'cat', 'fox'),
      entryFor('a', 'fox', 'dog'),
      entryFor('b', 'dog', 'owl'),
      entryFor('c', 'owl', 'fox'),
    ],
    /what "a" writes, "b" replaces; what "b" writes, "c" replaces; what "c" writes, "a" replaces\./,
  ],
])('refuses %s', async (_, patterns, message) => {
  await expect(found({ [rc]: { patterns } }, 'x\n')).rejects.toThrow(message);
});

test.each<[what: string, entries: object[], source: string, expected: string]>([
  ['one behind the other', [entryFor('b', 'dog', 'owl'), entryFor('a', 'fox', 'dog')], 'fox\n', 'owl\n'],
  [
    'one in each place',
    [entryFor('a', 'fox', 'dog', { in: 'title' }), entryFor('b', 'dog', 'fox', { section: 'b' })],
    '# fox\n\n## b\n\ndog\n',
    '# dog\n\n## b\n\nfox\n',
  ],
  [
    'one that is off',
    [entryFor('a', 'fox', 'dog', { level: 'off' }), entryFor('b', 'dog', 'fox')],
    'fox dog\n',
    'fox fox\n',
  ],
  [
    'one that takes the right one for right',
    [entryFor('a', '(?i)fox', 'Fox'), entryFor('b', 'Fox (?i)den', 'Fox den')],
    'fox DEN\n',
    'Fox den\n',
  ],
])('takes two entries, %s', async (_, patterns, source, expected) => {
  expectFixed(await settingsOf({ [rc]: { patterns } }), source, expected);
});

test('a hundred long replacements take no time that anybody notices', async () => {
  const patterns = Array.from({ length: 100 }, (_, i) => entryFor(`p${i}`, `x{400}y${i}z`, 'x'.repeat(200)));
  const before = performance.now();
  const settings = await settingsOf({ [rc]: { patterns } });
  const source = `${`${'x'.repeat(410)}y7z `.repeat(20)}\n\n`.repeat(20);
  const { findings } = lint(createDocument({ source, path: 'post.md', parse: parseWithRemark }), settings);
  expect(findings.length).toBeGreaterThan(0);
  expect(performance.now() - before).toBeLessThan(20_000);
});

const words = fc.constantFrom(
  'ab',
  'a',
  'b',
  'ba',
  'é',
  '😀',
  '.',
  '!',
  '&',
  '&amp;',
  ';',
  'amp;',
  '1.',
  '#',
  '-',
  '(',
  ')',
);
const gaps = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\r\n',
  ' *',
  '* ',
  '**',
  '_',
  '`',
  '[',
  '](x)',
  ']',
  '\\',
  '<b>',
  '</b>',
  '\n> ',
  '\n- ',
  ' | ',
  '\n\n',
);
const posts = fc.array(fc.tuple(words, gaps), { maxLength: 14 }).map((parts) => `${parts.flat().join('')}\n`);
const patterns = fc.constantFrom(
  'ab',
  'a+',
  'b a',
  '(a)(b)',
  '[ab]+',
  'b\\b',
  '^a',
  '\\. ',
  ' ?!',
  '(\\S+) (\\S+)',
);
const replacements = fc.constantFrom(
  '',
  'c',
  'a',
  'ba',
  '&',
  '1',
  '(c)',
  '!',
  '#',
  'c d',
  '$&',
  '$1',
  '$2$1',
  '😀',
  '.',
);

const settingsByEntry = new Map<string, Promise<Settings | null>>();

/** The settings of an entry, or null where the configuration refuses it. */
function known(pattern: string, replace: string, more: object = {}): Promise<Settings | null> {
  const key = JSON.stringify([pattern, replace, more]);
  const settings = settingsByEntry.get(key) ?? replacing(pattern, replace, more).catch(() => null);
  settingsByEntry.set(key, settings);
  return settings;
}

/** The prose of a post, text by text. */
const readingOf = (source: string) =>
  createDocument({ source, path: 'post.md', parse: parseWithRemark }).prose.map(({ text }) => text);

test('whatever is replaced reads as it should, and fixing twice is fixing once', async () => {
  await fc.assert(
    fc.asyncProperty(patterns, replacements, posts, async (pattern, replace, source) => {
      const settings = await known(pattern, replace);
      if (settings === null) return;
      const post = { source, path: 'post.md', parse: parseWithRemark };
      const { findings } = lint(createDocument(post), settings);
      const { source: result, outcome } = fixPost(post, settings, { unsafe: true });
      expect(fixed(settings, result)).toBe(result);
      expect(outcome.findings.every(({ fix }) => fix === undefined)).toBe(true);
      if (findings.every(({ fix }) => fix)) {
        const js = replace.replaceAll(/\$(\d)/g, (all, n) =>
          new RegExp(`${pattern}|`).exec('')!.length > Number(n) ? all : '',
        );
        const expected = readingOf(source).map((text) => text.replaceAll(new RegExp(pattern, 'gu'), js));
        expect(readingOf(result)).toEqual(expected);
      }
    }),
    {
      numRuns: 1_000,
    },
  );
});

const plainWords = fc.constantFrom(
  'x',
  'a',
  'x y',
  '7',
  'x:',
  '#x',
  'x, y',
  "it's x",
  'x "y"',
  'é😀',
  '2024-05-07',
  'no',
  '-',
);
const valueTexts = fc.array(plainWords, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const styles: readonly ((text: string) => string)[] = [
  (text) => `---\nt: ${text}\nu: 1\n---\n`,
  (text) => `---\na:\n  t: ${text}\nu: 1\n---\n`,
  (text) => `---\nt: [${text}, b]\nu: 1\n---\n`,
  (text) => `---\nt: ${JSON.stringify(text)}\nu: 1\n---\n`,
  (text) => `---\nt: '${text.replaceAll("'", "''")}'\nu: 1\n---\n`,
  (text) => `---\nt: >-\n  ${text}\n  ${text}\nu: 1\n---\n`,
  (text) => `---\nt: |\n  ${text}\n\n  b\nu: 1\n---\n`,
  (text) => `---\nt:\n- ${text}\n- b\nu: 1\n---\n`,
  (text) => `+++\nt = ${JSON.stringify(text)}\nu = 1\n+++\n`,
  (text) => `+++\nt = '${text}'\nu = 1\n+++\n`,
  (text) => `+++\nt = """\n${text.replaceAll('"', '\\"')}\nx"""\nu = 1\n+++\n`,
  (text) => `{\n"t": [${JSON.stringify(text)}, "b"],\n"u": 1\n}\n`,
  (text) => `Title: ${text}\nDate: 1\n\nText.\n`,
];

/** The front matter of a post: its values with their kinds and keys, and whether it can be read. */
function valuesOf(source: string, change: (text: string, kind: string) => string): unknown {
  const { frontMatter } = createDocument({ source, path: 'post.md', parse: parseWithRemark });
  const plain = ({ kind, text, items, entries }: Value): unknown => [
    kind,
    change(text, kind),
    items.map(plain),
    entries.map(({ key, value }) => [key, plain(value)]),
  ];
  const entries = frontMatter?.entries.map(({ key, value }) => [key, plain(value)]);
  return { entries, errors: frontMatter?.errors.length };
}

test('what is replaced in front matter leaves its kind and its neighbours as they are', async () => {
  const sought = fc.constantFrom('x', '^x', 'x$', '[xy]+', ' x', 'x ', '7', '5', 'no');
  const wanted = fc.constantFrom(
    '',
    'z',
    '8',
    'a: b',
    ' #c',
    ', d',
    "it's",
    '"q"',
    '\\',
    '@',
    'yes',
    '- ',
    ' ',
    '😀',
    '[',
    '$& $&z',
  );
  await fc.assert(
    fc.asyncProperty(
      sought,
      wanted,
      valueTexts,
      fc.constantFrom(...styles),
      async (pattern, replace, text, style) => {
        const source = style(text);
        const settings = await known(pattern, replace, { in: 'front matter' });
        if (settings === null) return;
        const post = { source, path: 'post.md', parse: parseWithRemark };
        const { findings } = lint(createDocument(post), settings);
        const result = fixed(settings, source);
        expect(fixed(settings, result)).toBe(result);
        expect(valuesOf(result, () => '')).toEqual(valuesOf(source, () => ''));
        if (findings.some(({ fix }) => !fix)) return;
        const changed = (value: string, kind: string) =>
          kind === 'list' ? value : value.replaceAll(new RegExp(pattern, 'gu'), replace);
        expect(valuesOf(result, (value) => value)).toEqual(valuesOf(source, changed));
      },
    ),
    {
      numRuns: 1_000,
    },
  );
});
