import { expect, test } from 'vitest';
import { found, one, own, rc } from './own-patterns.ts';

const post = `---
title: The heron
author:
  name: Heron Hill
  links: [heron.org, plover.org]
tags: [heron, "a heron"]
Authors:
  - name: heron one
  - name: heron two
---

# Heron news

A heron before.

## 1. Releases & Fixes

A heron in it.

### Heron inside

> A heron [heron](https://heron.org) in a quote, <b title="heron">heron</b>.

## Other

A heron behind. [x][ref]

[ref]: https://heron.net
`;

const heron = (count: number) => Array.from({ length: count }, () => own('heron'));

test.each<[what: string, entry: object, expected: readonly string[]]>([
  ['a section by its plain name', { section: 'Releases and fixes' }, heron(4)],
  ['a section by one of two names', { section: ['Nowhere', 'Other'] }, heron(1)],
  ['sections that lie in each other, once', { section: ['Heron inside', 'Releases & fixes'] }, heron(4)],
  ['no section of another name', { section: 'Release' }, []],
  [
    'headings below a heading, without it',
    { section: 'Heron news', in: 'headings', pattern: '^.+$' },
    [own('1. Releases & Fixes'), own('Heron inside'), own('Other')],
  ],
  ['links of a section', { section: 'Releases & fixes', in: 'links' }, heron(1)],
  ['addresses of a section', { section: 'Releases & fixes', in: 'addresses' }, heron(1)],
  ['an address where it is linked', { section: 'Other', in: 'addresses' }, heron(1)],
  [
    'tags of a section',
    { section: 'Heron inside', in: 'tags', pattern: '.+' },
    [own('<b title="heron">', 'b')],
  ],
  ['lines of a section', { section: 'Heron inside', in: 'source' }, heron(5)],
  ['all of the front matter', { in: 'front matter' }, heron(6)],
  ['a key', { key: 'title' }, heron(1)],
  ['a key in a group', { key: 'author.name', pattern: '(?i)heron' }, [own('Heron')]],
  ['each item of a list', { key: 'tags', pattern: '^.*$' }, [own('heron'), own('a heron')]],
  ['a key of each item', { key: 'authors.name', pattern: '\\w+$' }, [own('one'), own('two')]],
  ['a whole group', { key: 'author', pattern: '(?i)heron' }, [own('Heron'), own('heron')]],
  [
    'several keys, each once',
    { key: ['title', 'AUTHOR', 'author.links'], pattern: '(?i)heron' },
    [own('heron'), own('Heron'), own('heron')],
  ],
  ['no key that is not there', { key: 'author.nam' }, []],
  ['a key with its place named', { key: 'title', in: 'front matter' }, heron(1)],
])('searches %s', async (_, entry, expected) => {
  expect(await found(one('heron', entry), post)).toEqual(expected);
  const crlf = `\uFEFF${post.replaceAll('\n', '\r\n')}`;
  expect(await found(one('heron', entry), crlf)).toEqual(expected);
});

test.each<[what: string, source: string, entry: object, expected: string[]]>([
  [
    'TOML with tables and dotted keys',
    '+++\na.name = "heron"\n[b]\nname = \'heron\'\n[[c]]\nname = "x heron"\n+++\n',
    { key: ['a.name', 'b.name', 'c.name'] },
    heron(3),
  ],
  [
    'JSON',
    '{\n"a": { "name": "heron", "other": "heron" },\n"b": [1, 2024]\n}\n\nx\n',
    { key: ['a.name', 'b'], pattern: 'heron|20\\d\\d' },
    [own('heron'), own('2024')],
  ],
  ['a header without fences', 'Title: x\nAuthor: A heron\n\nText.\n', { key: 'author' }, heron(1)],
  ['a key that is written with a dot', '---\na.b: heron\n---\n', { key: 'a.b' }, heron(1)],
  ['an emoji before it', '---\nt: "😀 \\u00e9 heron 😀"\n---\n', { key: 't' }, heron(1)],
  [
    'an escape as it is read',
    '---\nt: "a\\x20heron"\n---\n',
    { key: 't', pattern: 'a heron' },
    [own('a\\x20heron', 'a heron')],
  ],
  [
    'sections of HTML',
    '<h2>One</h2>\n<p>A heron</p>\n\n<h2>Two</h2>\n<p>heron</p>\n',
    { section: 'one' },
    heron(1),
  ],
  ['underlined headings', 'One\n---\nA heron\n\nTwo\n---\nheron\n', { section: 'one' }, heron(1)],
  [
    'two sections of one name',
    '## A\n\nheron\n\n## B\n\nheron\n\n## a\n\nheron\n',
    { section: 'A' },
    heron(2),
  ],
  ['no front matter', 'heron\n', { in: 'front matter' }, []],
])('reads %s', async (_, source, entry, expected) => {
  expect(await found(one('heron', entry), source)).toEqual(expected);
});

test.each<[what: string, entry: object, message: RegExp]>([
  [
    'a key in prose',
    { key: 'title', in: 'prose' },
    /^\.recaplintrc\.json:1:\d+: "in" is "prose", but "key" names values of the "front matter": leave "in" out, or "key"\.$/,
  ],
  [
    'a section of the title',
    { section: 'A', in: 'title' },
    /^\.recaplintrc\.json:1:\d+: "section" names a part of the text, and the title stands in none: leave it out\.$/,
  ],
  ['a section of the front matter', { section: 'A', in: 'front matter' }, /the front matter stands in none/],
  ['a section of a key', { section: 'A', key: 'title' }, /the front matter stands in none/],
  ['no section', { section: [] }, /patterns\[0\]\.section is \[\], but must have at least 1 entries\.$/],
  ['an empty key', { key: '' }, /patterns\[0\]\.key is "", but must not be empty\.$/],
  ['a number as a key', { key: 1 }, /patterns\[0\]\.key is 1, but must be a text in quotes\.$/],
  ['a place that is nearly one', { in: 'frontmatter' }, /Did you mean "front matter"\?$/],
])('refuses %s', async (_, entry, message) => {
  const patterns = [{ name: 'own', pattern: 'x', message: 'No.', ...entry }];
  await expect(found({ [rc]: { patterns } }, 'x\n')).rejects.toThrow(message);
});
