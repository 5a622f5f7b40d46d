import { refusalFinding } from '../engine/notices.ts';
import { timeline } from '../reporters/timeline.ts';
import { markdownSentence, markdownText } from './markdown-text.ts';
import type { OpenPost } from './open-post.ts';
import { timelineOfPost } from './post-timeline.ts';

/** What `recaplint timeline` prints of a post, as Markdown: its chart, under the post's title. */
export function timelineText(post: OpenPost): string {
  const { document, placed } = post;
  const title = `# Timeline: ${markdownText(timelineOfPost(post).title || document.path)}`;
  if (document.refusal) return `${title}\n\n${markdownSentence(refusalFinding(document.refusal).message)}\n`;
  const { root } = placed;
  const path = `${root.replace(/\/$/, '')}/${document.path}`;
  const result = { path, root, text: document.source, findings: [], timeline: timelineOfPost(post) };
  const chart = timeline([result], { cwd: root });
  const marks = fenceAround(chart);
  return `${title}\n\n${marks}text\n${chart}${marks}\n`;
}

/** A fence that nothing in the text can close. */
function fenceAround(text: string): string {
  const longestRun = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longestRun + 1);
}
