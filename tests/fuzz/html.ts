import * as fc from 'fast-check';
import type { Campaign } from './campaign.ts';
import { htmlTokens } from './hostile-tokens.ts';
import { assertPost } from './linted-post.ts';
import { mutatedText } from './mutated-text.ts';
import { postNames } from './workspace.ts';

interface HtmlPost {
  readonly path: string;
  readonly source: string;
}

const fragments = [
  '<p>During the first quarter of 2024, <b>we met</b> in <a href="https://x.org/a?b=c&amp;d">Bergen</a>.</p>\n',
  '<div class="a"><h2>Finances</h2><p>Nothing&nbsp;was <u>spent</u>.<br/>Not a bit.</p></div>\n',
  '- <ul><li>one</li><li>two <img src="a.png" alt="a b"></li></ul>\n- <!-- why -->three\n',
  '> <blockquote><p>Said &ldquo;so&rdquo;</p></blockquote>\n> more <span title="a > b">text</span>\n',
  '<table><caption>Q2 2024</caption><tr><th>a</th><td>1 &lt; 2</td></tr></table>\n',
  '<details><summary>More</summary>\n\n## Heading in *HTML*\n\n<pre>a  b</pre></details>\n',
  '| a | <b>c</b> |\n|---|---|\n| <a href=x>d</a> | &copy; |\n',
  '<script>if (a < b) document.write("<p>")</script>\n<style>p > b {}</style>\n',
];

export const html: Campaign<HtmlPost> = {
  name: 'html',
  promise:
    'Raw HTML of any shape is linted without an exception, and every character read from it has its place.',
  inputs: fc.record({
    path: fc.constantFrom(...postNames),
    source: mutatedText({
      seeds: [...fragments, fragments.join('\n')],
      tokens: htmlTokens,
      longest: 5_000,
      most: 12,
    }),
  }),
  runs: 150,
  async check({ path, source }) {
    await assertPost(path, source);
  },
};
