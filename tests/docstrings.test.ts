import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What is asked of a node of the syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A source file with what it says at its top level. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly body: readonly Node[];
}

const sources = new Map<string, Source>();

function sourceAt(path: string): Source {
  const known = sources.get(path);
  if (known) return known;
  const text = readFileSync(path, 'utf8');
  const source = { path, text, body: parseAst(text, { lang: 'ts' }, path).body as unknown as Node[] };
  sources.set(path, source);
  return source;
}

function nameOf(node: unknown): string {
  return (node as { name?: string } | null)?.name ?? '';
}

/** What a statement declares, with or without `export` before it. */
function declarationIn(statement: Node): Node {
  return (statement.declaration as Node | null | undefined) ?? statement;
}

function declaredNames(statement: Node): string[] {
  const { id, declarations = [] } = declarationIn(statement) as { id?: unknown; declarations?: Node[] };
  return [nameOf(id), ...declarations.map((declared) => nameOf(declared.id))];
}

/** Whether a comment for readers ends where the node starts; other comments may stand between. */
function isDescribed({ text }: Source, { start }: Node): boolean {
  return /\*\/\s*(?:\/\/[^\n]*\n\s*)*$/.test(text.slice(0, start));
}

/** The members of an interface, of a class, and of an alias for an object type: what of them is not described. */
function bareMembers(source: Source, declaration: Node, name: string): string[] {
  const body = (declaration.body ?? declaration.typeAnnotation) as
    | { body?: Node[]; members?: Node[] }
    | undefined;
  const members = [body?.body ?? body?.members ?? []].flat();
  const named = members.filter(({ type, key }) => /Property|MethodSig/.test(type) && !isPrivate(key));
  return named.filter((member) => !isDescribed(source, member)).map(({ key }) => `${name}.${nameOf(key)}`);
}

function isPrivate(key: unknown): boolean {
  return (key as Node).type === 'PrivateIdentifier';
}

/** Interfaces of the same file that a declaration builds on: their members are its own. */
function basesOf({ body }: Source, declaration: Node): Node[] {
  const names = ((declaration.extends as Node[] | undefined) ?? []).map(({ expression }) =>
    nameOf(expression),
  );
  return body.map(declarationIn).filter(({ id }) => names.includes(nameOf(id)));
}

/** What of a name that a file declares is not described. */
function bareParts(source: Source, name: string): string[] {
  const statements = source.body.filter((statement) => declaredNames(statement).includes(name));
  if (statements.length === 0) return [`${name}: not declared in ${relative(root, source.path)}`];
  const bare = statements.some((statement) => isDescribed(source, statement)) ? [] : [name];
  const declarations = statements.map(declarationIn);
  const all = [...declarations, ...declarations.flatMap((declaration) => basesOf(source, declaration))];
  return [...bare, ...all.flatMap((declaration) => bareMembers(source, declaration, name))];
}

/** The names that an entry point exports, with the file that declares each; those of other packages are left out. */
function exportsOf(entry: Source): { readonly source: Source; readonly name: string }[] {
  return entry.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { source, specifiers } = statement as { source?: { value: string }; specifiers?: Node[] };
    if (!source) return declaredNames(statement).flatMap((name) => (name ? [{ source: entry, name }] : []));
    const file = sourceAt(join(dirname(entry.path), source.value));
    return (specifiers ?? []).map(({ local }) => ({ source: file, name: nameOf(local) }));
  });
}

describe.each(['index', 'testing', 'remark'])('what src/%s.ts exports', (entry) => {
  const exported = exportsOf(sourceAt(join(root, 'src', `${entry}.ts`)));

  test('is found', () => expect(exported.length).toBeGreaterThan(3));

  test.each(exported)('$name is described, with its members', ({ source, name }) => {
    expect(bareParts(source, name)).toEqual([]);
  });
});
