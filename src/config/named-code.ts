import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, parse, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importDefault } from './code.ts';
import { resolveInside } from './discover.ts';
import { nearest } from './nearest.ts';
import { ConfigError } from './problem.ts';

/** A module that a configuration names. */
export interface CodeName {
  /** As it is written: a path that starts with a dot, or a package. */
  readonly name: string;
  /** Absolute path of the file that names it. */
  readonly from: string;
  /** The folder that a path may not lead out of. */
  readonly boundary: string;
}

/** Whether a name is a path, and no package. */
export function isPath(name: string): boolean {
  return /^\.\.?[\\/]/.test(name);
}

/** Whether a name can be that of a package, or of a file in one. */
export function isPackageName(name: string): boolean {
  return /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/[\w@.~/-]+)?$/.test(name) && !/(?:^|\/)\.\.(?:\/|$)/.test(name);
}

/**
 * The file of a module, which need not be loaded for that.
 *
 * @throws Error with a sentence that says why there is none
 */
export async function locate({ name, from, boundary }: CodeName): Promise<string> {
  const beside = resolve(dirname(from), name);
  if (isPath(name)) {
    try {
      return resolveInside(beside, boundary);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      throw new Error(error.problems[0]!.message + besideMissing(beside, name, boundary));
    }
  }
  const hint = existsSync(beside) ? ` The file is named as "${pathFrom(dirname(from), beside)}".` : '';
  if (!isPackageName(name))
    throw new Error(`It is neither a path that starts with "./" or "../", nor a package.${hint}`);
  // Loaded for the first package: a run without one does not pay for it.
  const { resolve: resolvePackage } = await import('import-meta-resolve');
  let address: string;
  try {
    address = resolvePackage(name, pathToFileURL(from).href);
  } catch (error) {
    throw new Error(packageReason(name, error as NodeJS.ErrnoException) + hint);
  }
  if (!address.startsWith('file:')) throw new Error('It is a part of Node.');
  const file = fileURLToPath(address);
  if (existsSync(file)) return file;
  throw new Error('Its package has no such file.');
}

function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file).replaceAll(sep, '/');
  return path.startsWith('../') ? path : `./${path}`;
}

/**
 * What stands beside a file that is not there, in whose name a letter or the ending may be wrong. Short names are all near to
 * each other.
 */
function besideMissing(file: string, name: string, boundary: string): string {
  if (existsSync(file) || relative(boundary, file).startsWith('..')) return '';
  try {
    const names = readdirSync(dirname(file));
    const sameStem = names.filter((one) => parse(one).name === basename(file));
    const isLong = parse(file).name.length > 3;
    const likely = sameStem.length === 1 ? sameStem[0]! : isLong ? nearest(basename(file), names) : null;
    return likely === null ? '' : ` Did you mean "${name.slice(0, -basename(name).length)}${likely}"?`;
  } catch {
    return '';
  }
}

function packageReason(name: string, { code, message }: NodeJS.ErrnoException): string {
  const [scope, own] = name.split('/');
  const owner = scope!.startsWith('@') ? `${scope}/${own}` : scope;
  if (code === 'ERR_MODULE_NOT_FOUND') return `The package "${owner}" is not installed here.`;
  if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return `The package "${owner}" exports nothing of that name.`;
  return message.split('\n')[0]!;
}

/** The default export of a module. @throws Error with a sentence that says why there is none */
export async function loadDefault(
  name: CodeName,
): Promise<{ readonly file: string; readonly value: unknown }> {
  const file = await locate(name);
  return { file, value: await importDefault(file) };
}
