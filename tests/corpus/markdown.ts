import fc from 'fast-check';

const word = fc.constantFrom(
  ...[
    'recap',
    'Q2 2024',
    'During the first quarter of 2024, we met.',
    'the',
    'second',
    'café',
    '漢字',
    '😀',
    'x_y',
    '2024-05-07',
    'April',
    'e-mail',
  ],
  ...[
    'foundation.example',
    'jane@lanternfolk.org',
    'https://example.org/a_b?c=d&e',
    'www.example.org',
    'a/b',
    '5 %',
  ],
);
const mark = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '\\',
    '&nbsp;',
    '&amp;',
    '&#160;',
    '&',
    '<',
    '>',
    '[',
    ']',
    '](',
    ')',
    '![',
  ],
  ...[
    '|',
    '#',
    '"',
    "'",
    ':',
    '\t',
    '  ',
    '\u00a0',
    '[^1]',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '{{ tag }}',
    '{% if %}',
  ],
);
const target = fc.constantFrom(
  'https://example.org',
  '/path',
  '#part',
  '<a b>',
  '',
  'mailto:a@example.org',
  'https://foundation.exa',
);

// Inline Markdown: mostly well-formed, with stray marks in between.
const { inline } = fc.letrec<{ inline: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { arbitrary: word, weight: 6 },
    { arbitrary: mark, weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('*', '**', '_', '__', '~~', '***'), tie('inline'))
        .map(([m, t]) => m + t + m),
      weight: 1,
    },
    { arbitrary: fc.tuple(tie('inline'), target).map(([text, url]) => `[${text}](${url})`), weight: 1 },
    { arbitrary: fc.tuple(word, target).map(([text, url]) => `![${text}](${url} "title")`), weight: 1 },
    { arbitrary: word.map((text) => `<https://example.org/${encodeURI(text)}>`), weight: 1 },
    {
      arbitrary: fc.tuple(tie('inline'), target).map(([text, url]) => `<a href="${url}">${text}</a>`),
      weight: 1,
    },
    { arbitrary: word.map((text) => `\`${text}\``), weight: 1 },
    {
      arbitrary: fc.constantFrom('[one]', '[text][one]', '[one][]', '![one]', '[^1]', '<!-- note -->'),
      weight: 1,
    },
  ),
  inline: fc
    .array(tie('piece') as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 })
    .map((pieces) => pieces.join(' ')),
}));

const line = fc.oneof(
  { arbitrary: inline, weight: 5 },
  { arbitrary: fc.tuple(inline, fc.constantFrom('  ', '\\')).map((parts) => parts.join('')), weight: 1 },
);
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const row = fc.array(inline, { minLength: 1, maxLength: 3 }).map((cells) => `| ${cells.join(' | ')} |`);

const leaf = fc.oneof(
  { arbitrary: paragraph, weight: 5 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('#', '##', '###', '####### '), inline)
      .map(([marks, text]) => `${marks} ${text}`),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(paragraph, fc.constantFrom('===', '---')).map(([text, rule]) => `${text}\n${rule}`),
    weight: 1,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('```', '~~~', '````'), paragraph)
      .map(([fence, text]) => `${fence}js\n${text}\n${fence}`),
    weight: 1,
  },
  { arbitrary: paragraph.map((text) => `    ${text}`), weight: 1 },
  {
    arbitrary: fc
      .tuple(row, fc.array(row, { maxLength: 2 }))
      .map(([head, rows]) => [head, '|---|:-:|', ...rows].join('\n')),
    weight: 1,
  },
  { arbitrary: paragraph.map((text) => `<div>\n${text}\n</div>`), weight: 1 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('one', 'text', '^1'), target)
      .map(([label, url]) => `[${label}]: ${url}`),
    weight: 1,
  },
  {
    arbitrary: fc.constantFrom('---', '***', '<!-- note -->', '<p>text</p>', '\\', '{% raw %}', ''),
    weight: 1,
  },
);

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((part, index) => (index === 0 ? first : rest) + part)
    .join('\n');
}

const { blocks } = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: leaf, weight: 5 },
    {
      arbitrary: (tie('blocks') as fc.Arbitrary<string>).map((text) => indented(text, '> ', '> ')),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom('- ', '* ', '1. ', '- ', '2) ', '- [ ] '),
          tie('blocks') as fc.Arbitrary<string>,
        )
        .map(([bullet, text]) => indented(text, bullet, ' '.repeat(bullet.indexOf(' ') + 1))),
      weight: 2,
    },
    {
      arbitrary: (tie('blocks') as fc.Arbitrary<string>).map((text) => indented(text, '[^1]: ', '    ')),
      weight: 1,
    },
  ),
  blocks: fc
    .tuple(
      fc.array(tie('block') as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n\n', '\n\n', '\n'),
    )
    .map(([parts, gap]) => parts.join(gap)),
}));

const frontMatter = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '---\ntitle: Q2 2024 Recap from Jane\ndate: 2024-05-07\n---\n',
    '---\ntitle: "A &amp; B"\n',
    '+++\ntitle = "x"\n+++\n',
  ],
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r');

/** A text cut or repeated somewhere, or with a mark put in: what an editor shows while somebody types. */
const damaged = fc
  .tuple(blocks, fc.nat(), fc.constantFrom('cut', 'mark', 'whole', 'whole', 'whole'), mark)
  .map(([text, seed, how, inserted]) => {
    const at = text.length === 0 ? 0 : seed % text.length;
    if (how === 'cut') return text.slice(0, at);
    return how === 'mark' ? text.slice(0, at) + inserted + text.slice(at) : text;
  });

/** Markdown documents of every construct, well-formed or nearly so, with any line end and sometimes a byte-order mark. */
export const markdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff'),
    frontMatter,
    fc.array(damaged, { minLength: 1, maxLength: 2 }),
    lineEnd,
  )
  .map(([bom, front, parts, end]) => bom + `${front}${parts.join('\n\n')}\n`.replaceAll('\n', end));
