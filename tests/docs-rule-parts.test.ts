import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from 'mdast';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { root } from './e2e/run.ts';

/** Which interfaces the tables of the page describe, by the heading of their first column's section, in order. */
const described: readonly (readonly [section: string, table: number, interfaces: readonly string[]])[] = [
  ['What a rule consists of', 0, ['RuleBase', 'PostRule', 'SeriesRule']],
  ['What a post offers', 0, ['Document']],
  ['What a post offers', 2, ['RuleContext']],
  ['What a rule yields', 0, ['Problem']],
  ['What a rule yields', 1, ['Fix']],
  ['The test', 0, ['TestPost', 'ValidCase', 'InvalidCase']],
];

/** The parts of a post, as the page calls them, with their interfaces. */
const parts: Readonly<Record<string, string>> = {
  'entry of `frontMatter`': 'Entry',
  'its value': 'Value',
  heading: 'Heading',
  section: 'Section',
  'prose block': 'ProseBlock',
  link: 'Link',
  'bare link': 'BareLink',
  block: 'Block',
  tag: 'Tag',
  comment: 'Comment',
};

const page = readFileSync(join(root, 'docs', 'writing-rules.md'), 'utf8');
const nodes = parseWithRemark(page).children;
const interfaces = new Map(
  [
    'engine/rule.ts',
    'document/document.ts',
    'document/model.ts',
    'document/mapped-text.ts',
    'testing.ts',
  ].flatMap((file) => membersOf(join(root, 'src', file))),
);

test.each(described)('“%s”, table %i, has a line for each member', (section, place, names) => {
  const rows = tableOf(section, place).map(([name]) => name);
  const members = names.flatMap((name) => interfaces.get(name) ?? []);
  expect(rows.toSorted()).toEqual(members.map((name) => `\`${name}\``).toSorted());
});

describe('parts of a post', () => {
  const rows = new Map(tableOf('What a post offers', 1).map(([name, has]) => [name!, has!]));

  test('are those that the test knows', () => expect([...rows.keys()]).toEqual(Object.keys(parts)));

  test.each(Object.entries(parts))('%s has what is said', (name, owner) => {
    const said = rows
      .get(name)!
      .split(', ')
      .map((word) => word.replaceAll(/[`()]/g, ''));
    const mapped = said.includes('sourceRange') ? ['text', 'sourceRange'] : [];
    expect(said.toSorted()).toEqual([...new Set([...interfaces.get(owner)!, ...mapped])].toSorted());
  });
});

/** The rows of a table, as they are written. */
function tableOf(section: string, place: number): string[][] {
  const start = nodes.findIndex(
    (node) => node.type === 'heading' && page.slice(...span(node)).endsWith(` ${section}`),
  );
  const end = nodes.findIndex((node, index) => index > start && node.type === 'heading' && node.depth <= 2);
  const tables = nodes
    .slice(start, end < 0 ? undefined : end)
    .filter((node): node is Table => node.type === 'table');
  return tables[place]!.children.slice(1).map(({ children }) =>
    children.map((cell) =>
      page
        .slice(...span(cell))
        .replace(/^\| *| *\|?$/g, '')
        .trim(),
    ),
  );
}

function span({
  position,
}: {
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
}) {
  return [position!.start.offset!, position!.end.offset!] as const;
}

interface Member {
  readonly key?: { readonly name?: string };
}

/** The interfaces of a file with the names of their members, without those that they extend. */
function membersOf(file: string): (readonly [string, readonly string[]])[] {
  const { body } = parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }, file);
  return body.flatMap((statement) => {
    const declared = 'declaration' in statement && statement.declaration ? statement.declaration : statement;
    if ((declared.type as string) !== 'TSInterfaceDeclaration') return [];
    const { id, body: inside } = declared as unknown as { id: { name: string }; body: { body: Member[] } };
    return [[id.name, inside.body.flatMap(({ key }) => key?.name ?? [])] as const];
  });
}
