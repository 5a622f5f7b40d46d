import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { recaplint, root, shell } from './e2e/run.ts';
import { makeFolder } from './folder.ts';

const pages = join(root, 'docs', 'recipes');
const posts = join(root, 'tests', 'posts', 'recipes');

/** What a page shows: the files by their paths, and a command with its output. */
function readPage(name: string) {
  const blocks = parseWithRemark(readFileSync(join(pages, name), 'utf8')).children.filter(
    (node): node is Code => node.type === 'code',
  );
  const files = blocks.flatMap(({ meta, value }) => (meta ? [[meta, `${value}\n`] as const] : []));
  const run = blocks.findIndex(({ lang }) => lang === 'sh');
  return {
    configuration: Object.fromEntries(files.filter(([path]) => path.endsWith('.json'))),
    drafts: Object.fromEntries(files.filter(([path]) => path.endsWith('.md'))),
    command: blocks[run]!.value,
    output: blocks[run + 1]!.value,
  };
}

/** The clean posts that a recipe is tried on. */
function cleanPosts(name: string): Record<string, string> {
  const folder = join(posts, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

const recipes = readdirSync(pages).filter((name) => name !== 'README.md');

test('every recipe has posts and is listed', () => {
  const index = readFileSync(join(pages, 'README.md'), 'utf8');
  expect(readdirSync(posts).map((name) => `${name}.md`)).toEqual(recipes);
  for (const name of recipes) expect(index).toContain(`](${name})`);
});

describe.each(recipes)('%s', (name) => {
  const { configuration, drafts, command, output } = readPage(name);
  const clean = cleanPosts(name.replace('.md', ''));

  test('finds nothing in what is right', () => {
    const cwd = makeFolder({ '.git': null, ...clean, ...configuration });
    expect(recaplint(['.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
    // With none, too: the posts themselves are free of what is generally wrong.
    expect(recaplint(['.'], { cwd: makeFolder({ '.git': null, ...clean }) }).stdout).toBe('');
  });

  test('finds what is wrong, each once', () => {
    const cwd = makeFolder({ '.git': null, ...clean, ...configuration, ...drafts });
    const { stdout } = shell(command, cwd);
    expect(stdout.trimEnd()).toBe(output);
    const places = stdout.match(/^\d+:\d+-\d+:\d+ .*$/gm) ?? [];
    expect(new Set(places).size).toBe(places.length);
    for (const line of output.match(/^\S+\.md$/gm) ?? []) expect(Object.keys(drafts)).toContain(line);
  });

  test('names pages that are there', () => {
    const text = readFileSync(join(pages, name), 'utf8');
    const targets = [...text.matchAll(/\]\((\.[^)#]+)/g)].map(([, target]) => target!);
    for (const target of targets) expect(existsSync(join(pages, target)), target).toBe(true);
  });
});
