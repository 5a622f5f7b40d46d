import type { Finding } from '../engine/finding.ts';
import { printable } from '../reporters/visible.ts';

/** More than an editor's menu shows. */
const longestTitle = 120;

/** What a menu can show of a text: one line, nothing in it that moves or hides, not long. */
export function titleOf(text: string): string {
  // Cut before it is escaped as well: a title may quote a line of a million characters.
  const characters = [...printable(text.slice(0, 2 * longestTitle + 2))];
  if (characters.length <= longestTitle) return characters.join('');
  return `${characters.slice(0, longestTitle - 1).join('')}…`;
}

/** Names an offer about a finding, for a client that asks for it again. */
export function offerId(what: string, { ruleId, messageKey, range }: Finding): string {
  return `${what} ${range.start}-${range.end} ${ruleId} ${messageKey}`;
}

/** Whether the offer with an id is about a finding, or about one that it cannot be told from. */
export function isNamedBy(id: string, finding: Finding): boolean {
  return id === offerId(id.slice(0, id.indexOf(' ')), finding);
}
