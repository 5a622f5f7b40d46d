/** Stands in the place of `open-config.ts` where a bundle is made for browsers. */
export function openConfig(): never {
  throw new Error(
    'recaplint: loadConfig reads files, and a browser has none. Give lint the settings yourself: see docs/api.md.',
  );
}
