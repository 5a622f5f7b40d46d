/**
 * `npm run generate [-- --check]`: writes what can be derived from the rules: their index, the heads of their
 * pages, the tables that list them, and the JSON Schema of the configuration; and the table of defences. `--check` writes nothing and
 * fails naming the files that would change.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cueTable } from './cue-table.mjs';
import { defenceTables } from './defence-tables.mjs';
import { loadSource } from './load-source.mjs';
import { replaceGenerated } from './markers.mjs';
import { ruleIds, ruleIndex } from './rule-index.mjs';
import { noticeHead, ruleHead, rulesByCategory, ruleTable } from './rule-pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const indexFile = 'src/rules/index.ts';
const pageFolder = 'docs/rules';
const metadata = `
  export { rules } from './${indexFile}';
  export { categories } from './src/engine/rule.ts';
  export { notices } from './src/engine/notices.ts';
  export { configJsonSchema } from './src/config/json-schema.ts';
  export { cues } from './src/calendar/cues-en.ts';
  export { areas } from './tests/defences/areas.ts';
`;

function read(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}

/** A file that people write too, with its generated parts as they should be; they are given by name. */
function withParts(path, parts) {
  let text = read(path);
  if (text === null) return { path, problem: 'is missing' };
  for (const [name, content] of Object.entries(parts)) {
    text = replaceGenerated(text, name, content);
    if (text === null) return { path, problem: `has no <!-- generated:${name} -->` };
  }
  return { path, text };
}

/** What is generated on the pages of single rules, beside the head. */
function ownParts(id, cues) {
  return id === 'no-quarter-mixup' ? { cues: cueTable(cues) } : {};
}

/** A page for everything that is reported, and nothing else. */
function strayPages(ids) {
  const names = readdirSync(join(root, pageFolder)).filter((name) => name !== 'README.md');
  const strays = names.filter((name) => !ids.includes(name.replace(/\.md$/, '')));
  return strays.map((name) => ({ path: `${pageFolder}/${name}`, problem: 'describes no rule' }));
}

/** Every generated file as it should be: its text, or what keeps it from being generated. */
async function generated() {
  const ids = ruleIds(join(root, 'src', 'rules'));
  const index = ruleIndex(ids);
  const { rules, categories, notices, configJsonSchema, cues, areas } = await loadSource(root, metadata, {
    [indexFile]: index,
  });
  const misnamed = rules.filter((rule, position) => rule.id !== ids[position]);
  const schema = configJsonSchema(rules);
  return [
    { path: indexFile, text: index },
    ...misnamed.map((rule) => ({
      path: indexFile,
      problem: `lists ${rule.id}, whose file has another name`,
    })),
    ...rules.map((rule) =>
      withParts(`${pageFolder}/${rule.id}.md`, { head: ruleHead(rule), ...ownParts(rule.id, cues) }),
    ),
    ...notices.map((notice) => withParts(`${pageFolder}/${notice.id}.md`, { head: noticeHead(notice) })),
    ...strayPages([...rules, ...notices].map(({ id }) => id)),
    withParts(`${pageFolder}/README.md`, { rules: rulesByCategory(rules, notices, categories) }),
    withParts('docs/reliability.md', { defences: defenceTables(areas) }),
    withParts('README.md', { rules: ruleTable(rules, `${pageFolder}/`) }),
    { path: 'schema/recaplintrc.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` },
  ];
}

const check = process.argv.includes('--check');
for (const { path, text, problem } of await generated()) {
  if (problem) {
    console.error(`${path} ${problem}`);
    process.exitCode = 1;
  } else if (read(path) !== text) {
    if (check) {
      console.error(`${path} is stale: run \`npm run generate\``);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  }
}
