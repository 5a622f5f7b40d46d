import { rulesHere } from './explain.ts';
import type { Flags } from './flags.ts';
import { print } from './print.ts';

/** Lists all rules, ours and those of the plugins that the configuration of the current folder names: id, severity in the recommended preset, whether it fixes, and what it is for. */
export async function rulesCommand(flags: Flags): Promise<number> {
  const rows = (await rulesHere(flags)).map(({ id, recommended, fixes = 'never', summary }) => [
    id,
    recommended,
    fixes === 'never' ? '' : 'fix',
    summary,
  ]);
  print(`${alignColumns(rows)}\n`);
  return 0;
}

/** Rows as lines, every column but the last as wide as its widest cell. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  const line = (row: readonly string[]) => row.map((cell, index) => cell.padEnd(widths[index]!)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
