import type { Closers, Template } from './template-tags.ts';

/** How far an expression or a statement may reach over blank lines. */
const longest = 20_000;
const statement =
  /^(?:import\s+(?:["'{*]|[\w$]+\s*(?:,|from\s))|export\s+(?:const|let|var|function|async|default|class|\{|\*))/;
const componentName = /<(\/?)(?:([A-Z][\w$]*(?:\.[\w$]+)*|[a-z][\w$]*(?:\.[\w$]+)+)(?=[\s/>{])|(?=>))/y;

/** `import` and `export` at the start of a block: up to the blank line behind their last bracket. */
export function statementAt(closers: Closers, at: number): Template | null {
  const { source } = closers;
  if (!statement.test(source.slice(at, at + 200))) return null;
  let end = closers.paragraphEnd(at);
  const brace = source.slice(at, end).indexOf('{');
  if (brace >= 0) {
    const closed = closers.behindBraces(at + brace, Math.min(source.length, at + longest));
    if (closed > end) end = closers.paragraphEnd(closed);
  }
  return { start: at, end, shown: false, flow: true };
}

/** `{expression}`; one that starts a line or is an attribute's value may hold blank lines. */
export function expressionAt(closers: Closers, at: number, startsLine: boolean): Template | null {
  const { source } = closers;
  const mayBeLong = startsLine || source[at - 1] === '=';
  const limit = mayBeLong ? Math.min(source.length, at + longest) : closers.paragraphEnd(at);
  const end = closers.behindBraces(at, limit);
  return end < 0 ? null : { start: at, end, shown: true, flow: false };
}

/** The tag of a component or fragment; tags of elements are HTML, with expressions in them. */
export function componentAt(closers: Closers, at: number): Template | null {
  const { source } = closers;
  componentName.lastIndex = at;
  const match = componentName.exec(source);
  if (!match) return null;
  const from = at + match[0].length;
  const limit = Math.min(source.length, at + longest);
  const end = closers.search(at, limit, () => tagEnd(closers, from, limit));
  if (end < 0) return null;
  const isAlone = source[end - 2] === '/';
  return { start: at, end, shown: isAlone, flow: true, isFormat: !isAlone };
}

function tagEnd(closers: Closers, from: number, limit: number): number {
  const { source } = closers;
  for (let i = from; i < limit; i++) {
    const character = source[i]!;
    if (character === '>') return i + 1;
    if (character === '<') return -1;
    if (character === '{') {
      const end = closers.behindBraces(i, limit);
      if (end < 0) return -1;
      i = end - 1;
    } else if (character === '"' || character === "'") {
      const end = source.slice(i + 1, limit).indexOf(character);
      if (end < 0) return -1;
      i += end + 1;
    }
  }
  return -1;
}
