import * as z from 'zod/mini';
import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from '../document/document.ts';
import { endsInAbbreviation } from '../document/heading-text.ts';
import type { Heading, ProseBlock } from '../document/model.ts';
import { withoutAttributes } from '../document/names.ts';
import { defineRule, type Problem } from '../engine/rule.ts';

type Key = 'long' | 'sentences' | 'swallowed';

export default defineRule<Key, { max: number; sentences: boolean }>({
  id: 'heading-length',
  summary: 'Disallow headings that are paragraphs.',
  category: 'structure',
  recommended: 'warn',
  options: z.strictObject({
    max: z
      ._default(z.int().check(z.minimum(1)), 120)
      .check(z.describe('The most characters that a heading may have, as readers see it.')),
    sentences: z
      ._default(z.boolean(), true)
      .check(
        z.describe(
          'Whether headings of two sentences, and headings that run on in the paragraph below, are reported.',
        ),
      ),
  }),
  messages: {
    long: 'The heading has {length} characters and reads like a paragraph: shorten it, or make it text.',
    sentences: 'The heading is more than one sentence: keep one as the heading, and make the rest text.',
    swallowed:
      'The heading is the first half of a sentence that goes on below (“{next} …”): make it text, or give the section a heading of its own.',
  },
  *check(document, { max, sentences }) {
    let next = 0;
    for (const heading of document.headings) {
      if (heading.text.length <= max && (!sentences || heading.text.length < shortest)) continue;
      const text = withoutAttributes(heading.text);
      if (text.length > max) {
        yield { message: 'long', data: { length: text.length }, range: heading.textRange };
        continue;
      }
      if (!sentences || text.length < shortest) continue;
      if (secondSentence(text)) {
        yield { message: 'sentences', range: heading.textRange };
        continue;
      }
      while (next < document.prose.length && document.prose[next]!.range.start < heading.range.end) next++;
      const problem = swallowed(document, heading, text, document.prose[next]);
      if (problem) yield problem;
    }
  },
});

/** In UTF-16 units: a shorter heading is no sentence. */
const shortest = 25;

const words = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0;

/** Whether a full stop parts two sentences of some words each; `?` and `!` part titles as well. */
function secondSentence(text: string): boolean {
  return (
    text.includes('.') &&
    sentenceStarts(text).some((start) => {
      if (start === 0) return false;
      const first = text.slice(0, start).trimEnd();
      if (!/[^.\d]\.["”’)\]]{0,3}$/.test(first) || endsInAbbreviation(first.replace(/\.["”’)\]]*$/, '')))
        return false;
      return words(first) >= 4 && words(text.slice(start)) >= 4;
    })
  );
}

function swallowed(
  { source }: Document,
  heading: Heading,
  text: string,
  below: ProseBlock | undefined,
): Problem<Key> | null {
  if (below?.kind !== 'paragraph' || below.depth > 0 || words(text) < 6) return null;
  if (!/^\p{Lu}/u.test(text) || !/[\p{L}\p{N}]$/u.test(text)) return null;
  if (
    source
      .slice(heading.range.end, below.range.start)
      .replace(/<\/?(?:p|div|h[1-6])>/g, '')
      .trim() !== ''
  )
    return null;
  const opening = /^\p{Ll}[\p{Ll}’'-]*(?=[\s,])/u.exec(below.text);
  if (
    !opening ||
    below.marks.some(({ start }) => start === 0) ||
    below.links.some(({ start }) => start === 0)
  )
    return null;
  return { message: 'swallowed', data: { next: opening[0] }, range: heading.textRange };
}
