import type { Document } from './document.ts';

const french =
  /(?<!\p{L})(?:le|la|les|des|du|et|est|une|pour|avec|dans|vous|nous|sur|au|aux|ce|cette|qui|que|à)(?!\p{L})/giu;
const english = /(?<!\p{L})(?:the|and|of|to|is|with|for|this|that|are)(?!\p{L})/giu;

/** Whether a text reads like French, where a space belongs before `;`, `!` and `?`. */
export function isFrench(text: string): boolean {
  const marked = text.match(french)?.length ?? 0;
  return marked > 1 && marked > (text.match(english)?.length ?? 0);
}

/** Whether most of a post's text, as far as its beginning shows, is French. */
export function isFrenchPost(document: Document): boolean {
  const lead = document.prose.slice(0, 40).map(({ text }) => text.slice(0, 400));
  return isFrench(lead.join('\n'));
}
