import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { configSchema, patternPlaces } from '../../src/config/schema.ts';
import { recaplint, root } from '../e2e/run.ts';
import { makeFolder } from '../folder.ts';
import { found, one, own, rc } from './own-patterns.ts';

test.each<[what: string, files: Record<string, unknown>, source: string, expected: string[]]>([
  ['nothing', one('heron'), 'A plover.\n', []],
  ['each match', one('heron'), 'A heron and a heron.\n', [own('heron'), own('heron')]],
  ['the first group', one('the (\\w+) bird'), 'Say the early bird.\n', [own('early')]],
  ['a group that took no part', one('(?:x(y))?heron'), 'A heron.\n', [own('heron')]],
  ['nothing that is empty', one('x*'), 'A heron.\n', []],
  ['capital letters', one('(?i)heron'), 'HERON\n', [own('HERON')]],
  ['what is right', one('\\bh\\w+', { except: '^heron$' }), 'A heron hops.\n', [own('hops')]],
  ['in prose no code and no address', one('heron'), '`heron` <https://heron.org>\n', []],
  ['in prose of HTML', one('heron'), '<p>A <b>he</b>ron.</p>\n', [own('he</b>ron', 'heron')]],
  ['in prose through entities', one('a & b'), 'It is a &amp; b.\n', [own('a &amp; b', 'a & b')]],
  ['in a cell', one('^heron$'), '| a |\n|---|\n| heron |\n', [own('heron')]],
  ['in a title', one('^.*$', { in: 'title' }), '---\ntitle: The heron\n---\n\nText.\n', [own('The heron')]],
  ['in no title', one('.', { in: 'title' }), 'Text.\n', []],
  [
    'in headings',
    one('heron', { in: 'headings' }),
    '# heron\n\nheron\n\n<h2>heron</h2>\n',
    [own('heron'), own('heron')],
  ],
  [
    'in texts of links',
    one('\\.\\.\\.$', { in: 'links' }),
    '[A heron...](a) and more...\n\n![Cut...](b.png)\n',
    [own('...')],
  ],
  ['in texts of HTML links', one('…$', { in: 'links' }), '<a href="a">A heron…</a>\n', [own('…')]],
  [
    'in addresses',
    one('^http:', { in: 'addresses' }),
    '[a](http://a.org) http://b.org ![](http://c.org/x.png)\n',
    [own('http:'), own('http:'), own('http:')],
  ],
  [
    'in an address that is shared, once',
    one('^http:', { in: 'addresses' }),
    '[a][x] [b][x]\n\n[x]: http://a.org\n',
    [own('http:')],
  ],
  [
    'in an address with entities',
    one('a=1&b', { in: 'addresses' }),
    '<a href="/x?a=1&amp;b=2">a</a>\n',
    [own('/x?a=1&amp;b=2', 'a=1&b')],
  ],
  [
    'in names of tags',
    one('.+', { in: 'tags', except: '^(?:b|br)$' }),
    '<b>x</b><br> a Vec<T> of\n\n`<x>`\n',
    [own('<T>', 't')],
  ],
  [
    'in lines of the source',
    one('^heron:.*$', { in: 'source' }),
    '---\nheron: 1\n---\n\n```\nheron: 2\n```\n',
    [own('heron: 1'), own('heron: 2')],
  ],
  ['at the end of a line with CRLF', one(' $', { in: 'source' }), 'a \r\nb\r\n', [own(' ')]],
  ['only in its posts', one('heron', { files: ['news/*'] }), 'A heron.\n', []],
  ['not where it is off', one('heron', { level: 'off' }), 'A heron.\n', []],
  [
    'as an error',
    one('heron', { level: 'error' }),
    'A heron.\n',
    ['error patterns/own: heron | Not “heron”.'],
  ],
  [
    'not where a comment says so',
    one('heron'),
    '<!-- recaplint-disable-next-line patterns/own -->\nA heron.\n',
    [],
  ],
  ['a long match shortened', one('x+'), `${'x'.repeat(100)}\n`, [own('x'.repeat(100), `${'x'.repeat(80)}…`)]],
  ['a long line', one('x$', { in: 'source' }), `${'x'.repeat(30_000)}\n`, [own('x')]],
  [
    'a file wins over one that it extends',
    {
      ...one('heron'),
      [rc]: { extends: ['./base.json'], patterns: [{ name: 'own', pattern: 'hops', message: 'No.' }] },
      'base.json': one('heron')[rc],
    },
    'A heron hops.\n',
    ['warn patterns/own: hops | No.'],
  ],
])('finds %s', async (_, files, source, expected) => {
  expect(await found(files, source)).toEqual(expected);
});

test('a comment may name a pattern that holds for other posts', async () => {
  const source = '<!-- recaplint-disable patterns/own -->\nA heron.\n';
  expect(await found(one('heron', { files: ['news/*'] }), source)).toEqual([]);
});

test('takes no more than a thousand matches, and time linear in the post', async () => {
  expect(await found(one('x'), 'x\n\n'.repeat(3_000))).toHaveLength(1_000);
  const before = performance.now();
  await found(one('(?:x+x+)+y'), `${'x'.repeat(19_000)}\n\n`.repeat(20));
  const all = await found(one('x(?:.*y)?'), 'x'.repeat(100_000));
  expect([all.length, all.at(-1)!.slice(-100).includes('not searched')]).toEqual([51, true]);
  expect(performance.now() - before).toBeLessThan(20_000);
});

