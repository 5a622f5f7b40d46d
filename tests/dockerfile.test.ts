import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './e2e/run.ts';

/** The instructions of a Dockerfile, with continued lines joined. */
function instructions(): { readonly name: string; readonly rest: string }[] {
  const text = readFileSync(join(root, 'Dockerfile'), 'utf8').replace(/\\\n/g, ' ');
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name, rest] = /^([A-Z]+) +(.*)$/.exec(line)!;
    return { name: name!, rest: rest! };
  });
}

const all = instructions();
const stages = all.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []));
const last = all.slice(stages.at(-1));
const values = (name: string, from = all) =>
  from.filter((entry) => entry.name === name).map(({ rest }) => rest);

test('the image ends with what users run: nobody in particular, in a folder of its own', () => {
  expect(values('USER', last)).toEqual(['node']);
  expect(values('WORKDIR', last)).toEqual(['/work']);
  expect(values('ENTRYPOINT', last)).toEqual(['["recaplint"]']);
  const order = last.map(({ name }) => name);
  expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'));
  expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('COPY'));
});

test('what builds it stays behind', () => {
  expect(stages.length).toBe(2);
  expect(values('COPY', last)).toEqual(['--from=build /package /usr/local']);
  expect(values('RUN', last).filter((command) => /\bnpm\b/.test(command))).toEqual([]);
});

test('nothing comes from an address, and the base is one version that can be pinned', () => {
  expect(values('ADD')).toEqual([]);
  expect(values('RUN').filter((command) => /https?:|\bcurl\b|\bwget\b/.test(command))).toEqual([]);
  expect(values('ARG')).toEqual([expect.stringMatching(/^NODE=node:\d+-alpine$/)]);
  expect(values('FROM').map((from) => from.replace(/ AS \w+$/, ''))).toEqual([
    '$' + '{NODE}',
    '$' + '{NODE}',
  ]);
});

test('git trusts the folder that is handed over and no other', () => {
  const trusted = values('RUN').flatMap((command) => command.match(/safe\.directory \S+/g) ?? []);
  expect(trusted).toEqual(['safe.directory /work']);
});

test('a build takes no history, no packages and no built files along, and nothing that the package needs is left out', () => {
  const left = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => /^[^#]/.test(line));
  expect(left).toEqual(expect.arrayContaining(['.git', 'node_modules', 'dist']));
  const packed: string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).files;
  const needed = [
    ...packed.filter((path) => path !== 'dist'),
    'src',
    'scripts',
    'package-lock.json',
    '.npmrc',
  ];
  expect(needed.filter((path) => left.some((ignored) => `${path}/`.startsWith(`${ignored}/`)))).toEqual([]);
  expect(
    left.filter((path) => /^docs|^tests|^bench|^\.ci/.test(path) && !existsSync(join(root, path))),
  ).toEqual([]);
});
