import fc from 'fast-check';
import { limits as mostOf, preflight } from '../../src/document/preflight.ts';
import type { Campaign } from './campaign.ts';
import { ParserChild } from './parser-child.ts';

const inline = [
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '[^',
  '[a]',
  '[^a]',
  '<',
  '>',
  '<a>',
  '</a>',
  '<!--',
  '-->',
  '<?',
  '<![CDATA[',
];
const marks = [
  '*',
  '_',
  '~',
  '**',
  '~~',
  '`',
  '``',
  '\\',
  '&amp;',
  '&',
  '&#1;',
  '|',
  '"',
  '!',
  ':',
  '.',
  '-',
  '=',
  '+',
];
const addresses = ['www.', 'http://x.org/', 'a@b.', '@', '<http://a>'];
const blocks = [
  '\n',
  '\n\n',
  '\r',
  '  \n',
  '\\\n',
  '- ',
  '1. ',
  '> ',
  '#',
  '```\n',
  '|-|\n',
  'a|b\n',
  '=\n',
  '<div>\n',
  '- [ ] ',
];
const definitions = ['[a]: b\n', '[^a]: b\n', '    ', '\t', ' '];
const letters = ['a', 'é', '漢', '\u{1F600}', '\0', '\ud800', '\ufeff', '\u2028', 'x'.repeat(100)];

const token = fc.constantFrom(...inline, ...marks, ...addresses, ...blocks, ...definitions, ...letters);

/** A few tokens over and over; up to a megabyte, mostly less. */
const flood = fc
  .tuple(
    fc.array(token, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(1_000, 10_000, 20_000, 100_000, 200_000, mostOf.size),
  )
  .map(([tokens, length]) => {
    const piece = tokens.join('');
    return piece.repeat(Math.max(1, Math.floor(length / piece.length)));
  });

/** Lines of a flood, each as long as the other. */
const lines = fc
  .tuple(flood, fc.integer({ min: 1, max: 3_000 }), fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([text, length, end]) => {
    const line = text.slice(0, length) + end;
    return line.repeat(Math.max(1, Math.floor(text.length / line.length)));
  });

const text = fc
  .array(fc.oneof(flood, lines), { minLength: 1, maxLength: 3 })
  .map((parts) => longestRead(parts.join('').slice(0, mostOf.size)));

/** As much of a text as is read: what the search is after lies just below the limits. */
function longestRead(whole: string): string {
  if (preflight(whole) === null) return whole;
  let [read, refused] = [0, whole.length];
  while (refused - read > Math.max(16, read / 64)) {
    const middle = (read + refused) >> 1;
    if (preflight(whole.slice(0, middle)) === null) read = middle;
    else refused = middle;
  }
  return whole.slice(0, read);
}

/** Milliseconds of computing: a second, and what a busy machine adds to it. */
const mostMilliseconds = 3_000;
const mostMegabytes = 512;

let child: ParserChild | null = null;

/** The native parser survives all that the limits let through, in bounded time and memory. */
export const limits: Campaign<string> = {
  name: 'limits',
  promise: 'What the limits let through takes the native parser less than a second, 512 MB and no crash.',
  inputs: text,
  runs: 60,
  async check(source) {
    child ??= new ParserChild();
    try {
      const { cpu, megabytes } = await child.parse(source);
      if (cpu > mostMilliseconds)
        throw new Error(`It took ${Math.round(cpu)} ms for ${source.length} characters.`);
      if (megabytes > mostMegabytes) throw new Error(`It took ${Math.round(megabytes)} MB.`);
    } catch (error) {
      // The next one gets a parser of its own.
      child.end();
      child = null;
      throw error;
    }
  },
  end() {
    child?.end();
    child = null;
  },
};
