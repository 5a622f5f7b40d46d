import type { Document } from '../document/document.ts';
import type { Link } from '../document/model.ts';
import { firstFrom } from '../document/source.ts';
import { defineRule } from '../engine/rule.ts';

type Key = 'target' | 'image' | 'placeholder' | 'text';

// Links that lead to the top of the page.
const upwards =
  /\b(?:top|up|back|start|begin|home|toc|contents|oben|anfang|haut|arriba|inicio|topo|cima)\b|[↑⬆▲⇧🔝^]/iu;
// White space, and characters that show nothing.
const invisible = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*$/;
const textElements = /^(?:b|strong|em|u|p|br|font)$/;
const attributesOfIcons = ['id', 'name', 'class', 'aria-label', 'aria-hidden', 'title', 'style'];
const looksLikeAddress = /^(?:[a-z][a-z0-9+.-]*:|\/|\.{1,2}\/|www\.)/i;

export default defineRule<Key>({
  id: 'no-empty-link',
  summary: 'Disallow links without a target and links without text.',
  category: 'links',
  recommended: 'error',
  messages: {
    target: 'The link “{text}” has no target: write its address, or take the link away.',
    image: 'The image has no address: write where it is, or delete it.',
    placeholder:
      'The link “{text}” leads nowhere, `#` is only a placeholder: write its address, or take the link away.',
    text: 'The link has no text, so no one can see or click it: write what it leads to, or delete it.',
  },
  *check(document) {
    for (const link of document.links) {
      const { kind, url, dynamic, range } = link;
      // Nothing but `#` or `<>` is how comments are written as definitions.
      if (dynamic || kind === 'definition' || kind === 'reference' || kind === 'autolink') continue;
      if (url.length > 1 && saysSomething(link, document.source)) continue;
      const text = link.text?.text ?? '';
      if (url.trim() === '') {
        if (isDriven(link, document)) continue;
        if (kind === 'image') yield { message: 'image', range };
        else if (!isCode(link, document)) yield { message: 'target', data: { text: nameOf(text) }, range };
      } else if (kind === 'image') continue;
      else if (url === '#') {
        if (kind === 'inline' && !upwards.test(text) && !invisible.test(text))
          yield { message: 'placeholder', data: { text: nameOf(text) }, range };
      } else if (invisible.test(text) && looksLikeAddress.test(url) && !hasContent(link, document)) {
        yield { message: 'text', range };
      }
    }
  },
});

/** Whether the text of a link begins with a letter or figure: it need not be read to see that it is not empty. */
function saysSomething({ kind, textRange }: Link, source: string): boolean {
  return kind === 'inline' && textRange !== null && /[A-Za-z0-9]/.test(source.charAt(textRange.start));
}

function nameOf(text: string): string {
  const plain = text.replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 39).trim()}…` : plain;
}

/** `[](){ … }`, `[x]() -> …` and `[&]()`: a function of C++ in running text. */
function isCode({ range, text }: Link, { source }: Document): boolean {
  return (
    /^[&=]/.test(text?.text ?? '') || /^\s?(?:\{|->|mutable\b)/.test(source.slice(range.end, range.end + 10))
  );
}

/** Whether a script, and not the target, says what a link of HTML does. */
function isDriven({ range }: Link, { source, tags }: Document): boolean {
  if (source[range.start] !== '<') return false;
  const tag = tags[firstFrom(tags, range.start)];
  return [
    'onclick',
    'role',
    'id',
    'name',
    'class',
    'data-href',
    'data-src',
    'srcset',
    'data-srcset',
    ':src',
    'download',
    ':href',
    '@click',
  ].some((name) => tag?.attribute(name));
}

/** Whether a link without text holds something to click on all the same, such as an icon, or is no link for readers. */
function hasContent({ kind, range, textRange }: Link, { source, tags }: Document): boolean {
  if (textRange === null) return true;
  const first = firstFrom(tags, range.start);
  if (kind === 'html') {
    if (attributesOfIcons.some((name) => tags[first]?.attribute(name))) return true;
    // Inside `<pre>` and other elements text is no prose.
    const written = source
      .slice(textRange.start, textRange.end)
      .replace(/<[^<>]{0,1000}>|&nbsp;|&#160;/g, '');
    if (!invisible.test(written)) return true;
  }
  for (let i = first; i < tags.length && tags[i]!.range.start < textRange.end; i++) {
    const { kind: side, name, range: place } = tags[i]!;
    if (side === 'start' && place.start >= textRange.start && !textElements.test(name)) return true;
  }
  return false;
}
