import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { parseAst } from 'rolldown/parseAst';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSite, removeSite, type Site } from './packed.ts';

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
  const outside = found.filter((name) => !/^(?:[.#]|node:)/.test(name) && !builtinModules.includes(name));
  return outside.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]);
}

/** A rule as somebody else writes it, with what its types must not let pass. */
const strangersRule = `
import { defineRule, type Finding, lint, loadConfig, createDocument, createSettings, parseWithRemark, z } from 'recaplint';
import { testRule } from 'recaplint/testing';

const rule = defineRule({
  id: 'no-codename',
  summary: 'Disallow internal code names.',
  category: 'prose',
  recommended: 'warn',
  options: z.strictObject({ names: z._default(z.array(z.string()), ['Blue']) }),
  messages: { found: '“{name}” is an internal name.' },
  *check(document, options) {
    const names: readonly string[] = options.names;
    // @ts-expect-error: there is no such option
    options.nmaes;
    for (const { text, range } of document.headings) {
      if (names.includes(text)) yield { message: 'found', data: { name: text }, range };
    }
  },
});
defineRule({
  id: 'no-codename',
  summary: 'Disallow internal code names.',
  category: 'prose',
  recommended: 'warn',
  // @ts-expect-error: one that is used is missing
  messages: { found: 'An internal name.' },
  *check({ headings }) {
    for (const { range } of headings) yield { message: 'fuond', range };
  },
});
// @ts-expect-error: there is no such level
createSettings({ plugins: [rule], rules: { 'no-codename': 'fatal' } });
const settings = createSettings({ plugins: [rule], rules: { 'no-codename': ['warn', { names: ['Red'] }] } });
const document = createDocument({ source: '# Red', path: 'post.md', parse: parseWithRemark });
const findings: readonly Finding[] = lint(document, settings).findings;
const config = await loadConfig('.', { code: false });
const post = await config.postAt('post.md', '# Red');
lint(createDocument(post.input), await config.settingsFor('post.md'), post.context);
testRule(rule, { valid: [{ text: '' }], invalid: [{ text: '# Blue', reports: [findings[0]!.message] }] });
`;

describe('the packed package', () => {
  let site: Site;
  beforeAll(() => {
    site = makeSite();
  });
  afterAll(() => removeSite(site));

  test('holds what users need and nothing else', () => {
    const expected =
      /^(?:bin\/recaplint\.js|bin\/package\.json|dist\/.+\.c?js|dist\/types\/.+\.d\.ts|dist\/THIRD-PARTY-LICENSES\.txt|docs\/(?:(?:recipes|rules)\/)?[\w-]+\.md|docs\/workflows\/[\w-]+\.yml|SECURITY\.md|schema\/recaplintrc\.schema\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
    expect(site.packed.filter((path) => !expected.test(path))).toEqual([]);
    const required = [
      'LICENSE',
      'README.md',
      'bin/recaplint.js',
      'bin/package.json',
      'dist/launch.cjs',
      'dist/cli.cjs',
      'dist/THIRD-PARTY-LICENSES.txt',
    ];
    expect(
      [...required, 'schema/recaplintrc.schema.json'].filter((path) => !site.packed.includes(path)),
    ).toEqual([]);
  });

  test('holds every file that its manifest names', () => {
    const { bin, exports, imports } = manifest;
    const targets = Object.values<string | object>({ ...bin, ...exports, ...imports });
    const paths = targets.flatMap((target): string[] =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(paths.length).toBeGreaterThan(4);
    expect(paths.map((path) => path.replace('./', '')).filter((path) => !site.packed.includes(path))).toEqual(
      [],
    );
  });

  test('loads no package that it does not declare', () => {
    const scripts = readdirSync(join(site.installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const loaded = scripts
      .filter((name) => /\.c?js$/.test(name))
      .flatMap((name) => packagesOf(join(site.installed, 'dist', name)));
    expect(loaded).toContain('satteri');
    expect([...new Set(loaded)].filter((name) => !dependencies.includes(name))).toEqual([]);
  });

  test('lints where nothing else is installed', () => {
    writeFileSync(join(site.folder, 'post.md'), 'A&nbsp;word.\n');
    const { output, status } = run(
      process.execPath,
      [join(site.installed, manifest.bin.recaplint), 'post.md'],
      site.folder,
    );
    expect(output).toContain('no-nbsp');
    expect(status).toBeLessThan(2);
  });

  test('can be imported', () => {
    const code = "import { rules } from 'recaplint'; console.log(rules.length > 0)";
    expect(run(process.execPath, ['--input-type=module', '-e', code], site.folder).output).toBe('true\n');
  });

  test('finds and reads configuration', () => {
    writeFileSync(join(site.folder, '.recaplintrc.yaml'), 'rules: { no-nbsp: warn }\n');
    const code =
      "import { loadConfig } from 'recaplint'; const { file, settingsFor } = await loadConfig('.'); " +
      "const { rules } = await settingsFor('post.md'); " +
      "console.log(file.endsWith('.recaplintrc.yaml'), rules.find(({ rule }) => rule.id === 'no-nbsp').severity)";
    const { output } = run(process.execPath, ['--input-type=module', '-e', code], site.folder);
    rmSync(join(site.folder, '.recaplintrc.yaml'));
    expect(output).toBe('true warn\n');
  });

  test.each(['nodenext', 'bundler'])('types a rule, its options and its test under %s', (resolution) => {
    writeFileSync(join(site.folder, 'rule.mts'), strangersRule);
    const modules = resolution === 'bundler' ? 'esnext' : resolution;
    const flags = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noEmit',
      '--target',
      'es2023',
      '--types',
      '',
    ];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const chosen = ['--module', modules, '--moduleResolution', resolution, ...flags, 'rule.mts'];
    expect(run(process.execPath, [tsc, ...chosen], site.folder).output).toBe('');
  });

  test('has nothing that publint objects to', async () => {
    const bytes = readFileSync(site.tarball);
    const tar = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball: tar }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  // As a package of ES modules it is judged: `require` of them works from Node 20.19 on, and older resolution does not.
  test('has types where TypeScript looks for them', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, output } = run(
      process.execPath,
      [attw, site.tarball, '--profile', 'esm-only'],
      site.folder,
    );
    expect(status, output).toBe(0);
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
