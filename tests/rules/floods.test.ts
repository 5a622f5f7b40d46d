import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { allRules } from '../corpus/settings.ts';

const satteri = await loadSatteri();

/** What a post may be flooded with: the beginnings of what rules look for, and what they look for, end to end. */
const floods = [
  ...['[', ']', '(', ')', '(t)[', '[a](', '](', '![', '{{ ', '{% ', '<', '<a href="', '<!--', '"', '“', '’'],
  ...[
    '**',
    '**a** ',
    '*a ',
    '_a',
    '`',
    '~~a',
    '|',
    '$',
    '\\',
    ':',
    ', ',
    '..',
    '?!',
    '&nbsp;',
    '&amp;',
    '&#',
  ],
  ...[
    '<b>',
    '</b>',
    '<u>a</u>',
    '<div>',
    '<p>a</p>',
    '<li>a',
    '<br>',
    '<img src=x>',
    '\u200B',
    '\u00A0',
    '½',
  ],
  ...[
    'a@b.',
    'http://x ',
    'http://x.org/ ',
    'x.org ',
    'www.x.org/ ',
    'https://x.org/?utm_a=1&',
    '@a ',
    '#a ',
  ],
  ...[
    '[a](https://x.org/a) ',
    '[a][b] ',
    '[a]: b\n',
    '[here](https://x.org/1) ',
    '[a](http://localhost:1/) ',
  ],
  ...[
    'word word ',
    'the the ',
    'a b ',
    'Xx Yy ',
    'Anna Bell and Anna Ball ',
    'organise ',
    'colour color ',
    'a,b',
  ],
  ...['TODO ', 'XX ', '[TBD] ', 'lorem ipsum ', 'to be announced ', 'see above ', 'last quarter ', '2020 '],
  ...['Q1 2020, ', 'June 3, ', 'Monday, June 3, 2020 ', '1/2/2020 ', '2020-01-02 ', 'first quarter of '],
  ...[
    'a\n\n',
    '# A\n\n',
    '# A\n\n## B\n\n',
    '**A**\n\n',
    '- ',
    '- a\n',
    '> a\n',
    '1. a\n',
    '| a ',
    '---\n\n',
  ],
];

/** How long the rules take for a flood of that many characters, the parser left out. */
function timeOf(piece: string, size: number): number {
  const source = piece.repeat(Math.floor(size / piece.length));
  const document = createDocument({ source, path: 'post.md', parse: satteri });
  // Asked for first: it is what has the text parsed. What is refused costs the rules nothing.
  if (document.refusal) return 0;
  const start = performance.now();
  lint(document, allRules);
  return performance.now() - start;
}

/** What is faster says nothing about growth: a pause of the machine weighs too much in it. */
const leastTime = 150;
const mostRuns = 6;

describe('a flood that is twice as long takes about twice the time', () => {
  test.each(floods)('%j', (piece) => {
    // Other work on the machine only ever adds time: the fastest run of each size is the truest.
    let [half, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let run = 0; run < mostRuns; run++) {
      whole = Math.min(whole, timeOf(piece, 80_000));
      if (whole < leastTime) return;
      half = Math.min(half, timeOf(piece, 40_000));
      if (run > 0 && whole <= 3 * half) return;
    }
    expect(whole).toBeLessThanOrEqual(3 * half);
  });
});
