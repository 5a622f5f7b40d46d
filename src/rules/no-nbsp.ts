import * as z from 'zod/mini';
import type { Document } from '../document/document.ts';
import { type Gap, gapsIn } from '../document/gaps.ts';
import type { ProseBlock } from '../document/model.ts';
import { linesOfParagraph, type Replacement, respacer } from '../document/respacing.ts';
import { defineRule, type Fix, type Problem } from '../engine/rule.ts';

type Key = 'edge' | 'between' | 'alone';

// Most posts have none: they are not read any closer.
const candidate = /\u00A0|&(?:nbsp|NonBreakingSpace|#0*160|#[xX]0*[aA]0);/;

export default defineRule<Key, { typographic: boolean }>({
  id: 'no-nbsp',
  summary: 'Disallow no-break spaces that an editor left behind.',
  category: 'residue',
  recommended: 'warn',
  fixes: 'sometimes',
  options: z.strictObject({
    typographic: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          'Whether entities are accepted where typesetters put them: beside a number, before French punctuation, inside French quotation marks, behind an initial.',
        ),
      ),
  }),
  messages: {
    edge: '{what} where a line begins or ends is left over from an editor: delete it.',
    between: '{what} between words is left over from an editor: write a plain space.',
    alone: '{what} with no text around it is left over from an editor: delete it.',
  },
  *check(document, { typographic }) {
    const { source } = document;
    if (!candidate.test(source)) return;
    for (const block of document.prose) {
      if (!block.text.includes('\u00A0')) continue;
      if (block.text.trim() === '' && (!block.html || block.kind === 'cell'))
        yield* aloneProblems(document, block);
      else {
        const wanted = (gap: Gap) => typographic && isTypographic(gap, block.text);
        yield* gapProblems(
          source,
          gapsIn(block, source),
          respacer(source, block.html ? null : block),
          wanted,
        );
      }
    }
  },
});

function* gapProblems(
  source: string,
  gaps: readonly Gap[],
  respace: (gap: Gap) => Replacement[] | null,
  isWanted: (gap: Gap) => boolean,
): Iterable<Problem<Key>> {
  for (const gap of gaps) {
    const isLone = gap.end - gap.start === 1;
    if (isLone && isWanted(gap)) continue;
    const isEdge = gap.before === '' || gap.after === '' || gap.hasLineEnd;
    // One fix for the whole gap: each of its no-break spaces offers it, and the first that is taken mends all.
    const fix = fixOf(respace(gap));
    for (const range of gap.noBreakSpaces) {
      const isEntity = source[range.start] === '&';
      // The character alone between words, or indenting a line, is as often meant as not.
      if (!isEntity && isLone && gap.after !== '') continue;
      yield { message: isEdge ? 'edge' : 'between', data: { what: nameOf(source, range) }, range, fix };
    }
  }
}

/** A cell keeps its place in the table; so do an empty heading and an empty list item in their way. */
function* aloneProblems(document: Document, block: ProseBlock): Iterable<Problem<Key>> {
  if (block.kind === 'cell') return;
  const { source } = document;
  const ranges = gapsIn(block, source).flatMap(({ noBreakSpaces }) => noBreakSpaces);
  const written = source.slice(block.range.start, block.range.end);
  const isPlain = /^(?:[\s*_]|&[A-Za-z0-9#]{1,32};)*$/.test(written);
  const lines = block.kind === 'paragraph' && isPlain ? linesOfParagraph(document, block) : null;
  const fix = lines === null ? undefined : fixOf([{ range: lines, text: '' }]);
  for (const range of ranges) yield { message: 'alone', data: { what: nameOf(source, range) }, range, fix };
}

function nameOf(source: string, { start, end }: Problem['range']): string {
  return source[start] === '&' ? `\`${source.slice(start, end)}\`` : 'A no-break space (U+00A0)';
}

function fixOf(edits: Replacement[] | null): Fix | undefined {
  if (edits === null) return undefined;
  const title = edits.every(({ text }) => text === '') ? 'Delete the no-break space' : 'Write a plain space';
  return { title, safety: 'safe', edits };
}

/** `10&nbsp;km`, `p.&nbsp;7`, `Vraiment&nbsp;!`, `«&nbsp;Non&nbsp;»`, `J.&nbsp;Doe`. */
function isTypographic({ start, end, before, after }: Gap, text: string): boolean {
  if (/\p{N}/u.test(before) && /[\p{L}\p{N}%‰€$£°]/u.test(after)) return true;
  if (/\p{N}/u.test(after) || before === '«' || /[!?:;»%]/.test(after)) return true;
  return /(?:^|[\s.])\p{Lu}\.$/u.test(text.slice(Math.max(0, start - 3), start)) && end < text.length;
}
