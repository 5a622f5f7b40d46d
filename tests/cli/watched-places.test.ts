import { expect, test } from 'vitest';
import { isWatched, placesOf } from '../../src/cli/watched-places.ts';
import { makeFolder } from '../folder.ts';

test.each([
  ['a post', 'repo/posts/a.md', true],
  ['a file that a post may link to', 'repo/posts/images/a.png', true],
  ['its ignore file', 'repo/posts/sub/.gitignore', true],
  ['its configuration', 'repo/posts/.recaplintrc.json', true],
  ['the folder on the way', 'repo', true],
  ['a configuration above', 'repo/.recaplintrc.yaml', true],
  ['a schema above', 'repo/post.schema.json', true],
  ['an ignore file above', 'repo/.recaplintignore', true],
  ['a post above', 'repo/README.md', false],
  ['another folder above', 'repo/src', false],
  ['a configuration above the repository', '.recaplintrc.json', false],
  ['a folder with a dot', 'repo/posts/.cache', false],
  ['an editor’s copy', 'repo/posts/.a.md.swp', false],
  ['packages', 'repo/posts/node_modules', false],
  ['what the run writes', 'repo/posts/out.json', false],
  ['the named configuration', 'elsewhere/c.yaml', true],
  ['the folder of the named configuration', 'elsewhere', true],
  ['what stands beside the named configuration', 'elsewhere/a.md', false],
])('%s is watched or not', (_, path, expected) => {
  const top = makeFolder({ 'repo/.git': null, 'repo/posts': null, elsewhere: null });
  const places = placesOf(['posts'], `${top}/repo`, ['../elsewhere/c.yaml'], ['posts/out.json']);
  expect(isWatched(places, `${top}/${path}`)).toBe(expected);
});

test.each([
  ['a file', 'posts/a.md', 'posts'],
  ['a file that is not there', 'posts/new.md', 'posts'],
  ['a glob', 'posts/*/a*.md', 'posts'],
  ['a glob in the current folder', '*.md', ''],
  ['a folder', 'posts/', 'posts'],
])('%s stands for its folder', (_, path, folder) => {
  const top = makeFolder({ '.git': null, 'posts/a.md': '' });
  expect([...placesOf([path], top, [], []).roots]).toEqual([folder === '' ? top : `${top}/${folder}`]);
});
