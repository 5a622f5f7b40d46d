import { describe, it } from 'vitest';
import rule from '../../src/rules/no-wrong-year.ts';
import { testRule } from '../../src/testing.ts';

const post = (title: string, date: string, body: string, rest = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\n${body}\n`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a range of years',
        text: post('Thanks', '2025-11-20', 'From Q1 2022 to Q3 2025, we paid 40 people.'),
      },
      { name: 'a history', text: post('Q3 2025 Recap', '2025-10-10', 'The project was founded in Q3 2005.') },
      {
        name: 'far away, but no slip of one digit',
        text: post('Q3 2025 Recap', '2025-10-10', 'A goal for Q3 2019 is reached.'),
      },
      {
        name: 'a comparison',
        text: post('Q2 2024 Recap', '2024-07-18', 'In Q2 we saw more visitors than in Q2 2023.'),
      },
      {
        name: 'a deadline to come',
        text: post('Survey', '2020-01-09', 'The call closes on January 15th, 2020.'),
      },
      {
        name: 'a time that is over, told as over',
        text: post('Survey', '2020-01-09', 'The call closed on January 15th, 2019.'),
      },
      {
        name: 'the next issue of a series that is late',
        text: post('Q1 2022 Progress Report', '2023-02-06', 'See you in Q2 2022.'),
      },
      {
        name: 'the title of something else',
        text: post('Survey', '2020-01-09', 'We will show [January 2019](https://example.com/).'),
      },
      {
        name: 'the days of the quarter',
        text: post('Q1 2021 report', '2021-04-09', '(2021-01-01 - 2021-03-31)'),
      },
      { name: 'no date and no period', text: 'In Q3 2005 we will meet.\n' },
      {
        name: 'an event of the year before',
        text: post('January 2025 update', '2025-02-03', 'On January 15, 2024, a year ago, we moved.'),
      },
    ],
    invalid: [
      {
        name: 'the quarter of the post in another year',
        text: post(
          'Q2 2024 Recap',
          '2024-07-18',
          '## Summary\n\nDuring the second quarter of 2023, we released two tools.',
        ),
        reports: [
          '8:12-8:34 Says *second quarter of 2023*, but the post is about Q2 2024: write *second quarter of 2024*.',
        ],
        unsafelyFixed:
          '---\ntitle: Q2 2024 Recap\ndate: 2024-07-18\n---\n\n## Summary\n\nDuring the second quarter of 2024, we released two tools.\n',
      },
      {
        name: 'the days of the quarter in another year',
        text: post('Q1 2021 report', '2021-04-09', '(2020-01-01 - 2020-03-31)'),
        reports: [
          '6:2-6:25 Says *2020-01-01 - 2020-03-31*, but the post is about Q1 2021: write the year 2021.',
        ],
      },
      {
        name: 'a slip of one digit',
        text: post(
          'Short-term project updates',
          '2025-11-07',
          'My goal with this funding in Q3 2005 is a library.',
        ),
        reports: ['6:30-6:37 Says *Q3 2005*, which is years away from 2025: write *Q3 2025*.'],
        unsafelyFixed:
          '---\ntitle: Short-term project updates\ndate: 2025-11-07\n---\n\nMy goal with this funding in Q3 2025 is a library.\n',
      },
      {
        name: 'a deadline with last year’s number',
        text: post('Survey', '2020-01-09', 'The call closes on January 15th, 2019.'),
        reports: [
          '6:20-6:38 Speaks of *January 15th, 2019* as not yet over, but the post is dated 9 January 2020: write *January 15th, 2020*.',
        ],
        unsafelyFixed:
          '---\ntitle: Survey\ndate: 2020-01-09\n---\n\nThe call closes on January 15th, 2020.\n',
      },
      {
        name: 'the days of an event',
        text: post('Calls', '2025-11-19', 'Call closes soon | Warsaw | 2025-03-19 - 2025-03-20'),
        reports: [
          '6:29-6:52 Speaks of *2025-03-19 - 2025-03-20* as not yet over, but the post is dated 19 November 2025: write the year 2026.',
        ],
      },
      {
        name: 'a round that is open now',
        text: post(
          'Monthly update',
          '2020-04-08',
          'We’re currently receiving proposals for our Q2 2019 round.',
        ),
        reports: [
          '6:45-6:52 Speaks of *Q2 2019* as not yet over, but the post is dated 8 April 2020: write *Q2 2020*.',
        ],
        unsafelyFixed:
          '---\ntitle: Monthly update\ndate: 2020-04-08\n---\n\nWe’re currently receiving proposals for our Q2 2020 round.\n',
      },
      {
        name: 'January’s day of the year before',
        text: post('January 2025 update', '2025-02-03', 'On January 15, 2024, we released it.'),
        reports: [
          '6:4-6:20 Says *January 15, 2024*, but the post is about January 2025: write *January 15, 2025*.',
        ],
        unsafelyFixed:
          '---\ntitle: January 2025 update\ndate: 2025-02-03\n---\n\nOn January 15, 2025, we released it.\n',
      },
    ],
  },
  { describe, it },
);
