import fc from 'fast-check';
import { dated, nameOf, report } from './series-posts.ts';

/** One change of a text; offsets are counted modulo the length of the text that they meet. */
export interface ChangeStep {
  readonly how: 'insert' | 'delete' | 'replace' | 'beyond' | 'whole';
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** What an editor does next. Numbers are taken modulo what there is, so that any part of a list of steps makes sense. */
export type Step =
  | { readonly kind: 'edit'; readonly text: number; readonly changes: readonly ChangeStep[] }
  | { readonly kind: 'open' | 'close' | 'save' | 'fix all'; readonly text: number }
  | { readonly kind: 'ask'; readonly text: number; readonly what: number; readonly at: number }
  /** `look`: and see what that changes, before anything else happens. */
  | {
      readonly kind: 'write' | 'remove';
      readonly file: number;
      readonly text: string;
      readonly look: boolean;
    }
  /** The open posts are of one series again, and then one of them is changed: of those whose bit is set, one repeats another. */
  | { readonly kind: 'restore'; readonly text: number; readonly repeated: number }
  | { readonly kind: 'configure'; readonly config: number }
  | { readonly kind: 'compare' };

/** What a text file can hold, in UTF-8. */
const tokens = [
  ...[
    '---\n',
    '---\n\n',
    'title: ',
    'title: March 2023 Harbour Report\n',
    'date: 2023-04-05\n',
    'tags: [a, b]\n',
  ],
  ...[
    'Q2 2024',
    'Q3',
    '2023-02-30',
    'Monday, 3 May 2023',
    'in March',
    'last quarter',
    'Febuary',
    '31.12.2023',
  ],
  ...['😀', '👩‍👩‍👧', '漢字', 'e\u0301', '\u200d', '\u200b', '\u00ad', '\u202e', 'ﬁ', '\ufffd', 'ß', '🇩🇪'],
  ...['\r', '\n', '\r\n', '\n\n', '\r\n\r\n', '\t', '    ', ' ', '\u00a0', '&nbsp;', '\u2028', '\f'],
  ...[
    '[text](https://example.org/a)',
    '[a](2023-02.md)',
    '![](new.png)',
    '[x]: https://example.org\n',
    '[b](#work)',
  ],
  ...[
    'https://example.org/?utm_source=a',
    '<https://a.example>',
    'http://localhost:3000/x',
    '[](',
    '](',
    '[here](/)',
  ],
  ...['<b>', '</b>', '<p>&nbsp;</p>', '<!--', '-->', '<a href="https://example.org">', '<br>', '<script>\n'],
  ...['<!-- recaplint-disable -->', '<!-- recaplint-enable -->', '<!-- recaplint-disable-line no-nbsp -->'],
  ...[
    '<!-- recaplint-disable-next-line no-nbsp, no-such -- why -->\n',
    '<!-- recaplint-disable-file no-nbsp -->\n',
  ],
  ...[
    '{{ x }}',
    '{% raw %}',
    '{% endraw %}',
    '<%= y %>',
    '{{< fig >}}',
    '$a$',
    '`',
    '```\n',
    '~~~js\n',
    '$$\n',
  ],
  ...[
    '## Work\n\n',
    '# ',
    '## Money\n',
    '* a\n* b\n',
    '1. one\n',
    '> ',
    '| a | b |\n|---|---|\n',
    '**',
    '_',
    '~~',
  ],
  ...[
    'the the',
    'teh',
    'TODO',
    'lorem ipsum',
    'TBD',
    ' ,',
    'word.Word',
    '“',
    '”',
    '(',
    ')',
    'a  b',
    '...',
    '!!',
  ],
  ...[
    `${dated}\n\n`,
    'We mended 3 boats.',
    'The harbour office was closed.',
    `${'long words in a row '.repeat(40)}\n`,
  ],
];
/** What depends on other files: they come and go. */
export const linked = 'See [the next](2023-05.md), [others](../notes/other.md) and [more](../notes/more.md).';

/** What only a buffer can hold: halves of characters, NUL, a BOM in the middle. */
// No U+0000: such a text is not linted at all (diagnostics.test.ts).
const strange = ['\ud83d', '\ude00', '\ud800x', '\ufeff', '\u0085', '\u001b[31m'];

const piece = (hostile: boolean) => {
  const token = fc.constantFrom(...tokens, ...(hostile ? strange : []));
  return fc.array(token, { maxLength: 4 }).map((parts) => parts.join(''));
};
const number = fc.nat(100_000);

const wholeText = (hostile: boolean) =>
  fc
    .tuple(fc.nat(6), piece(hostile), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([index, body, end]) => report(index, `${linked}\n\n${body}`).replaceAll('\n', end));

const change = (hostile: boolean): fc.Arbitrary<ChangeStep> =>
  fc.oneof(
    {
      weight: 30,
      arbitrary: fc.record({
        how: fc.constantFrom('insert', 'insert', 'delete', 'replace'),
        at: number,
        length: fc.oneof(fc.nat(4), fc.nat(60)),
        text: piece(hostile),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ how: fc.constant('beyond'), at: number, length: number, text: piece(hostile) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        how: fc.constant('whole'),
        at: number,
        length: number,
        text: fc.oneof(wholeText(hostile), piece(hostile)),
      }),
    },
  );

/** @param hostile whether texts may hold what no file can */
export function step(hostile: boolean): fc.Arbitrary<Step> {
  const text = fc.nat(20);
  const file = fc.nat(20);
  return fc.oneof(
    {
      weight: 100,
      arbitrary: fc.record({
        kind: fc.constant('edit'),
        text,
        changes: fc.array(change(hostile), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 12, arbitrary: fc.record({ kind: fc.constantFrom('open', 'close', 'save'), text }) },
    { weight: 25, arbitrary: fc.record({ kind: fc.constant('ask'), text, what: fc.nat(20), at: number }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('fix all'), text }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('write', 'write', 'remove'),
        file,
        text: wholeText(false),
        look: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('configure'), config: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore'), text, repeated: fc.nat(127) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('compare') }) },
  );
}

/** What a workspace is configured with, one after the other; null: nothing. */
export const configurations = [
  null,
  '{ "rules": { "no-nbsp": "off" } }\n',
  '{ "rules": { "no-nbsp": "error" } }\n',
];

/** Files that come and go: posts, and what they link to. */
export const files = [...[0, 1, 2, 3, 4, 5].map(nameOf), 'notes/other.md', 'notes/more.md', 'notes/new.png'];
