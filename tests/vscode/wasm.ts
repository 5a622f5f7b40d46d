import { join } from 'node:path';
import { fetchWasm } from '../../scripts/wasm.mjs';
import { root } from '../e2e/run.ts';

/** Where it is expected, that it cannot be fetched is a failure. */
export const required = process.env.RECAPLINT_E2E === '1';

/** Folder of the package with satteri's WebAssembly build; null where the registry is out of reach. */
export function wasmFolder(): string | null {
  try {
    return fetchWasm(root, join(root, 'editors', 'vscode', 'node_modules', '.cache'));
  } catch (error) {
    if (required) throw error;
    return null;
  }
}
