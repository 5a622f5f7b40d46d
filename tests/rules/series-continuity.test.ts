import rule from '../../src/rules/series-continuity.ts';
import { testRule } from '../../src/testing.ts';
import { archive, type IssueParts, monthly, weekly } from '../archive.ts';

const quarters = (count: number, title = (q: number, year: number) => `Q${q} ${year} Recap`) =>
  Array.from({ length: count }, (_, i) => {
    const [q, year] = [(i % 4) + 1, 2021 + Math.floor(i / 4)];
    const date = q === 4 ? `${year + 1}-01-10` : `${year}-${['04', '07', '10'][q - 1]}-10`;
    return { path: `recaps/${date}-recap.md`, text: `# ${title(q, year)}\n\nText.\n` };
  });
const numbered = (count: number) => Array.from({ length: count }, (_, i) => weekly(i + 1));
const numberedFile = (number: number, parts: IssueParts = {}) =>
  weekly(number, { ...parts, path: `weekly/00${number}.md` });
const link = (text: string, url: string) => ({ body: `See [${text}](${url}).` });

testRule(rule, {
  valid: [
    { name: 'the first issue', ...monthly(0) },
    { name: 'the next month', ...monthly(8), earlier: archive(8) },
    { name: 'a gap after five months', ...monthly(6, { date: '2023-07-05' }), earlier: archive(5) },
    { name: 'a pause of three months', ...monthly(11, { date: '2023-10-05' }), earlier: archive(8) },
    { name: 'two months later, published two months later', ...monthly(10), earlier: archive(8) },
    {
      name: 'a month later with the next number',
      ...monthly(9, { head: 'issue: 9\n' }),
      earlier: archive(8, (index) => ({ head: `issue: ${index + 1}\n` })),
    },
    { name: 'a month later, published a month later', ...monthly(9), earlier: archive(8) },
    {
      name: 'a report that comes a year late, after that of the year',
      ...monthly(0, { date: '2024-02-06', path: 'reports/late.md' }),
      earlier: [...archive(12).slice(1), monthly(12)],
    },
    {
      name: 'a report that comes a year late, at another time of the month',
      ...monthly(0, { date: '2024-02-26', path: 'reports/late.md' }),
      earlier: archive(12).slice(1),
    },
    {
      name: 'a month left out for the first time, and the post says why',
      ...monthly(15, { body: 'We took a break in spring.' }),
      earlier: archive(14),
    },
    {
      name: 'a month left out for the first time, and the numbers say that it was no issue',
      ...monthly(15, { head: 'number: 15\n' }),
      earlier: archive(14, (index) => ({ head: `number: ${index + 1}\n` })),
    },
    { name: 'a summer month left out for the first time', ...monthly(19), earlier: archive(18) },
    {
      name: 'a month left out for the first time, and another one later',
      ...monthly(17),
      earlier: [...archive(14), monthly(15)],
    },
    {
      name: 'a combined issue that names one of its quarters, and the next one',
      path: 'recaps/2023-10-10-recap.md',
      text: '# Q3 2023 Recap\n\nText.\n',
      earlier: [...quarters(8), { path: 'recaps/2023-07-10-recap.md', text: '# Q1+2 2023 Recap\n\nText.\n' }],
    },
    {
      name: 'an issue that comes as long after its period as others, soon after a late one',
      ...monthly(9, { date: '2023-11-05' }),
      earlier: [...archive(7), monthly(7, { date: '2023-10-08' })],
    },
    { name: 'no issue in December', ...monthly(12, { date: '2024-01-08' }), earlier: archive(11) },
    {
      name: 'no issue in January',
      ...monthly(13, { date: '2024-02-08' }),
      earlier: archive(12),
    },
    {
      name: 'a combined issue',
      ...monthly(9, { date: '2023-10-05', title: 'September and October 2023 Harbour Report' }),
      earlier: archive(8),
    },
    {
      name: 'a combined issue whose file name says so',
      ...monthly(9, { date: '2023-10-05', path: 'reports/2023-september-october-harbour-report.md' }),
      earlier: archive(8),
    },
    {
      name: 'a description that speaks of the month before',
      ...monthly(9, { date: '2023-10-05', head: 'description: What we did in September and October.\n' }),
      earlier: archive(8),
    },
    {
      name: 'a section about the month before',
      ...monthly(9, { date: '2023-10-05', body: '## September\n\nText.\n\n## October\n\nText.' }),
      earlier: archive(8),
    },
    {
      name: 'a series that leaves out months now and then',
      ...monthly(10, { date: '2023-11-05' }),
      earlier: [0, 1, 2, 3, 5, 6, 7, 8].map((index) => monthly(index)),
    },
    {
      name: 'a post between them whose period nobody knows',
      ...monthly(9, { date: '2023-10-09' }),
      earlier: [
        ...archive(8),
        { path: 'reports/harbour-report.md', text: '---\ntitle: Harbour Report\ndate: 2023-10-06\n---\n' },
      ],
    },
    {
      name: 'from months to quarters',
      ...monthly(9, { date: '2023-10-05', title: 'Q4 2023 Harbour Report' }),
      earlier: archive(8),
    },
    {
      name: 'the month after one that two issues state',
      ...monthly(8),
      earlier: [...archive(7), monthly(7, { title: 'July 2023 Harbour Report' })],
    },
    {
      name: 'two reports a month by different teams',
      ...monthly(7, { title: 'August 2023 Report: Docks', path: 'reports/2023-08-docks.md' }),
      earlier: archive(8, (index) => ({
        title: `${monthlyName(index)} 2023 Report: Boats`,
        path: `reports/2023-0${index + 1}-boats.md`,
      })),
    },
    {
      name: 'two parts',
      ...monthly(7, { title: 'August 2023 Report, part 2', path: 'reports/2023-08-2.md' }),
      earlier: [
        ...archive(7, (index) => ({ title: `${monthlyName(index)} 2023 Report, part 1` })),
        monthly(7, { title: 'August 2023 Report, part 1' }),
      ],
    },
    {
      name: 'months that come twice by custom',
      ...monthly(4, { path: 'reports/2023-05-b-harbour-report.md' }),
      earlier: [0, 1, 2, 3].flatMap((index) => [
        monthly(index),
        monthly(index, { path: `reports/2023-0${index + 1}-b-harbour-report.md` }),
      ]),
    },
    {
      name: 'a translation beside it',
      ...monthly(7, { path: 'reports/2023-08-harbour-report.de.md' }),
      earlier: archive(8),
    },
    {
      name: 'a translation in a folder of its own',
      ...monthly(7, { path: 'de/reports/2023-08-harbour-report.md' }),
      earlier: archive(8),
    },
    {
      name: 'the source that the post is made from',
      ...monthly(7, { path: 'reports/2023-08-harbour-report.Rmd' }),
      earlier: archive(8),
    },
    {
      name: 'a draft',
      ...monthly(7, { head: 'draft: true\n', path: 'reports/next.md' }),
      earlier: archive(8),
    },
    { name: 'two issues dated the same day', ...monthly(8, { date: '2023-09-05' }), earlier: archive(8) },
    { name: 'two issues dated a day apart', ...monthly(8, { date: '2023-09-04' }), earlier: archive(8) },
    {
      name: 'the issue before came late',
      ...monthly(8),
      earlier: [...archive(7), monthly(7, { date: '2023-11-20' })],
    },
    { name: 'the next number', ...weekly(9), earlier: numbered(8) },
    { name: 'no number 13', ...weekly(13, { title: 'Harbour Weekly 14' }), earlier: numbered(12) },
    { name: 'a number left out with its week', ...weekly(10), earlier: numbered(8) },
    { name: 'numbers after four issues', ...weekly(5, { title: 'Harbour Weekly 9' }), earlier: numbered(4) },
    {
      name: 'a number dated two days before the last',
      ...weekly(13, { date: '2024-03-17' }),
      earlier: numbered(12),
    },
    {
      name: 'numbers that go on after one dated in the year before',
      ...weekly(14),
      earlier: [...numbered(12), weekly(13, { date: '2023-03-26' })],
    },
    { name: 'counted anew', ...weekly(9, { title: 'Harbour Weekly 1' }), earlier: numbered(8) },
    {
      name: 'numbers that are none of issues',
      ...monthly(8, { title: 'September 2023: 40 new boats' }),
      earlier: archive(8, (index) => ({
        title: `${monthlyName(index)} 2023: ${(index * 37) % 50} new boats`,
      })),
    },
    {
      name: 'the issue after one with a wrong number',
      ...weekly(10),
      earlier: [...numbered(8), weekly(9, { title: 'Harbour Weekly 8', path: 'weekly/9.md' })],
    },
    {
      name: 'the issue before',
      ...monthly(8, link('the previous report', '/reports/2023-08-harbour-report/')),
      earlier: archive(8),
    },
    {
      name: 'the issue that was published last, about a later month',
      ...monthly(6, { ...link('our last report', '/reports/2023-08-harbour-report/'), date: '2023-10-01' }),
      earlier: [...archive(6), monthly(7)],
    },
    {
      name: 'a page that is no issue',
      ...monthly(8, link('our last report', 'https://example.org/annual-accounts')),
      earlier: archive(8),
    },
    {
      name: 'the report of the year before',
      ...monthly(12, link("last year's report", '/reports/2023-01-harbour-report')),
      earlier: archive(12),
    },
    {
      name: 'an older issue by its name',
      ...monthly(8, link('the March report', '/reports/2023-03-harbour-report')),
      earlier: archive(8),
    },
    ...[
      'our last report on the boats',
      'the last report of 2023',
      'the last report but one',
      'last update from Ann',
      'the previous issue with a quiz',
      'our previous Christmas issue',
      'our last annual report',
      'My last post here',
      'Ann’s last report',
    ].map((text) => ({
      name: `the last one of some: ${text}`,
      ...monthly(8, link(text, '/reports/2023-05-harbour-report/')),
      earlier: archive(8),
    })),
    {
      name: 'the last one of some, as the words around the link say',
      ...monthly(8, {
        body: 'In [our last report](/reports/2023-05-harbour-report/) on the crane and in Ann’s [last report](/reports/2023-04-harbour-report/).',
      }),
      earlier: archive(8),
    },
    {
      name: 'HTML: the last one of some, as the words behind the link say',
      ...monthly(8, {
        body: '<p>See <a href="/reports/2023-05-harbour-report/">our last report</a> about the crane.</p>',
      }),
      earlier: archive(8),
    },
    {
      name: 'the issue before, known by its number',
      ...numberedFile(9, { body: 'Read the [previous issue](/weekly/008/) first.' }),
      earlier: Array.from({ length: 8 }, (_, i) => numberedFile(i + 1)),
    },
    {
      name: 'a slug that comes back every year',
      ...monthly(12, link('our last update', '/news/january-update')),
      earlier: archive(12, (index) => ({ path: `reports/20${index + 10}-01-05-january-update.md` })),
    },
    {
      name: 'HTML: the issue before',
      ...monthly(8, { body: '<p>See <a href="/reports/2023-08-harbour-report/">the last issue</a>.</p>' }),
      earlier: archive(8),
    },
  ],
  invalid: [
    {
      name: 'a month left out',
      ...monthly(9, { date: '2023-10-05' }),
      earlier: archive(8),
      reports: [
        '2:8-2:20 No issue is about September 2023: the one before is about August 2023, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a month and a number left out, published as much later',
      ...monthly(9, { head: 'issue: 10\n' }),
      earlier: archive(8, (index) => ({ head: `issue: ${index + 1}\n` })),
      reports: [
        '2:8-2:20 No issue is about September 2023: the one before is about August 2023, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'two months left out without a pause',
      ...monthly(10, { date: '2023-10-05' }),
      earlier: archive(8),
      reports: [
        '2:8-2:21 No issue is about September–October 2023: the one before is about August 2023, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a month left out in a series that left out one long ago',
      ...monthly(15, { date: '2024-03-05' }),
      earlier: [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((index) => monthly(index)),
      reports: [
        '2:8-2:18 No issue is about March 2024: the one before is about February 2024, and the 9 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a link that says why to read it',
      ...monthly(8, {
        body: 'Read the [previous report](/reports/2023-06-harbour-report/) for what came before.',
      }),
      earlier: archive(8),
      reports: [
        '6:28-6:60 “previous report” leads to “June 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.',
      ],
    },
    {
      name: 'a month left out for the first time in more than a year',
      ...monthly(15),
      earlier: archive(14),
      reports: [
        '2:8-2:18 No issue is about March 2024: the one before is about February 2024, and the 9 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a quarter left out for the first time, in a series without dates',
      path: 'recaps/2023-q2.md',
      text: '# Q2 2023 Recap\n',
      earlier: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => {
        const [quarter, year] = [((at - 1) % 4) + 1, 2021 + Math.floor((at - 1) / 4)];
        return { path: `recaps/${year}-q${quarter}.md`, text: `# Q${quarter} ${year} Recap\n` };
      }),
      reports: [
        '1:3-1:10 No issue is about Q1 2023: the one before is about Q4 2022, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a quarter left out, in a heading after an emoji',
      path: 'recaps/2023-04-10-recap.md',
      text: '# 🌱 Q2 2023 Recap\n\nText.\n',
      earlier: quarters(8),
      reports: [
        '1:6-1:13 No issue is about Q1 2023: the one before is about Q4 2022, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'HTML: a quarter left out',
      path: 'recaps/2023-04-10-recap.md',
      text: '<h1>Q2 2023 Recap</h1>\n\n<p>Text.</p>\n',
      earlier: quarters(8),
      reports: [
        '1:5-1:12 No issue is about Q1 2023: the one before is about Q4 2022, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a month after a combined issue',
      ...monthly(9, { date: '2023-10-05' }),
      earlier: [...archive(6), monthly(7, { title: 'July and August 2023 Harbour Report' })],
      reports: [
        '2:8-2:20 No issue is about September 2023: the one before is about July–August 2023, and the 7 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a month left out after one that two issues state',
      ...monthly(9, { date: '2023-10-05' }),
      earlier: [...archive(6), monthly(6, { title: 'June 2023 Harbour Report' }), monthly(7)],
      reports: [
        '2:8-2:20 No issue is about September 2023: the one before is about August 2023, and the 8 up to it left out nothing. Check the period of this one.',
      ],
    },
    {
      name: 'a month twice',
      ...monthly(8, { title: 'August 2023 Harbour Report' }),
      earlier: archive(8),
      reports: [
        '2:8-2:19 “August 2023 Harbour Report” is about August 2023 already: check which period this issue is about.',
      ],
    },
    {
      name: 'a month and a number twice, said once',
      ...monthly(8, { title: 'August 2023 Harbour Report 8' }),
      earlier: archive(8, (index) => ({ title: `${monthlyName(index)} 2023 Harbour Report ${index + 1}` })),
      reports: [
        '2:8-2:19 “August 2023 Harbour Report 8” is about August 2023 already: check which period this issue is about.',
      ],
    },
    {
      name: 'a month twice, with the next number',
      ...monthly(8, { title: 'August 2023 Harbour Report 9' }),
      earlier: archive(8, (index) => ({ title: `${monthlyName(index)} 2023 Harbour Report ${index + 1}` })),
      reports: [
        '2:8-2:19 “August 2023 Harbour Report 8” is about August 2023 already: check which period this issue is about.',
      ],
    },
    {
      name: 'a quarter twice, written otherwise',
      path: 'recaps/new.md',
      text: '# 2022Q4 Recap\n\nText.\n',
      earlier: quarters(8),
      reports: ['1:3-1:9 “Q4 2022 Recap” is about Q4 2022 already: check which period this issue is about.'],
    },
    {
      name: 'the year before in the title',
      ...monthly(12, { title: 'January 2023 Harbour Report' }),
      earlier: archive(12).slice(2),
      reports: [
        '2:8-2:20 The issue before is about December 2023, and this one, dated 5 February 2024, about January 2023: check the year.',
      ],
    },
    {
      name: 'the year before in the title, as an issue a year ago',
      ...monthly(12, { title: 'January 2023 Harbour Report', path: 'reports/2024-01.md' }),
      earlier: archive(12),
      reports: [
        '2:8-2:20 The issue before is about December 2023, and this one, dated 5 February 2024, about January 2023: check the year.',
      ],
    },
    {
      name: 'HTML: the year before in the title of a quarterly',
      path: 'recaps/2023-04-10-recap.md',
      text: '<h1>Q1 2022 Recap</h1>\n\n<p>Text.</p>\n',
      earlier: quarters(8),
      reports: [
        '1:5-1:12 The issue before is about Q4 2022, and this one, dated 10 April 2023, about Q1 2022: check the year.',
      ],
    },
    {
      name: 'dated before the issue before',
      ...monthly(8, { date: '2023-08-05' }),
      earlier: archive(8),
      reports: [
        '3:7-3:17 Dated 5 August 2023, the issue about September 2023 appeared before the one about August 2023, which is dated 5 September 2023: check both dates.',
      ],
    },
    {
      name: 'dated in the year before',
      ...monthly(12, { date: '2023-02-05' }),
      earlier: archive(12),
      reports: [
        '3:7-3:17 Dated 5 February 2023, the issue about January 2024 appeared before the one about December 2023, which is dated 5 January 2024: check both dates.',
      ],
    },
    {
      name: 'a number dated in the year before',
      ...weekly(13, { date: '2023-03-26' }),
      earlier: numbered(12),
      reports: [
        '3:7-3:17 Dated 26 March 2023, number 13 appeared before number 12, which is dated 19 March 2024: check both dates.',
      ],
    },
    {
      name: 'a number dated in the month before',
      ...weekly(13, { date: '2024-02-26' }),
      earlier: numbered(12),
      reports: [
        '3:7-3:17 Dated 26 February 2024, number 13 appeared before number 12, which is dated 19 March 2024: check both dates.',
      ],
    },
    {
      name: 'a number left out',
      ...weekly(9, { title: 'Harbour Weekly 10' }),
      earlier: numbered(8),
      reports: ['2:23-2:25 Number 10 follows number 8: there is no number 9.'],
    },
    {
      name: 'a number used again',
      ...weekly(9, { title: 'Harbour Weekly 8, storms' }),
      earlier: numbered(8),
      reports: ['2:23-2:24 Number 8 is that of “Harbour Weekly 8” already: this issue would be number 9.'],
    },
    {
      name: 'a number that goes back',
      ...weekly(29, { title: 'Harbour Weekly 2' }),
      earlier: Array.from({ length: 8 }, (_, i) => weekly(21 + i)),
      reports: ['2:23-2:24 Number 2 comes after number 28: by its date this issue would be number 29.'],
    },
    {
      name: 'digits that changed places',
      ...weekly(13, { title: '"Harbour Weekly #31"' }),
      earlier: numbered(12),
      reports: ['2:25-2:27 Number 31 follows number 12: there is no number 13.'],
    },
    {
      name: 'HTML: a number used again',
      path: 'weekly/2024-02-27-harbour-weekly.md',
      text: '<h1>Harbour Weekly 8</h1>\n\n<p>Text.</p>\n',
      earlier: numbered(8),
      reports: ['1:20-1:21 Number 8 is that of “Harbour Weekly 8” already: this issue would be number 9.'],
    },
    {
      name: 'a link to the issue before that is an older one',
      ...monthly(8, link('our last report', '/reports/2023-07-harbour-report/')),
      earlier: archive(8),
      reports: [
        '6:23-6:55 “our last report” leads to “July 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.',
      ],
    },
    ...['the previous letter', 'Our last Harbour Report', 'in the last monthly round-up:'].map((text) => ({
      name: `another issue called ${text}`,
      ...monthly(8, link(text, '/reports/2023-07-harbour-report/')),
      earlier: archive(8),
      reports: [
        `6:${8 + text.length}-6:${40 + text.length} “${text}” leads to “July 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.`,
      ],
    })),
    {
      name: 'another issue of the series, as the words behind the link say',
      ...monthly(8, {
        body: 'See the [last issue](/reports/2023-07-harbour-report/) of the Harbour Report.',
      }),
      earlier: archive(8),
      reports: [
        '6:22-6:54 “last issue” leads to “July 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.',
      ],
    },
    {
      name: 'another issue, known by its number',
      ...numberedFile(9, { body: 'Read the [previous issue](/weekly/006/) first.' }),
      earlier: Array.from({ length: 8 }, (_, i) => numberedFile(i + 1)),
      reports: [
        '6:27-6:39 “previous issue” leads to “Harbour Weekly 6”; the issue before this one is “Harbour Weekly 8”. Link that one.',
      ],
    },
    {
      name: 'another issue, known by its month and year',
      ...monthly(8, { ...link('our last report', '../2023/07/'), path: 'reports/2023/09.md' }),
      earlier: archive(8, (index) => ({ path: `reports/2023/0${index + 1}.md` })),
      reports: [
        '6:23-6:34 “our last report” leads to “July 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.',
      ],
    },
    {
      name: 'a link to the issue before that is this one',
      ...monthly(8, link('Previous issue', '2023-09-harbour-report.md')),
      earlier: archive(8),
      reports: [
        '6:22-6:47 “Previous issue” leads to “September 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.',
      ],
    },
    {
      name: 'HTML: a link to the issue before that is an older one',
      ...monthly(8, {
        body: '<p>See <a href="https://example.org/reports/2023-06-harbour-report.html">last month&#39;s issue</a>.</p>',
      }),
      earlier: archive(8),
      reports: [
        "6:17-6:72 “last month's issue” leads to “June 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.",
      ],
    },
    {
      name: 'a slug in the front matter',
      ...monthly(8, link('last issue', '/news/the-thaw#boats')),
      earlier: archive(8, (index) => ({ head: `slug: ${index === 2 ? 'the-thaw' : `of-${index}-seas`}\n` })),
      reports: [
        '6:18-6:38 “last issue” leads to “March 2023 Harbour Report”; the issue before this one is “August 2023 Harbour Report”. Link that one.',
      ],
    },
  ],
});

function monthlyName(index: number): string {
  return monthly(index).text.split('title: ')[1]!.split(' ')[0]!;
}
