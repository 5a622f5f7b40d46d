import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** Ids of the rules in a folder, sorted: the names of its files that have a default export. */
export function ruleIds(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return names
    .filter((name) => hasDefaultExport(join(folder, name)))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

function hasDefaultExport(file) {
  const { body } = parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }, file);
  return body.some((statement) => statement.type === 'ExportDefaultDeclaration');
}

/** `no-bare-url` as a name in code: `noBareUrl`. */
function camelCase(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** The module that lists all rules, formatted as the formatter would. */
export function ruleIndex(ids) {
  const names = ids.map(camelCase);
  const declaration = 'export const rules: readonly Rule[] = ';
  const short = `${declaration}[${names.join(', ')}];`;
  const long = `${declaration}[\n${names.map((name) => `  ${name},\n`).join('')}];`;
  return [
    '// Written by `npm run generate` from the files of this folder.',
    "import type { Rule } from '../engine/rule.ts';",
    ...ids.map((id) => `import ${camelCase(id)} from './${id}.ts';`),
    '',
    '/** Every rule, sorted by id. */',
    short.length <= 110 ? short : long,
    '',
  ].join('\n');
}
