import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayRefuse, preflight, refusalIn } from '../../src/document/preflight.ts';
import { read } from './reading.ts';

describe('each limit refuses what is above it and lets pass what is at it', () => {
  test.each([
    ['size', 'a'.repeat(1_048_576), 'a'.repeat(1_048_577)],
    ['delimiter run', '*'.repeat(1_000), `x ${'*'.repeat(1_001)}`],
    ['emphasis marks', '*a\n'.repeat(20_000), '*a\n'.repeat(20_001)],
    ['nesting', `${'> '.repeat(100)}a`, `a\n${'> '.repeat(101)}a`],
    ['nesting', `${'1. '.repeat(100)}a`, `${'- '.repeat(101)}a`],
    ['entities', '&amp; '.repeat(2_800), '&amp; '.repeat(3_000)],
    ['entities', '&amp; \r\n'.repeat(2_400), '&amp; \r\n'.repeat(2_600)],
    ['entities', '<b>www.\n'.repeat(2_400), '<b>www.\n'.repeat(2_600)],
    ['entities', '`a` a@b.cc\n'.repeat(2_100), '`a` a@b.cc\n'.repeat(2_200)],
    ['entities', '*a* http://x\n'.repeat(1_900), '*a* http://x\n'.repeat(2_000)],
    // Neither in four spaces nor with nothing behind it does a bullet end a paragraph, and a number other than 1 does not either.
    ['entities', `a${'\n    - b@c'.repeat(2_000)}`, `a${'\n    - b@c'.repeat(2_500)}`],
    ['entities', `a${'\n2. http://x'.repeat(2_000)}`, `a${'\n2. http://x'.repeat(2_200)}`],
    ['footnotes', '[^\n'.repeat(20_000), '[^\n'.repeat(20_001)],
    ['crowded line', `\u00e9${'[a'.repeat(15_800)}`, `\u00e9${'[a'.repeat(15_820)}`],
    ['crowded line', `a\n${'.'.repeat(22_300)}\n`, `a\n${'.'.repeat(22_400)}\n`],
    ['pieces', 'a\n\n'.repeat(29_999), 'a\n\n'.repeat(30_000)],
    ['pieces', '`a` \n'.repeat(19_999), '`a` \n'.repeat(20_000)],
    ['words', 'Q1 '.repeat(150_000), 'Q1 '.repeat(150_001)],
    ['words', 'a\u00A0'.repeat(150_000), 'a\u00A0'.repeat(150_001)],
  ])('%s', (limit, passes, refused) => {
    expect(preflight(passes)).toBeNull();
    const refusal = preflight(refused);
    expect(refusal?.limit).toBe(limit);
    expect(refusal!.range.end).toBeLessThanOrEqual(refused.length);
  });
});

test.each([
  ['bold at the start of many words', '**a** '.repeat(200)],
  ['a long rule', '-'.repeat(5_000)],
  ['a long table of contents', '- a\n'.repeat(5_000)],
  ['entities in many paragraphs', '&amp;\n\n'.repeat(15_000)],
  ['a long list of links without blank lines', '- [a](https://x.org/a), b\n'.repeat(8_000)],
  ['the same indented, with CRLF', '  * [a](https://x.org/a), b\r\n'.repeat(8_000)],
])('%s is no reason to refuse', (_name, source) => {
  expect(preflight(source)).toBeNull();
});

test('long front matter is refused before it is read', () => {
  const document = read(`---\na: ${'b'.repeat(40_000)}\n---\n`);
  expect(document.refusal?.limit).toBe('front matter');
  expect(document.frontMatter).toBeNull();
});

test('a parser may be given shorter texts than others', () => {
  const source = 'some words\n\n'.repeat(25_000);
  expect(preflight(source)).toBeNull();
  expect(preflight(source, 262_144)).toMatchObject({ limit: 'size', most: 262_144 });
  expect(read(source).refusal).toMatchObject({ limit: 'size', most: 262_144 });
});

test('a BOM before many paragraphs is no reason to refuse', async () => {
  const { createDocument } = await import('../../src/document/create.ts');
  const { loadSatteri } = await import('../../src/workspace/satteri.ts');
  // Nearly as many as are read.
  const source = `\uFEFF${'a\n\n'.repeat(29_000)}`;
  const document = createDocument({ source, path: 'a.md', parse: await loadSatteri() });
  expect(document.refusal).toBeNull();
  expect(document.prose).toHaveLength(29_000);
});

test('a refused post is empty and does not throw', () => {
  const document = read('*'.repeat(2_000));
  expect(document.tree.children).toEqual([]);
  expect([document.links, document.prose, document.sections, document.comments, document.title]).toEqual([
    [],
    [],
    [],
    [],
    null,
  ]);
});

test('a parser that breaks down refuses the post', async () => {
  const { createDocument } = await import('../../src/document/create.ts');
  const parse = () => {
    throw new RangeError('Maximum call stack size exceeded');
  };
  expect(createDocument({ source: 'a', path: 'a.md', parse }).refusal?.limit).toBe('nesting');
});

test('whether anything can be over its limit is never denied of a text that is refused', () => {
  const piece = fc.constantFrom(
    ...[
      '*',
      '_',
      '~',
      '&',
      '> ',
      '- ',
      '1. ',
      '\n',
      '\r',
      'a',
      ' ',
      '&amp;',
      '[',
      '[^',
      'a\n\n',
      'www.',
      '`a` ',
    ],
  );
  const flood = fc
    .tuple(piece, fc.integer({ min: 1, max: 21_000 }))
    .map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(fc.array(flood, { minLength: 1, maxLength: 4 }), (floods) => {
      const source = floods.join('');
      if (refusalIn(source) !== null) expect(mayRefuse(source)).toBe(true);
    }),
  );
});
