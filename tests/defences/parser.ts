import type { Defence } from './defence.ts';

const limitTest = 'tests/document/preflight.test.ts';
const hostilePosts = 'tests/e2e/hostile-posts.test.ts';
const clockTest = 'tests/project/clocked-parse.test.ts';
const preflight = 'src/document/preflight.ts';

/** Takes one limit away: nothing is over it. */
function withoutLimit(written: string, name: string): Defence['without'] {
  return [
    { file: preflight, text: `  ${name}: ${written},`, becomes: `  ${name}: Number.POSITIVE_INFINITY,` },
  ];
}

export const defences: readonly Defence[] = [
  {
    threat: 'a post of many megabytes',
    defence: 'posts of more than 1,048,576 characters are not parsed',
    without: withoutLimit('1_048_576', 'size'),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it size',
  },
  {
    threat: 'one run of a million `*` overflows the native parser, which ends the process',
    defence: 'a run has at most 1,000 of `*`, `_` or `~`',
    without: withoutLimit('1_000', "'delimiter run'"),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it delimiter run',
  },
  {
    threat: 'emphasis on a hundred thousand levels overflows the native parser',
    defence: 'a post has at most 20,000 `*` and `_`',
    without: withoutLimit('20_000', "'emphasis marks'"),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it emphasis marks',
  },
  {
    threat: 'a line that opens a hundred thousand quotes or lists takes both parsers minutes',
    defence: 'a line opens at most 100 of them',
    without: withoutLimit('100', 'nesting'),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it nesting',
  },
  {
    threat: 'entities or addresses in a long paragraph use up the memory and abort the process',
    defence: 'their number times the length of their paragraphs is at most 50,000,000',
    without: withoutLimit('50_000_000', 'entities'),
    test: hostilePosts,
    named: 'entities of one paragraph|www behind tags|in a half-open bracket',
    built: true,
  },
  {
    threat: 'entities on lines that end with CRLF, each of which looks like a paragraph',
    defence: 'the limits take CRLF for one line end',
    without: [
      {
        file: preflight,
        text: '(code === carriageReturn && source.charCodeAt(i + 1) !== newline)',
        becomes: 'code === carriageReturn',
      },
    ],
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it entities',
  },
  {
    threat:
      'one long line of brackets beside a letter that is not ASCII, or before addresses, holds the native parser up',
    defence: 'the marks of lines times their length are at most 500,000,000',
    without: withoutLimit('500_000_000', "'crowded line'"),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it crowded line',
  },
  {
    threat: 'hundreds of thousands of half-open footnotes hold the native parser up',
    defence: 'a post has at most 20,000 `[^`',
    without: withoutLimit('20_000', 'footnotes'),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it footnotes',
  },
  {
    threat: 'a megabyte of one-letter paragraphs makes a tree of over half a gigabyte',
    defence: 'a post has at most 60,000 lines and marks',
    without: withoutLimit('60_000', 'pieces'),
    test: limitTest,
    named: 'refuses what is above it and lets pass what is at it pieces',
  },
  {
    threat: 'front matter of a megabyte',
    defence: 'front matter has at most 32,768 characters',
    without: withoutLimit('32_768', "'front matter'"),
    test: limitTest,
    named: 'long front matter is refused before it is read',
  },
  {
    threat: 'a parser that breaks down',
    defence: 'what it throws becomes the finding `limit`',
    without: [
      {
        file: 'src/document/create.ts',
        text: 'return refusedParse(error instanceof OverTime ? tooSlow(error, this.source) : tooDeep(this.source));',
        becomes: 'throw error;',
      },
    ],
    test: limitTest,
    named: 'a parser that breaks down refuses the post',
  },
  {
    threat: 'a post of 64 KB that takes the JavaScript parser minutes',
    defence: 'in the command line and the language server it has a second, in a thread that is then ended',
    without: [
      {
        file: 'src/project/clocked-parse.ts',
        text: '(isSlow(markdown) ? parseInThread(markdown) : parse(markdown))',
        becomes: 'parse(markdown)',
      },
    ],
    test: clockTest,
    named: 'a run over such posts says so in words',
    built: true,
  },
  {
    threat: 'a short post whose brackets take the JavaScript parser long',
    defence: 'over 1,500 marks and lines in one paragraph are parsed by the clock as well',
    without: [
      {
        file: 'src/project/slow-texts.ts',
        text: '++) {\n    const code',
        becomes: '++) {\n    count = 0;\n    const code',
      },
    ],
    test: clockTest,
    named: 'what may take the JavaScript parser long',
  },
];
