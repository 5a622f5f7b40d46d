import { statSync } from 'node:fs';
import { extname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, shortened } from './problem.ts';
import type { ConfigSource } from './source.ts';

/** Whether a configuration file is a program. Such a file is read only where somebody names it. */
export function isCode(file: string): boolean {
  return ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'].includes(extname(file));
}

/**
 * Runs a configuration file and takes its default export.
 *
 * @throws ConfigError where it fails.
 */
export async function importConfig(file: string): Promise<ConfigSource> {
  try {
    return { file, value: await importDefault(file), problems: [], placeOf: () => null };
  } catch (error) {
    const message = `This file cannot be loaded. ${(error as Error).message}`;
    throw new ConfigError([{ file, place: null, message }]);
  }
}

/** How long a module may take to load, in milliseconds: one that waits for ever would end the run without a word. */
const longestLoading = 30_000;

/**
 * Runs a module and takes its default export; one that is marked as translated to CommonJS has its own.
 *
 * @throws Error with sentences that say why it cannot be loaded, and what can be done
 */
export async function importDefault(file: string): Promise<unknown> {
  const { importModule } = await import('./import-module.ts');
  const stats = statSync(file);
  // A pipe would be waited for.
  if (!stats.isFile()) throw new Error('It is no file.');
  dropModuleWarnings();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestLoading);
  });
  let module: { default?: unknown } | null;
  try {
    module = await Promise.race([importModule(addressOf(file, stats.mtimeMs)), late]);
  } catch (error) {
    throw new Error(reasonOf(error, file));
  } finally {
    clearTimeout(timer);
  }
  if (module === null) throw new Error('It is still loading after 30 seconds.');
  const { default: exported } = module;
  return isTranslated(exported) ? exported.default : exported;
}

let dropsWarnings = false;

/**
 * Node warns in each run of a `.js` that it has to look into to see what it is, and of TypeScript. Nothing is wrong with either:
 * the warnings are dropped, and all others stay.
 */
function dropModuleWarnings(): void {
  if (dropsWarnings) return;
  dropsWarnings = true;
  const emit = process.emitWarning.bind(process) as (...given: unknown[]) => void;
  process.emitWarning = (...given: unknown[]) => {
    const isTypeless = given.some((one) => JSON.stringify(one)?.includes('MODULE_TYPELESS_PACKAGE_JSON'));
    if (!isTypeless && !String(given[0]).startsWith('Type Stripping')) emit(...given);
  };
}

/**
 * A program that has changed is another one: what was imported once is never read again. What is installed keeps its own
 * address, under which other packages import it: a plugin that a preset brings is the one that is named beside it.
 */
function addressOf(file: string, changed: number): string {
  const { href } = pathToFileURL(file);
  return /[\\/]node_modules[\\/]/.test(file) ? href : `${href}?changed=${changed}`;
}

function isTranslated(exported: unknown): exported is { default: unknown } {
  return (
    typeof exported === 'object' && exported !== null && '__esModule' in exported && 'default' in exported
  );
}

/** Why a module cannot be loaded, without the stack. What is thrown may be anything. */
function reasonOf(error: unknown, file: string): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : `It throws ${typeof error}.`;
  const [line = ''] = said.split('\n');
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && /\.[mc]?ts$/.test(file))
    return 'This version of Node runs no TypeScript: write it as .mjs.';
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return missingImport(line);
  if (error instanceof SyntaxError && /Unexpected token 'export'|outside a module/.test(line))
    return `Node takes it for CommonJS: name it .mjs, or write "type": "module" into its package.json.`;
  return `${line}${placeOf(error, file)}${hintAt(line)}`;
}

/** What zod has as methods elsewhere, as the `z` of recaplint has it. */
const functionsOfZod: Readonly<Record<string, string>> = {
  default: 'z._default(schema, value)',
  optional: 'z.optional(schema)',
  describe: '.check(z.describe("…"))',
};

/** What was meant, for two mistakes that nearly everybody makes once. */
function hintAt(line: string): string {
  if (/strict mode reserved word|\byield\b/.test(line))
    return ' Only a generator can `yield`: write `*check(…)`, with a star.';
  const method = /\.(default|optional|describe) is not a function/.exec(line)?.[1];
  return method === undefined ? '' : ` With recaplint's \`z\` it is \`${functionsOfZod[method]}\`.`;
}

/** Where in the module it happened: what the stack says, else the command that says it. */
function placeOf(error: unknown, file: string): string {
  if (!(error instanceof Error)) return '';
  const stack = String(error.stack);
  // CommonJS is named by its path, other modules by their address.
  for (const name of [pathToFileURL(file).href, file]) {
    const [, behind = ''] = stack.split(name, 2);
    const row = /^(?:\?[^:\s]*)?:(\d+)/.exec(behind.slice(0, 100));
    if (row) return ` (line ${row[1]})`;
  }
  return error instanceof SyntaxError
    ? ` (\`node --check ${relative(process.cwd(), file)}\` says where)`
    : '';
}

function missingImport(line: string): string {
  const name = /Cannot find (?:package|module) '([^']+)'/.exec(line)?.[1];
  if (name === undefined) return line;
  if (/^(?:file:|\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(name))
    return `It imports "${shortened(name)}", which does not exist.`;
  if (name === 'recaplint')
    return 'It imports "recaplint", which is not installed there: install it beside the plugin, or export a plain object.';
  return `It imports "${shortened(name)}", which is not installed there: install it beside the module.`;
}
