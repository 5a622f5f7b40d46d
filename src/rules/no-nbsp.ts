import * as z from 'zod/mini';
import type { Document } from '../document/document.ts';
import { type Gap, gapsIn } from '../document/gaps.ts';
import type { ProseBlock } from '../document/model.ts';
import { htmlParagraph, linesOfParagraph, type Replacement, respacer } from '../document/respacing.ts';
import { valueGaps } from '../document/value-gaps.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../engine/rule.ts';

type Key = 'edge' | 'between' | 'alone' | 'departs';

// Most posts have none: they are not read any closer.
const candidate = /\u00A0|&(?:nbsp|NonBreakingSpace|#0*160|#[xX]0*[aA]0);/;

export default defineRule<Key, { typographic: boolean }>({
  id: 'no-nbsp',
  summary: 'Disallow no-break spaces that an editor left behind.',
  category: 'residue',
  recommended: 'warn',
  fixes: 'sometimes',
  needs: 'series',
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
    departs: '{what} stands between words, and no earlier issue of the series has one: write a plain space.',
    alone: '{what} with no text around it is left over from an editor: delete it.',
  },
  *check(document, { typographic }, { series }) {
    const { source } = document;
    if (!candidate.test(source)) return;
    const policy: Policy = { typographic, isNew: isNewTo(series) };
    for (const block of document.prose) {
      if (!block.text.includes('\u00A0')) continue;
      if (block.text.trim() === '') {
        yield* aloneProblems(document, block);
        continue;
      }
      const respace = respacer(source, block.html ? null : block);
      yield* gapProblems(source, block.text, gapsIn(block, source), respace, policy);
    }
    yield* valueProblems(document, policy);
  },
});

interface Policy {
  readonly typographic: boolean;
  /** Whether the series is long enough to tell, and never had the character. */
  readonly isNew: boolean;
}

function isNewTo(series: RuleContext['series']): boolean {
  const earlier = series?.earlier ?? [];
  return earlier.length >= 6 && earlier.every(({ noBreakSpaces }) => noBreakSpaces === 0);
}

function* valueProblems(document: Document, { typographic }: Policy): Iterable<Problem<Key>> {
  for (const { before, after, isLone, noBreakSpaces, replacement } of valueGaps(document)) {
    const fix = replacement ? fixOf([replacement]) : undefined;
    const isEdge = before === '' || after === '';
    for (const range of noBreakSpaces) {
      const isEntity = document.source[range.start] === '&';
      if (isLone && after !== '' && (!isEntity || (typographic && /\p{N}/u.test(before)))) continue;
      const message = before + after === '' ? 'alone' : isEdge ? 'edge' : 'between';
      yield { message, data: { what: nameOf(document.source, range) }, range, fix };
    }
  }
}

function* gapProblems(
  source: string,
  text: string,
  gaps: readonly Gap[],
  respace: (gap: Gap) => Replacement[] | null,
  { typographic, isNew }: Policy,
): Iterable<Problem<Key>> {
  for (const gap of gaps) {
    const isLone = gap.end - gap.start === 1;
    if (isLone && typographic && isTypographic(gap, text)) continue;
    const isEdge = gap.before === '' || gap.after === '' || gap.hasLineEnd;
    // One fix for the whole gap: each of its no-break spaces offers it, and the first that is taken mends all.
    const fix = fixOf(respace(gap));
    for (const range of gap.noBreakSpaces) {
      const what = nameOf(source, range);
      // The character alone between words, or indenting a line, is as often meant as not.
      const isMeant = source[range.start] !== '&' && isLone && gap.after !== '';
      if (!isMeant) yield { message: isEdge ? 'edge' : 'between', data: { what }, range, fix };
      else if (isNew && !isEdge && !isTypographic(gap, text))
        yield { message: 'departs', data: { what }, range, fix };
    }
  }
}

/** A cell keeps its place in the table; so do an empty heading and an empty list item in their way. */
function* aloneProblems(document: Document, block: ProseBlock): Iterable<Problem<Key>> {
  if (block.kind === 'cell') return;
  const { source } = document;
  const ranges = gapsIn(block, source).flatMap(({ noBreakSpaces }) => noBreakSpaces);
  const written = source.slice(block.range.start, block.range.end);
  const isPlain = /^(?:[\s*_]|&[A-Za-z0-9#]{1,32};|<br ?\/?>)*$/i.test(written);
  const linesOf = block.html ? htmlParagraph : linesOfParagraph;
  const lines = block.kind === 'paragraph' && isPlain ? linesOf(document, block) : null;
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
