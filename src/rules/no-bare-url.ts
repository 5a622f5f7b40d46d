import * as z from 'zod/mini';
import { decodeMarkdown } from '../document/decode.ts';
import type { Document } from '../document/document.ts';
import { hasPublicSuffix, hostOf, isSampleHost } from '../document/host.ts';
import type { BareLink } from '../document/model.ts';
import { covers } from '../document/source.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

// `[text] (`, `](` and `]: ` stand before the address of a link that was meant as one and went wrong.
const endOfLinkText = /\]:?[\s(\x00-\x1f]{0,3}$/;

export default defineRule<'url' | 'email', { url: boolean; email: boolean }>({
  id: 'no-bare-url',
  summary: 'Disallow web and e-mail addresses that are not written as links.',
  category: 'links',
  recommended: 'warn',
  yieldsTo: ['no-malformed-link'],
  fixes: 'sometimes',
  options: z.strictObject({
    url: z._default(z.boolean(), true).check(z.describe('Whether bare web addresses are reported.')),
    email: z._default(z.boolean(), true).check(z.describe('Whether bare e-mail addresses are reported.')),
  }),
  messages: {
    url: 'The address {address} stands bare, so not every site makes a link of it: {remedy}.',
    email: 'The e-mail address {address} stands bare, so not every site makes a link of it: {remedy}.',
  },
  *check(document, options) {
    const inMdx = /\.mdx$/i.test(document.path);
    const inMarkdown = markdownTest(document);
    for (const link of document.bareLinks) {
      if (!options[link.kind] || isSample(link) || isAttribute(link, document.source)) continue;
      const isHtml = !inMarkdown(link);
      const isBroken = endOfLinkText.test(
        document.source.slice(Math.max(0, link.range.start - 4), link.range.start),
      );
      // Somebody wrote a Markdown link into raw HTML: some processors read it, and it is not bare.
      if (isHtml && isBroken) continue;
      const address = link.text.replace(/^mailto:/i, '');
      const remedy = inMdx ? 'write `[text](address)`' : 'put it in angle brackets, `<…>`, or give it a text';
      const fix = isHtml || isBroken ? undefined : linkFix(link, inMdx);
      yield { message: link.kind, data: { address, remedy }, range: link.range, fix };
    }
  },
});

/** Addresses that are shown and not meant to be followed. */
function isSample({ kind, text }: BareLink): boolean {
  const host = kind === 'email' ? text.slice(text.lastIndexOf('@') + 1).toLowerCase() : hostOf(text)?.name;
  // An address without a name, such as 127.0.0.1, or with one that only a local network knows, is nobody's to visit.
  return host === undefined || isSampleHost(host) || !hasPublicSuffix(host);
}

/** The value of an attribute of a tag that no parser took for one, or a setting: `href=https://…`. */
function isAttribute({ range }: BareLink, source: string): boolean {
  return /=["']?$/.test(source.slice(Math.max(0, range.start - 2), range.start));
}

/**
 * Tells whether a bare link stands in Markdown, as opposed to a block of raw HTML, where a link would have to
 * be written as HTML. Links must be asked about in source order.
 */
function markdownTest({ prose }: Document): (link: BareLink) => boolean {
  let next = 0;
  return ({ range }) => {
    while ((prose[next]?.range.end ?? range.end) < range.end) next++;
    const block = prose[next];
    return block !== undefined && !block.html && covers(block.range, range);
  };
}

function linkFix({ kind, text, range }: BareLink, inMdx: boolean): Fix | undefined {
  const address = decodeMarkdown(text).replace(/^mailto:/i, '');
  // Nothing is decoded between angle brackets, so what is left to decode would be seen there.
  if (/[\s<>\\]/.test(address)) return undefined;
  const isWww = /^www\./i.test(address);
  const link =
    inMdx || isWww
      ? `[${address.replace(/[[\]*_`]/g, '\\$&')}](${targetOf(kind, address, isWww)})`
      : `<${address}>`;
  return { title: `Write \`${link}\``, safety: 'safe', edits: [{ range, text: link }] };
}

function targetOf(kind: BareLink['kind'], address: string, isWww: boolean): string {
  const target = `${kind === 'email' ? 'mailto:' : isWww ? 'https://' : ''}${address}`;
  return /[()]/.test(target) ? `<${target}>` : target;
}
