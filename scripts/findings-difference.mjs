import { markdownTable } from './markers.mjs';

/**
 * @typedef {{ filePath: string, messages: readonly { ruleId: string, message: string, line: number, column: number }[] }} Result
 * as `--format json` writes it
 */

/**
 * What two runs over the same posts say differently.
 *
 * @param {readonly Result[]} before
 * @param {readonly Result[]} after
 * @returns the numbers by rule, and the findings that are gone or new, each with its file, line and column
 */
export function findingsDifference(before, after) {
  const [old, now] = [before, after].map(occurrences);
  const gone = beyond(old, now);
  const added = beyond(now, old);
  const ids = [...new Set([...old, ...now].map(([, { ruleId }]) => ruleId))].sort();
  const of = (list, id) => list.filter(({ ruleId }) => ruleId === id).length;
  const rows = ids.map((id) => ({
    id,
    before: of([...old.values()], id),
    after: of([...now.values()], id),
    gone: of(gone, id),
    added: of(added, id),
  }));
  return { rows, gone, added };
}

/** Findings by what they say and where; one that is said twice at one place counts twice. */
function occurrences(results) {
  const found = new Map();
  for (const { filePath, messages } of results) {
    for (const { ruleId, message, line, column } of messages) {
      const finding = { ruleId, place: `${filePath}:${line}:${column}`, message };
      let times = 0;
      while (found.has(JSON.stringify([finding, times]))) times++;
      found.set(JSON.stringify([finding, times]), finding);
    }
  }
  return found;
}

function beyond(these, those) {
  return [...these].filter(([key]) => !those.has(key)).map(([, finding]) => finding);
}

/**
 * The difference as text to read.
 *
 * @param {ReturnType<typeof findingsDifference>} difference
 * @param {number} most how many findings are shown of those gone, and of those new
 */
export function differenceText({ rows, gone, added }, most) {
  const changed = rows.filter((row) => row.gone + row.added > 0);
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  if (changed.length === 0) return `The same ${total('before')} findings before and after.\n`;
  const cells = (id, row) => [id, row('before'), row('after'), row('gone'), row('added')];
  const table = markdownTable(
    ['rule', 'before', 'after', 'gone', 'new'],
    [...changed.map((row) => cells(row.id, (key) => row[key])), cells('all rules', total)],
  );
  return [table, shown('Gone', gone, most), shown('New', added, most)]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function shown(title, findings, most) {
  if (findings.length === 0) return '';
  const lines = findings.slice(0, most).map(({ place, ruleId, message }) => `${place} ${ruleId}: ${message}`);
  if (findings.length > most) lines.push(`… and ${findings.length - most} more`);
  return [`${title}:`, ...lines].join('\n');
}
