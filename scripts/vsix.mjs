/**
 * `npm run vsix`: packs the extension for VS Code, as `editors/vscode/recaplint-VERSION.vsix`. What is in it stands
 * unpacked in `editors/vscode/dist`. Packages of other versions that stand there are removed, so that
 * `editors/vscode/recaplint-*.vsix` names one file.
 *
 * - `--without-wasm` leaves out satteri's WebAssembly build, which takes a connection to the registry the first time
 * - `--out FILE` writes another file
 * - `--folder FOLDER` unpacks it elsewhere; the folder is emptied
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { root, stageExtension } from './extension.mjs';
import { fetchWasm } from './wasm.mjs';

const { values: flags } = parseArgs({
  options: {
    'without-wasm': { type: 'boolean', default: false },
    out: { type: 'string' },
    folder: { type: 'string' },
  },
});

const home = join(root, 'editors', 'vscode');
const folder = resolve(flags.folder ?? join(home, 'dist'));

try {
  const wasm = flags['without-wasm'] ? null : fetchWasm(root, join(home, 'node_modules', '.cache'));
  const { version } = await stageExtension(folder, wasm);
  const out = resolve(flags.out ?? join(home, `recaplint-${version}.vsix`));
  await createVSIX({
    cwd: folder,
    packagePath: out,
    dependencies: false,
    // The package names no repository yet, which links would start from.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  if (flags.out === undefined) removeOthers(out);
  console.log(`${relative(process.cwd(), out)}: ${statSync(out).size} bytes.`);
} catch (error) {
  console.error(`The extension was not packed: ${error.message}`);
  process.exitCode = 1;
}

/** Removes the packages that stand beside the new one, which are of other versions. */
function removeOthers(packed) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    if (/^recaplint-\d.*\.vsix$/.test(name) && path !== packed) rmSync(path);
  }
}
