import { describe, expect, test } from 'vitest';
import { limits } from '../../src/document/preflight.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { type Costs, costsOf } from './flood-costs.ts';
import { type Shape, shapes } from './flood-shapes.ts';

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

// Time is linear in longer texts as well than are read.
Object.assign(limits, { pieces: Number.POSITIVE_INFINITY, words: Number.POSITIVE_INFINITY });

/** In characters: half of a flood; the whole is twice as long. */
const halves = {
  /** Most posts are smaller. */
  pieces: 80_000,
  /** Shows the square of 10,000 places where each costs as little as a search of 100 characters. */
  shapes: 180_000,
};
/** In milliseconds. What is faster says nothing about growth: one collection of garbage weighs too much in it. */
const leastTime = 60;
const mostRuns = 5;
/** Twice as long is linear, four times as long the square; the rest is what a collection of garbage may take. */
const mostFor = (half: number) => 2.5 * half + 40;

/** Keeps the least time of each part: whatever else happens only ever adds some. */
function least(known: Costs | null, costs: Costs): Costs {
  return known === null
    ? costs
    : new Map([...costs].map(([part, time]) => [part, Math.min(time, known.get(part)!)]));
}

/** What takes more than its share of a post of twice the length, as a sentence each. */
function growing(half: Costs, whole: Costs): string[] {
  return [...whole].flatMap(([part, time]) => {
    const before = half.get(part) ?? 0;
    return time < leastTime || time <= mostFor(before)
      ? []
      : [`${part}: ${before.toFixed(0)} ms, then ${time.toFixed(0)} ms`];
  });
}

/** What a flood that is twice as long takes far more than twice the time for. */
function growthOf(shape: Shape, size: number): string[] {
  let [half, whole]: [Costs | null, Costs | null] = [null, null];
  let found: string[] = [];
  for (let run = 0; run < mostRuns; run++) {
    whole = least(whole, costsOf(shape(2 * size), satteri));
    if (Math.max(0, ...whole.values()) < leastTime) return [];
    half = least(half, costsOf(shape(size), satteri));
    found = growing(half, whole);
    if (found.length === 0) return [];
  }
  return found;
}

describe('a flood that is twice as long takes each rule about twice the time', () => {
  test.each(floods)('%j', (piece) => {
    const shape: Shape = (size) => piece.repeat(Math.floor(size / piece.length));
    expect(growthOf(shape, halves.pieces)).toEqual([]);
  });
  test.each(Object.entries(shapes))('%s', (_, shape) => {
    expect(growthOf(shape, halves.shapes)).toEqual([]);
  });
});
