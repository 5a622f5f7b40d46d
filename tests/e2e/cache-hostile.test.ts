import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEntry, writeEntry } from '../../src/gate/cache-file.ts';
import { makeFolder } from '../folder.ts';
import { start } from './live.ts';
import { commit, gate, git, makeRepository } from './repository.ts';

const post = '# Notes\n\nA good the the dog.\n';
const repeated = ['a.md:3 no-repeated-word'];

/** Rewrites the cache of a folder so that it says of every post that there is nothing to find. */
function silence(cwd: string): void {
  const file = join(cwd, '.recaplint-cache/posts');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const silent = lines.map((line) => {
    const [path, key] = line.split('\t');
    const { record, asked } = readEntry(line, post.length)!;
    return writeEntry(JSON.parse(path!), key!, { record: { ...record, found: new Map() }, asked });
  });
  rmSync(file);
  writeFileSync(file, silent.map((line) => `${line}\n`).join(''), { mode: 0o400 });
}

test.skipIf(process.platform === 'win32')(
  'a cache that a change brings along hides nothing (skipped on Windows, which has no modes)',
  () => {
    const folder = makeRepository({ 'a.md': post });
    expect(gate(folder, '--cache').found).toEqual(repeated);
    silence(folder);
    // Who can write to the cache is believed: the forgery works.
    expect(gate(folder, '--cache').found).toEqual([]);
    git(folder, 'add', '--force', '.recaplint-cache');
    commit(folder);
    for (const mask of [0o022, 0o077]) {
      const before = process.umask(mask);
      // The path is part of what an entry holds for.
      rmSync(join(folder, '.recaplint-cache'), { recursive: true });
      git(folder, 'checkout', '--', '.');
      process.umask(before);
      expect(gate(folder, '--cache').found).toEqual(repeated);
    }
  },
);

test('a cache that is a link replaces no file that it leads to', () => {
  const outside = makeFolder({ victim: 'mine' });
  const cwd = makeFolder({ '.git': null, 'a.md': post });
  mkdirSync(join(cwd, '.recaplint-cache'));
  symlinkSync(join(outside, 'victim'), join(cwd, '.recaplint-cache/posts'));
  expect(gate(cwd, '--cache').found).toEqual(repeated);
  expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('mine');
});

test('runs at the same time share a cache', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}.md`);
  const cwd = makeFolder(Object.fromEntries(names.map((name) => [name, post])));
  const runs = Array.from({ length: 20 }, () => start(['--cache', '--format', 'json', '.'], cwd));
  expect(new Set(await Promise.all(runs.map((run) => run.ended)))).toEqual(new Set([0]));
  expect(gate(cwd, '--cache').found).toEqual(names.map((name) => `${name}:3 no-repeated-word`));
});
