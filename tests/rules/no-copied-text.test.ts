import rule from '../../src/rules/no-copied-text.ts';
import { testRule } from '../../src/testing.ts';

/** An issue of a monthly report: its month, its day, and what it says. */
const issue = (month: string, date: string, body: string, head = '') => ({
  path: `posts/${month.toLowerCase().replace(' ', '-')}.md`,
  text: `---\ntitle: ${month} report\ndate: ${date}\n${head}---\n\n${body}\n`,
});
const months = ['October 2023', 'November 2023', 'December 2023', 'January 2024', 'February 2024'];
const days = ['2023-11-02', '2023-12-03', '2024-01-04', '2024-02-02', '2024-03-04'];
/** The issues before March, with what each has of its own. */
const before = (body: (month: string) => string, head: (month: string) => string = () => '') =>
  months.map((month, i) => issue(month, days[i]!, body(month), head(month)));
const march = (body: string, head?: string) => issue('March 2024', '2024-04-04', body, head);
const april = (body: string, head?: string) => issue('April 2024', '2024-05-03', body, head);
const may = (body: string, head?: string) => issue('May 2024', '2024-06-04', body, head);
/** A sentence of March that is left in April. */
const copied = (body: string, changed = body) => ({ ...april(changed), earlier: [march(body)] });

/** An undated issue of a newsletter whose titles are free. */
const letter = (number: number, title: string, body = 'Text.', head = '') => ({
  path: `letters/${number}.md`,
  text: `---\ntitle: ${title}\ndate: 2024-${String(number).padStart(2, '0')}-01\n${head}---\n\n${body}\n`,
});
const letters = ['The thaw', 'Ice', 'Ducks', 'The storm and after'].map((title, i) => letter(i + 1, title));
const described = (text: string) => `description: ${text}\n`;
const ownWords = ['A new pier', 'Boats, all of them', 'Snow on the quay', 'Who mends nets', 'Room for gulls'];
const own = before(
  () => 'Text.',
  (month) => described(ownWords[months.indexOf(month)]!),
);

const left = 'Here is what the gardeners of the harbour did in March.';
const stays = 'This sentence stands in the issue on March 2024 as well and still says';
const remedy = 'write what holds now, or leave it out.';

