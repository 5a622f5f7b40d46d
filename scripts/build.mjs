// Builds dist/: the bundled command line and entry points, type declarations, and the licences of what is bundled.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

// cosmiconfig's own loaders run code and bring parsers of their own. src/config/explorer.ts replaces every one of them,
// so that the package can do without.
const withoutLoaders = {
  name: 'without-loaders',
  load: {
    filter: { id: /cosmiconfig[\\/]dist[\\/]loaders\.js$/ },
    handler: () => {
      const names = ['loadJs', 'loadJsSync', 'loadTs', 'loadTsSync', 'loadJson', 'loadYaml'];
      const exports = names.map((name) => `exports.${name} = refuse;`).join('\n');
      return `function refuse() { throw new Error('This loader is not part of recaplint.'); }\n${exports}`;
    },
  },
};

rmSync(dist, { recursive: true, force: true });
const common = {
  cwd: root,
  platform: 'node',
  // Its binary cannot be bundled.
  external: ['satteri'],
  // jsonc-parser's CommonJS form cannot be bundled.
  resolve: { mainFields: ['module', 'main'] },
  plugins: [withoutLoaders],
  logLevel: 'warn',
};
const output = { dir: dist, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' };
// Built apart: the command line must not carry all of zod, which the package hands on to plugins. What it always needs
// is one file, because each file that Node opens costs start-up time.
const atOnce = { groups: [{ name: 'start', tags: ['$initial'] }] };
const bundles = await build([
  { ...common, input: { cli: 'src/cli/main.ts' }, output: { ...output, codeSplitting: atOnce } },
  // The language server is a program of its own; the command line starts it.
  { ...common, input: { lsp: 'src/lsp/main.ts' }, output: { ...output, codeSplitting: atOnce } },
  { ...common, input: { index: 'src/index.ts', testing: 'src/testing.ts' }, output },
]);
const chunks = bundles.flatMap((bundle) => bundle.output);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licenses(bundledPackages(chunks)));
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
});

/** Folders of the packages that modules of the bundle come from, each once, ordered. */
function bundledPackages(files) {
  const modules = files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const folders = modules.flatMap((id) => id.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []);
  return [...new Set(folders)].sort();
}

/** The licence texts of packages; fails where a package has none. */
function licenses(folders) {
  const texts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file && !license) throw new Error(`${name} has no licence.`);
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  const head = 'recaplint contains code of these packages.\n';
  return [head, ...texts].join(`\n${'-'.repeat(78)}\n\n`);
}
