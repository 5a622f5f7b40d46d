import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './e2e/run.ts';

/** A folder in which the packed package is installed. */
export interface Site {
  /** Absolute path; who makes a site removes it. */
  readonly folder: string;
  /** The package, unpacked: `node_modules/recaplint`. */
  readonly installed: string;
  /** The package as it is published, beside the folder's other files. */
  readonly tarball: string;
  /** Paths of the files in it, sorted. */
  readonly packed: readonly string[];
}

/**
 * Makes a folder in which the packed package is installed as npm would do it, with its dependencies and its command. They
 * come from the repository, so that no network is needed.
 */
export function makeSite(): Site {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-site-')));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename, files }] = JSON.parse(run('npm', pack, root));
  const installed = join(folder, 'node_modules', 'recaplint');
  const tarball = join(folder, filename);
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], folder);
  const { bin, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) installFromHere(folder, name);
  installCommand(folder, 'recaplint', join(installed, bin.recaplint));
  const packed = files.map(({ path }: { path: string }) => path).sort();
  return { folder, installed, tarball, packed };
}

export function removeSite({ folder }: Site): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Installs a package that the repository has. */
export function installFromHere(folder: string, name: string): void {
  const link = join(folder, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), link, 'junction');
}

/** Puts a program where `npx` finds it. */
export function installCommand(folder: string, name: string, program: string): void {
  const link = join(folder, 'node_modules', '.bin', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(program, link);
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
