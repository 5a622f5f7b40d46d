import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { script } from '../src/reporters/html-script.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A regular expression of the program, and the files that have it. */
export interface Found {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

/** The regular expressions that a script has as literals. */
export function literalsOf(
  code: string,
  name: string,
): { readonly source: string; readonly flags: string }[] {
  const found: { source: string; flags: string }[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push({ source: regex.pattern, flags: regex.flags });
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code, { lang: 'ts' }, name).body);
  return found;
}

/** Every regular expression that stands in the program: the linter, the extension, and the script of the HTML report. */
export function literals(): Found[] {
  const byText = new Map<string, { source: string; flags: string; files: string[] }>();
  const add = (code: string, file: string): void => {
    for (const { source, flags } of literalsOf(code, file)) {
      const key = `/${source}/${flags}`;
      const known = byText.get(key) ?? { source, flags, files: [] };
      byText.set(key, { ...known, files: [...known.files, file] });
    }
  };
  for (const folder of ['src', 'editors/vscode/src', 'editors/vscode/server']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.ts')) add(readFileSync(join(root, folder, file), 'utf8'), `${folder}/${file}`);
    }
  }
  add(script, 'the script of the HTML report');
  return [...byText.values()];
}
