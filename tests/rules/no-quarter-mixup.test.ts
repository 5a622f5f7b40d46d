import { describe, it } from 'vitest';
import rule from '../../src/rules/no-quarter-mixup.ts';
import { testRule } from '../../src/testing.ts';

const post = (body: string, title = 'Q2 2024 Recap', date = '2024-07-18') =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n\n${body}\n`;
const summary = (sentence: string) => post(`## Summary\n\n${sentence}`);

/** Openings of sections and introductions that tell where a story began, or point to another issue. */
const told: [body: string, title?: string][] = [
  [
    '## Grants\n\nIn Q4 2023, the Foundation launched its grants program. The first were paid in April and May.',
  ],
  ['## Releases\n\nDuring Q1 2024, the 3.0 branch was cut. Version 3.0 came out on 14 April.'],
  ['## Staff\n\nIn Q3 2023, Ana Silva joined as an intern. She became an engineer in June.'],
  ['## Call\n\nIn Q1, we opened the call for talks. It closed in May.'],
  ['## Board\n\nIn Q3 2024 the members had elected a new board.', 'Q1 2025 Recap'],
  ['During the third quarter of 2022, the project had ten people; in 2023 it had thirty.', 'Q3 2023 Recap'],
  ['In case you missed it, here is the Q1 2024 report: <https://kestrel.org/q1>'],
  ['You can find the Q1 2024 report below.'],
  ['Here is what you missed in the Q1 2024 report.'],
];

