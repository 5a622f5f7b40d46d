import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConfigLoader } from '../../src/config/load.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

const loaderFor = (code = true, notices: string[] = []) =>
  createConfigLoader({ rules: someRules, code, notify: (message) => notices.push(message) });

test('a named program is run, and is listed', async () => {
  const folder = makeFolder({ 'c.mjs': 'export default { rules: { "no-nbsp": "error" } };' });
  const config = await loaderFor().named(join(folder, 'c.mjs'));
  expect(config.layers.at(-1)?.config).toEqual({ rules: { 'no-nbsp': 'error' } });
  expect(config.code).toEqual([join(folder, 'c.mjs')]);
});

test('without code a named program is listed and passed over with a notice', async () => {
  const folder = makeFolder();
  const canary = join(folder, 'canary');
  addFiles(folder, {
    'c.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(canary)}, ''); export default {};`,
  });
  const notices: string[] = [];
  const config = await loaderFor(false, notices).named(join(folder, 'c.mjs'));
  expect(existsSync(canary)).toBe(false);
  expect(notices).toEqual([
    `${join(folder, 'c.mjs')} is a program and is not run: the preset recaplint:recommended is used instead.`,
  ]);
  expect(config.layers.map(({ name }) => name)).toEqual(['recaplint:recommended']);
  expect(config.code).toEqual([join(folder, 'c.mjs')]);
});

test('what is extended stays inside the repository', async () => {
  const outside = makeFolder({ 'secret.json': '{ "rules": {} }', 'link.json': '{}' });
  const folder = makeFolder({ '.git': null });
  symlinkSync(join(outside, 'link.json'), join(folder, 'link.json'));
  for (const path of [`../${outside.split('/').at(-1)}/secret.json`, './link.json']) {
    addFiles(folder, { '.recaplintrc.json': JSON.stringify({ extends: [path] }) });
    await expect(loaderFor().nearest(folder)).rejects.toThrow(/lies outside .* and is not read/);
  }
});

test('a configuration that is a link out of the repository is not read', async () => {
  const outside = makeFolder({ 'secret.yaml': 'token: 123' });
  const folder = makeFolder({ '.git': null });
  symlinkSync(join(outside, 'secret.yaml'), join(folder, '.recaplintrc.yaml'));
  const failure = loaderFor().nearest(folder);
  await expect(failure).rejects.toThrow(/lies outside/);
  await expect(failure).rejects.not.toThrow(/token/);
});

test('a link inside the repository is followed', async () => {
  const folder = makeFolder({ '.git': null, 'shared.yaml': 'rules: { no-nbsp: error }', 'posts/.keep': '' });
  symlinkSync('../shared.yaml', join(folder, 'posts/.recaplintrc.yaml'));
  const config = await loaderFor().nearest(join(folder, 'posts'));
  expect(config.layers.at(-1)?.config).toEqual({ rules: { 'no-nbsp': 'error' } });
});
