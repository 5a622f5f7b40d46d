import { messageText } from './message-text.ts';
import { type RankedFinding, rankedFindings } from './ranked.ts';
import type { Reporter } from './report.ts';
import { counted, summaryLines } from './summary.ts';
import { visible } from './visible.ts';

// Nobody reads more, and GitHub drops the summary of a step that exceeds 1 MiB altogether.
const mostRows = 500;
const mostBytes = 512 * 1024;

/** Writes the findings as a table in Markdown, for the summary page of a workflow run on GitHub; the first errors first. */
export const githubSummary: Reporter = (results, context) => {
  const found = rankedFindings(results, context);
  if (found.length === 0) {
    const none = context.onlyNew ? 'No new findings' : 'No findings';
    return `\n### recaplint\n\n${none} in ${counted(results.length, 'file')}.\n\n`;
  }
  const rows = rowsThatFit(found);
  const missing = found.length - rows.length;
  const more = missing > 0 ? [`and ${counted(missing, 'finding')} more, which the log of the step has.`] : [];
  const lines = summaryLines(results, context).map(harmless);
  const table = ['| | place | finding | rule |', '|---|---|---|---|', ...rows];
  return ['', '### recaplint', '', lines.join('  \n'), '', ...table, '', ...more, '', ''].join('\n');
};

function rowsThatFit(found: readonly RankedFinding[]): string[] {
  const rows: string[] = [];
  let bytes = 0;
  for (const finding of found.slice(0, mostRows)) {
    const row = rowOf(finding);
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > mostBytes) break;
    rows.push(row);
  }
  return rows;
}

function rowOf({ severity, path, from, message, ruleId }: RankedFinding): string {
  const place = `${messageText(path)}:${from.line}:${from.column}`;
  const cells = [
    severity === 'error' ? 'error' : 'warning',
    `<code>${harmless(place)}</code>`,
    harmless(messageText(message)),
    `<code>${harmless(visible(ruleId))}</code>`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * Text that Markdown and HTML leave as it is. What looks for mentions, references and addresses when the markup is gone
 * (`@name`, `#1`, `https://…`, `www.…`) is kept from them by a zero-width space.
 */
function harmless(text: string): string {
  return text
    .replace(/(?<=[@#])|(?<=:)(?=\/\/)|(?<=www)(?=\.)/gi, '\u200B')
    .replace(/[\\`*_[\](){}<>&!~|$^:#@=]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
