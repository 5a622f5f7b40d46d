import fc from 'fast-check';
import type { Parse } from '../../src/document/document.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { comparePost } from '../corpus/compared.ts';
import { markdown } from '../corpus/markdown.ts';
import { ownPosts } from '../corpus/posts.ts';
import type { Campaign } from './campaign.ts';

const sources = ownPosts()
  .map(({ source }) => source)
  .filter((source) => source.length < 8_000);

const inserted = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '](',
    '![',
    '<',
    '>',
    '<!--',
    '-->',
    '|',
    '\\',
    '&',
    '&nbsp;',
    '#',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\t',
    '    ',
    '- ',
    '1. ',
    '> ',
    '---\n',
    '```\n',
    '===\n',
    '- [ ] ',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u200b',
    '\u00a0',
    '\u2028',
    '\u{1F600}',
    '{{',
    '}}',
    '{%',
    'www.',
    'https://x',
  ],
);

/** What is done to a text at a place, which is a share of its length. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 2, 10, 100),
  put: fc.oneof(inserted, fc.constant('')),
});

function changed(source: string, changes: readonly Change[]): string {
  return changes.reduce((text, { at, length, put }) => {
    const place = Math.floor(at * text.length);
    return text.slice(0, place) + put + text.slice(place + length);
  }, source);
}

const mutated = fc
  .tuple(fc.constantFrom(...sources), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([source, changes]) => changed(source, changes));

const damaged = fc
  .tuple(markdown, fc.array(change, { maxLength: 2 }))
  .map(([source, changes]) => changed(source, changes));

let satteri: Parse | null = null;

/** Neither parser decides a finding. */
export const parsers: Campaign<string> = {
  name: 'parsers',
  promise:
    'Both parsers lead to the same findings, unless their trees hold other content in a way that is known.',
  // A file holds no half of a surrogate pair; what the parsers make of one differs, and the first tests know how.
  inputs: fc.oneof(mutated, damaged).map((text) => text.replace(/\p{Surrogate}/gu, '')),
  runs: 300,
  async check(source) {
    satteri ??= await loadSatteri();
    const { unknown, structural, decided } = comparePost({ path: 'posts/post.md', source }, satteri);
    if (structural || decided.length === 0) return;
    const trees = unknown.map(({ nodes, field, first, second }) => {
      const place = nodes.map(({ type }) => type).join('/');
      return `The trees differ: ${place} ${field}, ${JSON.stringify(first)} or ${JSON.stringify(second)}.`;
    });
    throw new Error(['One parser alone leads to', ...decided, ...trees].join('\n'));
  },
};
