import * as z from 'zod/mini';
import { alignedRanges } from '../document/aligned-html.ts';
import type { Document } from '../document/document.ts';
import { emptyParagraph } from '../document/empty-paragraphs.ts';
import { type GapFault, type GapPolicy, gapFault } from '../document/gap-faults.ts';
import { gapsIn, type NoBreakSpaces } from '../document/gaps.ts';
import type { ProseBlock } from '../document/model.ts';
import { forcedBreak, type Replacement, respacer } from '../document/respacing.ts';
import { rangeSet } from '../document/source.ts';
import { valueGaps } from '../document/value-gaps.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../engine/rule.ts';
import type { PostFacts } from '../series/facts.ts';
import { earlierWith } from '../series/history.ts';

type Key = GapFault | 'alone' | 'broken';

// Most posts have none: they are not read any closer.
const entity = /&(?:nbsp|NonBreakingSpace|#0*160|#[xX]0*[aA]0);/;

export default defineRule<Key, { typographic: boolean }>({
  id: 'no-nbsp',
  summary: 'Disallow no-break spaces that an editor left behind.',
  category: 'residue',
  recommended: 'warn',
  fixes: 'sometimes',
  needs: 'series',
  concerns: (_, series) => isNewTo(series),
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
    beside: '{what} beside a space is left over from an editor: delete it.',
    between: '{what} between words is left over from an editor: write a plain space.',
    departs: '{what} stands between words, and no earlier issue of the series has one: write a plain space.',
    alone: '{what} with no text around it is left over from an editor: delete it.',
    indent: '{what} indents the line by hand: delete it, and leave the place of text to the layout.',
    aligned: '{what} moves aligned text by hand: delete it, and leave the place of text to the layout.',
    broken: '{what} keeps an empty line below the text: delete it with the `\\` before it.',
  },
  *check(document, { typographic }, context) {
    const { source } = document;
    if (!source.includes('\u00A0') && !entity.test(source)) return;
    const aligned = rangeSet(alignedRanges(document.tags));
    const policy: GapPolicy = { typographic, isNew: () => isNewTo(context.series), aligned };
    for (const block of document.prose) {
      if (!block.text.includes('\u00A0')) continue;
      if (block.text.trim() === '') yield* aloneProblems(document, block);
      else yield* gapProblems(source, block, policy);
    }
    yield* valueProblems(document, policy);
  },
});

function isNewTo(series: RuleContext['series']): boolean {
  return series !== null && series.position >= 6 && earlierWith(series, spacesIn, 'some') === 0;
}

function spacesIn({ noBreakSpaces }: PostFacts): string[] {
  return noBreakSpaces === 0 ? [] : ['some'];
}

function* valueProblems(document: Document, { typographic }: GapPolicy): Iterable<Problem<Key>> {
  for (const { before, after, hasPlainSpace, range, count, replacement } of valueGaps(document)) {
    const fix = replacement ? fixOf([replacement]) : undefined;
    const isEntity = document.source[range.start] === '&';
    const isLone = count === 1 && !hasPlainSpace;
    if (isLone && after !== '' && (!isEntity || (typographic && /\p{N}/u.test(before)))) continue;
    const isEdge = before === '' || after === '';
    const message = before + after === '' ? 'alone' : isEdge ? 'edge' : hasPlainSpace ? 'beside' : 'between';
    yield { message, data: { what: nameOf(document.source, { ...range, count }) }, range, fix };
  }
}

function* gapProblems(source: string, block: ProseBlock, policy: GapPolicy): Iterable<Problem<Key>> {
  const respace = respacer(source, block.html ? null : block);
  for (const gap of gapsIn(block, source)) {
    const found = gap.runs.flatMap(({ noBreakSpaces }) => noBreakSpaces ?? []);
    const broken = block.html ? null : forcedBreak(gap, source);
    const keys = found.map((spaces) =>
      broken && spaces.startsLine ? 'broken' : gapFault(spaces, gap, block.text, source, policy),
    );
    // One fix for the whole gap: each of its rows offers it, and the first that is taken mends all.
    const edits = broken ?? respace(gap);
    const isLayout = keys.some((key) => key === 'indent' || key === 'aligned' || key === 'broken');
    const fix = fixOf(edits, isLayout ? 'unsafe' : 'safe');
    for (const [index, message] of keys.entries()) {
      const { start, end, count } = found[index]!;
      const what = nameOf(source, { start, end, count });
      if (message !== null) yield { message, data: { what }, range: { start, end }, fix };
    }
  }
}

/** A cell keeps its place in the table; so do an empty heading and an empty list item in their way. */
function* aloneProblems(document: Document, block: ProseBlock): Iterable<Problem<Key>> {
  if (block.kind === 'cell') return;
  const { source } = document;
  const lines = emptyParagraph(document, block);
  const fix = lines === null ? undefined : fixOf([{ range: lines, text: '' }]);
  for (const { runs } of gapsIn(block, source)) {
    for (const { noBreakSpaces } of runs) {
      if (noBreakSpaces === null) continue;
      const { start, end } = noBreakSpaces;
      yield { message: 'alone', data: { what: nameOf(source, noBreakSpaces) }, range: { start, end }, fix };
    }
  }
}

/** As the source writes it: an entity by its name, several as a row. */
function nameOf(source: string, { start, end, count }: Omit<NoBreakSpaces, 'startsLine'>): string {
  const written = source.slice(start, end);
  const [entity] = /^&[^;]*;/.exec(written) ?? [];
  if (count === 1) return entity ? `\`${entity}\`` : 'A no-break space (U+00A0)';
  if (entity && written === entity.repeat(count)) return `A row of ${count} \`${entity}\``;
  return `A row of ${count} no-break spaces`;
}

function fixOf(edits: readonly Replacement[] | null, safety: Fix['safety'] = 'safe'): Fix | undefined {
  if (edits === null) return undefined;
  const title = edits.every(({ text }) => text === '') ? 'Delete the no-break space' : 'Write a plain space';
  return { title, safety, edits };
}
