import type { Range } from '../document/source.ts';
import type { Verb } from '../engine/directives.ts';
import { verbs } from '../engine/directives.ts';
import type { Finding } from '../engine/finding.ts';
import { type CaretLine, wordAround } from './caret-line.ts';
import type { CompletionItem } from './completion-item.ts';
import { markdownText } from './markdown-text.ts';
import type { OpenPost } from './open-post.ts';

const opening = /(<!--|\{\/\*|#)\s*(recaplint-(?:[\w-]*))$/;
const named = new RegExp(String.raw`(<!--|\{\/\*|#)\s*recaplint-(${verbs.join('|')})\s([^<>*]*)$`);

const meanings: Readonly<Record<Verb, string>> = {
  'disable-next-line': 'No findings in the next line that is not empty.',
  'disable-line': 'No findings in the lines of this comment.',
  'disable-file': 'No findings in this file.',
  disable: 'No findings from here on.',
  enable: 'Findings again from here on.',
};

/** Directives behind `recaplint-` in a comment, and the rules that one may name. Null where the caret is in no such comment. */
export function completeDirective(
  post: OpenPost,
  line: CaretLine,
  inFrontMatter: boolean,
): readonly CompletionItem[] | null {
  const isComment = (mark: string) => (mark === '#') === inFrontMatter;
  const typed = opening.exec(line.before);
  if (typed && isComment(typed[1]!)) return directives(line, typed[2]!);
  const directive = named.exec(line.before);
  if (!directive || !isComment(directive[1]!)) return null;
  const [, , verb, names] = directive;
  // Behind the two hyphens stands a reason.
  if (/(?:^|\s)--(?:\s|$)/.test(names!)) return [];
  return ruleItems(post, line, verb as Verb, names!);
}

function directives(line: CaretLine, typed: string): CompletionItem[] {
  const range = wordAround(line, typed, /^[\w-]*/);
  return verbs.map((verb, index) => {
    const label = `recaplint-${verb}`;
    return {
      label,
      kind: 'directive',
      detail: meanings[verb],
      edit: { range, text: label },
      sortText: String(index),
    };
  });
}

/** The rules that are on, those that found something where the comment counts before the others. */
function ruleItems(post: OpenPost, line: CaretLine, verb: Verb, names: string): CompletionItem[] {
  const [typed = ''] = /(?<![^\s,])[^\s,]*$/.exec(names) ?? [];
  const range = wordAround(line, typed, /^[\w/-]*(?<!-)/);
  const written = new Set(names.slice(0, names.length - typed.length).split(/[\s,]+/));
  const counted = countsIn(post, coveredBy(post, line, verb));
  const on = post.placed.resolved.settings.rules.map(({ rule }) => rule);
  return on
    .filter(({ id }) => !written.has(id))
    .map(({ id, summary }) => {
      const count = counted.get(id) ?? 0;
      return {
        label: id,
        kind: 'rule',
        detail: count === 0 ? summary : `${count === 1 ? '1 finding' : `${count} findings`} here`,
        documentation: markdownText(summary),
        edit: { range, text: id },
        sortText: `${count === 0 ? 1 : 0} ${id}`,
      };
    });
}

/** Where a directive counts. */
function coveredBy({ document }: OpenPost, line: CaretLine, verb: Verb): Range {
  const { lines, source } = document;
  if (verb === 'disable-file') return { start: 0, end: source.length };
  if (verb === 'disable-line') return { start: line.start, end: line.end };
  if (verb !== 'disable-next-line') return { start: line.start, end: source.length };
  let next = line.number + 1;
  while (next < lines.starts.length && isBlank(lines.lineRange(next))) next++;
  return lines.lineRange(next);
}

function isBlank({ start, end }: Range): boolean {
  return start === end;
}

/** How much each rule found in a range. A comment that names no rule yet suppresses all of it while it is written. */
function countsIn({ found }: OpenPost, { start, end }: Range): ReadonlyMap<string, number> {
  const isThere = ({ range }: Finding) => start <= range.start && range.start <= end;
  return new Map([...found].map(([id, findings]) => [id, findings.filter(isThere).length]));
}
