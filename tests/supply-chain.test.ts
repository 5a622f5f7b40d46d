import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './e2e/run.ts';
import { makeFolder } from './folder.ts';

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

const permissive =
  /^(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|\(MIT OR [\w.-]+\)|Python-2\.0)$/;

/** As manifests of old packages have them, which the lock file passes over. */
function licensesIn(path: string): readonly string[] {
  const { licenses = [] } = read(join(path, 'package.json')) as { licenses?: { type: string }[] };
  return licenses.map(({ type }) => type);
}

test('what is bundled is permissive', () => {
  const notices = readFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const bundled = [...notices.matchAll(/^-{78}\n\n(\S+) (\d+\.\d+\.\d+)$/gm)].map(([, name, version]) => ({
    name,
    version,
    licenses: packages
      .filter(([path, locked]) => path.endsWith(`node_modules/${name}`) && locked.version === version)
      .flatMap(([path, { license }]) => license ?? licensesIn(path)),
  }));
  expect(bundled.length).toBeGreaterThan(50);
  const other = ({ licenses }: (typeof bundled)[0]) => !licenses.some((license) => permissive.test(license));
  expect(bundled.filter(other)).toEqual([]);
});

test('where nothing was built, the program says so in one sentence', () => {
  const folder = makeFolder({});
  mkdirSync(join(folder, 'bin'));
  for (const name of ['recaplint.js', 'package.json']) {
    copyFileSync(join(root, 'bin', name), join(folder, 'bin', name));
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'recaplint.js'), '.'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'recaplint is not built here: run `node scripts/build.mjs` in its folder, after `npm ci --ignore-scripts`.\n',
  });
});

test("what runs at a user's is little, and all of it is permissive", () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['@types/mdast', 'satteri', 'zod']);
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
