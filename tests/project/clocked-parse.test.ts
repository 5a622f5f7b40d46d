import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import { OverTime } from '../../src/document/over-time.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import { clockedParse } from '../../src/project/clocked-parse.ts';
import { mayBeSlow } from '../../src/project/slow-texts.ts';
import { hasArchives, ownPosts, type Post, sampledPosts } from '../corpus/posts.ts';
import { allRules } from '../corpus/settings.ts';
import { bin } from '../e2e/run.ts';
import { makeFolder } from '../folder.ts';

/** Fewer lines than are read; 16,000 take the JavaScript parser 17 s. */
const endless = '=\n'.repeat(29_000);

const clocked = clockedParse(parseWithRemark);

/** Everything in the thread, with a clock that no busy machine is too slow for. */
const inThread = clockedParse(parseWithRemark, () => true, 60);

describe('what may take the JavaScript parser long', () => {
  test.each([
    ['images in images', '!['.repeat(1_000)],
    ['underlines of headings', '=\n'.repeat(1_000)],
    ['lines of one paragraph', 'a\n'.repeat(2_000)],
    ['anything long', 'A sentence. '.repeat(3_000)],
  ])('%s', (_name, text) => expect(mayBeSlow(text)).toBe(true));

  test.each([
    ['short text', `A *sentence* with [a link](https://example.org). ${'a'.repeat(2_000)}`],
    ['many paragraphs with links', '- [a](https://example.org)\n\n'.repeat(1_000)],
  ])('not %s', (_name, text) => expect(mayBeSlow(text)).toBe(false));
});

test('a post that takes it over a second is refused, and the next one is read', () => {
  expect(() => clocked(endless)).toThrow(OverTime);
  const document = createDocument({ source: endless, path: 'post.md', parse: clocked });
  expect(document.refusal).toMatchObject({
    limit: 'time',
    value: 1,
    range: { start: 0, end: endless.length },
  });
  const long = 'A *sentence* of a long post.\n\n'.repeat(2_000);
  expect(clocked(long)).toEqual(parseWithRemark(long));
});

test('a tree that is too deep to be sent is refused like any deep one', () => {
  const deep = `${'*a **a '.repeat(400)}b${' a** a*'.repeat(400)}`;
  const limit = (parse: Parse) => createDocument({ source: deep, path: 'post.md', parse }).refusal?.limit;
  expect([limit(parseWithRemark), limit(inThread)]).toEqual(['nesting', 'nesting']);
});

describe.each([
  { title: 'our own posts', present: true, posts: ownPosts },
  {
    title: 'real archives (RECAPLINT_CORPUS), those over 32 KB',
    present: hasArchives,
    posts: () => sampledPosts(20).filter(({ source }) => mayBeSlow(source)),
  },
])('on $title', ({ present, posts }) => {
  test.skipIf(!present)('the thread leads to the same findings', { timeout: 300_000 }, () => {
    const found = ({ source, path }: Post, parse: Parse) =>
      lint(createDocument({ source, path, parse }), allRules);
    for (const post of posts())
      expect(found(post, inThread), post.path).toEqual(found(post, parseWithRemark));
  });
});

test('a run over such posts says so in words, and ends at once', { timeout: 120_000 }, () => {
  const folder = makeFolder({ 'fine.md': 'A post.\n' });
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.md`), endless);
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, '--parser', 'remark', '--cache', '--format', 'stylish', '.'],
    { cwd: folder, encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL' },
  );
  expect({ status, signal, stderr }).toEqual({ status: 1, signal: null, stderr: '' });
  expect(stdout.match(/takes longer than 1 s for the post: shorten it/g)).toHaveLength(2);
  // Where there is more time, such a post is read: what is kept for later runs is about the others.
  const kept = readFileSync(join(folder, '.recaplint-cache', 'posts'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(kept.map((line) => line.split('\t')[0])).toEqual(['"fine.md"']);
});
