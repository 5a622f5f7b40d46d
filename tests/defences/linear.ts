import type { Defence } from './defence.ts';

const floods = 'tests/rules/floods.test.ts';
const budget = 'tests/e2e/budget.test.ts';
const manyFindings = 'tests/engine/many-findings.test.ts';

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
  {
    threat: 'a megabyte of headings or items of one letter keeps the rules busy for ten seconds',
    defence: 'a post has at most 60,000 lines and marks',
    without: [
      {
        file: 'src/document/preflight.ts',
        text: '  pieces: 60_000,',
        becomes: '  pieces: Number.POSITIVE_INFINITY,',
      },
    ],
    test: budget,
    named: '100,000 headings|a megabyte of empty items|a megabyte of underlines',
    built: true,
  },
  {
    threat: 'a megabyte of quarters, months or hard spaces keeps the rules busy for seconds',
    defence: 'a post has at most 150,000 words and numbers',
    without: [
      {
        file: 'src/document/preflight.ts',
        text: '  words: 150_000,',
        becomes: '  words: Number.POSITIVE_INFINITY,',
      },
    ],
    test: 'tests/document/preflight.test.ts',
    named: 'refuses what is above it and lets pass what is at it words',
  },
  {
    threat: 'a post with a finding in each word makes a report of hundreds of megabytes',
    defence: 'of each rule 5,000 findings of a post are kept, and a notice says that there are more',
    without: [
      {
        file: 'src/engine/lint.ts',
        text: 'if (!keep(findings, findingOf(problem, rule, severity, document.source.length))) break;',
        becomes: 'findings.push(findingOf(problem, rule, severity, document.source.length));',
      },
    ],
    test: budget,
    named:
      'an invisible character in each word|quarters between strokes|as many headings as are read|in every format',
    built: true,
  },
  {
    threat: 'a comment that names a hundred thousand rules that do not exist',
    defence: 'of findings about suppression comments 5,000 of a post are kept',
    without: [
      {
        file: 'src/engine/directives.ts',
        text: 'if (!isKnownId(settings, id))\n      keep(problems, ',
        becomes: 'if (!isKnownId(settings, id))\n      [].push.call(problems, ',
      },
    ],
    test: manyFindings,
    named: 'of each rule and notice as many findings are kept',
  },
  {
    threat: 'a comment that names one rule a hundred thousand times',
    defence: 'of comments that suppress nothing 5,000 of a post are reported',
    without: [
      {
        file: 'src/engine/unsuppressed.ts',
        text: 'if (!keep(found, notice(',
        becomes: 'if (!found.push(notice(',
      },
    ],
    test: manyFindings,
    named: 'of each rule and notice as many findings are kept',
  },
  {
    threat: 'an archive in which a rule over series finds something in each word of a post',
    defence: 'of such a rule 5,000 findings are kept in each post as well',
    without: [
      {
        file: 'src/engine/lint-series.ts',
        text: 'keep(listOf(findings, problem.path), findingOf(problem, rule, severity));',
        becomes: 'listOf(findings, problem.path).push(findingOf(problem, rule, severity));',
      },
    ],
    test: manyFindings,
    named: 'of a rule over series as many are kept in each post',
  },
];
