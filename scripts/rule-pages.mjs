import * as z from 'zod/mini';
import { markdownTable } from './markers.mjs';

const fixWords = { always: 'always', sometimes: 'sometimes', never: '–' };

/** Severity in the preset `strict`: what `recommended` leaves off is a warning there. */
function strictSeverity(rule) {
  return rule.recommended === 'off' ? 'warn' : rule.recommended;
}

/** The same with the options that the preset sets. */
function strictSetting(rule) {
  const options = Object.entries(rule.strict ?? {}).map(
    ([name, value]) => `, \`${name}: ${JSON.stringify(value)}\``,
  );
  return strictSeverity(rule) + options.join('');
}

function fixWord(rule) {
  return fixWords[rule.fixes ?? 'never'];
}

/** The head of a rule's page: what it does, how it is set, its options. */
export function ruleHead(rule) {
  const facts = markdownTable(
    ['category', 'in `recommended`', 'in `strict`', 'fix'],
    [[rule.category, rule.recommended, strictSetting(rule), fixWord(rule)]],
  );
  const options = rule.options ? optionRows(z.toJSONSchema(rule.options, { io: 'input' })) : [];
  const table = markdownTable(['option', 'value', 'default', ''], options);
  return [rule.summary, facts, ...(options.length > 0 ? [table] : [])].join('\n\n');
}

/** The head of the page of a notice: a finding that no rule makes. */
export function noticeHead(notice) {
  const fixed = 'It is no rule: it cannot be configured, and no comment suppresses it.';
  return `${notice.summary}\n\nThis is a finding of severity \`${notice.severity}\`. ${fixed}`;
}

function optionRows(schema) {
  return Object.entries(schema.properties ?? {}).map(([name, option]) => [
    `\`${name}\``,
    valueWords(option),
    `\`${JSON.stringify(option.default)}\``,
    cell(option.description ?? ''),
  ]);
}

/** What an option may be, in words: from its JSON Schema. */
function valueWords(schema) {
  const words = {
    boolean: '`true` or `false`',
    integer: 'whole number',
    number: 'number',
    string: 'text',
    null: '`null`',
  };
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(valueWords).join(' or ');
  if (schema.type === 'array') return `list of ${valueWords(schema.items)}`;
  return words[schema.type] ?? schema.type;
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** One table for each category that has rules, and one for the notices. */
export function rulesByCategory(rules, notices, categories) {
  const groups = categories.map((category) => [category, rules.filter((rule) => rule.category === category)]);
  const tables = groups
    .filter(([, members]) => members.length > 0)
    .map(([category, members]) => `## ${capitalized(category)}\n\n${ruleTable(members, '')}`);
  const rows = notices.map((notice) => [pageLink(notice.id, ''), cell(notice.summary), notice.severity]);
  return [...tables, `## Findings that are not rules\n\n${markdownTable(['id', '', 'severity'], rows)}`].join(
    '\n\n',
  );
}

/** A table of rules whose ids link to their pages under `folder`. */
export function ruleTable(rules, folder) {
  const rows = rules.map((rule) => [
    pageLink(rule.id, folder),
    cell(rule.summary),
    rule.recommended,
    strictSeverity(rule),
    fixWord(rule),
  ]);
  return markdownTable(['rule', '', 'in `recommended`', 'in `strict`', 'fix'], rows);
}

function pageLink(id, folder) {
  return `[${id}](${folder}${id}.md)`;
}

function capitalized(text) {
  return text[0].toUpperCase() + text.slice(1);
}
