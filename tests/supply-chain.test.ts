import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './e2e/run.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const manifest = read('package.json');
const locked: readonly [string, Locked][] = Object.entries(read('package-lock.json').packages);
const packages = locked.filter(([path]) => path !== '');
const production = packages.filter(([, { dev }]) => !dev);

/** Signs packages of extensions for VS Code when they are published; packing and testing do without what its script loads. */
const installing = ['node_modules/@vscode/vsce-sign'];

test("what runs at a user's is little, and all of it is permissive", () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['@types/mdast', 'satteri', 'zod']);
  const permissive = /^(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause)$/;
  expect(production.filter(([, { license }]) => !permissive.test(license ?? ''))).toEqual([]);
});

describe.each([
  ...Object.entries<string>(manifest.dependencies),
  ...Object.entries<string>(manifest.devDependencies),
])('%s', (name, version) => {
  test('is pinned to what the lock file has', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.fromEntries(locked)[`node_modules/${name}`]?.version).toBe(version);
  });
});

test('every package has a checksum, and is one of the registry', () => {
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  expect(packages.filter(([, { link, resolved }]) => link || resolved)).toEqual([]);
  const asked = locked.flatMap(([, { dependencies }]) => Object.values(dependencies ?? {}));
  expect(
    asked.filter((range) => /^(?:git|github|file|link|https?)[:+]|^[\w-]+\/[\w-]+$/.test(range)),
  ).toEqual([]);
});

test('no package needs a script to be installed', () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => path)).toEqual(installing);
  expect(production.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});
