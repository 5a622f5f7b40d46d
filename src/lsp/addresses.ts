import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The file that an address names; null where it names none on this machine. */
export function fileOf(uri: string): string | null {
  if (!/^file:/i.test(uri)) return null;
  try {
    const path = fileURLToPath(uri);
    // No file is called so, and the system would be asked in vain for one.
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

export function addressOf(file: string): string {
  return pathToFileURL(file).href;
}

/** What a text without a file is called: the last part of its address. */
export function nameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '').replace(/^[^:]*:/, '');
  try {
    return basename(decodeURIComponent(path));
  } catch {
    return basename(path);
  }
}

/** Whether an address is that of a part of a notebook, which is no post. */
export function isNotebookCell(uri: string): boolean {
  return /^(?=[^:]*-notebook)[^:]*:/i.test(uri);
}
