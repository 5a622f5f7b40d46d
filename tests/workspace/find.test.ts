import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { findPosts } from '../../src/workspace/find.ts';
import { makeFolder } from '../folder.ts';

/** Finds posts below a folder; paths in the answer are relative to it. */
async function find(folder: string, ...paths: string[]) {
  const { posts, problems, hidden } = await findPosts(paths, folder);
  return { posts: posts.map(({ path }) => relative(folder, path)), problems, hidden };
}

const table: readonly [what: string, files: string[], paths: string[], expected: string[]][] = [
  [
    'Markdown endings of any case, in all folders',
    ['a.md', 'b.MARKDOWN', 'c/d.mdx', 'c/e.Rmd', 'c/f/g.QMD', 'h.txt', 'md', 'i.md.bak'],
    ['.'],
    ['a.md', 'b.MARKDOWN', 'c/d.mdx', 'c/e.Rmd', 'c/f/g.QMD'],
  ],
  [
    'no dot folders, no node_modules',
    ['.git/a.md', '.x/a.md', 'node_modules/a/a.md', 'b/.y/a.md', 'b/.a.md'],
    ['.'],
    ['b/.a.md'],
  ],
  ['a dot folder that is named', ['.github/a.md', '.github/.x/a.md'], ['.github'], ['.github/a.md']],
  ['a folder called x.md inside a folder', ['c/x.md/a.md'], ['c'], ['c/x.md/a.md']],
  ['a folder called x.md named with a slash', ['x.md/a.md'], ['x.md/'], ['x.md/a.md']],
  ['named files whatever they are called', ['a.txt', '.b', 'c'], ['a.txt', '.b', 'c'], ['.b', 'a.txt', 'c']],
  ['each file once', ['a.md', 'b/c.md'], ['.', 'a.md', 'b', 'b/*.md'], ['a.md', 'b/c.md']],
  ['a glob', ['a.md', 'b/c.md', 'b/d/e.md', 'b/x.png'], ['b/**'], ['b/c.md', 'b/d/e.md']],
  ['a glob with an ending of its own', ['a.txt', 'b.md'], ['*.txt'], ['a.txt']],
  ['a glob with lists', ['a/x.md', 'b/x.md', 'c/x.md'], ['{a,b}/*.md'], ['a/x.md', 'b/x.md']],
  ['a file that looks like a glob', ['[slug].md', 's.md'], ['[slug].md'], ['[slug].md']],
  [
    'strange names',
    ['-a.md', ' b .md', 'c\nd.md', '::error.md', 'é.md', '##[x].md'],
    ['.'],
    [' b .md', '##[x].md', '-a.md', '::error.md', 'c\nd.md', 'é.md'],
  ],
];

test.each(table)('finds %s', async (_, files, paths, expected) => {
  const folder = makeFolder(Object.fromEntries(files.map((file) => [file, ''])));
  expect(await find(folder, ...paths)).toEqual({ posts: expected, problems: [], hidden: 0 });
});

const ignoring: readonly [
  what: string,
  files: Record<string, string>,
  paths: string[],
  expected: string[],
  hidden: number,
][] = [
  [
    '.gitignore',
    { '.gitignore': 'b.md\n/c/\n', 'a.md': '', 'b.md': '', 'c/d.md': '', 'e/c/f.md': '' },
    ['.'],
    ['a.md', 'e/c/f.md'],
    2,
  ],
  [
    '.recaplintignore',
    { '.recaplintignore': '*.draft.md', 'a.md': '', 'x/b.draft.md': '' },
    ['.'],
    ['a.md'],
    1,
  ],
  [
    'one in a folder',
    { 'x/.gitignore': '*.md\n!keep.md', 'a.md': '', 'x/b.md': '', 'x/keep.md': '' },
    ['.'],
    ['a.md', 'x/keep.md'],
    1,
  ],
  [
    'one above the named folder',
    { '.gitignore': 'drafts', 'x/drafts/a.md': '', 'x/b.md': '' },
    ['x'],
    ['x/b.md'],
    1,
  ],
  [
    'the deeper one first',
    { '.gitignore': '*.md', 'x/.recaplintignore': '!b.md', 'a.md': '', 'x/b.md': '' },
    ['.'],
    ['x/b.md'],
    1,
  ],
  ['not for a named file', { '.gitignore': '*.md', 'a.md': '' }, ['a.md'], ['a.md'], 0],
  ['letter case', { '.gitignore': 'A.md', 'a.md': '' }, ['.'], ['a.md'], 0],
  ['globs', { '.gitignore': 'a.md', 'a.md': '', 'b.md': '' }, ['*.md'], ['b.md'], 1],
];

test.each(ignoring)('obeys %s', async (_, files, paths, expected, hidden) => {
  const folder = makeFolder({ '.git': null, ...files });
  expect(await find(folder, ...paths)).toEqual({ posts: expected, problems: [], hidden });
});

test('a .gitignore above a folder means nothing outside a repository, a .recaplintignore does', async () => {
  const folder = makeFolder({ '.gitignore': 'a.md', '.recaplintignore': 'b.md', 'x/a.md': '', 'x/b.md': '' });
  expect((await find(folder, 'x')).posts).toEqual(['x/a.md']);
});

test.each<[string, string, string]>([
  ['a path that is not there', 'no.md', '"no.md" does not exist or cannot be reached.'],
  ['a glob without a match', 'x/*.md', 'No file matches "x/*.md".'],
  ['a folder called x.md', 'x.md', '"x.md" is a folder, not a file. To lint the posts in it write "x.md/".'],
  ['a pipe', 'pipe', '"pipe" is neither a file nor a folder.'],
])('complains of %s', async (_, path, problem) => {
  const folder = makeFolder({ 'x.md/a.md': '', 'a.md': '' });
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(await find(folder, path, 'a.md')).toEqual({ posts: ['a.md'], problems: [problem], hidden: 0 });
});

test('pipes and broken links in a folder are passed over', async () => {
  const folder = makeFolder({ 'a.md': '' });
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  symlinkSync('nowhere', join(folder, 'broken.md'));
  expect(await find(folder, '.')).toEqual({ posts: ['a.md'], problems: [], hidden: 0 });
});

test('links are followed inside the repository, once, and never out of it', async () => {
  const outside = makeFolder({ 'secret.md': '', 'dir/secret.md': '' });
  const folder = makeFolder({ '.git': null, 'z/a.md': '', 'y/.keep': '' });
  symlinkSync('../z', join(folder, 'y/linked'));
  symlinkSync('.', join(folder, 'loop'));
  symlinkSync('z/a.md', join(folder, 'again.md'));
  symlinkSync(join(outside, 'secret.md'), join(folder, 'out.md'));
  symlinkSync(join(outside, 'dir'), join(folder, 'out'));
  expect((await find(folder, '.')).posts).toEqual(['z/a.md']);
  expect((await find(folder, 'y')).posts).toEqual(['y/linked/a.md']);
});

test('a name that is not UTF-8 is a problem, and the rest is found', async () => {
  const folder = makeFolder({ 'a.md': '' });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff]), Buffer.from('.md')]), '');
  expect(await find(folder, '.')).toEqual({
    posts: ['a.md'],
    problems: [`"${folder}/\\xFF.md" has a name that is not UTF-8, and cannot be opened: rename it.`],
    hidden: 0,
  });
});
