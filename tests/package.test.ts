import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const dependencies = Object.keys(manifest.dependencies);

// Licences that ask no more than to be passed on with the package.
const permissive = /^(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0)$/;

function run(command: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, stdout, output: stdout + stderr };
}

/** What a piece of a file has that loads another. */
interface Loading {
  readonly type?: string;
  readonly source?: { readonly value?: unknown };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly { readonly value?: unknown }[];
}

/** Packages that a built file loads, without Node's own. */
function packagesOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, source, callee, arguments: given } = node as Loading;
    const isRequired = type === 'CallExpression' && callee?.name === 'require';
    const named = isRequired ? given?.[0] : /^(?:Import|Export)/.test(type ?? '') ? source : null;
    if (typeof named?.value === 'string') found.push(named.value);
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(file, 'utf8'), {}, file).body);
  const outside = found.filter((name) => !/^(?:\.|node:)/.test(name) && !builtinModules.includes(name));
  return outside.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]);
}

describe('the packed package', () => {
  let folder: string;
  let installed: string;
  let packed: string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recaplint-pack-'));
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const [{ filename, files }] = JSON.parse(run('npm', pack, root).stdout);
    packed = files.map(({ path }: { path: string }) => path).sort();
    const modules = join(folder, 'node_modules');
    installed = join(modules, 'recaplint');
    mkdirSync(installed, { recursive: true });
    run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1'], folder);
    for (const name of dependencies) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what users need and nothing else', () => {
    const expected =
      /^(?:bin\/recaplint\.js|bin\/package\.json|dist\/.+\.c?js|dist\/types\/.+\.d\.ts|dist\/THIRD-PARTY-LICENSES\.txt|docs\/(?:(?:recipes|rules)\/)?[\w-]+\.md|docs\/workflows\/[\w-]+\.yml|SECURITY\.md|schema\/recaplintrc\.schema\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
    expect(packed.filter((path) => !expected.test(path))).toEqual([]);
    const required = [
      'LICENSE',
      'README.md',
      'bin/recaplint.js',
      'bin/package.json',
      'dist/launch.cjs',
      'dist/cli.cjs',
      'dist/THIRD-PARTY-LICENSES.txt',
    ];
    expect([...required, 'schema/recaplintrc.schema.json'].filter((path) => !packed.includes(path))).toEqual(
      [],
    );
  });

  test('holds every file that its manifest names', () => {
    const { bin, exports } = manifest;
    const targets = Object.values<string | object>({ ...bin, ...exports });
    const paths = targets.flatMap((target): string[] =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(paths.length).toBeGreaterThan(4);
    expect(paths.map((path) => path.replace('./', '')).filter((path) => !packed.includes(path))).toEqual([]);
  });

  test('loads no package that it does not declare', () => {
    const scripts = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const loaded = scripts
      .filter((name) => /\.c?js$/.test(name))
      .flatMap((name) => packagesOf(join(installed, 'dist', name)));
    expect(loaded).toContain('satteri');
    expect([...new Set(loaded)].filter((name) => !dependencies.includes(name))).toEqual([]);
  });

  test('lints where nothing else is installed', () => {
    writeFileSync(join(folder, 'post.md'), 'A&nbsp;word.\n');
    const { output, status } = run(
      process.execPath,
      [join(installed, manifest.bin.recaplint), 'post.md'],
      folder,
    );
    expect(output).toContain('no-nbsp');
    expect(status).toBeLessThan(2);
  });

  test('can be imported, with types', () => {
    writeFileSync(
      join(folder, 'use.mts'),
      "import { defineRule, lint, rules } from 'recaplint';\n" +
        "import { testRule } from 'recaplint/testing';\n" +
        'const ids: string[] = rules.map((rule) => rule.id);\n' +
        'console.log(ids.length, typeof lint, typeof defineRule, typeof testRule);\n',
    );
    const flags = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
      'use.mts',
    ];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(run(process.execPath, [tsc, ...flags], folder).output).toBe('');
    const code = "import { rules } from 'recaplint'; console.log(rules.length > 0)";
    expect(run(process.execPath, ['--input-type=module', '-e', code], folder).output).toBe('true\n');
  });
});

describe.each(dependencies)('the dependency %s', (name) => {
  test('is pinned, runs no install script and has a permissive licence', () => {
    const { version, license, scripts } = JSON.parse(
      readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
    );
    expect(manifest.dependencies[name]).toBe(version);
    expect(license).toMatch(permissive);
    expect(Object.keys(scripts ?? {}).filter((key) => /^(?:pre|post)?install$/.test(key))).toEqual([]);
  });
});

describe.each(['package-lock.json', 'bench/package-lock.json'])('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');

  test('names no registry', () => expect(text).not.toContain('"resolved"'));

  // `npm ci` refuses a lockfile without them, wherever the registry does not have them all.
  test('holds the packages of other platforms too', () => {
    const { packages } = JSON.parse(text);
    const paths = Object.keys(packages);
    const optional = Object.values<{ optionalDependencies?: object }>(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    expect(optional.length).toBeGreaterThan(0);
    expect(
      optional.filter((needed) => !paths.some((path) => path.endsWith(`node_modules/${needed}`))),
    ).toEqual([]);
  });
});
