/** A digest of texts and bytes, in letters, digits, `-` and `_`; parts that are cut otherwise give another one. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  // Loaded when it is needed, which is in few runs.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}
