import { createHash } from 'node:crypto';
import { escapeLine } from './html-escape.ts';
import { script } from './html-script.ts';
import { style } from './html-style.ts';

/** The parts of the page, as HTML. */
export interface Page {
  /** Of recaplint, as text. */
  readonly version: string;
  /** What was checked, and what came of it. */
  readonly head: string;
  /** The form that filters the findings; empty where there are none. */
  readonly filters: string;
  readonly posts: readonly string[];
  /** Items of the list of posts without findings. */
  readonly clean: readonly string[];
  /** Terms and descriptions of the rules that found something. */
  readonly rules: readonly string[];
}

/** The whole file. It loads nothing: the policy admits this very style and this very script, by their hashes. */
export function pageHtml({ version, head, filters, posts, clean, rules }: Page): string {
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  const body = [
    '<a class="skip" href="#posts">To the posts</a>',
    `<header><h1>Report on the posts</h1>${head}</header>`,
    `<main>${filters}<div id="posts" tabindex="-1">`,
    postsHtml(posts),
    `${cleanHtml(clean, posts.length > 0)}</div>${rulesHtml(rules)}</main>`,
    `<footer><p>Made by recaplint ${escapeLine(version)}.</p></footer>`,
    `<script>${script}</script>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Report on the posts</title>
<style>${style}</style>
</head>
<body>
${body.filter(Boolean).join('\n')}
</body>
</html>
`;
}

function postsHtml(posts: readonly string[]): string {
  if (posts.length === 0) return '';
  return `<section aria-labelledby="found"><h2 id="found">Posts with findings</h2>\n${posts.join('\n')}\n</section>`;
}

function cleanHtml(clean: readonly string[], isFolded: boolean): string {
  if (clean.length === 0) return '';
  const list = `<ul class="clean">\n${clean.join('\n')}\n</ul>`;
  const count = clean.length.toLocaleString('en-US');
  return (
    '<section id="clean" aria-labelledby="without"><h2 id="without">Posts without findings</h2>' +
    (isFolded
      ? `<details><summary>Show all ${count}</summary>${list}</details></section>`
      : `${list}</section>`)
  );
}

function rulesHtml(rules: readonly string[]): string {
  if (rules.length === 0) return '';
  return `<section aria-labelledby="why"><h2 id="why">Why this is checked</h2>\n<dl class="rules">${rules.join('\n')}</dl></section>`;
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
