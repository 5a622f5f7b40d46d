import rule from '../../src/rules/no-copied-text.ts';
import { testRule } from '../../src/testing.ts';

/** An issue of a monthly report: its month, its day, and what it says. */
const issue = (month: string, date: string, body: string, head = '') => ({
  path: `posts/${month.toLowerCase().replace(' ', '-')}.md`,
  text: `---\ntitle: ${month} report\ndate: ${date}\n${head}---\n\n${body}\n`,
});
const march = (body: string, head?: string) => issue('March 2024', '2024-04-04', body, head);
const april = (body: string, head?: string) => issue('April 2024', '2024-05-03', body, head);
const months = ['October 2023', 'November 2023', 'December 2023', 'January 2024', 'February 2024'];
/** Five issues before March, with what each has of its own. */
const earlier = (head: (month: string) => string) =>
  months.map((month, i) =>
    issue(month, `${i < 3 ? 2023 : 2024}-${['11', '12', '12', '02', '03'][i]}-02`, 'Text.', head(month)),
  );
const described = (text: string) => `description: ${text}\n`;
const ownWords = [
  'A new pier',
  'Boats, all of them',
  'Snow on the quay',
  'Who mends the nets',
  'Room for gulls',
];
const own = earlier((month) => described(ownWords[months.indexOf(month)]!));
const left = 'Here is what the gardeners of the harbour did in March.';

testRule(rule, {
  valid: [
    { name: 'the first issue', ...march(left) },
    { name: 'a month of its own', ...april(left.replace('March', 'April')), earlier: [march(left)] },
  ],
  invalid: [
    {
      name: 'a sentence with the month of the issue before',
      ...april(left),
      earlier: [march(left)],
      reports: [
        '6:1-6:56 This sentence stands in the issue on March 2024 as well and still says “March”: write what holds now, or leave it out.',
      ],
    },
    {
      name: 'a passage',
      ...april(`${left} We sowed beans on 12 March, and then we waited for the rain.`),
      earlier: [march(`${left} We sowed beans on 12 March, and then we waited for the rain.`)],
      reports: [
        '6:1-6:117 This passage stands in the issue on March 2024 as well and still says “March”: write what holds now, or leave it out.',
      ],
    },
    {
      name: 'a title',
      path: 'posts/5.md',
      text: '---\ntitle: The storm and after\ndate: 2024-06-01\n---\n\nText.\n',
      earlier: ['The thaw', 'Ice', 'Ducks', 'The storm and after'].map((title, i) => ({
        path: `posts/${i + 1}.md`,
        text: `---\ntitle: ${title}\ndate: 2024-0${i + 1}-01\n---\n\nText.\n`,
      })),
      reports: [
        '2:8-2:27 The title is that of the issue of 1 April 2024, where each of the others has its own: write what sets this one apart.',
      ],
    },
    {
      name: 'a description',
      ...april('Text.', described('What the tide brought')),
      earlier: [...own, march('Text.', described('What the tide brought'))],
      reports: [
        '4:14-4:35 The description is that of the issue on March 2024, where each of the others has its own: say what this one is about.',
      ],
    },
    {
      name: 'a description with names that the post does not have',
      ...april('Ann mends nets.', described('News of Ann, Bo and Cy')),
      earlier: [march('Ann, Bo and Cy mend nets.', described('News of Ann, Bo and Cy'))],
      reports: [
        '4:14-4:36 The description is that of the issue on March 2024, and this post does not mention Bo, Cy: say what this one is about.',
      ],
    },
  ],
});
