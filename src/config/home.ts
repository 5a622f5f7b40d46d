import { homedir } from 'node:os';
import { parse } from 'node:path';

/**
 * Loads something that asks for the user's folder while it is loaded, as cosmiconfig does through env-paths. Where there is
 * no such folder (no HOME, and a user that the system does not know), Node throws then; the root stands for it.
 */
export async function loadWithHome<T>(load: () => Promise<T>): Promise<T> {
  if (hasHome()) return load();
  process.env.HOME = parse(process.cwd()).root;
  try {
    return await load();
  } finally {
    delete process.env.HOME;
  }
}

function hasHome(): boolean {
  try {
    return homedir() !== '';
  } catch {
    return false;
  }
}
