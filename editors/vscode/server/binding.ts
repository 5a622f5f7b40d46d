// Stands in the bundle for the native binding that satteri's JavaScript calls (`#binding`): of its functions those that
// give a tree. The module that satteri publishes for WebAssembly is not used, because it opens the file system to it,
// keeps four threads ready and loads Node's own WASI, which prints a warning. This build starts no thread of its own.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instantiateNapiModuleSync } from '@emnapi/core';
import { createContext } from '@emnapi/runtime';
import { WASI } from '@tybys/wasm-util';

/** A tree inside the WebAssembly's memory. */
type Handle = object;

interface Binding {
  createMdastHandle(source: string, parseOptions: number, positions: boolean): Handle;
  serializeHandle(handle: Handle): Uint8Array;
  dropHandle(handle: Handle): void;
}

/** Pages of 64 KiB: the build asks for 985 at least, and for no more than 65536. */
const pages = { initial: 1024, maximum: 65_536 };

let compiled: WebAssembly.Module | null = null;
let current: Binding | null = null;

export function createMdastHandle(source: string, parseOptions: number, positions: boolean): Handle {
  return instance().createMdastHandle(source, parseOptions, positions);
}

export function serializeHandle(handle: Handle): Uint8Array {
  return instance().serializeHandle(handle);
}

export function dropHandle(handle: Handle): void {
  instance().dropHandle(handle);
}

/**
 * Makes the instance, unless there is one.
 *
 * @param mostPages how far its memory may grow, in pages of 64 KiB
 * @throws where the file is missing, or there is no memory for it
 */
export function instance(mostPages: number = pages.maximum): Binding {
  current ??= instantiate(mostPages);
  return current;
}

/** Gives up the instance, whose memory nobody vouches for after a crash; the next call makes a new one. */
export function abandonInstance(): void {
  current = null;
}

function instantiate(maximum: number): Binding {
  compiled ??= new WebAssembly.Module(
    readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'satteri.wasm')),
  );
  const memory = new WebAssembly.Memory({ initial: pages.initial, maximum, shared: true });
  const { napiModule } = instantiateNapiModuleSync(compiled, {
    context: createContext(),
    // Why it crashed; standard output belongs to the protocol.
    wasi: new WASI({ version: 'preview1', print: console.error, printErr: console.error }),
    asyncWorkPoolSize: 0,
    overwriteImports: (imports) => ({
      ...imports,
      env: { ...imports.env, ...imports.napi, ...imports.emnapi, memory },
    }),
    beforeInit({ instance: { exports } }) {
      for (const [name, register] of Object.entries(exports)) {
        if (name.startsWith('__napi_register__')) (register as () => void)();
      }
    },
  });
  return napiModule.exports as Binding;
}
