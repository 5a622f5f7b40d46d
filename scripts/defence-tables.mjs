/** The table of `tests/defences` on docs/reliability.md. */
import { markdownTable } from './markers.mjs';

/**
 * @param {Record<string, { title: string, defences: readonly import('../tests/defences/defence.ts').Defence[] }>} areas
 */
export function defenceTables(areas) {
  const tables = Object.values(areas).map(({ title, defences }) => {
    const rows = defences.map(({ threat, defence, test, named }) => [
      cell(threat),
      cell(defence),
      `[${cell(named)}](../${test})`,
    ]);
    return `### ${title}\n\n${markdownTable(['threat', 'defence', 'test'], rows)}`;
  });
  return tables.join('\n\n');
}

/** Words as a cell of a table holds them. */
function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
