import type { Range } from '../document/source.ts';
import type { Finding } from '../engine/finding.ts';
import type { KnownRuleInfo } from '../project/rule-info.ts';
import { dateHover } from './hover-date.ts';
import { keyAt, keyMarkdown } from './hover-key.ts';
import { mentionMarkdown } from './hover-mention.ts';
import { markdownText } from './markdown-text.ts';
import type { OpenPost } from './open-post.ts';
import { timelineOfPost } from './post-timeline.ts';

/** What is shown about a place. */
export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/**
 * What there is to say about an offset: why the rules are there that found something, what a time means there, and what is
 * known of a key of front matter. Null where that is nothing.
 *
 * @param offset UTF-16 offset in the post's text
 */
export function hoverAt(
  post: OpenPost,
  offset: number,
  ruleInfo: (id: string) => KnownRuleInfo,
): Hover | null {
  const found = [
    ...findingHovers(post, offset, ruleInfo),
    ...mentionHovers(post, offset),
    ...dateHovers(post, offset),
    ...keyHovers(post, offset),
  ];
  if (found.length === 0) return null;
  const [range] = found.map((hover) => hover.range).sort((a, b) => a.end - a.start - (b.end - b.start));
  return { range: range!, markdown: [...new Set(found.map(({ markdown }) => markdown))].join('\n\n---\n\n') };
}

function isAt({ start, end }: Range, offset: number): boolean {
  return start <= offset && (offset < end || (start === end && offset === start));
}

function findingHovers(
  { findings }: OpenPost,
  offset: number,
  ruleInfo: (id: string) => KnownRuleInfo,
): Hover[] {
  return findings
    .filter(({ range }) => isAt(range, offset))
    .map((finding) => ({ range: finding.range, markdown: whyMarkdown(finding, ruleInfo(finding.ruleId)) }));
}

/** Why a rule is there: how its page begins, else its summary. */
function whyMarkdown({ ruleId, url }: Finding, { page, summary, address = url }: KnownRuleInfo): string {
  const why = openingOf(page) || markdownText(summary);
  const more = address === undefined ? '' : ` [All about it](<${encodeAddress(address)}>)`;
  return `**${markdownText(ruleId)}**: ${why}${more}`;
}

/** The first paragraph of a page of ours, in one line, without links: those lead to other pages. */
function openingOf(page: string): string {
  const [paragraph = ''] = page.split(/\r?\n[ \t]*\r?\n/, 1);
  if (/^(?:```|[|#<>-])/.test(paragraph)) return '';
  return (
    paragraph
      .replace(/\s+/g, ' ')
      .replace(/(?<!!)\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
      .trim()
      // A colon leads to an example, which stays on the page.
      .replace(/:$/, '.')
  );
}

function encodeAddress(address: string): string {
  return address.replace(/[<>\s\\]/g, encodeURIComponent);
}

function mentionHovers(post: OpenPost, offset: number): Hover[] {
  const timeline = timelineOfPost(post);
  const mention = timeline.mentions.find(({ range }) => isAt(range, offset));
  return mention ? [{ range: mention.range, markdown: mentionMarkdown(mention, timeline) }] : [];
}

function dateHovers(post: OpenPost, offset: number): Hover[] {
  const hover = dateHover(post);
  return hover && isAt(hover.range, offset) ? [hover] : [];
}

function keyHovers(post: OpenPost, offset: number): Hover[] {
  const trail = keyAt(post.document.frontMatter, offset);
  const markdown = trail && keyMarkdown(post, trail);
  return trail && markdown ? [{ range: trail.at(-1)!.keyRange, markdown }] : [];
}
