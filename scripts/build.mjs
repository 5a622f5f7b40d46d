// Builds dist/: the bundled command line and entry points, type declarations, and the licences of what is bundled.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { esmExternalRequirePlugin } from 'rolldown/plugins';
import { bundledPackages, bundling, licenses, loadedTogether, satteriBinding } from './bundling.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** Packages that few posts need, loaded when something of them is first used (src/launch/load.ts). */
const lazyPackages = [
  ['hosts', /node_modules[\\/]tldts/],
  ['html', /node_modules[\\/](?:parse5|entities)[\\/]/],
  ['yaml', /node_modules[\\/]yaml[\\/]/],
  ['toml', /node_modules[\\/](?:toml-eslint-parser|eslint-visitor-keys)[\\/]/],
  ['json', /node_modules[\\/]jsonc-parser[\\/]/],
  ['entities', /node_modules[\\/](?:character-entities|decode-named-character-reference)[\\/]/],
  [
    'words',
    /node_modules[\\/](?:parse-english|parse-latin|retext-|nlcst-|unist-util-(?:is|modify|visit)|array-iterate)/,
  ],
];

rmSync(dist, { recursive: true, force: true });
const common = { ...bundling, cwd: root, external: ['satteri'] };
const output = { dir: dist, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' };
const bundles = await build([
  // What starts the command line, and keeps its compiled code. It is compiled in every run.
  commonJs({ input: { launch: 'src/launch/main.ts' }, codeSplitting: false }),
  commonJs({ input: { 'launch-thread': 'src/launch/thread-main.ts' }, codeSplitting: false }),
  commonJs({ input: { 'parse-thread': 'src/project/parse-thread-main.ts' }, codeSplitting: false }),
  commandLine(),
  // The language server is a program of its own; the command line starts it.
  {
    ...common,
    input: { lsp: 'src/lsp/main.ts' },
    output: { ...output, codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
  },
  entryPoints(),
]);
const chunks = bundles.flatMap((bundle) => bundle.output);
for (const { fileName, code } of chunks) {
  // rolldown escapes all but what stands in templates.
  const [sign] = fileName.endsWith('.cjs') ? (/[^\0-\x7F]/.exec(code) ?? []) : [];
  if (sign) throw new Error(`${fileName} is not in ASCII: write the ${sign} of a String.raw as an escape.`);
}
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenses(bundledPackages(chunks)));
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
});

/**
 * Two files for what nearly every run needs: each file that is opened costs start-up time. The entry points stand beside
 * them, since what threads load is in the same two.
 */
function commandLine() {
  const input = { cli: 'src/cli/main.ts', thread: 'src/cli/thread-main.ts' };
  const start = loadedTogether([input.cli], root);
  const lint = loadedTogether(['src/cli/lint.ts', 'src/workspace/satteri.ts', 'src/reporters/json.ts'], root);
  const groups = [
    { name: 'start', test: (id) => start.has(id) && id !== join(root, input.cli), priority: 1 },
    ...lazyPackages.map(([name, test]) => ({ name: `lazy-${name}`, test, priority: 2 })),
    { name: 'lint', test: lint.has },
  ];
  const options = commonJs({ input, codeSplitting: { groups } });
  return { ...options, plugins: [...options.plugins, satteriBinding, start.plugin, lint.plugin] };
}

/**
 * What is imported by name. Built apart: the command line must not carry all of zod, which the package hands on to plugins.
 * Of packages that have parts for Node and parts for all, it takes the latter, so that a bundle for browsers needs nothing
 * of Node. `loadConfig` alone does; what it loads, package.json names under `imports`, with a stand-in for browsers.
 */
function entryPoints() {
  const names = ['index', 'testing', 'remark', 'remark-preset', 'project/open-config', 'project/no-config'];
  const input = Object.fromEntries(names.map((name) => [basename(name), `src/${name}.ts`]));
  const resolve = { ...common.resolve, conditionNames: ['import', 'default'] };
  const ownConfig = {
    name: 'own-config',
    resolveId: {
      filter: { id: /^\.\/open-config\.ts$/ },
      handler: () => ({ id: '#config', external: true }),
    },
  };
  const builtins = esmExternalRequirePlugin({ external: [/^node:/, ...builtinModules] });
  const plugins = [...common.plugins, ownConfig, builtins];
  return { ...common, platform: 'neutral', input, output, resolve, plugins };
}

/**
 * CommonJS: V8 gives the compiled code of modules to nobody in Node 20. In ASCII without comments it is read in a fifth of
 * the time, and src/launch/load.ts counts on it.
 */
function commonJs({ input, ...own }) {
  const names = { entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' };
  const output = { dir: dist, format: 'cjs', charset: 'ascii', comments: false, ...names, ...own };
  return { ...bundling, cwd: root, input, output };
}
