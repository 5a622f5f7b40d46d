/**
 * `npm run prepare`, which npm runs after an installation here, before packing, and where the repository itself is
 * installed as a package, as pre-commit does. In a global installation npm leaves what is needed for building out
 * (https://github.com/npm/cli/issues/8440); it is installed first then.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// The npm that runs this script; its settings for the outer installation are not those of the inner one.
const npm = process.env.npm_execpath;
const outer = /^npm_config_(?:global|prefix|local_prefix|location|omit|include|production)$/i;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));

/** Runs a command here; ends this process where it fails. Its output is no package's name: it goes to standard error. */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(root, 'node_modules', 'rolldown'))) {
  if (!npm) throw new Error('What builds recaplint is not installed: run `npm ci`.');
  run(npm, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
}
run(join(root, 'scripts', 'build.mjs'));
