import * as z from 'zod/mini';
import { decodeMarkdown } from '../document/decode.ts';
import type { Document } from '../document/document.ts';
import { hasPublicSuffix, hostOf, isSampleHost } from '../document/host.ts';
import type { BareLink } from '../document/model.ts';
import { covers, type Range } from '../document/source.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

// `[text] (`, `](` and `]` stand before the address of a link that was meant as one and went wrong.
const endOfLinkText = /\](?:[\s\x00-\x1f]{0,2}\([\s(\x00-\x1f]{0,2})?$/;
// `[1] ` and `[text]: ` may be that as well, unlike the `[^1]: ` of a footnote.
const endOfLabel = /(?<!\[\^[^\s\]]{1,40})\]:?\s{1,3}$/;

export default defineRule<'url' | 'email' | 'broken', { url: boolean; email: boolean }>({
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
    broken:
      'The link to {address} is broken, so its address stands bare: write `[text](address)`, with nothing else between `(` and `)`.',
  },
  *check(document, options) {
    const inMdx = /\.mdx$/i.test(document.path);
    const inMarkdown = markdownTest(document);
    for (const link of document.bareLinks) {
      if (!options[link.kind] || isSample(link) || isAttribute(link, document.source)) continue;
      if (isDefinition(link.range, document.source)) continue;
      const before = document.source.slice(Math.max(0, link.range.start - 50), link.range.start);
      const isBroken = endOfLinkText.test(before);
      const isLabelled = endOfLabel.test(before);
      const isHtml = !inMarkdown(link);
      // Somebody wrote a Markdown link into raw HTML: some processors read it, and it is not bare.
      if (isHtml && (isBroken || isLabelled)) continue;
      const address = link.text.replace(/^mailto:/i, '');
      const remedy = inMdx ? 'write `[text](address)`' : 'put it in angle brackets, `<…>`, or give it a text';
      // A bracket that nobody closed: a second one would not make a link of it.
      const isOpen = before.endsWith('<');
      const fix = isHtml || isBroken || isLabelled || isOpen ? undefined : linkFix(link, inMdx);
      yield { message: isBroken ? 'broken' : link.kind, data: { address, remedy }, range: link.range, fix };
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

const startOfDefinition = /(?:^|[\r\n])[ \t>*_]{0,16}\[[^\]\r\n^][^\]\r\n]{0,200}\]:[ \t]{0,9}$/;
const endOfDefinition = /^[ \t]{0,9}[*_]{0,3}[ \t]{0,9}(?:["'(][^\r\n]{0,200})?(?:[\r\n]|$)/;

/**
 * A line `[label]: address` that the paragraph above took in: where it begins the mistake was made, and the links
 * that miss the label tell of it.
 */
function isDefinition({ start, end }: Range, source: string): boolean {
  if (!/:[ \t]{0,9}$/.test(source.slice(Math.max(0, start - 10), start))) return false;
  const before = source.slice(Math.max(0, start - 240), start);
  return startOfDefinition.test(before) && endOfDefinition.test(source.slice(end, end + 240));
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
