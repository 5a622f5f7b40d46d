import * as z from 'zod/mini';
import type { Document } from '../document/document.ts';
import { blocksWith, joinedTexts } from '../document/joined-texts.ts';
import { opaque } from '../document/mapped-text.ts';
import type { Entry, Link, ProseBlock, Value } from '../document/model.ts';
import {
  addressPlaceholder,
  blanksIn,
  forms,
  openPlaceholder,
  openPlaceholders,
  wholePlaceholder,
} from '../document/placeholders.ts';
import type { Range } from '../document/source.ts';
import { struckIn } from '../document/spans.ts';
import { defineRule, type Problem } from '../engine/rule.ts';

type Key = 'text' | 'target' | 'value' | 'blank' | 'filler' | 'comment';

export default defineRule<Key, { comments: boolean }>({
  id: 'no-placeholder',
  summary: 'Disallow placeholders that nobody has filled in.',
  category: 'prose',
  recommended: 'error',
  options: z.strictObject({
    comments: z
      ._default(z.boolean(), false)
      .check(z.describe('Whether HTML comments that start with such a word are reported too.')),
  }),
  messages: {
    text: '“{text}” only keeps a place: write what belongs here, or delete it.',
    target: 'The link goes to “{text}”, which only keeps a place: put the address here, or delete the link.',
    value: '“{text}” only keeps a place in `{key}`: fill it in, or delete the line.',
    blank: 'A blank was never filled in: write what belongs here.',
    filler: '“{text}” is filler text: write what belongs here, or delete it.',
    comment: 'The comment says that something is still to be done: do it, or delete the comment.',
  },
  *check(document, { comments }) {
    for (const entry of document.frontMatter?.entries ?? []) yield* inFrontMatter(entry.value, entry);
    yield* inProse(document);
    for (const link of document.links) {
      if (link.dynamic || link.kind === 'image') continue;
      const problem = targetProblem(link) ?? textProblem(link, document.source);
      if (problem) yield problem;
    }
    if (comments) yield* inComments(document);
  },
});

// What sorts a post may well be called "todo".
const labels = /^(?:tags?|categor(?:y|ies)|keywords?|topics?|slug|status|state|stage|aliases|layout|type)$/i;

function* inFrontMatter(value: Value, entry: Entry): Iterable<Problem<Key>> {
  if (labels.test(entry.key)) return;
  for (const item of value.items) yield* inFrontMatter(item, entry);
  for (const inner of value.entries) yield* inFrontMatter(inner.value, inner);
  if (value.kind !== 'string') return;
  const text = value.text.trim();
  const found = wholePlaceholder(text);
  const { key } = entry;
  if (found !== null && found !== 'open') yield { message: 'value', data: { text, key }, range: value.range };
  else
    for (const { start, end } of blanksIn(value.text))
      yield { message: 'blank', range: value.sourceRange(start, end) };
}

function* inProse(document: Document): Iterable<Problem<Key>> {
  const blanks: Range[] = [];
  const tasks: Problem<Key>[] = [];
  const hasBlanks = joinedTexts(document).text.includes('___');
  const open = new Set(blocksWith(document, openPlaceholder));
  for (const block of document.prose) {
    const { text } = block;
    if (hasBlanks && text.includes('___') && block.kind !== 'cell') blanks.push(...blanksOf(block));
    const whole = text.length < 300 ? wholePlaceholder(text.trim()) : null;
    if (whole !== null && counts(document, block, whole)) {
      const start = text.length - text.trimStart().length;
      const end = text.trimEnd().length;
      const range = block.sourceRange(start, end);
      const problem: Problem<Key> = { message: 'text', data: { text: shown(text) }, range };
      if (whole === 'task' && block.inList) tasks.push(problem);
      else yield problem;
    } else if (open.has(block))
      for (const { start, end, kind } of openPlaceholders(text))
        yield {
          message: kind,
          data: { text: shown(text.slice(start, end)) },
          range: block.sourceRange(start, end),
        };
  }
  // Several are a list of what is to be done, as several blanks are a form.
  if (tasks.length === 1) yield* tasks;
  if (blanks.length < 3) for (const range of blanks) yield { message: 'blank', range };
}

/** Whether a placeholder in that place is none that readers are meant to see. */
function counts(document: Document, block: ProseBlock, found: string): boolean {
  if (struckIn(block, null).length > 0) return false;
  // "To be determined" is news in a table of dates, and among the items of a list.
  if (found === 'blank') return false;
  if (found === 'open') return block.kind === 'heading' || (block.kind === 'paragraph' && !block.inList);
  if (found === 'question') return block.kind !== 'cell' && !block.inList;
  if (found === 'word' && block.kind === 'cell') return !/^todo$/i.test(block.text.trim());
  // A heading above a list of what is to be done.
  if (found === 'word' && block.kind === 'heading') {
    const { section } = block;
    const body =
      section && document.source.slice(block.range.end, Math.min(section.range.end, block.range.end + 400));
    const rest = (body ?? '').replace(/^[#=\s-]+/, '');
    return rest === '' || (section !== null && /^\s*#/.test((body ?? '').replace(/^[^\n]*\n/, '')));
  }
  return true;
}

function blanksOf(block: ProseBlock): Range[] {
  // "Signature: ______" is a line of a form.
  if (forms.test(block.text)) return [];
  return blanksIn(block.text).map(({ start, end }) => block.sourceRange(start, end));
}

function targetProblem({ url, urlRange }: Link): Problem<Key> | null {
  const target = addressPlaceholder(url);
  return target === null ? null : { message: 'target', data: { text: target }, range: urlRange };
}

// A text of one word that keeps a place begins so, or with markup. Reading a text costs more than a look at how it is written.
const wordOrMarkup = /[^A-EG-SU-WYZa-z\d]/;

function textProblem(link: Link, source: string): Problem<Key> | null {
  const { url, kind, textRange } = link;
  if (!textRange || kind === 'autolink' || !wordOrMarkup.test(source.charAt(textRange.start))) return null;
  const said = link.text?.text.trim() ?? '';
  const found = said === '' || said.includes(opaque) ? null : wholePlaceholder(said);
  const isNamed = url.toLowerCase().includes(said.toLowerCase());
  if (found !== 'word' || isNamed || said.startsWith('[')) return null;
  return { message: 'text', data: { text: said }, range: textRange };
}

function* inComments(document: Document): Iterable<Problem<Key>> {
  for (const { textRange, range, kind } of document.comments) {
    const text = document.source.slice(textRange.start, textRange.end).trim();
    if (kind !== 'yaml' && /^(?:TODO|FIXME|XXX|TK|TBD)\b/.test(text)) yield { message: 'comment', range };
  }
}

function shown(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
