import { describe, it } from 'vitest';
import rule from '../../src/rules/no-stale-forward-reference.ts';
import { testRule } from '../../src/testing.ts';

const post = (title: string, date: string, body: string, rest = '') =>
  `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\n${body}\n`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'still to come',
        text: post('Q2 2024 Recap', '2024-07-18', 'The results will be announced in August.'),
      },
      {
        name: 'the month still runs',
        text: post('Q2 2024 Recap', '2024-07-18', 'The results will be announced in July.'),
      },
      {
        name: 'a quarter runs on',
        text: post('Q2 2024 Recap', '2024-07-18', 'The results will be announced in Q2 2024.'),
      },
      {
        name: 'far back, so perhaps next year’s',
        text: post('Recap', '2024-12-18', 'The conference will be held in June.'),
      },
      {
        name: 'told as planned then',
        text: post('Q2 2024 Recap', '2024-07-18', 'We moved what will be held and was planned in June.'),
      },
      {
        name: 'over, and told as over',
        text: post('Q2 2024 Recap', '2024-07-18', 'Jane joined the team on July 15.'),
      },
      {
        name: 'moved to a later day',
        text: post(
          'Q2 2024 Recap',
          '2024-07-18',
          'The call was moved to August 3. It was planned for opening on August 5.',
        ),
      },
      {
        name: 'early in a month that runs',
        text: post(
          'Recap',
          '2024-07-10',
          'The name will be announced in July. Jane joined the team on July 3.',
        ),
      },
      {
        name: 'the date is what is wrong',
        text: post('Q2 2024 Recap', '2024-05-07', 'Jane joined the team on July 15.'),
      },
      {
        name: 'the title of something else',
        text: post('Recap', '2024-07-18', 'Look at [what will come in June](https://example.com/).'),
      },
    ],
    invalid: [
      {
        name: 'a day before the post',
        text: post('Q2 2024 Recap', '2024-07-18', 'Jane will give a workshop on Wednesday, June 5.'),
        reports: [
          '6:41-6:47 Speaks of *June 5* as still to come, but the post is dated 18 July 2024: tell what came of it.',
        ],
      },
      {
        name: 'a deadline that is over',
        text: post('Q2 2024 Recap', '2024-07-18', 'Apply by July 10, 2024.'),
        reports: [
          '6:10-6:23 Speaks of *July 10, 2024* as still to come, but the post is dated 18 July 2024: tell what came of it.',
        ],
      },
      {
        name: 'at the start of its sentence',
        text: post('Recap', '2024-07-18', 'On June 13, we will meet in Berlin.'),
        reports: [
          '6:4-6:11 Speaks of *June 13* as still to come, but the post is dated 18 July 2024: tell what came of it.',
        ],
      },
      {
        name: 'a month, beside a day in it that is over',
        text: post(
          'Q2 2024 Recap',
          '2024-05-07',
          'The name of the engineer is to be announced in July.\n\nMarco joined the team on July 15.',
        ),
        reports: [
          '6:48-6:52 Speaks of *July* as still to come, but tells of *July 15* as over: tell what came of it.',
        ],
      },
      {
        name: 'without a date',
        text: '# Recap\n\nThe book will be out in May 2024. On June 3, 2024, Jane joined us.\n',
        reports: [
          '3:25-3:33 Speaks of *May 2024* as still to come, but tells of *June 3, 2024* as over: tell what came of it.',
        ],
      },
      {
        name: 'over before it comes',
        text: post('Recap', '2024-07-18', 'Jane joined the team on August 1.'),
        reports: [
          '6:25-6:33 Tells of *August 1* as over, but the post is dated 18 July 2024: only one of them can be right.',
        ],
      },
      {
        name: 'over before it comes, first in its sentence',
        text: post('Recap', '2024-07-18', 'On August 1, Jane joined the team.'),
        reports: [
          '6:4-6:12 Tells of *August 1* as over, but the post is dated 18 July 2024: only one of them can be right.',
        ],
      },
    ],
  },
  { describe, it },
);
