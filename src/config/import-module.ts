/**
 * Loads a module that is no part of recaplint, by its address. A file of its own: in code that comes out of a cache, V8
 * does not know whom to ask for a module (src/launch/load.ts).
 */
export function importModule(address: string): Promise<object> {
  return import(address);
}
