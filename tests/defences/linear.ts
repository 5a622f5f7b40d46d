import type { Defence } from './defence.ts';

const floods = 'tests/rules/floods.test.ts';

/** Time in proportion to the length, in all that recaplint does with a text after the parser. */
export const defences: readonly Defence[] = [
  {
    threat: 'a paragraph of many links with as many words that stand twice',
    defence: 'the link that holds a word is found in logarithmic time',
    without: [
      {
        file: 'src/rules/no-repeated-word.ts',
        text: 'spanAround(block.links, at, at + 1)',
        becomes: 'block.links.find(({ start, end }) => start <= at && at < end)',
      },
    ],
    test: floods,
    named: 'words that stand twice between links',
  },
  {
    threat: 'a very long heading above many paragraphs that name a time',
    defence: 'the heading is read once, not once for each paragraph',
    without: [
      {
        file: 'src/document/prose-periods.ts',
        text: 'headsSummary(section, null)',
        becomes: 'summaryHeading.test(section.heading.text)',
      },
    ],
    test: floods,
    named: 'paragraphs with periods below a long heading',
  },
  {
    threat: 'a very long heading above a list of words that British and Americans spell otherwise',
    defence: 'the heading is read once, not once for each word',
    without: [
      {
        file: 'src/document/voices.ts',
        text: 'speaksOfAnswers(at.heading, null)',
        becomes: 'answers.test(at.heading.text)',
      },
    ],
    test: floods,
    named: 'both spellings in a list below a long heading',
  },
  {
    threat: 'thousands of paragraphs that each link the issue before',
    defence: 'the paragraph of a link is found in logarithmic time',
    without: [
      {
        file: 'src/series/previous.ts',
        text: 'spanAround(placesOf(prose, null), range.start, range.end)?.block',
        becomes: 'prose.find((one) => one.range.start <= range.start && range.end <= one.range.end)',
      },
    ],
    test: floods,
    named: 'links to the issue before$',
  },
  {
    threat: 'thousands of suppression comments on one line before a hundred thousand empty lines',
    defence: 'the next line that is not empty is looked for once for each line',
    without: [
      {
        file: 'src/engine/directives.ts',
        text: 'const firstWritten = memoize((lines',
        becomes: 'const firstWritten = ((lines',
      },
    ],
    test: floods,
    named: 'comments on one line before empty ones',
  },
  {
    threat: 'a table row of thousands of cells with half a code span each',
    defence: 'a row is judged once, not once for each of its cells',
    without: [
      {
        file: 'src/document/stray-pairs.ts',
        text: 'const isNew = line !== row.line;',
        becomes: 'const isNew = true;',
      },
    ],
    test: floods,
    named: 'cells with half a code',
  },
  {
    threat: 'tens of thousands of fixes inside one whose edits stand far apart',
    defence: 'an edit is held against its two neighbours, not against all that are taken',
    without: [
      {
        file: 'src/engine/fix.ts',
        text: 'this.edits.slice(Math.max(0, place - 1), place + 1).some(',
        becomes: 'this.edits.some(',
      },
    ],
    test: 'tests/engine/fix.test.ts',
    named: 'a fix that reaches far makes no other one dearer',
  },
  {
    threat: 'a post of HTML end tags that open nowhere',
    defence: 'the finding then stands at the first of them, and no rule breaks down',
    without: [
      {
        file: 'src/rules/no-html-body.ts',
        text: ' ?? tags[0]!',
        becomes: '!',
      },
    ],
    test: 'tests/rules/no-html-body.test.ts',
    named: 'end tags alone',
  },
];
