import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './e2e/run.ts';

/**
 * Makes a folder in which the packed package is installed as npm would do it, with its dependencies and its command. They
 * come from the repository, so that no network is needed.
 *
 * @returns its absolute path; who calls removes it
 */
export function makeSite(): string {
  const site = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-site-')));
  const installed = join(site, 'node_modules', 'recaplint');
  mkdirSync(installed, { recursive: true });
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', site];
  const [{ filename }] = JSON.parse(run('npm', pack, root));
  run('tar', ['-xzf', filename, '-C', installed, '--strip-components=1'], site);
  run('rm', [filename], site);
  const { bin, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) installFromHere(site, name);
  const command = join(site, 'node_modules', '.bin', 'recaplint');
  mkdirSync(dirname(command));
  chmodSync(join(installed, bin.recaplint), 0o755);
  symlinkSync(join(installed, bin.recaplint), command);
  return site;
}

/** Installs a package, with its commands as far as they are called like it, that the repository has. */
export function installFromHere(site: string, name: string): void {
  const link = join(site, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), link, 'junction');
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
