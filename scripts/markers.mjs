/**
 * Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`.
 *
 * @param {string} page the text that holds the markers
 * @param {string} name which markers
 * @param {string} content what to put between them, without line ends around it
 * @returns {string | null} the new text, or null where the markers are missing
 */
export function replaceGenerated(page, name, content) {
  const open = `<!-- generated:${name} -->`;
  const close = `<!-- /generated:${name} -->`;
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  if (start === -1 || end < start) return null;
  return `${page.slice(0, start + open.length)}\n\n${content}\n\n${page.slice(end)}`;
}

/**
 * A Markdown table.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
