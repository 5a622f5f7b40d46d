import { isAbsolute } from 'node:path';
import type { LoadedConfig } from './load.ts';

/** Absolute paths of the files that a configuration is made of: its own, those that it extends, schemas and programs. */
export function partsOf({ layers, code }: LoadedConfig): readonly string[] {
  const parts = layers.flatMap(({ source, schemas }) => [
    ...(source ? [source.file] : []),
    ...[...(schemas?.values() ?? [])].map(({ file }) => file),
  ]);
  return [...parts, ...code.filter(isAbsolute)];
}
