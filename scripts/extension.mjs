// Makes of editors/vscode a folder that VS Code can load: everything bundled, nothing taken from node_modules.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { bundledPackages, bundling, licenses } from './bundling.mjs';
import { linkedPages } from './linked-pages.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'editors', 'vscode');

/**
 * Writes the extension's folder, and gives its manifest.
 *
 * @param folder emptied before
 * @param wasm folder of the package with satteri's WebAssembly build; null: the server has remark alone
 */
export async function stageExtension(folder, wasm) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = new Set([
    ...(await bundleExtension(folder)),
    ...(await bundleServer(join(root, 'src/lsp/main.ts'), 'server', join(folder, 'server'), wasm)),
    ...(await bundleServer(
      join(root, 'src/project/parse-thread-main.ts'),
      'parse-thread',
      join(folder, 'server'),
      null,
    )),
  ]);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenses([...packages].sort()));
  const manifest = releasedManifest();
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(source, 'README.md'), join(folder, 'README.md'));
  // Findings link to the pages of their rules.
  const pages = linkedPages(root, ['docs/rules', 'docs/patterns.md']);
  for (const path of ['LICENSE', 'schema', ...pages]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  return manifest;
}

/** The extension's manifest; it is released with recaplint, under the same version. */
function releasedManifest() {
  const { version, homepage, repository, bugs } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const own = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  // All that stands in the folder was put there on purpose.
  return { ...own, version, homepage, repository, bugs, files: ['**'] };
}

/** Bundles what runs inside VS Code, which loads it with `require`; gives the folders of the packages in it. */
async function bundleExtension(folder) {
  const { output } = await build({
    ...bundling,
    cwd: root,
    input: { extension: join(source, 'src/extension.ts') },
    external: ['vscode'],
    // The client of the protocol has a form of its own for Node.
    resolve: { ...bundling.resolve, conditionNames: ['node'] },
    output: { dir: folder, format: 'cjs', codeSplitting: false, minify: true },
  });
  return bundledPackages(output);
}

/**
 * Bundles a module of the server into a folder; gives the folders of the packages in it.
 *
 * @param wasm as for {@link stageExtension}
 */
export async function bundleServer(module, name, folder, wasm) {
  const { output } = await build({
    ...bundling,
    cwd: root,
    input: { [name]: module },
    plugins: [...bundling.plugins, wasm === null ? withoutSatteri : withWasm(wasm)],
    // satteri's JavaScript names functions of its binding that are never called here.
    shimMissingExports: wasm !== null,
    onLog: (level, log, report) => log.code !== 'SHIMMED_EXPORT' && report(level, log),
    output: {
      dir: folder,
      format: 'esm',
      minify: true,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name]-[hash].mjs',
    },
  });
  if (wasm === null) return bundledPackages(output);
  copyFileSync(join(wasm, 'satteri_napi.wasm32-wasi.wasm'), join(folder, 'satteri.wasm'));
  return [...bundledPackages(output), wasm];
}

const nativeParser = /[\\/]workspace[\\/]satteri\.ts$/;

/** Puts the WebAssembly build in the place of the native parser, with the packages that it was installed with. */
function withWasm(wasm) {
  const fetched = /^(?:satteri|@emnapi\/core|@emnapi\/runtime|@tybys\/wasm-util)$/;
  return {
    name: 'with-wasm',
    resolveId: {
      order: 'pre',
      filter: { id: [nativeParser, /^#binding$/, fetched] },
      handler(id) {
        if (fetched.test(id)) return this.resolve(id, join(wasm, 'package.json'), { skipSelf: true });
        return join(source, 'server', id === '#binding' ? 'binding.ts' : 'satteri.ts');
      },
    },
  };
}

const withoutSatteri = {
  name: 'without-satteri',
  load: {
    filter: { id: nativeParser },
    handler: () => `
      export const satteriName = 'satteri';
      export async function loadSatteri() { throw new Error('This extension was packed without satteri.'); }`,
  },
};
