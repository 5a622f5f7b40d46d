import { pathToFileURL } from 'node:url';
import { standardInput } from './paths.ts';

/** Address of a file. Standard input has none of its own: it is called `untitled:stdin`, as editors call unsaved texts. */
export function uriOf(path: string): string {
  return path === standardInput ? 'untitled:stdin' : pathToFileURL(path).href;
}