testRule(rule, {
  valid: [
    {
      name: 'values that may come again',
      path: 'posts/b.md',
      text: '---\ntitle: Two\naliases: [/one]\n---\n',
      earlier: [{ path: 'posts/a.md', text: '---\ntitle: One\naliases: [/one]\n---\n' }],
    },
    {
      name: 'values of another key, empty ones, and those of a translation',
      options: { unique: ['aliases', 'id'] },
      path: 'posts/b.de.md',
      text: '---\ntitle: Two\nid:\naliases: [/one, /one]\n---\n',
      earlier: [
        { path: 'posts/a.md', text: '---\ntitle: One\nid:\nslug: /one\n---\n' },
        { path: 'posts/b.md', text: '---\ntitle: Two\naliases: [/one]\n---\n' },
      ],
    },
    { name: 'the first issue', ...march(left) },
    { name: 'a month of its own', ...april(left.replace('March', 'April')), earlier: [march(left)] },
    { name: 'no time in it', ...copied('The gardeners of the harbour meet whenever the tide lets them.') },
    { name: 'fewer than eight words', ...copied('We planted forty trees in March.') },
    {
      name: 'another figure, so that somebody has looked at it',
      ...copied(
        'In March the gardeners of the harbour planted 40 trees.',
        'In March the gardeners of the harbour planted 41 trees.',
      ),
    },
    {
      name: 'another link target',
      ...copied(
        'The minutes of the meeting in March are [on our site](https://example.org/1).',
        'The minutes of the meeting in March are [on our site](https://example.org/2).',
      ),
    },
    {
      name: 'three words changed',
      ...copied(left, 'Here is what all boats and people of the harbour did in March.'),
    },
    {
      name: 'a day that is still to come',
      ...copied('Come to the big harbour feast on the quay on 14 June 2024.'),
    },
    {
      name: 'a deadline that holds on the day of the issue',
      ...copied('You can send us your plans for the new pier until 3 May.'),
    },
    {
      name: 'a feast to come beside a day that is over',
      ...copied('Tickets are sold from 10 April for the harbour feast on 14 June 2024.'),
    },
    {
      name: 'a day of each year',
      path: 'posts/2025.md',
      text: '---\ntitle: 2025 call\ndate: 2025-03-02\n---\n\nYou can send us your plans for the new pier until 3 May.\n',
      earlier: [
        {
          path: 'posts/2024.md',
          text: '---\ntitle: 2024 call\ndate: 2024-03-03\n---\n\nYou can send us your plans for the new pier until 3 May.\n',
        },
      ],
    },
    {
      name: 'history long before both',
      ...copied('Since May 2019 the gardeners of the harbour have planted trees on every quay.'),
    },
    {
      name: 'history since the last issue',
      ...copied('The new crane of the harbour, which opened in March, lifts all boats.'),
    },
    {
      name: 'since a month',
      ...copied('Since March the new crane of the harbour lifts all kinds of boats.'),
    },
    ...[
      'The minutes of the meeting of 12 March are on our site for all members.',
      'Loom 2.3, which came out on 12 March, is the version that we recommend to all.',
      'Ann Berg was elected chair on 12 March, for a term of two years from then.',
      '<p>Ann joined the crew in <b>March</b> and takes care of all the boats on the quay.</p>',
      '* The crane that we ordered in March has still not been delivered by the yard.',
      'As we wrote in March, the town wants to sell the old ferry to a museum.',
    ].map((sentence) => ({ name: `what has been so since: ${sentence}`, ...copied(sentence) })),
    {
      name: 'since a month, in an issue that appears within it',
      ...issue(
        'April 2024',
        '2024-04-28',
        'Since March the new crane of the harbour lifts all kinds of boats.',
      ),
      earlier: [
        issue(
          'March 2024',
          '2024-03-28',
          'Since March the new crane of the harbour lifts all kinds of boats.',
        ),
      ],
    },
    {
      name: 'a day of each year that five issues name',
      ...may('Boats must be out of the water until 31 May, and all nets as well.'),
      earlier: [
        ...before(() => 'Boats must be out of the water until 31 May, and all nets as well.'),
        march('Boats must be out of the water until 31 May, and all nets as well.'),
        april('Boats must be out of the water until 31 May, and all nets as well.'),
      ],
    },
    {
      name: 'a stretch of time that several issues name',
      ...may('The crane is paid for by the county from 1 May 2023 to 31 May 2024.'),
      earlier: [
        march('The crane is paid for by the county from 1 May 2023 to 31 May 2024.'),
        april('The crane is paid for by the county from 1 May 2023 to 31 May 2024.'),
      ],
    },
    {
      name: 'what the next issue carries on',
      ...april('On 1 March the harbour club had 202 members, and half of them sail.'),
      earlier: [
        march('On 1 March the harbour club had 202 members, and half of them sail.'),
        may('On 1 March the harbour club had 202 members, and half of them sail.'),
      ],
    },
    {
      name: 'two small numbers that come again by chance',
      ...copied('This month we merged 3 changes and closed 4 issues in the main repository.'),
    },
    {
      name: 'a number of years',
      ...copied('This is my second year as the editor of these pages, and I like it.'),
    },
    {
      name: 'a number again, which is no text',
      ...letter(6, 'Letter 1'),
      earlier: [1, 2, 3, 4, 5].map((i) => letter(i, `Letter ${i}`)),
    },
    {
      name: 'the title of a draft, which is yet to be written',
      ...letter(5, 'Ice', 'Text.', 'draft: true\n'),
      earlier: letters,
    },
    {
      name: 'a closing paragraph that the third issue has',
      ...april(left),
      earlier: [march(left), issue('February 2024', '2024-03-04', left)],
    },
    {
      name: 'a chronicle that every issue carries on',
      ...may(['Jan 3', 'Jan 9', 'Feb 5', 'Feb 8', 'Mar 4', 'Apr 6', 'May 7'].map(entry).join('\n')),
      earlier: [
        issue('February 2024', '2024-03-04', ['Jan 3', 'Jan 9', 'Feb 5', 'Feb 8'].map(entry).join('\n')),
        march(['Jan 3', 'Jan 9', 'Feb 5', 'Feb 8', 'Mar 4'].map(entry).join('\n')),
        april(['Jan 3', 'Jan 9', 'Feb 5', 'Feb 8', 'Mar 4', 'Apr 6'].map(entry).join('\n')),
      ],
    },
    {
      name: 'a year that several issues have announced',
      ...issue('January 2025', '2025-02-04', 'Our goal in 2024 is a new pier for all boats.'),
      earlier: [
        issue('November 2024', '2024-12-03', 'Our goal in 2024 is a new pier for all boats.'),
        issue('December 2024', '2024-12-31', 'Our goal in 2024 is a new pier for all boats.'),
      ],
    },
    {
      name: 'the name of an event, behind its day',
      ...copied('* Jun 13. The quay, all boats, and the May meeting of gardeners'),
    },
    { name: 'code', ...copied('```\nHere is what the gardeners of the harbour did in March.\n```') },
    { name: 'a comment', ...copied(`<!-- ${left} -->`) },
    { name: 'words of somebody else', ...copied(`> ${left}`) },
    {
      name: 'a heading, which other rules look at',
      ...copied('## What the gardeners of the harbour did in March'),
    },
    {
      name: 'the year around New Year',
      ...issue('January 2024', '2024-02-02', 'We thank all who gave to the harbour fund in 2023.'),
      earlier: [issue('December 2023', '2023-12-30', 'We thank all who gave to the harbour fund in 2023.')],
    },
    {
      name: 'a translation',
      path: 'posts/march-2024.de.md',
      text: march(left).text,
      earlier: [march(left)],
    },
    {
      name: 'the source of the page',
      path: 'posts/march-2024.Rmd',
      text: march(left).text.replace('2024-04-04', '2024-05-04'),
      earlier: [march(left)],
    },
    {
      name: 'two reports on one month',
      ...issue('March 2024', '2024-04-04', left),
      earlier: [{ path: 'posts/boats.md', text: march(left).text }],
    },
    {
      name: 'a count of another month',
      ...copied(
        'This month the gardeners of the harbour planted 212 trees.',
        'This month the gardeners of the harbour planted 215 trees.',
      ),
    },
    {
      name: 'a small number that comes back by chance',
      ...copied('This month the gardeners of the harbour planted 12 trees.'),
    },
    {
      name: 'a number that comes back after a while',
      ...may('This month the gardeners of the harbour planted 212 trees.'),
      earlier: [march('This month the gardeners of the harbour planted 212 trees.'), april('Text.')],
    },
    {
      name: 'a count of the year, in another month of it',
      ...copied('The gardeners of the harbour planted 212 trees and 310 bushes this year.'),
    },
    {
      name: 'standing figures',
      ...copied('The harbour has 500 members, 212 boats and a phone, 555 0123.'),
    },
    {
      name: 'a number that is part of a name',
      ...copied('This month the gardeners of the harbour use Spade 300 and Rake 2.'),
    },
    {
      name: 'the next place in the line',
      ...copied(
        'This round of planting at the harbour is our fifth.',
        'This round of planting at the harbour is our sixth.',
      ),
    },
    { name: 'a title of its own', ...letter(5, 'The swans'), earlier: letters },
    {
      name: 'titles that are all one',
      ...letter(5, 'News'),
      earlier: [1, 2, 3].map((i) => letter(i, 'News')),
    },
    {
      name: 'a title again where few issues are known',
      ...letter(3, 'Ice'),
      earlier: [letter(1, 'The thaw'), letter(2, 'Ice')],
    },
    {
      name: 'a title again where others come again',
      ...letter(6, 'The storm'),
      earlier: ['Ice', 'Ice', 'Ducks', 'Snow', 'The storm'].map((title, i) => letter(i + 1, title)),
    },
    {
      name: 'a title of the season',
      ...letter(12, 'Happy New Year'),
      earlier: [
        letter(1, 'Happy New Year'),
        ...['Ice', 'Ducks', 'Snow', 'The thaw', 'Rain', 'Boats', 'Nets', 'Gulls', 'Fog'].map((title, i) =>
          letter(i + 2, title),
        ),
      ],
    },
    {
      name: 'one name that is left out',
      ...april('Ann mends nets.', described('News of Ann and Bo')),
      earlier: [march('Ann and Bo mend nets.', described('News of Ann and Bo'))],
    },
    {
      name: 'parts by two people',
      path: 'letters/4b.md',
      text: letter(4, 'The storm and after', 'Text.', 'author: Bo\n').text,
      earlier: [...letters.slice(0, 3), letter(4, 'The storm and after', 'Text.', 'author: Ann\n')],
    },
    {
      name: 'a translated page with the title of the page',
      path: 'letters/de/4.md',
      text: letter(4, 'The storm and after').text,
      earlier: letters,
    },
    { name: 'a description of its own', ...april('Text.', described('Gulls')), earlier: own },
    {
      name: 'a description that three issues share',
      ...april('Text.', described('The tide')),
      earlier: [...own, march('Text.', described('The tide')), may('Text.', described('The tide'))],
    },
    {
      name: 'who wrote it, which is the same again',
      ...april('Ann, Bo, Cy and Di.', described('News of Ann, Bo, Cy and Di')),
      earlier: [...own, march('Ann, Bo, Cy and Di.', described('News of Ann, Bo, Cy and Di'))],
    },
    {
      name: 'names that neither post has',
      ...april('Text.', described('From the Harbour Board')),
      earlier: [march('Text.', described('From the Harbour Board'))],
    },
    { name: 'no description', ...april('Text.', described('')), earlier: [march('Text.', described(''))] },
  ],
  invalid: [
    {
      name: 'values that no two posts may share',
      options: { unique: ['aliases', 'id'] },
      path: 'posts/b.md',
      text: '---\ntitle: Two\ndate: 2024-02-01\nid: 7\naliases: [/two, /one, /first]\n---\n',
      earlier: [
        {
          path: 'posts/a.md',
          text: '---\ntitle: One\ndate: 2024-01-01\nid: 7\naliases: [/one, /first]\n---\n',
        },
      ],
      reports: [
        '4:1-4:3 `id` has “7”, as the issue of 1 January 2024 does: only one of them can have it.',
        '5:1-5:8 `aliases` has “/one”, as the issue of 1 January 2024 does: only one of them can have it.',
      ],
    },
    {
      name: 'a sentence with the month of the issue before',
      ...copied(left),
      reports: [`6:1-6:56 ${stays} “March”: ${remedy}`],
    },
    {
      name: 'formatting and two words changed',
      ...copied(left, '🌱 Here is what the **kind** gardeners of our harbour did in March.'),
      reports: [`6:1-6:68 ${stays} “March”: ${remedy}`],
    },
    {
      name: 'a deadline that has passed',
      ...copied('You can send us your plans for the new pier until 22 April.'),
      reports: [`6:1-6:60 ${stays} “22 April”: ${remedy}`],
    },
    {
      name: 'a day that several issues have announced',
      ...april('Come to the big harbour feast, which is held on 14 April 2024.'),
      earlier: [
        issue(
          'February 2024',
          '2024-03-04',
          'Come to the big harbour feast, which is held on 14 April 2024.',
        ),
        march('Come to the big harbour feast, which is held on 14 April 2024.'),
      ],
      reports: [`6:1-6:63 ${stays} “14 April 2024”: ${remedy}`],
    },
    {
      name: 'a deadline, though later issues leave it as well',
      ...april('You can send us your plans for the new pier until 22 April.'),
      earlier: [
        march('You can send us your plans for the new pier until 22 April.'),
        may('You can send us your plans for the new pier until 22 April.'),
      ],
      reports: [`6:1-6:60 ${stays} “22 April”: ${remedy}`],
    },
    {
      name: 'a sentence in a draft, and a post that is told by its part',
      path: 'posts/april-2024.md',
      text: `---\ntitle: Diary of April 2024, part 1\ndate: 2024-05-03\ndraft: true\n---\n\n${left}\n`,
      earlier: [
        {
          path: 'posts/march-2024.md',
          text: `---\ntitle: Diary of March 2024, part 1\ndate: 2024-04-04\n---\n\n${left}\n`,
        },
      ],
      reports: [`7:1-7:56 ${stays} “March”: ${remedy}`],
    },
    {
      name: 'a day that was to come',
      ...copied('Come to the big harbour feast, which is held on 14 April 2024.'),
      reports: [`6:1-6:63 ${stays} “14 April 2024”: ${remedy}`],
    },
    {
      name: 'a passage',
      ...copied(`${left} It rained for all of us. On 12 March we sowed beans and then waited.`),
      reports: [
        `6:1-6:125 This passage stands in the issue on March 2024 as well and still says “March”: ${remedy}`,
      ],
    },
    {
      name: 'two sentences with something new between them',
      ...copied(
        `${left}\n\nA walk.\n\nOn 12 March we sowed beans and then we waited.`,
        `${left}\n\nA long walk.\n\nOn 12 March we sowed beans and then we waited.`,
      ),
      reports: [`6:1-6:56 ${stays} “March”: ${remedy}`, `10:1-10:47 ${stays} “12 March”: ${remedy}`],
    },
    {
      name: 'a list entry',
      ...copied('* **12 April**, Quay 3: boats and nets and all who mend them'),
      reports: [`6:5-6:61 ${stays} “12 April”: ${remedy}`],
    },
    {
      name: 'HTML',
      ...copied('<p>Here is what the <em>gardeners</em> of the harbour did in March.</p>'),
      reports: [`6:4-6:68 ${stays} “March”: ${remedy}`],
    },
    {
      name: 'HTML with entities, in a list',
      ...copied('<ul><li>Fish &amp; chips for all gardeners of the harbour on 12&nbsp;April</li></ul>'),
      reports: [`6:9-6:75 ${stays} “12 April”: ${remedy}`],
    },
    {
      name: 'words of HTML in Markdown',
      ...copied(`<p>${left}</p>`, left),
      reports: [`6:1-6:56 ${stays} “March”: ${remedy}`],
    },
    {
      name: 'another target, but the same link where it counts',
      ...copied(
        'Until 12 April the [minutes](https://example.org/3) of the meeting are there for all of you.',
      ),
      reports: [`6:1-6:93 ${stays} “12 April”: ${remedy}`],
    },
    {
      name: 'a quarter',
      path: 'posts/q3-2024.md',
      text: '---\ntitle: Q3 2024 recap\ndate: 2024-10-04\n---\n\nThis is what kept all of us busy in Q2.\n',
      earlier: [
        {
          path: 'posts/q2-2024.md',
          text: '---\ntitle: Q2 2024 recap\ndate: 2024-07-04\n---\n\nThis is what kept all of us busy in Q2.\n',
        },
      ],
      reports: [
        `6:1-6:40 This sentence stands in the issue on Q2 2024 as well and still says “Q2”: ${remedy}`,
      ],
    },
    {
      name: 'the year of the year before',
      path: 'posts/2025.md',
      text: '---\ntitle: Meeting\ndate: 2025-09-02\n---\n\nThe board tells what it did in 2024 and what comes next.\n',
      earlier: [
        {
          path: 'posts/2024.md',
          text: '---\ntitle: Meeting\ndate: 2024-08-24\n---\n\nThe board tells what it did in 2024 and what comes next.\n',
        },
      ],
      reports: [
        `6:1-6:57 This sentence stands in the issue of 24 August 2024 as well and still says “2024”: ${remedy}`,
      ],
    },
    {
      name: 'a number that two months do not share by chance',
      ...copied('This month the gardeners of the harbour planted 212 trees.'),
      reports: [
        '6:1-6:59 This sentence stands in the issue on March 2024 as well, with the same numbers for “This month”: count anew, or leave it out.',
      ],
    },
    {
      name: 'two numbers',
      ...copied('In the past month 12 gardeners of the harbour planted 31 trees.'),
      reports: [
        '6:1-6:64 This sentence stands in the issue on March 2024 as well, with the same numbers for “past month”: count anew, or leave it out.',
      ],
    },
    {
      name: 'what has come since a day',
      ...copied('The gardeners have planted 14 trees and 3 bushes since the last update on 15 February.'),
      reports: [
        '6:1-6:87 This sentence stands in the issue on March 2024 as well, with the same numbers for “since 15 February”: count anew, or leave it out.',
      ],
    },
    {
      name: 'a place in the line of issues',
      ...copied('This round of planting at the harbour is our fifth.'),
      reports: [
        '6:1-6:52 This sentence stands in the issue on March 2024 as well, and “This round of planting at the harbour is our fifth” can be right in one of them only: count anew, or leave it out.',
      ],
    },
    {
      name: 'a place in the line of issues, in few words',
      ...copied('This round is our fifth.'),
      reports: [
        '6:1-6:25 This sentence stands in the issue on March 2024 as well, and “This round is our fifth” can be right in one of them only: count anew, or leave it out.',
      ],
    },
    {
      name: 'a title',
      ...letter(5, 'The storm and after'),
      earlier: letters,
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
    {
      name: 'TOML',
      path: 'letters/5.md',
      text: '+++\ntitle = "Ice"\ndate = 2024-05-01\n+++\n\nText.\n',
      earlier: letters,
      reports: [
        '2:10-2:13 The title is that of the issue of 1 February 2024, where each of the others has its own: write what sets this one apart.',
      ],
    },
  ],
});

function entry(day: string): string {
  return `* ${day}: boats and nets of the harbour were mended by all of us`;
}
