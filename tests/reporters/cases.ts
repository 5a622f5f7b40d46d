import type { FileResult, Finding } from '../../src/engine/finding.ts';
import { finding, result } from './results.ts';

const edit = (text: string, quote: string, replacement: string) => ({
  range: { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
  text: replacement,
});

const plain = 'a BAD\nbad\n';
const wide = '\uFEFF漢 BAD\r\n😀漢é BAD bad\r\n\r\nlast BAD end';

/** What would be a command of a CI runner, move a cursor, end a line or leave a markup, were it printed as it is. */
const hostileTexts: readonly string[] = [
  '::error file=x::y',
  '\n::error file=a::b',
  '\r##[add-mask]x',
  '##[group]',
  '###[endgroup]',
  '##vso[task.setvariable]x',
  '\u001B]0;x\u0007\u001B[2J',
  'NUL \u0000 in it',
  'DEL \u007F and C1 \u0085\u009B',
  'line\u2028and\u2029paragraph',
  'bidi \u202E and \u2066',
  'half \uD83D of a pair, other \uDE00 half',
  '</script><!--]]>',
  '"quoted" \\ \\" \'',
  'a [link](1) and [x\\](https://example.org/) {0} {{ page }} }',
  '%0A%25 %s #frag ?query',
];

function hostileResult(words: string): FileResult {
  const text = `a ${words} b\n`;
  const related = [{ range: { start: 0, end: 1 }, message: words, path: `${words.replaceAll('/', '')}.md` }];
  const fix = { title: words, safety: 'safe' as const, edits: [edit(text, 'a', words)] };
  const over: Partial<Finding> = { message: words, ruleId: words, related, fix, details: { [words]: words } };
  return result(`${words.replaceAll('/', '')}.md`, text, [finding(text, 'a', over), finding(text, words)]);
}

function severalEdits(safety: 'safe' | 'unsafe'): FileResult {
  const edits = [edit(wide, '漢', ''), edit(wide, '😀', 'x\n\u2028'), edit(wide, 'last ', '')];
  return result('a.md', wide, [finding(wide, 'é BAD', { fix: { title: 'Mend [it]', safety, edits } })]);
}

const related = [
  { range: { start: 6, end: 9 }, message: 'Here it is right.' },
  { range: { start: 2, end: 3 }, message: 'There, too.', path: '2023/b.md' },
  { range: { start: 2, end: 3 }, message: 'Nobody read this one.', path: '2023/c d.md' },
];

/** Runs that every format has to print. All files are in `/posts`. */
export const cases: readonly (readonly [string, readonly FileResult[]])[] = [
  ['no file', []],
  ['no finding', [result('clean.md', plain)]],
  [
    'ordinary findings',
    [
      result('a.md', plain, [
        finding(plain, 'BAD', { severity: 'error' }),
        finding(plain, 'bad', { ruleId: 'patterns/x', details: { subject: 'Q2 2024' } }),
      ]),
      result('b/c.md', plain, [finding(plain, 'a BAD\nbad', { severity: 'error' })]),
    ],
  ],
  [
    '6,000 findings',
    Array.from({ length: 60 }, (_, index) => {
      const text = `${'BAD 漢 '.repeat(100)}\n`;
      const findings = Array.from({ length: 100 }, (_, at) => {
        const severity = at % 2 === 0 ? ('warn' as const) : ('error' as const);
        return finding(text, 'BAD', { severity, range: { start: at * 6, end: at * 6 + 3 } });
      });
      return result(`${index}.md`, text, findings);
    }),
  ],
  ['an odd file name', [result('c%23 #/a b\n😀.md', plain, [finding(plain, 'BAD')])]],
  ['an empty file', [result('a.md', '', [finding('', '', { range: { start: 0, end: 0 } })])]],
  ['a finding at the end', [result('a.md', plain, [finding(plain, 'x', { range: { start: 10, end: 10 } })])]],
  [
    'CRLF, BOM, emoji and CJK',
    [
      result(
        'a.md',
        wide,
        ['漢 BAD', 'é BAD', 'BAD bad\r\n', 'end'].map((quote) => finding(wide, quote)),
      ),
    ],
  ],
  [
    'related places',
    [result('a.md', plain, [finding(plain, 'BAD', { related })]), result('2023/b.md', 'x\nyz')],
  ],
  ['several edits', [severalEdits('safe')]],
  ['an unsafe fix', [severalEdits('unsafe')]],
  [
    'files outside the folder, and standard input',
    [
      { ...result('', plain, [finding(plain, 'BAD')]), path: '/other/a b.md', root: '/other' },
      { ...result('', plain, [finding(plain, 'BAD')]), path: '<stdin>' },
      result('..dots.md', plain, [finding(plain, 'BAD')]),
    ],
  ],
  ['hostile texts', hostileTexts.map(hostileResult)],
];

/** Whether a CI runner takes a line of a log for a command: `::` at its start, `##[` or `##vso[` anywhere. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line) || line.includes('##[') || line.includes('##vso[');
}

/** Everything of a report that should not reach a terminal or a log as it is. */
export function unsafeParts(report: string): string[] {
  const commands = report.split(/\r\n|\r|\n|\u2028|\u2029/).filter(isCommand);
  const controls =
    report.match(
      /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|\p{Surrogate}/gu,
    ) ?? [];
  return [...commands, ...controls];
}

/** A text with the edits of a fix in it, the last one first. */
export function edited(
  text: string,
  edits: readonly { range: { start: number; end: number }; text: string }[],
) {
  return edits.toReversed().reduce((before, { range, text: words }) => {
    return before.slice(0, range.start) + words + before.slice(range.end);
  }, text);
}
