import { describe, it } from 'vitest';
import rule from '../../src/rules/date-in-window.ts';
import { testRule } from '../../src/testing.ts';

const post = (title: string, date: string, rest = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\nText.\n`;

/** Titles about an event in the quarter, a release or a part of the quarter. */
const parts = [
  'Q2 2024 Town Hall Recap',
  'Recap of our Q2 2024 All Hands',
  '2024 Q2 Meetup Recap',
  'Q2 2024 Product Update',
  'Release 24.2 (Q2 2024) Highlights',
  'Mid-Q2 2024 Update',
  'Q2 2024 mid-quarter status',
  '"Weekly Update, week 14 of Q2 2024"',
];

testRule(
  rule,
  {
    valid: [
      {
        name: 'a period that only the date tells',
        text: post('Recap from Ada', '2024-06-28'),
        post: { cadence: 'quarter', window: { opens: 1, closes: null } },
      },
      {
        name: 'German, where nothing says so',
        text: post('Rückblick auf das 2. Quartal 2024 (Recap)', '2024-05-07'),
      },
      ...parts.map((title) => ({ name: title, text: post(title, '2024-04-20') })),
      {
        name: 'fiscal quarters',
        text: post('Q2 2024 Recap', '2024-02-01', 'description: The second quarter of fiscal 2024.\n'),
      },
      { name: 'after the quarter', text: post('Q2 2024 Recap', '2024-07-18') },
      { name: 'a digest sent a little early', text: post('Q1 2025 digest', '2025-02-27') },
      { name: 'on the day the window opens', text: post('Q2 2024 Recap', '2024-05-16') },
      { name: 'ten months late', text: post('Q1 2022 Progress Report', '2023-02-06') },
      { name: 'a roadmap looks ahead', text: post('2024 Q3 Roadmap', '2024-06-24') },
      {
        name: 'a call for proposals',
        text: post('Q3 2024 Survey Results and Call for Proposals', '2024-04-01'),
      },
      { name: 'nothing tells where it looks', text: post('Q3 2024', '2024-04-01') },
      {
        name: 'configured to look ahead',
        text: post('Q3 2024 update', '2024-04-01'),
        post: { looks: 'ahead' },
      },
      { name: 'a month may be that of the issue', text: post('March 2021 update', '2021-03-01') },
      { name: 'a month of a cohort', text: post('July 2025 Short-Term Q3 Project Updates', '2025-07-04') },
      { name: 'months of its own', text: post('Q2 2018 report (May-July)', '2018-06-20') },
      { name: 'no year', text: post('Q2 Recap', '2024-05-07') },
      { name: 'a year of an event', text: post('RustConf 2024 Recap', '2024-03-01') },
      {
        name: 'title and file name in dispute',
        text: post('Q2 2024 Recap', '2024-04-18'),
        path: 'q1-2024-recap.md',
      },
      { name: 'no date', text: '# Q2 2024 Recap\n\nText.\n' },
      { name: 'a day that does not exist', text: post('Q2 2024 Recap', '2024-02-30') },
      { name: 'a wider share', text: post('Q2 2024 Recap', '2024-05-07'), options: { opens: 1 } },
      {
        name: 'a configured window',
        text: post('Q2 2024 Recap', '2024-05-07'),
        post: { window: { opens: -60, closes: null } },
      },
      { name: 'a quarter from February', text: post('Q1 2024 Recap', '2024-04-20'), post: { startMonth: 2 } },
    ],
    invalid: [
      {
        name: 'German, where the series is configured so',
        text: post('Rückblick auf das 2. Quartal 2024 (Recap)', '2024-05-07'),
        post: { language: 'de' },
        reports: [
          '3:7-3:17 Dated 7 May 2024, 54 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'a fiscal year named after the one it ends in',
        text: post('Q1 2025 Recap', '2024-07-20'),
        post: { startMonth: 7, yearNamedAfter: 'end' },
        reports: [
          '3:7-3:17 Dated 20 July 2024, 72 days before Q1 2025 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'a recap that has plans in its title too',
        text: post('Q4 2023 Recap and 2024 Goals', '2023-10-15'),
        reports: [
          '3:7-3:17 Dated 15 October 2023, 77 days before Q4 2023 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'far before the quarter ends',
        text: post('Q2 2024 Recap', '2024-05-07T12:00:00Z'),
        reports: [
          '3:7-3:27 Dated 7 May 2024, 54 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'the day before the window opens, in quotes',
        text: post('Q2 2024 Recap', '"2024-05-15"'),
        reports: [
          '3:8-3:18 Dated 15 May 2024, 46 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'the year before',
        text: post('Q2 2024 Recap', '2023-07-18'),
        reports: [
          '3:7-3:17 Dated 18 July 2023, 348 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'the period is in the file name',
        text: post('Recap', '2024-05-07'),
        path: 'news/q2-2024-recap.md',
        reports: [
          '3:7-3:17 Dated 7 May 2024, 54 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'the date is in the file name',
        text: '# Q2 2024 Recap\n\nText.\n',
        path: '2024-05-07-recap.md',
        reports: [
          '1:3-1:10 Dated 7 May 2024, 54 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'a half-year',
        text: post('H1 2024 report', '2024-03-01'),
        reports: [
          '3:7-3:17 Dated 1 March 2024, 121 days before H1 2024 ends; a recap is dated after its half-year.',
        ],
      },
      {
        name: 'a run of months',
        text: post('May–August 2024 report', '2024-05-02'),
        reports: [
          '3:7-3:17 Dated 2 May 2024, 121 days before May–August 2024 ends; a recap is dated after its period.',
        ],
      },
      {
        name: 'a month with a configured window',
        text: post('April 2024 update', '2024-04-03'),
        post: { window: { opens: 0, closes: 20 } },
        reports: [
          '3:7-3:17 Dated 3 April 2024, 27 days before April 2024 ends; a recap is dated after its month.',
        ],
      },
      {
        name: 'after a configured window',
        text: post('April 2024 update', '2024-06-03'),
        post: { window: { opens: 0, closes: 20 } },
        reports: [
          '3:7-3:17 Dated 3 June 2024, 34 days after April 2024 ended; posts of this series come at most 20 days after it.',
        ],
      },
      {
        name: 'configured to look back',
        text: post('Q2 2024', '2024-04-02'),
        post: { looks: 'back' },
        reports: [
          '3:7-3:17 Dated 2 April 2024, 89 days before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
      {
        name: 'a narrower share',
        text: post('Q2 2024 Recap', '2024-06-29'),
        options: { opens: 0 },
        reports: [
          '3:7-3:17 Dated 29 June 2024, 1 day before Q2 2024 ends; a recap is dated after its quarter.',
        ],
      },
    ],
  },
  { describe, it },
);
