export const root: string;
/** @param wasm folder of the package with satteri's WebAssembly build; null: the server has remark alone */
export function stageExtension(folder: string, wasm: string | null): Promise<{ version: string }>;
export function bundleServer(
  module: string,
  name: string,
  folder: string,
  wasm: string | null,
): Promise<string[]>;
