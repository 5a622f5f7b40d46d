import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

interface Row {
  readonly part: string;
  readonly source: readonly { path: string; typesOnly: boolean }[] | 'anything';
  /** What a part that may import anything may not. */
  readonly except: readonly string[];
  readonly outside: string;
}

/** The rows of the import table, whose first column is a part of `src` in backticks. */
function importTable(markdown: string): Row[] {
  const start = markdown.indexOf('| part | may import');
  const rows = markdown.slice(start).split('\n\n')[0]!.split('\n').slice(2);
  return rows.map((row) => {
    const [part, source, outside] = row
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim());
    const except = [...(source!.split(' but ')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
    return { part: part!.replaceAll('`', ''), source: sourceCell(source!), except, outside: outside! };
  });
}

function sourceCell(cell: string): Row['source'] {
  if (cell.startsWith('anything')) return 'anything';
  return [...cell.matchAll(/`([^`]+)`( \(types\))?/g)].map(([, path, types]) => ({
    path: path!,
    typesOnly: types !== undefined,
  }));
}

/** Every module that a file names: static, dynamic, re-exported, or in a type. */
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, source, importKind, exportKind } = node as Record<string, unknown>;
    if (/^(Import|Export)\w*Declaration$|^ImportExpression$|^TSImportType$/.test(String(type)) && source) {
      const { value } = source as { value?: unknown };
      const typeOnly = type === 'TSImportType' || importKind === 'type' || exportKind === 'type';
      found.push({ target: typeof value === 'string' ? value : '(computed)', typeOnly });
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(join(root, 'src', file), 'utf8'), { lang: 'ts' }, file).body);
  return found;
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

/** Why the table forbids an import of a file, or null. */
function objection(row: Row, file: string, { target, typeOnly }: Import): string | null {
  if (!target.startsWith('.')) return outsideObjection(row, target, typeOnly);
  const path = posix.join(posix.dirname(file), target);
  if (!files.includes(path)) return `${file} imports ${target}, which is no file of src`;
  if (!path.includes('/')) return `${file} imports the entry point ${path}`;
  if (row.except.some((part) => isWithin(path, part))) return `${file} imports ${path}`;
  if (isWithin(path, row.part) || row.source === 'anything') return null;
  const allowed = row.source.filter((entry) => isWithin(path, entry.path));
  if (allowed.some((entry) => !entry.typesOnly || typeOnly)) return null;
  return `${file} imports ${path}${allowed.length > 0 ? ' for more than its types' : ''}`;
}

function outsideObjection(row: Row, target: string, typeOnly: boolean): string | null {
  const isNode = target.startsWith('node:') || builtinModules.includes(target);
  if (typeOnly && !isNode) return null;
  const allowed =
    row.outside.includes(`\`${target}\``) || row.outside.includes(isNode ? ', Node' : 'any package');
  return allowed ? null : `${row.part} may not load ${target}`;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const table = importTable(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));

describe('the import table of ARCHITECTURE.md', () => {
  test.each(table.map((row) => row.part))('%s names files that exist', (part) => {
    expect(files.some((file) => isWithin(file, part))).toBe(true);
  });

  test.each(
    table.flatMap(({ source }) => (source === 'anything' ? [] : source.map(({ path }) => path))),
  )('%s is something to import', (path) => expect(files.some((file) => isWithin(file, path))).toBe(true));

  test.each(files)('%s imports only what its row allows', (file) => {
    const row = table.find(({ part }) => isWithin(file, part));
    expect(row, `no row covers src/${file}`).toBeDefined();
    expect(
      importsOf(file)
        .map((found) => objection(row!, file, found))
        .filter(Boolean),
    ).toEqual([]);
  });

  test('src is two levels deep at most', () => {
    expect(files.filter((file) => file.split('/').length > 2)).toEqual([]);
  });

  test('forbidden imports are noticed', () => {
    const row = table.find(({ part }) => part === 'calendar')!;
    const forbidden = { target: '../document/source.ts', typeOnly: true };
    expect(objection(row, 'calendar/days.ts', forbidden)).toContain('document/source.ts');
    expect(objection(row, 'calendar/days.ts', { target: 'node:fs', typeOnly: false })).toContain('node:fs');
    const cli = table.find(({ part }) => part === 'cli')!;
    const server = { target: '../lsp/main.ts', typeOnly: true };
    expect(objection(cli, 'cli/lsp.ts', server)).toContain('lsp/main.ts');
  });
});

// Names whose value depends on when or where the program runs.
const ambient = /\b(?:Date\.now|new Date\(|process\.|console\.|fetch\(|Math\.random|performance\.)/;

describe('pure folders', () => {
  const pure = files.filter((file) => /^(calendar|document|series|engine|rules)\//.test(file));
  test.each(pure)('%s asks no clock, console, network or environment', (file) => {
    expect(readFileSync(join(root, 'src', file), 'utf8')).not.toMatch(ambient);
  });
});
