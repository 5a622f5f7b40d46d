import { lineRemoval } from '../document/line-removal.ts';
import type { Comment } from '../document/model.ts';
import { nextLineStart, type Range } from '../document/source.ts';
import type { Finding } from '../engine/finding.ts';
import type { Edit } from '../engine/rule.ts';
import type { Offer } from './actions.ts';
import { offerId, titleOf } from './fix-titles.ts';
import type { OpenPost } from './open-post.ts';
import { saysTheSame } from './suppress-check.ts';

/**
 * For suppression comments that suppress nothing: their removal, or that of the one rule. It is no fix of the finding, which
 * `--fix` would apply: the comment holds what somebody thought, and may only be early.
 */
export function commentRemovals(post: OpenPost, findings: readonly Finding[]): Offer[] {
  const unused = findings.filter(({ ruleId }) => ruleId === 'unused-directive');
  const known = new Set(
    post.findings.flatMap(({ ruleId, range }) => (ruleId === 'unused-directive' ? [range.start] : [])),
  );
  const names = new Map<Comment, Range[]>();
  return unused.flatMap((finding): Offer[] => {
    const comment = commentAt(post, finding.range);
    if (!comment) return [];
    const named = names.get(comment) ?? namedIn(post, comment);
    names.set(comment, named);
    const isNeeded = named.some(({ start }) => !known.has(start) && start !== finding.range.start);
    const id = post.document.source.slice(finding.range.start, finding.range.end);
    return [
      {
        title: isNeeded ? `Delete \`${titleOf(id)}\` from this comment` : 'Delete this comment',
        kind: 'quickfix',
        id: offerId('delete-comment', finding),
        finding,
        preferred: true,
        edits: () => (isNeeded ? withoutName(named, finding.range) : withoutComment(post, comment)),
      },
    ];
  });
}

function commentAt({ document }: OpenPost, { start, end }: Range): Comment | null {
  return document.comments.find(({ range }) => range.start <= start && end <= range.end) ?? null;
}

/** Where a comment names rules: all words behind its instruction, up to the reason. */
function namedIn({ document }: OpenPost, { textRange }: Comment): Range[] {
  const text = document.source.slice(textRange.start, textRange.end);
  const head = /^\s*recaplint-[\w-]+/.exec(text)?.[0].length ?? text.length;
  const names: Range[] = [];
  for (const { 0: word, index } of text.slice(head).matchAll(/[^\s,]+/g)) {
    if (word === '--') break;
    const start = textRange.start + head + index;
    names.push({ start, end: start + word.length });
  }
  return names;
}

/** A name goes with the comma between it and the one before, the first with that behind it. */
function withoutName(named: readonly Range[], { start }: Range): readonly Edit[] | null {
  const at = named.findIndex((name) => name.start === start);
  const [name, before, behind] = [named[at], named[at - 1], named[at + 1]];
  if (!name) return null;
  const range = before
    ? { start: before.end, end: name.end }
    : { start: name.start, end: behind?.start ?? name.end };
  return [{ range, text: '' }];
}

/** The comment with its line, with the space before it, or by itself: whichever leaves the rest what it is. */
function withoutComment(post: OpenPost, { kind, range }: Comment): readonly Edit[] | null {
  const { source } = post.document;
  let { start } = range;
  while (/[ \t]/.test(source[start - 1] ?? '')) start--;
  const attempts = [
    kind === 'yaml' ? lineOf(source, start, range.end) : lineRemoval(source, range),
    { range: { start, end: range.end }, text: '' },
    { range, text: '' },
  ];
  for (const edit of attempts) if (edit && saysTheSame(post, [edit])) return [edit];
  return null;
}

/** A line of front matter with its end, where nothing else stands on it. */
function lineOf(source: string, start: number, end: number): Edit | null {
  if (!/[\r\n]/.test(source[start - 1] ?? '')) return null;
  return { range: { start, end: nextLineStart(source, end) }, text: '' };
}
