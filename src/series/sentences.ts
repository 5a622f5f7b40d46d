import { sentenceStarts } from '../calendar/sentences.ts';
import type { Document } from '../document/document.ts';
import type { ProseBlock } from '../document/model.ts';
import type { SentenceFact } from './facts.ts';

const mostSentences = 100;
const fewestWords = 8;
const longest = 1_000;

const specific =
  /\p{N}|^(?:january|february|march|april|june|july|august|september|october|november|december|first|second|third|fourth|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u;

/** The sentences of a post that a copy of could be told by. */
export function sentencesOf(document: Document): SentenceFact[] {
  const found: SentenceFact[] = [];
  for (const block of document.prose) {
    if (found.length >= mostSentences) break;
    if (block.kind === 'paragraph') found.push(...sentencesIn(block));
  }
  return found.slice(0, mostSentences);
}

function sentencesIn(block: ProseBlock): SentenceFact[] {
  const { text } = block;
  const starts = [0, ...sentenceStarts(text).filter((start) => start > 0)];
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length;
    if (end - start > longest) return [];
    const words =
      text
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
    if (words.length < fewestWords) return [];
    const targets = block.links
      .filter((link) => link.start >= start && link.end <= end)
      .map(({ url }) => url);
    const specifics = [...words.filter((word) => specific.test(word)), ...targets].join(' ');
    if (specifics === '') return [];
    const trimmed = start + text.slice(start, end).trimEnd().length;
    return {
      value: words.join(' '),
      specifics,
      range: block.sourceRange(start, trimmed - start > 0 ? trimmed : end),
    };
  });
}
