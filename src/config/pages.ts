import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What recaplint knows about its own package. */
export interface OwnPackage {
  readonly version: string;
  /** Address of the documentation, ending in `/`; null while there is none. */
  readonly homepage: string | null;
  /** Absolute path of the installed package. */
  readonly folder: string;
}

/** Reads the package that this module is part of, built or not. */
export function readOwnPackage(): OwnPackage {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder)
      throw new Error('recaplint is not installed: its package.json is missing.');
    folder = dirname(folder);
  }
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { version, homepage } = JSON.parse(text) as { version: string; homepage?: string };
  return { version, homepage: homepage ? homepage.replace(/\/?$/, '/') : null, folder };
}

/** Whether findings with this id are of a pattern that a configuration has. */
export function isPattern(id: string): boolean {
  return /^patterns(?:\/|$)/.test(id);
}

/** The page about a rule, a notice or patterns, as a path in the package. */
export function pageOf(id: string): string {
  return isPattern(id) ? 'docs/patterns.md' : `docs/rules/${id}.md`;
}

/**
 * Address of the page about a rule or notice. Readers on this machine get the installed page while there is no
 * homepage; for readers elsewhere (`anywhere`) there is none then.
 */
export function pageAddress(id: string, own: OwnPackage, reader: 'here' | 'anywhere'): string | undefined {
  const page = pageOf(id);
  if (own.homepage !== null) return own.homepage + page;
  return reader === 'here' ? pathToFileURL(join(own.folder, page)).href : undefined;
}
