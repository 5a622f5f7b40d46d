import { MappedTextBuilder } from './mapped-text.ts';
import type { Entry, FrontMatterError } from './model.ts';

const line = /[^\r\n]+/g;
const key = /^([A-Za-z][\w -]{0,63}):[ \t]*/;

/**
 * Reads `Key: value` lines (Pelican, MultiMarkdown). An indented line continues the value above it. Every
 * value is a string: this format knows no other types.
 *
 * @param offset where `content` starts in the file
 */
export function readHeader(
  content: string,
  offset: number,
): { entries: Entry[]; errors: FrontMatterError[] } {
  const entries: Entry[] = [];
  let open: { key: string; start: number; builder: MappedTextBuilder; end: number } | null = null;
  const close = () => {
    if (open) entries.push(entryOf(open.key, open.start, open.builder, open.end));
    open = null;
  };
  for (const match of content.matchAll(line)) {
    const start = offset + match.index;
    const text = match[0].trimEnd();
    const name = key.exec(text);
    if (name) {
      close();
      const valueStart = start + name[0].length;
      const builder = new MappedTextBuilder();
      builder.verbatim(text.slice(name[0].length), valueStart);
      open = { key: name[1]!, start, builder, end: Math.max(valueStart, start + text.length) };
    } else if (open !== null) {
      const current: { builder: MappedTextBuilder; end: number } = open;
      const indent = text.length - text.trimStart().length;
      current.builder.atom(' ', current.end, start + indent);
      current.builder.verbatim(text.slice(indent), start + indent);
      current.end = start + text.length;
    }
  }
  close();
  return { entries, errors: [] };
}

function entryOf(name: string, start: number, builder: MappedTextBuilder, end: number): Entry {
  const mapped = builder.finish();
  const valueStart = end - (mapped.text === '' ? 0 : end - mapped.sourceRange(0, 1).start);
  return {
    key: name,
    keyRange: { start, end: start + name.length },
    value: {
      kind: mapped.text === '' ? 'null' : 'string',
      text: mapped.text,
      range: { start: valueStart, end },
      items: [],
      entries: [],
      sourceRange: mapped.sourceRange,
    },
  };
}
