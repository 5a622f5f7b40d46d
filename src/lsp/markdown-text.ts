import { shortLine } from '../reporters/message-text.ts';
import { printable } from '../reporters/visible.ts';

// What of a post stands in a hover is there to be recognised, not to be read.
const longest = 120;

/**
 * Text of a post, of a configuration or of a schema as Markdown in the middle of a line: nothing in it is markup, an
 * address or a control, and it is cut to 120 UTF-16 units.
 */
export function markdownText(text: string): string {
  return escapeMarkdown(shortLine(text, longest));
}

/** A sentence with the markup of a finding's message, in which backticks set apart what a stranger wrote. */
export function markdownSentence(message: string): string {
  return message
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 0 ? escapeMarkdown(printable(part)) : markdownCode(part.slice(1, -1)),
    )
    .join('');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~$!#@]|:(?=\/\/)/g, '\\$&').replace(/(?<=www)(?=\.)/gi, '\\');
}

/** The same as code: between as many backticks as it takes. */
export function markdownCode(text: string): string {
  const said = shortLine(text, longest);
  if (said === '') return '""';
  const longestRun = Math.max(0, ...(said.match(/`+/g) ?? []).map((run) => run.length));
  const marks = '`'.repeat(longestRun + 1);
  const space = said.startsWith('`') || said.endsWith('`') ? ' ' : '';
  return marks + space + said + space + marks;
}
