import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileResult } from '../../src/engine/finding.ts';
import { type Format, formats } from '../../src/reporters/formats.ts';
import { context, finding, result } from './results.ts';
import { runnerCommands } from './runner-commands.ts';

test.each<[string, string[]]>([
  ['plain', []],
  ['::error::x', ['error']],
  ['  ::Error file=a,line=1::x', ['error']],
  ['a ::error::x', []],
  ['::error:x', []],
  ['::unknown::x', []],
  ['a\r::debug::x\r\n::notice::y\n::group::z', ['debug', 'notice', 'group']],
  ['text ##[add-mask]secret', ['add-mask']],
  ['##[unknown]x', []],
  ['##[group', []],
  ['{"a":"##vso[task.setvariable variable=x]y"}', ['task.setvariable']],
])('the oracle finds in %j the commands %j', (output, names) => {
  expect(runnerCommands(output).map(({ name }) => name)).toEqual(names);
});

test('the oracle reads properties and data as the runner does', () => {
  expect(runnerCommands('::error file=a%2Cb%250A=,title=%3A,line=::50%25 %250A%0A%2C')).toEqual([
    {
      runner: 'github',
      name: 'error',
      properties: { file: 'a,b%0A=', title: ':' },
      data: '50% %0A\n%2C',
    },
  ]);
});

const hostile = [
  '::error::x',
  '\n::error file=a::b',
  '\r\n  ::add-mask::a',
  '\r##[group]',
  'a ##[add-mask]x',
  '###[debug]x',
  '##vso[task.setvariable variable=a]b',
  '\u001B]0;x\u0007',
  '\u009B31m',
  '\u2028::debug::\u0085',
  '%0A::error::x',
  ',line=9::\n::debug::',
  ']]></failure><x a="\'&',
  '\uD800|\u0000<\uFFFE',
  '-->',
  '#',
  '##',
  '[group]',
  ':',
];
const words = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), {
  minLength: 1,
  maxLength: 3,
});
const anyText = words.map((parts) => parts.join(''));

/** A run in which all that a stranger can choose is `words`. */
function runOf(words: string): FileResult[] {
  const text = `a BAD ${words} bad ${words}\n${words}`;
  const edits = [{ range: { start: 2, end: 5 }, text: words }];
  const hidden = { message: words, ruleId: words, messageKey: words, details: { a: words, [words]: 1 } };
  const whole = { start: 0, end: text.length };
  return [
    result(`${words}.md`, text, [
      finding(text, 'BAD', {
        ...hidden,
        severity: 'error',
        fix: { title: words, safety: 'safe', edits },
        related: [
          { message: words, range: whole },
          { message: words, range: whole, path: `${words}/other.md` },
          { message: words, range: whole, path: `missing ${words}` },
        ],
      }),
      finding(text, 'bad', { ...hidden, range: whole, fix: { title: words, safety: 'unsafe', edits } }),
    ]),
    result(`${words}/other.md`, text),
  ];
}

const names = Object.keys(formats) as Format[];
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;

describe.each(names)('%s', (format) => {
  const printed = async (words: string, color: boolean) => {
    const report = await formats[format]();
    const ruleIds = [words, 'no-nbsp'];
    return report(runOf(words), { ...context, color, ruleIds, fixCommand: `recaplint --fix '${words}'` });
  };
  // `github` alone means to give commands: one for each finding of a run of two.
  const meant = format === 'github' ? ['error', 'warning'] : [];
  const check = async (words: string) => {
    const output = await printed(words, false);
    expect(runnerCommands(output).map(({ name }) => name)).toEqual(meant);
    expect(output).not.toMatch(control);
    const colored = await printed(words, true);
    expect(colored.replace(/\u001B\[\d+m/g, '')).not.toMatch(control);
  };

  test.each(hostile)('%j gives no command and moves no cursor', check);

  test('nor does anything else', async () => {
    await fc.assert(fc.asyncProperty(anyText, check), { numRuns: 300 });
  });
});
