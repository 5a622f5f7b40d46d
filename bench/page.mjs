import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { replaceGenerated } from '../scripts/markers.mjs';

const page = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'performance.md');

/** What it was measured on, and by which command, as a sentence or two. */
export function machine(command) {
  const { model } = cpus()[0] ?? { model: 'unknown processor' };
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const system = `${process.platform} ${process.arch}`;
  return `Node ${process.versions.node}, ${system}, ${cpus().length} × ${model.trim()}, ${memory}. Command: \`${command}\`.`;
}

/** Puts something between the markers of a name on the page on performance. */
export function writePart(name, content) {
  const text = replaceGenerated(readFileSync(page, 'utf8'), name, content);
  if (text === null) throw new Error(`${page} has no place for the part "${name}"`);
  writeFileSync(page, text);
}
