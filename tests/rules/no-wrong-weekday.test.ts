import { describe, it } from 'vitest';
import rule from '../../src/rules/no-wrong-weekday.ts';
import { testRule } from '../../src/testing.ts';

const post = (title: string, date: string, body: string, rest = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\n${body}\n`;

testRule(
  rule,
  {
    valid: [
      { name: 'its own weekday', text: post('Recap', '2024-05-01', 'We meet on Wednesday, May 22, 2024.') },
      { name: 'abbreviated, after the date', text: post('Recap', '2024-05-01', 'We meet on 22 May (Wed.).') },
      {
        name: 'an event of next year without its year',
        text: post('Recap', '2024-10-20', 'See you on Saturday, October 18!'),
      },
      { name: 'a day that is just over', text: post('Recap', '2024-06-03', 'We met on Tuesday, May 21.') },
      { name: 'two days of a weekend', text: post('Recap', '2025-06-03', 'Saturday & Sunday July 26 & 27.') },
      {
        name: 'from one weekday to another',
        text: post('Recap', '2025-06-03', 'Friday to Sunday, 27 July 2025'),
      },
      { name: 'nothing tells the year', text: 'We meet on Wednesday, May 21.\n' },
      { name: 'a day that does not exist', text: post('Recap', '2024-05-01', 'Monday, June 31, 2024') },
      { name: 'no weekday', text: post('Recap', '2024-05-01', 'On May 21, 2024.') },
    ],
    invalid: [
      {
        name: 'another weekday',
        text: post('Recap', '2024-05-01', 'We meet on Wednesday, May 21, 2024.'),
        reports: ['6:12-6:35 Says *Wednesday*, but 21 May 2024 is a Tuesday: one of them is wrong.'],
      },
      {
        name: 'without a year, right in none',
        text: post('Recap', '2024-05-10', 'We meet on Friday, May 21.'),
        reports: ['6:12-6:26 Says *Friday*, but 21 May 2024 is a Tuesday: one of them is wrong.'],
      },
      {
        name: 'the weekday of another year',
        text: post('Survey', '2020-01-09', 'Apply by Wednesday, January 15th, 2019.'),
        reports: [
          '6:10-6:39 Says *Wednesday*, but 15 January 2019 is a Tuesday; in 2020 it is a Wednesday: one of them is wrong.',
        ],
      },
      {
        name: 'the weekday after the date, abbreviated',
        text: post('Recap', '2024-05-10', 'The call: 21 May 2024 (Wed.)'),
        reports: ['6:11-6:27 Says *Wednesday*, but 21 May 2024 is a Tuesday: one of them is wrong.'],
      },
      {
        name: 'neighbours tell the year',
        text: post('Updates', '2024-06-03', '- Monday, May 13\n- Wednesday, May 15\n- Wednesday, May 21'),
        reports: ['8:3-8:20 Says *Wednesday*, but 21 May 2024 is a Tuesday: one of them is wrong.'],
      },
      {
        name: 'the second day of two',
        text: post('Recap', '2025-06-03', 'Saturday & Monday July 26 & 27.'),
        reports: ['6:12-6:31 Says *Monday*, but 27 July 2025 is a Sunday: one of them is wrong.'],
      },
      {
        name: 'the year of the period, without a date',
        text: '# Q2 2024 Recap\n\nWe met on Friday, May 21.\n',
        reports: ['3:11-3:25 Says *Friday*, but 21 May 2024 is a Tuesday: one of them is wrong.'],
      },
    ],
  },
  { describe, it },
);
