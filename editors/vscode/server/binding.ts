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

interface Instance {
  readonly binding: Binding;
  readonly memory: WebAssembly.Memory;
}

/**
 * Pages of 64 KiB. The build asks for 985 at least; a post as long as any that is read takes up to some 4000 more where it
 * is all list items or quotes (measured with satteri 0.10.5).
 */
const pages = { initial: 1024, most: 8192 };
const pageSize = 65_536;

let compiled: WebAssembly.Module | null = null;
let current: Instance | null = null;
let mostPages = pages.most;

export function createMdastHandle(source: string, parseOptions: number, positions: boolean): Handle {
  return start().createMdastHandle(source, parseOptions, positions);
}

export function serializeHandle(handle: Handle): Uint8Array {
  return start().serializeHandle(handle);
}

export function dropHandle(handle: Handle): void {
  start().dropHandle(handle);
}

/**
 * Makes the instance, unless there is one.
 *
 * @param most how far the memory of this one and of later ones may grow, in pages of 64 KiB
 * @throws where the file is missing, or there is no memory for it
 */
export function start(most: number = mostPages): Binding {
  mostPages = most;
  current ??= instantiate(most);
  return current.binding;
}

/** Gives up the instance, whose memory nobody vouches for after a crash; the next call makes a new one. */
export function abandonInstance(): void {
  current = null;
}

/**
 * Gives up an instance that has half of the memory that it may have. It never gives any back, and trees in it are freed
 * no sooner than between two turns of the event loop.
 */
export function abandonLargeInstance(): void {
  if (current && current.memory.buffer.byteLength > (mostPages / 2) * pageSize) abandonInstance();
}

function instantiate(maximum: number): Instance {
  compiled ??= new WebAssembly.Module(
    readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'satteri.wasm')),
  );
  const memory = new WebAssembly.Memory({ initial: pages.initial, maximum, shared: true });
  const { napiModule } = instantiateNapiModuleSync(compiled, {
    context: looseContext(),
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
  return { binding: napiModule.exports as Binding, memory };
}

/**
 * A context that nothing holds but its instance. It comes with a listener that cleans it up when the process ends, which
 * would keep the memory of every instance until then; nothing here is left to be cleaned up.
 */
function looseContext(): unknown {
  const before = process.listeners('beforeExit');
  const context = createContext();
  for (const listener of process.listeners('beforeExit')) {
    if (!before.includes(listener)) process.off('beforeExit', listener);
  }
  return context;
}
