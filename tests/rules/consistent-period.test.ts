import { describe, it } from 'vitest';
import rule from '../../src/rules/consistent-period.ts';
import { testRule } from '../../src/testing.ts';

const post = (fields: string, body = 'Text.') => `---\n${fields}\n---\n\n${body}\n`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a description that looks ahead from the period of the title',
        text: post('title: News from January\nexcerpt: News from January and a look at February'),
      },
      {
        name: 'all parts agree',
        path: 'q2-2024-recap.md',
        text: post(
          'title: Q2 2024 Recap\ndescription: Our activities in April, May, and June of 2024.\nslug: q2-2024',
        ),
      },
      { name: 'the year is left out', path: 'q2-2024-recap.md', text: post('title: Q2 Recap') },
      {
        name: 'a run holds the quarter',
        path: 'q3-2017.md',
        text: post('title: Q3 & Q4 2017 Progress Report'),
      },
      {
        name: 'a month within a run',
        path: 'nov-2024.md',
        text: post('title: October and November 2024 Updates'),
      },
      { name: 'a date in the file name', path: '2024-07-18-recap.md', text: post('title: Q2 2024 Recap') },
      {
        name: 'a month of publication',
        path: '202407-recap.md',
        text: post('title: June 2024 Recap\ndate: 2024-07-02'),
      },
      {
        name: 'a quarter with months of its own',
        text: post('title: Q2 2024 report\ndescription: For Q2 of 2024 (May-July).'),
      },
      { name: 'a cohort', path: '2025-q3.md', text: post('title: July 2025 Short-Term Q2 Project Updates') },
      { name: 'a month beside a quarter', path: 'q2-2024.md', text: post('title: July 2024 Updates') },
      {
        name: 'a heading about another quarter',
        text: post('title: 2023Q2 Roadmap', '## Q1 progress\n\nText.'),
      },
      {
        name: 'a heading that titles nothing',
        text: post('title: Q2 2024 Recap', '## Goals for Q3 2024\n\nText.'),
      },
      {
        name: 'a picture later on',
        text: post('title: Q2 2024 Recap', '## Mails\n\n![Mails in Q1 2024](mails.png)'),
      },
      {
        name: 'a monthly report',
        text: post(
          'title: "Monthly report: January / February / March 2020"',
          'Here is the monthly report #22.',
        ),
      },
      {
        name: 'a year late, and two places say so',
        path: 'q1-2023-recap.md',
        text: post('title: Q1 2023 Recap\ndate: 2024-04-10'),
      },
      {
        name: 'one month of a run that the file name alone names',
        path: 'may-june-2020-report.md',
        text: post('title: Activity report of May 2020'),
      },
      {
        name: 'two deadlines',
        text: post(
          'title: Grants\nsummary: Small grants are open until 6th November.',
          'Small grants are open until 6th November, large grants are open until 11th November.',
        ),
      },
      { name: 'a quarter that is none', text: post('title: Q1 2024 Recap\nquarter: 7') },
      { name: 'half a year late', text: post('title: Q1 2023 Recap\ndate: 2023-11-10') },
      { name: 'an issue of January', text: post('title: January 2025 Update\ndate: 2025-01-02') },
      { name: 'other reports', text: post('title: Q1 2024 report', 'Our monthly reports tell more.') },
      {
        name: 'almost monthly',
        text: post('title: Q1 2024 report', 'Welcome to the not-so-monthly report.'),
      },
      { name: 'a monthly title', text: post('title: Q1 2024 Monthly Report', 'Here is the monthly report.') },
      {
        name: 'configured to be monthly',
        text: post('title: Q1 2024 Report', 'Here is the monthly report.'),
        post: { cadence: 'month' },
      },
    ],
    invalid: [
      {
        name: 'title and file name',
        path: 'q2-2024-recap.md',
        text: post('title: Q1 2024 Recap'),
        reports: ['2:8-2:15 The title says *Q1 2024*, the file name Q2 2024: only one of them can be right.'],
      },
      {
        name: 'months of title and file name',
        path: '2023-04-18-march-updates.md',
        text: post('title: April 2023 Updates'),
        reports: [
          '2:8-2:18 The title says *April 2023*, the file name March: only one of them can be right.',
        ],
      },
      {
        name: 'the years',
        path: 'q1-2025-recap.md',
        text: post('title: Q1 2024 Recap'),
        reports: ['2:8-2:15 The title says *Q1 2024*, the file name Q1 2025: only one of them can be right.'],
      },
      {
        name: 'a description left over',
        path: 'q2-2024-recap.md',
        text: post(
          'title: Q2 2024 Recap\ndescription: Our activities in January, February, and March of 2024.',
        ),
        reports: [
          '3:32-3:68 The description says *January, February, and March of 2024*, the title Q2 2024: write Q2 2024.',
        ],
      },
      {
        name: 'a title that is outvoted, but not by much',
        path: 'q2-2024-recap.md',
        text: post('title: Q1 2024 Recap\ndescription: What happened in Q2 2024.'),
        reports: ['2:8-2:15 The title says *Q1 2024*, the file name Q2 2024: only one of them can be right.'],
      },
      {
        name: 'only the file name and the description',
        path: 'q2-2024-recap.md',
        text: post('title: Recap\ndescription: What happened in Q1 2024.'),
        reports: [
          '3:31-3:38 The description says *Q1 2024*, the file name Q2 2024: only one of them can be right.',
        ],
      },
      {
        name: 'slug, picture and tag',
        path: 'q2-2024-recap.md',
        text: post(
          'title: Q2 2024 Recap\nslug: q1-2024-recap\nimage: /img/q1-2024.png\ntags: [news, q1-2024]',
        ),
        reports: [
          '3:7-3:20 The slug says *q1 2024*, the title Q2 2024: write Q2 2024.',
          '4:8-4:24 The image says *q1 2024*, the title Q2 2024: write Q2 2024.',
          '5:14-5:21 The tag says *q1 2024*, the title Q2 2024: write Q2 2024.',
        ],
      },
      {
        name: 'a field of the period',
        text: post('title: Q1 2024 Recap\nperiod: Q2 2024'),
        reports: [
          '2:8-2:15 The title says *Q1 2024*, the front matter Q2 2024: only one of them can be right.',
        ],
      },
      {
        name: 'the first heading',
        text: post('title: Q2 2024 Recap', '# Q1 2024 Recap\n\nText.'),
        reports: ['5:3-5:10 The first heading says *Q1 2024*, the title Q2 2024: write Q2 2024.'],
      },
      {
        name: 'a picture at the top',
        text: post('title: Q2 2024 Recap', '![Banner of the Q1 2024 recap](banner.png)\n\nText.'),
        reports: [
          '5:17-5:24 The alternative text of the image says *Q1 2024*, the title Q2 2024: write Q2 2024.',
        ],
      },
      {
        name: 'months counted to a quarter',
        text: post(
          'title: Q3 2019 report\ndescription: For Q3 of 2019 (August-October).',
          'Happy to say what we did for Q3 of 2019 (August-November).',
        ),
        reports: [
          '6:30-6:57 The introduction counts August–November to Q3 2019, the description August–October: only one of them can be right.',
        ],
      },
      {
        name: 'the year before, by the date',
        text: post('title: January 2024 Update\ndate: 2025-02-03'),
        reports: [
          '2:8-2:20 The title says *January 2024*, but the post is dated 3 February 2025: write January 2025.',
        ],
      },
      {
        name: 'the year after, by the file name',
        path: '2025-01-04-update.md',
        text: post('title: December 2025 Update'),
        reports: [
          '2:8-2:21 The title says *December 2025*, but the post is dated 4 January 2025: write December 2024.',
        ],
      },
      {
        name: 'a file name that the introduction agrees with',
        path: 'august-2024-update.md',
        text: post('title: September 2024 Update', 'In August, we released two tools.'),
        reports: [
          '2:8-2:22 The title says *September 2024*, the file name August 2024: only one of them can be right.',
        ],
      },
      {
        name: 'another year, where the introduction leaves it open',
        path: 'august-2024-update.md',
        text: post('title: August 2023 Update', 'In August, we released two tools.'),
        reports: [
          '2:8-2:19 The title says *August 2023*, the file name August 2024: only one of them can be right.',
        ],
      },
      {
        name: 'a month in digits that is not that of the publication',
        path: '2016-01-10-report_122015.md',
        text: post('title: Monthly report 11/2015'),
        reports: [
          '2:23-2:30 The title says *11/2015*, the file name December 2015: only one of them can be right.',
        ],
      },
      {
        name: 'fields for quarter and year',
        text: post('title: Q1 2024 Recap\nquarter: 2\nyear: 2024\ndescription: What we did in Q2.'),
        reports: [
          '2:8-2:15 The title says *Q1 2024*, the front matter Q2 2024: only one of them can be right.',
        ],
      },
      {
        name: 'a field for the month',
        path: 'april-2024.md',
        text: post('title: May 2024 News\nmonth: April 2024'),
        reports: [
          '2:8-2:16 The title says *May 2024*, the front matter April 2024: only one of them can be right.',
        ],
      },
      {
        name: 'one month of a run that two places name',
        path: 'may-june-2020-report.md',
        text: post('title: Activity report of May 2020', 'Welcome to the May-June 2020 activity report!'),
        reports: ['2:27-2:35 The title says *May 2020*, the file name May–June 2020: write May–June 2020.'],
      },
      {
        name: 'a deadline that was moved in one place',
        text: post(
          'title: Grants\nsummary: Applications are open until 6th November.',
          'Please apply, applications are open until 11th November!',
        ),
        reports: [
          '6:43-6:56 The introduction says *11th November*, the description *6th November* in the same words: only one of them can be right.',
        ],
      },
      {
        name: 'the cadence of an earlier time',
        text: post('title: Quarterly report 2021 Q1', 'Here is the monthly report **#28**.'),
        reports: [
          '5:13-5:27 Says *monthly report*, but the post is about Q1 2021: write *quarterly report*.',
        ],
      },
      {
        name: 'a configured cadence',
        text: post('title: July and August 2024 report', 'Welcome to our quarterly report.'),
        post: { cadence: 'month' },
        reports: [
          '5:16-5:32 Says *quarterly report*, but the post is about July–August 2024: write *monthly report*.',
        ],
      },
    ],
  },
  { describe, it },
);
