import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';

/** A file that was compiled, and is to be kept. */
export interface Fresh {
  readonly file: string;
  readonly source: Buffer;
  readonly script: Script;
}

type Require = (id: string) => unknown;
type Wrapped = (exports: unknown, require: Require, module: object, file: string, folder: string) => void;

// On one line with the code, so that lines stay what they are.
const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'] as const;

// In code that comes out of a cache, V8 does not know whom to ask for what `import()` names: Node loads the file with it.
const importing = /[\\/]import-module-[^\\/]*$/;

// What few runs need: scripts/build.mjs names these files.
const lazy = /[\\/]lazy-[^\\/]*$/;

/** What a file exports, which is loaded when something of it is first asked for. */
function whenUsed(load: () => unknown): unknown {
  let loaded: object | undefined;
  return new Proxy(
    {},
    {
      get(_, name) {
        loaded ??= load() as object;
        return Reflect.get(loaded, name);
      },
    },
  );
}

/**
 * Loads CommonJS files in ASCII as Node does, but with compiled code from a cache. What they name by a path is loaded in the
 * same way, all else by Node.
 *
 * @param cache null: everything is compiled
 * @param onFresh is told of files whose compiled code is not in the cache, or may be added to
 */
export function createLoader(cache: CodeCache | null, onFresh: (fresh: Fresh) => void): Require {
  const requireElse = createRequire(import.meta.url);
  const modules = new Map<string, { exports: unknown }>();
  const compile = (file: string): Wrapped => {
    const source = readFileSync(file);
    const kept = cache?.read(file, source) ?? null;
    // The bundles are in ASCII, which this reads in a tenth of the time that UTF-8 takes.
    const script = new Script(wrapper[0] + source.toString('latin1') + wrapper[1], {
      filename: file,
      ...(kept && { cachedData: kept.data }),
    });
    if (!kept || kept.old || script.cachedDataRejected) onFresh({ file, source, script });
    return script.runInThisContext();
  };
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    compile(file).call(module.exports, module.exports, requireFrom(file), module, file, dirname(file));
    return module.exports;
  };
  const requireFrom = (file: string): Require => {
    const folder = dirname(file);
    return (id) => {
      if (!id.startsWith('.')) return requireElse(id);
      const path = join(folder, id);
      if (importing.test(path)) return requireElse(path);
      return lazy.test(path) ? whenUsed(() => load(path)) : load(path);
    };
  };
  return load;
}
