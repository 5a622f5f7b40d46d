import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes a folder with files (a null makes an empty folder), and removes it when the running test is over. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  addFiles(folder, files);
  return folder;
}

/** Adds files to a folder. */
export function addFiles(folder: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(content === null ? path : dirname(path), { recursive: true });
    if (content !== null) writeFileSync(path, content);
  }
}
