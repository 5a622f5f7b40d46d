// Builds dist/: the bundled command line and entry points, type declarations, and the licences of what is bundled.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { bundledPackages, bundling, licenses } from './bundling.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
// satteri's binary cannot be bundled.
const common = { ...bundling, cwd: root, external: ['satteri'] };
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
