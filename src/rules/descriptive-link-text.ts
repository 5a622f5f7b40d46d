import * as z from 'zod/mini';
import { hostOf } from '../document/host.ts';
import type { Link } from '../document/model.ts';
import { plainLinkText, vagueLinkTexts, vagueWord } from '../document/vague-link-texts.ts';
import { defineRule } from '../engine/rule.ts';

// A vague text is short: longer ones are not looked at any closer.
const longest = 60;

export default defineRule<'vague', { also: string[]; allow: string[] }>({
  id: 'descriptive-link-text',
  summary: 'Disallow link texts that say nothing of where they lead.',
  category: 'links',
  recommended: 'warn',
  options: z.strictObject({
    also: z
      ._default(z.array(z.string()), [])
      .check(z.describe('More texts that are reported, in any case and without punctuation.')),
    allow: z._default(z.array(z.string()), []).check(z.describe('Texts that are not reported.')),
  }),
  messages: {
    vague:
      'The link text “{text}” says nothing of where it leads: link the words that name what readers find there.',
  },
  *check(document, options) {
    const also = new Set(options.also.map(plainLinkText));
    const allowed = new Set(options.allow.map(plainLinkText));
    for (const [i, link] of document.links.entries()) {
      const { kind, textRange, url } = link;
      if (kind === 'image' || kind === 'autolink' || !textRange || url === '') continue;
      if (textRange.end - textRange.start > longest * 4) continue;
      // Reading a text costs more than a look at how it is written.
      if (also.size === 0 && !vagueWord.test(document.source.slice(textRange.start, textRange.end))) continue;
      const { text } = link;
      const words = text?.text.trim() ?? '';
      if (words === '' || words.length > longest) continue;
      const plain = plainLinkText(words);
      if (allowed.has(plain) || !(also.has(plain) || (vagueLinkTexts.has(plain) && !isNamed(url, plain))))
        continue;
      if (isInPhrase(words, link, document.links[i + 1], document.source)) continue;
      const start = text!.text.indexOf(words);
      yield {
        message: 'vague',
        data: { text: words.replace(/\s+/g, ' ') },
        range: text!.sourceRange(start, start + words.length),
      };
    }
  },
});

/** Whether a link and the next one make a phrase: `[more](/1) [looms](/2)`. */
function isInPhrase(words: string, { range }: Link, next: Link | undefined, source: string): boolean {
  if (!next || !/^(?:more|this)$/.test(words)) return false;
  const plain = plainLinkText(next.text?.text ?? '');
  return /^ {1,3}$/.test(source.slice(range.end, next.range.start)) && !vagueLinkTexts.has(plain);
}

/** Whether a target is called like the text, which then is a name: `[more](https://crates.io/crates/more)`. */
function isNamed(url: string, plain: string): boolean {
  const path = url
    .toLowerCase()
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '');
  return path.endsWith(`/${plain}`) || hostOf(url)?.name.split('.').includes(plain) === true;
}
