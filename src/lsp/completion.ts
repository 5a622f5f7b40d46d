import { type CaretLine, caretLine } from './caret-line.ts';
import { completeDirective } from './complete-directive.ts';
import { completeFrontMatter } from './complete-front-matter.ts';
import { completeHeading } from './complete-heading.ts';
import { type Completions, noCompletions } from './completion-item.ts';
import type { OpenPost } from './open-post.ts';

/**
 * What may be written at an offset: directives and rules in suppression comments, keys and values of front matter, and
 * the headings of sections that the post lacks. Nothing anywhere else.
 *
 * @param offset UTF-16 offset in the post's text
 */
export function completionsAt(post: OpenPost, offset: number): Completions {
  const { document } = post;
  if (document.refusal) return noCompletions;
  const line = caretLine(document.source, document.lines, offset);
  if (!line || !mayComplete(line)) return noCompletions;
  const { frontMatter } = document;
  const inFrontMatter =
    frontMatter !== null && frontMatter.content.start <= offset && offset <= frontMatter.content.end;
  if (!inFrontMatter && isInCode(post, offset)) return noCompletions;
  const directive = completeDirective(post, line, inFrontMatter);
  if (directive) return { items: directive };
  if (!inFrontMatter) return { items: completeHeading(post, line) };
  const { format } = frontMatter;
  if (format !== 'yaml' && format !== 'toml') return noCompletions;
  return { items: completeFrontMatter(post, line, { ...frontMatter, format }) };
}

/** Told from the line alone, so that typing prose costs nothing. */
function mayComplete({ before }: CaretLine): boolean {
  return before.length <= 200 && (/^ {0,3}#/.test(before) || /^[\w-]*$/.test(before) || /[:=-]/.test(before));
}

function isInCode({ document }: OpenPost, offset: number): boolean {
  return document.blocks.some(
    ({ kind, range }) => kind === 'code' && range.start < offset && offset <= range.end,
  );
}
