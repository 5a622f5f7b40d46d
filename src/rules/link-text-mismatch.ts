import { type Contradiction, contradictionOf } from '../document/link-claims.ts';
import type { Link } from '../document/model.ts';
import { defineRule, type Fix, type Problem } from '../engine/rule.ts';

type Key = Contradiction['kind'];

// A text that is an address or a number is short; the longest address that is read.
const longest = 500;

export default defineRule<Key>({
  id: 'link-text-mismatch',
  summary: 'Disallow link texts that name another target than the one they lead to.',
  category: 'links',
  recommended: 'error',
  fixes: 'sometimes',
  messages: {
    mail: 'The text is the e-mail address {text}, but the link leads to {url}: give it the target that the text names.',
    host: 'The text is the address {text}, but the link leads to {url}: make both the same.',
    path: 'The text is the address {text}, but the link leads to another page, {url}: make both the same.',
    number: 'The text says {text}, but the link leads to number {actual}: make both the same.',
    unfinished: 'The text says {text}, but the address of the link ends before the number: add {number}.',
    version: 'The text says {text}, but the link leads to the release {url}: make both the same.',
    identifier: 'The text says {text}, but the link leads to {url}: make both the same.',
  },
  *check(document) {
    for (const link of document.links) {
      if (link.kind === 'image' || link.kind === 'autolink' || !link.textRange || link.dynamic) continue;
      const { start, end } = link.textRange;
      if (end - start > longest || link.url.length > longest * 4) continue;
      // Reading a text costs more than a look at how it is written.
      if (!mayNameTarget(document.source.slice(start, end))) continue;
      const text = textOf(link, document.source);
      const contradiction = text === null ? null : contradictionOf(text, link.url);
      if (contradiction !== null) yield problemOf(link, text!, contradiction);
    }
  },
});

// What every name of a target has: a figure, the sign of an address, or the name of a list.
const named = /[\d@]|:\/\/|www\.|[pjxeb][ei]p|ghsa|cve|rustsec|usn|dsa/i;

/** Whether a text, as written, can be one that names a target: those have such a sign, and three words at most. */
function mayNameTarget(written: string): boolean {
  if (!named.test(written)) return false;
  if (
    !/@|:\/\/|www\.|[#!]\d|\d\.\d|\d-\d|(?:request|pr|mr|gh|bug|ticket|pep|jep|xep|eip|bip|ghsa)[ -]?[#\w]/i.test(
      written,
    )
  )
    return false;
  return (
    written
      .replace(/<[^<>]*>/g, '')
      .trim()
      .split(/\s+/, 5).length <= 4
  );
}

/** What a link says; addresses in its text are no prose, so they are read from the source. */
function textOf(link: Link, source: string): string | null {
  const { text, textRange } = link;
  const said = text?.text.trim() ?? '';
  if (!said.includes('\uFFFC')) return said === '' ? null : said;
  const written = source.slice(textRange!.start, textRange!.end);
  const plain = written.replace(/<\/?(?:b|strong|i|em|u|code)>|^[\s*_`]+|(?<![\s*_`])[\s*_`]+$/gi, '').trim();
  return /[\s<>[\]]/.test(plain) ? null : plain.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
}

function problemOf(link: Link, text: string, found: Contradiction): Problem<Key> {
  const data = { text, url: shortened(link.url) };
  if (found.kind === 'unfinished') {
    const fix = targetFix(link, link.urlRange.end, `${link.url.endsWith('/') ? '' : '/'}${found.number}`);
    return { message: 'unfinished', data: { text, number: found.number }, range: link.urlRange, fix };
  }
  const said = link.text!;
  const length = said.text.trimEnd().length;
  const range = length > 0 ? said.sourceRange(said.text.search(/\S/), length) : link.textRange!;
  const related = [{ range: link.urlRange, message: 'This is where the link leads.' }];
  if (found.kind === 'number')
    return { message: 'number', data: { text, actual: found.actual }, range, related };
  const fix =
    found.kind === 'mail'
      ? targetFix(link, link.urlRange.start, `mailto:${text.replace(/^mailto:/i, '')}`)
      : undefined;
  return { message: found.kind, data, range, related, fix };
}

/** Writes a target's end, from `start`; the definition of a reference is others' target as well. */
function targetFix({ kind, urlRange }: Link, start: number, text: string): Fix | undefined {
  if (kind === 'reference') return undefined;
  const edits = [{ range: { start, end: urlRange.end }, text }];
  return { title: `Link to what the text names`, safety: 'unsafe', edits };
}

function shortened(url: string): string {
  return url.length > 80 ? `${url.slice(0, 79)}…` : url;
}
