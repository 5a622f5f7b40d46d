import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOutput } from '../../src/workspace/output.ts';
import { makeFolder } from '../folder.ts';

test('a report goes where its name says, with the folders that it needs', () => {
  const base = makeFolder({ 'old/report': 'old', '.git/config': 'git' });
  writeOutput(join(base, 'a/b/report'), 'new', base);
  writeOutput(join(base, 'old/report'), 'new', base);
  for (const name of ['a/b/report', 'old/report']) expect(readFileSync(join(base, name), 'utf8')).toBe('new');
  const elsewhere = makeFolder();
  writeOutput(join(elsewhere, 'report'), 'new', base);
  expect(readdirSync(elsewhere)).toEqual(['report']);
});

test('a link that stays inside is followed and kept', () => {
  const base = makeFolder({ 'real/report': 'old' });
  symlinkSync('real/report', join(base, 'report'));
  symlinkSync('real', join(base, 'folder'));
  writeOutput(join(base, 'report'), 'new', base);
  writeOutput(join(base, 'folder/other'), 'new', base);
  expect(lstatSync(join(base, 'report')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(base, 'real/report'), 'utf8')).toBe('new');
  expect(readdirSync(join(base, 'real')).sort()).toEqual(['other', 'report']);
});

test('no link of a checkout says which file of the machine a report replaces', () => {
  const outside = makeFolder({ victim: 'mine' });
  const base = makeFolder({ '.git/config': 'git' });
  symlinkSync(join(outside, 'victim'), join(base, 'report'));
  symlinkSync(outside, join(base, 'folder'));
  symlinkSync('.git/config', join(base, 'inward'));
  for (const name of ['report', 'folder/victim', 'folder/new/report'])
    expect(() => writeOutput(join(base, name), 'new', base)).toThrow('a link on its path leads to');
  expect(() => writeOutput(join(base, 'inward'), 'new', base)).toThrow("which is git's");
  expect(readdirSync(outside)).toEqual(['victim']);
  expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('mine');
  expect(readFileSync(join(base, '.git/config'), 'utf8')).toBe('git');
});

test('a link that leads nowhere is replaced', () => {
  const outside = makeFolder();
  const base = makeFolder();
  symlinkSync(join(outside, 'gone'), join(base, 'report'));
  writeOutput(join(base, 'report'), 'new', base);
  expect(lstatSync(join(base, 'report')).isFile()).toBe(true);
  expect(readdirSync(outside)).toEqual([]);
});

test('the base may itself be reached through a link', () => {
  const real = makeFolder({ 'repo/a.md': '' });
  symlinkSync('repo', join(real, 'link'));
  mkdirSync(join(real, 'repo/out'));
  writeOutput(join(real, 'link/out/report'), 'new', join(real, 'link'));
  expect(readdirSync(join(real, 'repo/out'))).toEqual(['report']);
});
