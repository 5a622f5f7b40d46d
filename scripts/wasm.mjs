// Fetches satteri's WebAssembly build, which npm installs on no usual system, as package-lock.json has it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The package that holds the build, and beside or above it what runs it. */
const name = '@bruits/satteri-wasm32-wasi';

/**
 * Installs the build, unless it is there already. npm compares every package with the integrity in the lock.
 *
 * @param root the repository
 * @param cache folder that it is kept in
 * @returns the package's folder
 * @throws Error where npm cannot install it
 */
export function fetchWasm(root, cache) {
  const { version } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[
    `node_modules/${name}`
  ];
  const home = join(cache, `satteri-${version}`);
  const folder = join(home, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'fetching-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(join(root, file), join(temporary, file));
    }
    install(temporary);
    if (!existsSync(join(temporary, 'node_modules', name))) throw problem(`npm did not install ${name}.`);
    putInPlace(temporary, home);
    return folder;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Installs what the package depends on, as for a machine whose processor is WebAssembly. */
function install(folder) {
  const what = ['--omit=dev', '--cpu=wasm32', '--ignore-scripts', '--no-audit', '--no-fund'];
  const args = ['ci', ...what, '--prefer-offline', '--fetch-retries=1', '--fetch-timeout=30000'];
  // One command line for the shell, which Windows needs to find npm.
  const { status, stderr, error } = spawnSync(`npm ${args.join(' ')}`, {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw problem(error?.message ?? stderr.trim());
}

/** Renames, so that a folder is never half there; another process may have been faster. */
function putInPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

function problem(reason) {
  return new Error(
    `satteri's WebAssembly build could not be fetched, which takes a connection to the registry; without it, --without-wasm packs an extension that reads Markdown with remark.\n${reason}`,
  );
}
