import { describe, it } from 'vitest';
import rule from '../../src/rules/consistent-date.ts';
import { testRule } from '../../src/testing.ts';

/** Minutes that appear some days after the meeting that their file is named after. */
const minutes = (meeting: string, date: string) => ({
  path: `minutes/${meeting}.md`,
  text: `---\ntitle: Board meeting of ${meeting}\ndate: ${date}\n---\n\nText.\n`,
});
const meetings = [
  minutes('2024-02-05', '2024-02-09'),
  minutes('2024-03-04', '2024-03-09'),
  minutes('2024-04-08', '2024-04-12'),
];

const post = (title: string, date: string, body: string, rest = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\n${body}\n`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'the same day in the file name',
        text: post('Recap', '2024-07-18', 'Text.'),
        path: '2024-07-18-recap.md',
      },
      {
        name: 'a day apart, as time zones may be',
        text: post('Recap', '2024-07-19T01:00:00+12:00', 'Text.'),
        path: '2024-07-18-recap.md',
      },
      {
        name: 'fields of events and deadlines are free',
        text: post('Recap', '2024-07-18', 'Text.', 'event_date: 2024-10-01\ndeadline: 2024-08-01\n'),
      },
      {
        name: 'changed after it appeared',
        text: post('Recap', '2024-07-18', 'Text.', 'updated: 2024-09-01\nlastmod: 2024-09-01\n'),
      },
      {
        name: 'a line of an earlier day',
        text: post('Recap', '2024-07-18', 'Report 1. Published July 10, 2024.'),
      },
      {
        name: 'a line of the next day',
        text: post('Recap', '2024-07-18', 'Report 1. Published July 19, 2024.'),
      },
      {
        name: 'a plan to publish',
        text: post('Recap', '2024-07-18', 'The book will be published on October 3, 2024.'),
      },
      { name: 'no date', text: '# Recap\n\nPublished July 19, 2024.\n' },
      {
        name: 'digits in the path that are no day of a month',
        text: post('Recap', '2024-07-18', 'Text.'),
        path: '2024-13-45-recap.md',
      },
      {
        name: 'the same day in the address of the page',
        text: '+++\ntitle = "Recap"\ndate = 2024-07-18\npath = "2024/07/18/recap"\n+++\n',
      },
      {
        name: 'the address alone says the day',
        text: '+++\ntitle = "Recap"\npath = "2024/07/18/recap"\n+++\n\nPublished July 18, 2024\n',
      },
      {
        name: 'an address with no day, or with a number',
        text: post('Recap', '2024-07-18', 'Text.', 'url: /2023/07/recap\npermalink: /2023-1001-01/\n'),
      },
      {
        name: 'a placeholder in the address',
        text: post('Recap', '2024-07-18', 'Text.', 'path: 9999/12/31/recap\n'),
      },
      {
        name: 'minutes that appear after the meeting, as those before them did',
        ...minutes('2024-05-06', '2024-05-10'),
        earlier: meetings,
      },
      {
        name: 'two months, which are no day',
        text: post('News of July and August', '2024-08-28', 'Text.'),
        path: 'posts/2024-07-08-news.md',
      },
      {
        name: 'two months around New Year',
        text: post('News December 2024/January 2025', '2025-01-28', 'Text.'),
        path: 'posts/2024-12-01-news.md',
      },
      {
        name: 'two months with a stroke between them, in HTML',
        text: '---\ndate: 2024-08-28\n---\n\n<h1>July/August 2024</h1>\n',
        path: 'posts/2024-07-08.md',
      },
      { name: 'another key', text: post('Recap', '2024-07-18', 'Text.', 'image: /2023/07/18/recap.png\n') },
    ],
    invalid: [
      {
        name: 'another day in the file name',
        text: post('Recap', '2024-07-18', 'Text.'),
        path: 'posts/2024-07-03-recap.md',
        reports: [
          '3:7-3:17 Dated 18 July 2024, but the file name says 3 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'minutes after two others only',
        ...minutes('2024-05-06', '2024-05-10'),
        earlier: meetings.slice(1),
        reports: [
          '3:7-3:17 Dated 10 May 2024, but the file name says 6 May 2024: only one of them can be right.',
        ],
      },
      {
        name: 'minutes of another year than those before them',
        ...minutes('2024-05-06', '2025-05-10'),
        earlier: meetings,
        reports: [
          '3:7-3:17 Dated 10 May 2025, but the file name says 6 May 2024: only one of them can be right.',
        ],
      },
      {
        name: 'one that departs from posts named after their own day',
        ...minutes('2024-05-06', '2024-05-10'),
        earlier: ['01', '02', '03', '04', '05'].map((day) => minutes(`2024-03-${day}`, `2024-03-${day}`)),
        reports: [
          '3:7-3:17 Dated 10 May 2024, but the file name says 6 May 2024: only one of them can be right.',
        ],
      },
      {
        name: 'one month in the title, so that the file name has a day',
        text: post('News of July', '2024-08-28', 'Text.'),
        path: 'posts/2024-07-08-news.md',
        reports: [
          '3:7-3:17 Dated 28 August 2024, but the file name says 8 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'another day in the address of the page',
        text: post('Recap', '2024-07-18', 'Text.', 'permalink: /news/2024/06/18/recap/\n'),
        reports: [
          '4:18-4:28 The address in `permalink` says 18 June 2024, but the post is dated 18 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'the address against the file name',
        text: '+++\ntitle = "Recap"\npath = "2024-06-18-recap"\n+++\n',
        path: 'posts/2024-07-18-recap.md',
        reports: [
          '3:9-3:19 The address in `path` says 18 June 2024, but the post is dated 18 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'a line against the address',
        text: '+++\ntitle = "Recap"\npath = "2024/04/02/recap"\n+++\n\nPublished April 30, 2024\n',
        reports: [
          '6:11-6:25 Says it was published on 30 April 2024, but the post is dated 2 April 2024: only one of them can be right.',
        ],
      },
      {
        name: 'a day in the file name that does not exist',
        text: post('Recap', '2024-04-30', 'Text.'),
        path: '2024-04-31-recap.md',
        reports: [
          '3:7-3:17 Dated 30 April 2024, but the file name says 2024-04-31, a day that does not exist: rename the file.',
        ],
      },
      {
        name: 'two fields for one day',
        text: post('Recap', '2024-07-18', 'Text.', 'pubDate: "2024-06-18"\n'),
        reports: [
          '4:11-4:21 Says 18 June 2024, but `date` says 18 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'changed before it appeared',
        text: post('Recap', '2024-07-18', 'Text.', 'last_modified_at: 2023-07-20\n'),
        reports: [
          '4:19-4:29 Last changed 20 July 2023, before the post appeared on 18 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'a line of a later day',
        text: post('Recap', '2024-07-18', 'Q2 report. Published July 21, 2024'),
        reports: [
          '6:22-6:35 Says it was published on 21 July 2024, but the post is dated 18 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'the later one of two days',
        text: post('Recap', '2024-06-03', 'Reports 1 & 2. Published April 30 & June 7, 2024'),
        reports: [
          '6:37-6:49 Says it was published on 7 June 2024, but the post is dated 3 June 2024: only one of them can be right.',
        ],
      },
      {
        name: 'a line against the date in the file name',
        text: '# Recap\n\n(Published: 30 April 2024)\n',
        path: '2024-04-02-recap.md',
        reports: [
          '3:13-3:26 Says it was published on 30 April 2024, but the post is dated 2 April 2024: only one of them can be right.',
        ],
      },
    ],
  },
  { describe, it },
);
