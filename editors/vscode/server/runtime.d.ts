// What this folder uses of the packages that run satteri's WebAssembly. They are installed when the extension is
// packed (scripts/wasm.mjs), and are not there otherwise.

declare module '@emnapi/core' {
  interface Options {
    readonly context: unknown;
    readonly wasi: unknown;
    /** How many threads do asynchronous work. */
    readonly asyncWorkPoolSize: number;
    overwriteImports(imports: Record<string, Record<string, unknown>>): typeof imports;
    beforeInit(loaded: { instance: WebAssembly.Instance }): void;
  }
  export function instantiateNapiModuleSync(
    module: WebAssembly.Module,
    options: Options,
  ): { napiModule: { exports: unknown } };
}

declare module '@emnapi/runtime' {
  export function createContext(): unknown;
}

declare module '@tybys/wasm-util' {
  export class WASI {
    constructor(options: { version: 'preview1'; print(line: string): void; printErr(line: string): void });
  }
}