// Each character of these lines keeps three hundred steps of each pattern busy: a hundred patterns took hours.
const slow = (count: number, pattern = 'a[ab]{300}[cd]') =>
  Array.from({ length: count }, (_, i) => ({ name: `p${100 + i}`, pattern, message: 'No.', in: 'source' }));
const lines = Array.from({ length: 1_000 }, (_, i) =>
  `${'abbab'.repeat(i)}a`.slice(-1_000).padEnd(1_000, 'ba'),
);

test('many slow patterns read less of a long post, and say where they end', async () => {
  const source = `${lines.slice(0, 100).join('\n\n')}\n`;
  const said = await found({ [rc]: { patterns: slow(20) } }, source);
  expect(said.map((one) => one.replace(/: .*\| /s, ' | '))).toEqual(
    slow(20).map(
      ({ name }) =>
        `warn patterns/${name} | From here on this post is not searched: it is too long for as many or as long patterns.`,
    ),
  );
  // 250 million comparisons with 20 × 304 steps are 41,118 characters, which are 41 of these lines.
  const { 0: first } = said;
  expect(first).toContain(`: ${lines[41]} | `);
  expect(await found({ [rc]: { patterns: slow(5) } }, source)).toEqual([]);
});

test('refuses patterns that come to too many steps, those that are extended included', async () => {
  const message = 'The patterns come to more than 50000 steps together: write fewer, or shorter ones.';
  const half = { patterns: slow(50, 'x{900}') };
  await expect(found({ [rc]: { patterns: slow(100, 'x{900}') } }, 'x\n')).rejects.toThrow(message);
  expect(await found({ [rc]: half }, 'x\n')).toEqual([]);
  const extended = { [rc]: { extends: ['./a.json'], ...half }, 'a.json': half };
  await expect(found(extended, 'x\n')).rejects.toThrow(message);
});

test.each<[what: string, entry: object, message: RegExp]>([
  [
    'no regular expression',
    { pattern: '(' },
    /^\.recaplintrc\.json:1:\d+: "\(" cannot be used as a pattern: /,
  ],
  [
    'looking ahead',
    { pattern: '(?=x)' },
    /"\(\?=x\)" cannot be used as a pattern: patterns cannot look ahead/,
  ],
  ['looking behind', { pattern: '(?<!x)y' }, /patterns cannot look ahead or behind/],
  ['a reference', { pattern: '(x)\\1' }, /patterns cannot refer back to a group/],
  ['a pattern that nobody can read, not shown whole', { pattern: 'x'.repeat(10_000) }, /^.{1,250}$/],
  ['a bad exception', { except: '\\1' }, /"\\1" cannot be used as a pattern: /],
  [
    'a pattern that is too long',
    { pattern: 'x{999}'.repeat(3) },
    /it is too long, or repeats something too many times\.$/,
  ],
  [
    'a name with a space',
    { name: 'my own' },
    /patterns\[0\]\.name may hold small letters, digits and single hyphens alone\.$/,
  ],
  ['no message', { message: undefined }, /patterns\[0\]\.message is missing\. It is a text in quotes\.$/],
  ['an unknown place', { in: 'titel' }, /Did you mean "title"\?$/],
  ['an unknown key', { patern: 'x' }, /Unknown key "patern" in patterns\[0\]\. Did you mean "pattern"\?$/],
])('refuses %s', async (_, entry, message) => {
  const patterns = [{ name: 'own', pattern: 'x', message: 'No.', ...entry }];
  await expect(found({ [rc]: { patterns } }, 'x\n')).rejects.toThrow(message);
});

test('refuses two of one name, and a level among the rules', async () => {
  const entry = { name: 'own', pattern: 'x', message: 'No.' };
  await expect(found({ [rc]: { patterns: [entry, entry] } }, 'x\n')).rejects.toThrow(
    'There is a pattern "own" already.',
  );
  const rules = { 'patterns/own': 'off' };
  await expect(found({ [rc]: { patterns: [entry], rules } }, 'x\n')).rejects.toThrow(
    'There is no rule "patterns/own". The level of a pattern stands in its entry of `patterns`.',
  );
});

test('the manual names every key and place, and its example is right', async () => {
  const page = readFileSync(join(root, 'docs', 'patterns.md'), 'utf8');
  const patterns = z.toJSONSchema(configSchema).properties!.patterns as { items: { properties: object } };
  const cells = [...page.matchAll(/^\| `([\w ]+)` \|/gm)].map(([, cell]) => cell!);
  expect(cells).toEqual([...Object.keys(patterns.items.properties), ...patternPlaces]);
  const block = (lang: string) => new RegExp(`\`\`\`${lang}\\n(.*?)\`\`\``, 's').exec(page)![1]!;
  const cwd = makeFolder({ '.git': null, [rc]: block('json'), 'post.md': block('md') });
  expect(recaplint(['post.md'], { cwd }).stdout).toContain(`\n${block('text')}`);
  recaplint(['--fix', 'post.md'], { cwd });
  expect(readFileSync(join(cwd, 'post.md'), 'utf8')).toBe(block('md').replace('e-mails', 'emails'));
});
