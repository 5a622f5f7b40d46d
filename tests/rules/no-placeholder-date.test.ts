import rule from '../../src/rules/no-placeholder-date.ts';
import { testRule } from '../../src/testing.ts';

const dated = (date: string, title = 'Q2 2024 Recap') =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n\nText.\n`;
const first = { path: 'posts/q1.md', text: dated('2024-04-03T20:36:31+12:00', 'Q1 2024 Recap') };

testRule(rule, {
  valid: [
    { text: dated('2024-07-12') },
    { name: 'no front matter', text: 'Published on 9999-12-31.\n' },
    { name: 'no date', text: '---\ntitle: a\n---\n' },
    { name: 'an empty date', text: '---\ndate:\n---\n' },
    { name: 'a year ahead', text: dated('2031-01-01') },
    { name: 'the first day of a century', text: dated('2000-01-01') },
    { name: 'an old newsletter', text: dated('1962-03-01') },
    { name: 'a day after the zero of clocks', text: dated('1970-01-02') },
    { name: 'a date of many shapes', text: dated('05/07/2024') },
    { name: 'a template', text: dated('"{{ date }}"') },
    { name: 'a word', text: dated('tomorrow') },
    { name: 'another field', text: '---\ndate: 2024-07-12\nexpires: 9999-12-31\nevent: 1970-01-01\n---\n' },
    { name: 'a nested field', text: '---\ndate: 2024-07-12\nmembership:\n  date: 9999-12-31\n---\n' },
    { name: 'prose', text: `${dated('2024-07-12')}\nThe clock starts on 1970-01-01, as in YYYY-MM-DD.\n` },
    { name: 'HTML', text: '---\ntitle: a\n---\n<p>Dated 9999-12-31.</p>\n<td>YYYY-MM-DD</td>\n' },
    { name: 'a draft', text: '---\ndate: 9999-12-31\ndraft: true\n---\n' },
    { name: 'not published', text: '---\ndate: 9999-12-31\npublished: false\n---\n' },
    { name: 'a TOML draft', text: '+++\ndate = 0001-01-01\ndraft = true\n+++\n' },
    { name: 'a header with a status', text: 'Title: a\nDate: 1970-01-01\nStatus: draft\n\nText.\n' },
    { name: 'a folder of drafts', path: '_drafts/a.md', text: dated('9999-12-31') },
    { name: 'a template of posts', path: 'archetypes/recap.md', text: dated('YYYY-MM-DD') },
    { name: 'a template by name', path: 'posts/_template.md', text: dated('YYYY-MM-DD') },
    { name: 'another time', text: dated('2024-04-03T20:36:32+12:00'), earlier: [first] },
    { name: 'another day', text: dated('2024-07-03T20:36:31+12:00'), earlier: [first] },
    {
      name: 'midnight',
      text: dated('2024-04-03T00:00:00Z'),
      earlier: [{ ...first, text: dated('2024-04-03T00:00:00Z', 'Q1 2024 Recap') }],
    },
    {
      name: 'a full minute, as schedules have',
      text: dated('2024-04-03T10:15:00Z'),
      earlier: [{ ...first, text: dated('2024-04-03T10:15:00Z', 'Q1 2024 Recap') }],
    },
    {
      name: 'the last second of a day',
      text: dated('2024-04-03T23:59:59Z'),
      earlier: [{ ...first, text: dated('2024-04-03T23:59:59Z', 'Q1 2024 Recap') }],
    },
    {
      name: 'no time',
      text: dated('2024-04-03'),
      earlier: [{ ...first, text: dated('2024-04-03', 'Q1 2024 Recap') }],
    },
    { name: 'one title', text: dated('2024-04-03T20:36:31Z', 'Q1 2024 Recap'), earlier: [first] },
    {
      name: 'a translation',
      path: 'posts/q1.de.md',
      text: dated('2024-04-03T20:36:31Z', 'Was geschah'),
      earlier: [first],
    },
    {
      name: 'a translation in a folder of its language',
      path: 'content/de/blog/q1/index.md',
      text: dated('2024-04-03T20:36:31Z', 'Was geschah'),
      earlier: [{ ...first, path: 'content/en/blog/q1/index.md' }],
    },
    {
      name: 'a translation in the folder of the post',
      path: 'blog/q1/index.pt-br.md',
      text: dated('2024-04-03T20:36:31Z', 'O que aconteceu'),
      earlier: [{ ...first, path: 'blog/q1/index.md' }],
    },
    {
      name: 'a copied date without seconds',
      path: 'posts/q2.md',
      text: dated('2024-04-03 20:36'),
      earlier: [{ ...first, text: dated('2024-04-03 20:36', 'Q1 2024 Recap') }],
    },
    { name: 'no series', path: 'posts/q2.md', text: dated('2024-04-03T20:36:31+12:00') },
    {
      name: 'a date in the file name',
      path: '2024-04-03-q2.md',
      text: '---\ntitle: Q2 2024 Recap\n---\n',
      earlier: [first],
    },
    {
      name: 'a draft with a copied date',
      path: 'posts/q2.md',
      text: '---\ntitle: Q2 2024 Recap\ndate: 2024-04-03T20:36:31+12:00\ndraft: true\n---\n',
      earlier: [first],
    },
    { name: 'the last day of an ordinary year', text: dated('1999-12-31') },
    { name: 'a month of letters', text: dated('"Q2 2024"') },
    { name: 'a version', text: '---\nversion: 0.0.0\nupdated: 2024-01-01\n---\n' },
    { name: 'a note in an updated field', text: '---\nupdated: never\n---\n' },
    { name: 'true in a published field', text: '---\npublished: true\n---\n' },
    { name: 'JSON', text: '{ "title": "a", "date": "2024-07-12", "expires": "9999-12-31" }\n\nText.\n' },
    { name: 'a header of dates', text: 'Title: a\nDate: 2024-07-12\nModified: 2024-07-13 10:00\n\nText.\n' },
    { name: 'one period', text: dated('2024-04-03T20:36:31Z', 'Grants of Q1 2024'), earlier: [first] },
    {
      name: 'many posts imported in one second',
      path: 'posts/q3.md',
      text: dated('2024-04-03T20:36:31Z', 'Q3 2024 Recap'),
      earlier: [first, { path: 'posts/q2.md', text: dated('2024-04-03T20:36:31Z') }],
    },
  ],
  invalid: [
    {
      text: dated('9999-12-31'),
      reports: ['3:7-3:17 `date` says 9999-12-31, a date that only stands in for one: write the day.'],
    },
    {
      name: 'the zero of clocks',
      text: dated('1970-01-01'),
      reports: ['3:7-3:17 `date` says 1970-01-01, a date that only stands in for one: write the day.'],
    },
    {
      name: 'in quotes',
      text: dated('"0000-00-00"'),
      reports: ['3:8-3:18 `date` says 0000-00-00, a date that only stands in for one: write the day.'],
    },
    {
      name: 'with a time',
      text: dated('0001-01-01T00:00:00Z'),
      reports: [
        '3:7-3:27 `date` says 0001-01-01T00:00:00Z, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'a pattern',
      text: dated('YYYY-MM-DD'),
      reports: ['3:7-3:17 `date` says YYYY-MM-DD, which nobody has filled in: write the day.'],
    },
    {
      name: 'a day left open',
      text: dated('2024-07-XX'),
      reports: ['3:7-3:17 `date` says 2024-07-XX, which nobody has filled in: write the day.'],
    },
    {
      name: 'other fields of publication',
      text: '---\npubDate: 1970-01-01\npublish_date: 9999-12-31\nlastmod: 0001-01-01\n---\n',
      reports: [
        '2:10-2:20 `pubDate` says 1970-01-01, a date that only stands in for one: write the day.',
        '3:15-3:25 `publish_date` says 9999-12-31, a date that only stands in for one: write the day.',
        '4:10-4:20 `lastmod` says 0001-01-01, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'after an emoji',
      text: '---\n"date": "9999-12-31" # 🎉\ntitle: 🎉\n---\n',
      reports: ['2:10-2:20 `date` says 9999-12-31, a date that only stands in for one: write the day.'],
    },
    {
      name: 'TOML',
      text: '+++\ndate = 0001-01-01T00:00:00Z\n+++\n',
      reports: [
        '2:8-2:28 `date` says 0001-01-01T00:00:00Z, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'a header',
      text: 'Title: a\nDate: 1970-01-01 00:00\n\nText.\n',
      reports: ['2:7-2:23 `Date` says 1970-01-01 00:00, a date that only stands in for one: write the day.'],
    },
    {
      name: 'draft: false',
      text: '---\ndate: 9999-12-31\ndraft: false\n---\n',
      reports: ['2:7-2:17 `date` says 9999-12-31, a date that only stands in for one: write the day.'],
    },
    {
      name: 'before a body of HTML',
      text: '---\ndate: 9999-12-31\n---\n<div><p>Text.</p></div>\n',
      reports: ['2:7-2:17 `date` says 9999-12-31, a date that only stands in for one: write the day.'],
    },
    {
      name: 'words',
      text: dated('January 1, 1970'),
      reports: ['3:7-3:22 `date` says January 1, 1970, a date that only stands in for one: write the day.'],
    },
    {
      name: 'a time stamp of another post',
      path: 'posts/q2.md',
      text: dated('2024-04-03T20:36:31+12:00'),
      earlier: [first],
      reports: [
        '3:7-3:32 Dated 2024-04-03T20:36:31+12:00, to the second like “Q1 2024 Recap”: the date was copied, write when this post appeared.',
      ],
    },
    {
      name: 'JSON',
      text: '{\n  "title": "a",\n  "date": "0001-01-01T00:00:00Z"\n}\n\nText.\n',
      reports: [
        '3:12-3:32 `date` says 0001-01-01T00:00:00Z, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'a definition of Franklin',
      text: '@def title = "🎉"\n@def published = "1970-01-01"\n\nText.\n',
      reports: ['2:19-2:29 `published` says 1970-01-01, a date that only stands in for one: write the day.'],
    },
    {
      name: 'a date of letters in TOML',
      text: '+++\ndate = "YYYY-MM-DDTHH:MM:SSZ"\nlastmod = 9999-12-31\n+++\n<p>Text.</p>\n',
      reports: [
        '2:9-2:29 `date` says YYYY-MM-DDTHH:MM:SSZ, which nobody has filled in: write the day.',
        '3:11-3:21 `lastmod` says 9999-12-31, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'the eve of the zero of clocks, in the evening',
      text: dated('1969-12-31T16:00:00-08:00'),
      reports: [
        '3:7-3:32 `date` says 1969-12-31T16:00:00-08:00, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'a weekday and words',
      text: dated('Thu, 1 Jan 1970 00:00:00 +0000'),
      reports: [
        '3:7-3:37 `date` says Thu, 1 Jan 1970 00:00:00 +0000, a date that only stands in for one: write the day.',
      ],
    },
    {
      name: 'in the address of the page',
      text: '+++\ntitle = "Recap"\npath = "inside/9999/12/31/recap"\n+++\n',
      reports: ['3:16-3:26 `path` says 9999/12/31, a date that only stands in for one: write the day.'],
    },
    {
      name: 'a copied time stamp in TOML, of a post that names no period',
      path: 'posts/b.md',
      text: '+++\ntitle = "What comes next"\ndate = 2024-04-03T20:36:31Z\n+++\n',
      earlier: [{ path: 'posts/a.md', text: dated('2024-04-03 20:36:31', 'What we did') }],
      reports: [
        '3:8-3:28 Dated 2024-04-03T20:36:31Z, to the second like “What we did”: the date was copied, write when this post appeared.',
      ],
    },
    {
      name: 'a time stamp with another offset',
      path: 'posts/q2.md',
      text: dated('2024-04-03 20:36:31 +13:00'),
      earlier: [first],
      reports: [
        '3:7-3:33 Dated 2024-04-03 20:36:31 +13:00, to the second like “Q1 2024 Recap”: the date was copied, write when this post appeared.',
      ],
    },
  ],
});
