import { describe, it } from 'vitest';
import rule from '../../src/rules/no-impossible-date.ts';
import { testRule } from '../../src/testing.ts';

const post = (title: string, date: string, body: string, rest = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\n${body}\n`;

testRule(
  rule,
  {
    valid: [
      { name: 'the last days of months', text: 'February 29, 2024 and 30 September.\n' },
      { name: '29 February of some year', text: 'On February 29.\n' },
      { name: 'ordinals', text: 'April 1st, 2nd May, the 11th of June, July 22nd.\n' },
      { name: 'months of the quarter', text: 'Q2 2024 (April–June)\n' },
      { name: 'quarters of a calendar of one’s own', text: 'Q2 of 2018 (May-July)\n' },
      { name: 'two months of a long quarter', text: 'Q3 of 2020 (mid-August-mid-November)\n' },
      {
        name: 'a fiscal quarter, told soon after it',
        text: post('Q2 2024 Recap', '2024-04-20', 'Q2 2024 (January–March)'),
      },
      { name: 'a configured calendar', text: 'Q2 2024 (January–March)\n', post: { startMonth: 10 } },
      { name: 'a list of quarters', text: 'Q1, Q2, Q3 and Q4\n' },
      { name: 'a range across the new year', text: 'November–January\n' },
      {
        name: 'the title of something else',
        text: '[Changelog of 31th October 2021](https://example.com/)\n',
      },
      { name: 'a place kept free', text: post('Recap', '0000-00-00', 'Text.') },
      { name: 'somebody’s own words', text: '> See you on 31 September.\n' },
      {
        name: 'a correction',
        text: 'Last month we wrote that it "was released on 31 April"; it was “the 30nd April”, and "out on Febuary 3".\n',
      },
      {
        name: 'words that look like months',
        text: 'Number 12, Member 3, Janus 7, Octave 4, Oktober 3, 3 Januar, Decoder 2, Novembre 5, 3 Septembers ago, 5 Januari, 6 Decembar, Februar 7, Decembra 8.\n',
      },
      { name: 'a misspelt month without a day', text: 'In Febuary we met, Febuary 3.5 and Febuary-3.\n' },
      {
        name: 'a misspelt month in a title',
        text: '[Febuary 3 notes](https://servo.org)\n\n> On Febuary 3.\n',
      },
      { name: 'HTML: a quotation', text: '<p>We wrote "out on 31 April", sorry.</p>\n' },
      { name: 'days of the quarter', text: 'Q4 2020: (2020-10-01 - 2020-12-31)\n' },
    ],
    invalid: [
      {
        name: 'a day too many',
        text: 'Until 31 September.\n',
        reports: ['1:7-1:19 Says *31 September*, but September has only 30 days.'],
      },
      {
        name: 'no leap year',
        text: 'On February 29, 2023.\n',
        reports: ['1:4-1:21 Says *February 29, 2023*, but February 2023 has only 28 days.'],
      },
      {
        name: 'the second day of a range',
        text: 'April 28–31\n',
        reports: ['1:1-1:12 Says *April 28–31*, but April has only 30 days.'],
      },
      {
        name: 'in ISO form',
        text: 'On 2022-02-29.\n',
        reports: ['1:4-1:14 Says *2022-02-29*, but February 2022 has only 28 days.'],
      },
      {
        name: 'in the front matter',
        text: post('Recap', '2024-06-31', 'Text.'),
        reports: ['3:7-3:17 Says *2024-06-31*, but June has only 30 days.'],
      },
      {
        name: 'an ordinal that is none',
        text: 'On 30nd April.\n',
        reports: ['1:4-1:8 Says *30nd*: write *30th*.'],
        unsafelyFixed: 'On 30th April.\n',
      },
      {
        name: 'a month misspelt',
        text: 'On Febuary 3, 2024.\n',
        reports: ['1:4-1:11 Says *Febuary*: write *February*.'],
        unsafelyFixed: 'On February 3, 2024.\n',
      },
      {
        name: 'a month misspelt, without a year',
        text: '🎉 On Febuary 3, and 12th of Setpember we met.\n\n<li>Novemeber 7th</li>\n',
        reports: [
          '1:7-1:14 Says *Febuary*: write *February*.',
          '1:30-1:39 Says *Setpember*: write *September*.',
          '3:5-3:14 Says *Novemeber*: write *November*.',
        ],
        unsafelyFixed: '🎉 On February 3, and 12th of September we met.\n\n<li>November 7th</li>\n',
      },
      {
        name: 'behind a quotation',
        text: 'They said "soon" and meant 31 April, "perhaps".\n',
        reports: ['1:28-1:36 Says *31 April*, but April has only 30 days.'],
      },
      {
        name: 'days in the wrong order',
        text: '10-8 September\n',
        reports: ['1:1-1:15 Says *10-8 September*, which ends before it begins.'],
      },
      {
        name: 'dates in the wrong order',
        text: '2024-06-30 - 2024-04-01\n',
        reports: ['1:1-1:24 Says *2024-06-30 - 2024-04-01*, which ends before it begins.'],
      },
      {
        name: 'one quarter twice',
        text: 'In Q1, Q2, Q2 and Q4.\n',
        reports: ['1:12-1:14 Names *Q2* twice in one list: one of them must be another.'],
      },
      {
        name: 'months of another quarter',
        text: 'Q2 2024 (January–March)\n',
        reports: [
          '1:10-1:23 Says *January–March* beside Q2 2024, whose months are April–June: only one of them can be right.',
        ],
      },
      {
        name: 'days of another quarter',
        text: '2020 Q4: (1 to 9) (2020-01-01 - 2020-03-31)\n',
        reports: [
          '1:20-1:43 Says *2020-01-01 - 2020-03-31* beside Q4 2020, whose months are October–December: only one of them can be right.',
        ],
      },
      {
        name: 'four months',
        text: 'For Q3 of 2019 (August-November)\n',
        reports: ['1:17-1:32 Counts *August-November* to Q3 2019, but a quarter has three months.'],
      },
    ],
  },
  { describe, it },
);
