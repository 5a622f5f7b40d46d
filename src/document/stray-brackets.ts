import type { ProseBlock } from './model.ts';
import type { Range } from './source.ts';

// How many paragraphs or items away the partner of a bracket is looked for.
const neighbours = 5;

/**
 * Brackets that touch a link and have no partner: `[text](address))`, `[text](address)]` and `[[text](address)`.
 *
 * @param text the plain source of the block at `index`
 */
export function strayBrackets(text: string, prose: readonly ProseBlock[], index: number): Range[] {
  const { links, range: own } = prose[index]!;
  if (links.length === 0) return [];
  const unpaired = unpairedBrackets(text);
  return links.flatMap(({ range, start, end }) => {
    const behind = unpairedBehind(text, range.end - own.start, unpaired);
    const before = range.start - own.start - 1;
    const at = behind ?? (text[before] === '[' && unpaired.has(before) ? before : null);
    if (at === null || start === end || hasPartnerNear(text[at]!, prose, index)) return [];
    return [{ start: own.start + at, end: own.start + at + 1 }];
  });
}

/** The bracket without a partner in the row of those that stand behind a link: the last of `(see [a](b)))`. */
function unpairedBehind(text: string, at: number, unpaired: ReadonlySet<number>): number | null {
  for (let i = at; i < at + 4 && /[)\]]/.test(text[i] ?? ''); i++) if (unpaired.has(i)) return i;
  return null;
}

/** Where brackets stand that no other of the block pairs with; escaped ones pair, but are never without a partner. */
function unpairedBrackets(text: string): Set<number> {
  const round: number[] = [];
  const square: number[] = [];
  const unpaired = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '(' || character === '（') round.push(i);
    else if (character === '[') square.push(i);
    else if (character === ')' || character === '）' || character === ']') {
      const open = (character === ']' ? square : round).pop();
      if (open === undefined && text[i - 1] !== '\\') unpaired.add(i);
    }
  }
  for (const i of square) if (text[i - 1] !== '\\') unpaired.add(i);
  return unpaired;
}

/** Whether a block nearby opens what a bracket closes, or closes what it opens. */
function hasPartnerNear(bracket: string, prose: readonly ProseBlock[], index: number): boolean {
  const [open, close] = bracket === ')' ? ['(', ')'] : ['[', ']'];
  const near =
    bracket === open
      ? prose.slice(index + 1, index + 1 + neighbours)
      : prose.slice(Math.max(0, index - neighbours), index);
  return near.some(({ text }) => {
    let depth = 0;
    for (const character of text) {
      if (character === open) depth++;
      else if (character === close) depth--;
      if (bracket === open && depth < 0) return true;
      if (bracket !== open) depth = Math.max(0, depth);
    }
    return bracket !== open && depth > 0;
  });
}
