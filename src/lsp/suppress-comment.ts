import type { Document } from '../document/document.ts';
import { syntaxesOf } from '../document/sites.ts';
import type { Range } from '../document/source.ts';
import { readDirectives } from '../engine/directives.ts';
import { notices } from '../engine/notices.ts';
import type { Edit } from '../engine/rule.ts';
import { isKnownId, type Settings } from '../engine/settings.ts';

/** What stands in a new comment for the author to overwrite. */
export const reason = 'reason';

/** How a comment is written: in Markdown and HTML, in MDX, in front matter. */
export type CommentForm = 'html' | 'mdx' | 'hash';

/** What a comment may tell recaplint here. */
export type Verb = 'disable-line' | 'disable-next-line' | 'disable-file' | 'disable' | 'enable';

// The id becomes part of the post: nothing in it may end the comment or the word that it is.
const plainId = /^[^\s,<>{}*#]+$/;

/** Whether a comment in a post can name a rule. */
export function canBeNamed(ruleId: string, settings: Settings): boolean {
  const isNotice = notices.some(({ id }) => id === ruleId);
  return settings.inlineConfig && !isNotice && isKnownId(settings, ruleId) && plainId.test(ruleId);
}

/** A suppression comment about one rule; where it switches it off, with a place for the reason. */
export function commentFor(form: CommentForm, verb: Verb, ruleId: string): string {
  const told = `recaplint-${verb} ${ruleId}${verb === 'enable' ? '' : ` -- ${reason}`}`;
  if (form === 'hash') return `# ${told}`;
  return form === 'mdx' ? `{/* ${told} */}` : `<!-- ${told} -->`;
}

/** How comments are written in the text of a post: an HTML comment ends a build of MDX. */
export function formIn({ path, source, frontMatter }: Document, { post }: Settings): 'html' | 'mdx' {
  return syntaxesOf(post.site, path, source, frontMatter?.range.end ?? 0).has('mdx') ? 'mdx' : 'html';
}

const verbOf = /recaplint-(disable-line|disable-next-line|disable-file)(?![\w-])/;

/**
 * Adds a rule to the comment that switches other rules off for just this stretch, where there is one.
 *
 * @param stretch a line without its end, or the whole file
 */
export function addedTo(
  document: Document,
  settings: Settings,
  stretch: Range,
  ruleId: string,
): readonly Edit[] | null {
  let last: Range | null = null;
  for (const { start, end, rule, comment } of readDirectives(document, settings).stretches) {
    if (!rule || start !== stretch.start || end !== stretch.end) continue;
    if (!verbOf.test(document.source.slice(comment.start, rule.range.start))) continue;
    last = rule.range;
  }
  return last && [{ range: { start: last.end, end: last.end }, text: `, ${ruleId}` }];
}