testRule(
  rule,
  {
    valid: [
      ...told.map(([body, title]) => ({ name: body, text: post(body, title) })),
      {
        name: 'the right quarter',
        text: summary('During the second quarter of 2024, the Foundation celebrated achievements.'),
      },
      { name: 'background', text: summary('Towards the end of Q1, the board approved the budget.') },
      {
        name: 'the start of something',
        text: summary('In Q1, work on the specification began and continued since.'),
      },
      { name: 'a plan', text: summary('We are now aiming for a launch in the third quarter.') },
      { name: 'a plan that opens the sentence', text: summary('In Q3, we will share an update.') },
      { name: 'a comparison', text: summary('In Q1, we sent more mails than now.') },
      { name: 'the issue before', text: summary('In our Q1 2024 report we announced a new team.') },
      { name: 'a link to the issue before', text: summary('In [Q1 2024](q1.md), we announced a new team.') },
      { name: 'a quotation', text: post('> In Q1 2024, we announced a new team.') },
      {
        name: 'far into a section',
        text: post('## Grants\n\nWe paid grants.\n\nIn Q1, we paid more of them.'),
      },
      {
        name: 'both quarters in a section',
        text: post('## Grants\n\nIn Q1, we announced grants.\n\nIn Q2, we paid them.'),
      },
      {
        name: 'a history',
        text: post('## Summary\n\nIn Q1, we hired Ada.\n\nIn Q3, we hired Bob.', 'Q4 2024 Recap'),
      },
      { name: 'a run that holds the quarter', text: summary('In Q1 and Q2, we hired three people.') },
      {
        name: 'the first quarter of a project',
        text: summary('In the first quarter of the project, we built a parser.'),
      },
      { name: 'a roadmap', text: post('## Summary\n\nIn Q1, we hired Ada.', '2024 Q2 Roadmap') },
      {
        name: 'an unknown direction, before the end',
        text: post('## Summary\n\nIn Q1, we hired Ada.', 'Q2 2024', '2024-06-01'),
      },
      {
        name: 'title and file name in dispute',
        path: 'q1-2024.md',
        text: summary('In Q1 2024, we hired Ada.'),
      },
      {
        name: 'a next round that is next',
        text: post('We are opening our next round for Q1 2023.', 'Q1 2023 Survey', '2022-12-06'),
      },
      {
        name: 'a next round that was next then',
        text: post(
          'We closed the books and opened the next round for Q3 2022.',
          'Q1 2023 Survey',
          '2022-12-06',
        ),
      },
      {
        name: 'a call for the next round, under the name of the one awarded and its results',
        text: post(
          'For Q1 2019 we are funding two projects.\n\n## Q1 2019 Funding\n\nIn Q1 2019 they share a grant.\n\nYou can apply for Q2 2019.',
          'Q1 2019 Funding Announcement',
          '2019-01-23',
        ),
      },
      {
        name: 'a call for a round that nobody has got yet',
        text: post('You can apply for Q1 2019.', 'Q1 2019 Call for Proposals', '2018-12-01'),
      },
      { name: 'no subject', text: post('## Summary\n\nIn Q1 2024, we hired Ada.', 'News') },
      {
        name: 'a month that may be that of the issue',
        text: post('Here is our report for March 2024.', 'April 2024 report', '2024-04-02'),
      },
      {
        name: 'a month in a section',
        text: post('## Grants\n\nIn March, we paid grants.', 'April 2024 report', '2024-05-02'),
      },
    ],
    invalid: [
      {
        name: 'a post that only its date and the cadence of its series place in time',
        text: post('## Summary\n\nDuring the first quarter of 2024, we hired two people.', 'Recap from Ada'),
        post: { cadence: 'quarter' },
        reports: [
          '8:12-8:33 The summary says *first quarter of 2024*, the date Q2 2024: write *second quarter of 2024*.',
        ],
        unsafelyFixed: post(
          '## Summary\n\nDuring the second quarter of 2024, we hired two people.',
          'Recap from Ada',
        ),
      },
      {
        name: 'the months of another quarter in a summary',
        text: summary('In January, February and March 2024, the Foundation hired two people.'),
        reports: [
          '8:4-8:36 The summary says *January, February and March 2024*, the title Q2 2024: write *Q2 2024*.',
        ],
      },
      {
        name: 'a summary of what was begun',
        text: summary('During the first quarter of 2024, the Foundation started a fund.'),
        reports: [
          '8:12-8:33 The summary says *first quarter of 2024*, the title Q2 2024: write *second quarter of 2024*.',
        ],
        unsafelyFixed: summary('During the second quarter of 2024, the Foundation started a fund.'),
      },
      {
        name: 'a next round that is over',
        text: post('We are opening our next round for Q3 2022.', 'Q1 2023 Survey', '2022-12-06'),
        reports: [
          '6:35-6:42 Says that Q3 2022 is still to come, but the post is about Q1 2023: name the period that is next.',
        ],
      },
      {
        name: 'a call for the round that the post awards, under its name',
        text: post(
          'For Q1 2019 we are funding two projects.\n\n## Q1 2019 Funding\n\nYou can apply for Q1 2019.',
          'Q1 2019 Funding Announcement',
          '2019-01-23',
        ),
        reports: [
          '8:4-8:11 The heading says *Q1 2019*, but below it applications for the next period are invited.',
          '10:19-10:26 Invites applications for *Q1 2019*, whose awards the post announces: name the next period.',
        ],
      },
      {
        name: 'how the post presents itself, whatever else the paragraph says',
        text: post('Welcome to the May update! In June, we merged more than we wrote.', 'June 2024 Update'),
        reports: ['6:16-6:19 The introduction says *May*, the title June 2024: write *June 2024*.'],
      },
      {
        name: 'an ordinal in a summary',
        text: summary('During the first quarter of 2024, the Foundation celebrated achievements.'),
        unsafelyFixed: summary('During the second quarter of 2024, the Foundation celebrated achievements.'),
        reports: [
          '8:12-8:33 The summary says *first quarter of 2024*, the title Q2 2024: write *second quarter of 2024*.',
        ],
      },
      {
        name: 'the introduction',
        text: post('The team worked hard in Q1 of 2024 on packages.'),
        unsafelyFixed: post('The team worked hard in Q2 of 2024 on packages.'),
        reports: ['6:25-6:35 The introduction says *Q1 of 2024*, the title Q2 2024: write *Q2 of 2024*.'],
      },
      {
        name: 'what the introduction says it is',
        text: post('Welcome to our **first-quarter** report!'),
        unsafelyFixed: post('Welcome to our **second-quarter** report!'),
        reports: [
          '6:18-6:31 The introduction says *first-quarter*, the title Q2 2024: write *second-quarter*.',
        ],
      },
      {
        name: 'the start of a section',
        text: post('Text.\n\n## Grants\n\nIn Q1, we paid three grants.'),
        unsafelyFixed: post('Text.\n\n## Grants\n\nIn Q2, we paid three grants.'),
        reports: ['10:4-10:6 The section says *Q1*, the title Q2 2024: write *Q2*.'],
      },
      {
        name: 'a quarter as the subject of its sentence',
        text: post('## Hiring\n\nThe 1st quarter saw three new colleagues.'),
        unsafelyFixed: post('## Hiring\n\nThe 2nd quarter saw three new colleagues.'),
        reports: ['8:5-8:16 The section says *1st quarter*, the title Q2 2024: write *2nd quarter*.'],
      },
      {
        name: 'quarter and year',
        text: summary('In Q4’23, we hired Ada.'),
        unsafelyFixed: summary('In Q2’24, we hired Ada.'),
        reports: ['8:4-8:9 The summary says *Q4’23*, the title Q2 2024: write *Q2’24*.'],
      },
      {
        name: 'the year alone',
        text: summary('In Q2 2023, we hired Ada.'),
        unsafelyFixed: summary('In Q2 2024, we hired Ada.'),
        reports: ['8:4-8:11 The summary says *Q2 2023*, the title Q2 2024: write *Q2 2024*.'],
      },
      {
        name: 'the file name says it alone, after the quarter',
        path: 'q2-2024.md',
        text: post('## Summary\n\nIn Q1, we hired Ada.', 'News', '2024-07-01'),
        unsafelyFixed: post('## Summary\n\nIn Q2, we hired Ada.', 'News', '2024-07-01'),
        reports: ['8:4-8:6 The summary says *Q1*, the file name Q2 2024: write *Q2*.'],
      },
      {
        name: 'the month of the issue before',
        text: post('You’ll find updates for March 2024.', 'April 2024 report', '2024-05-01'),
        reports: ['6:25-6:35 The introduction says *March 2024*, the title April 2024: write *April 2024*.'],
      },
    ],
  },
  { describe, it },
);
