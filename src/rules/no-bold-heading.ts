import { quoted } from '../document/mapped-text.ts';
import type { Mark, ProseBlock } from '../document/model.ts';
import { withoutAttributes } from '../document/names.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

export default defineRule({
  id: 'no-bold-heading',
  summary: 'Disallow headings that are bold as a whole.',
  category: 'residue',
  recommended: 'warn',
  fixes: 'sometimes',
  messages: {
    bold: 'The heading *{text}* is bold as a whole, which headings are by themselves: take the bold off.',
  },
  *check(document) {
    for (const block of document.prose) {
      if (block.kind !== 'heading' || block.marks.length === 0) continue;
      const mark = boldAll(block);
      if (!mark) continue;
      const text = block.text.slice(mark.start, mark.end).trim();
      yield {
        message: 'bold',
        data: { text: quoted(block, document.source, mark.start, mark.end) },
        range: mark.range,
        fix: fixOf(document.source, block, mark, text),
      };
    }
  },
});

const word = /[\p{L}\p{N}]/u;

/** The outermost bold outside of which no word stands. */
function boldAll({ text, marks }: ProseBlock): Mark | undefined {
  const end = withoutAttributes(text).length;
  // What goes around all ends last, but for what goes around it.
  return marks.slice(-4).findLast((mark) => {
    if (mark.kind !== 'strong' || !word.test(text.slice(mark.start, mark.end))) return false;
    return !word.test(text.slice(0, mark.start)) && !word.test(text.slice(mark.end, end));
  });
}

/** None where the bare text could begin a list or end the heading, or where a line ends beside the marks. */
function fixOf(source: string, block: ProseBlock, mark: Mark, text: string): Fix | undefined {
  const { range, textRange } = mark;
  const content = source.slice(textRange.start, textRange.end);
  const isPlain = /^[\p{L}\p{Extended_Pictographic}"“‘'(¿¡[*_`\d]/u.test(text) || /^[[`!_*]/.test(content);
  if (!block.html && (!isPlain || /^\d{1,9}[.)]|^\s|\s$|#$/.test(content))) return undefined;
  return {
    title: 'Take the bold off the heading',
    safety: 'safe',
    edits: [
      { range: { start: range.start, end: textRange.start }, text: '' },
      { range: { start: textRange.end, end: range.end }, text: '' },
    ],
  };
}
