import rule from '../../src/rules/series-consistency.ts';
import { testRule } from '../../src/testing.ts';
import { archive, type IssueParts, monthly } from '../archive.ts';

const sections = (...names: string[]) => names.map((name) => `## ${name}\n\nText.`).join('\n\n');
const usual = { body: sections('Boats', 'Membership', 'Thanks') };
const eight = (parts: IssueParts) => archive(8, () => parts);
/** The ninth issue after eight that have all the same. */
const ninth = (parts: IssueParts, before: IssueParts) => ({ ...monthly(8, parts), earlier: eight(before) });
const stated = (part: 'sections' | 'schema') => ({
  post:
    part === 'sections'
      ? { sections: [{ name: 'Boats', aliases: [], optional: false }] }
      : { schema: { file: 'report.schema.json', check: () => [] } },
});

testRule(rule, {
  valid: [
    {
      name: 'a title and a file name as configured',
      text: '---\ntitle: Q3 2024 Recap\n---\n',
      path: 'q3-2024-recap.md',
      post: { title: 'Q{quarter} {year} Recap', path: 'q{quarter}-{year}-recap' },
    },
    { name: 'the first issue', ...monthly(0) },
    { name: 'the same sections', ...ninth(usual, usual) },
    { name: 'sections of five issues', ...monthly(5), earlier: archive(5, () => usual) },
    {
      name: 'sections in another order, size and case',
      ...ninth({ body: '# Thanks\n\nText.\n\n# 1. boats\n\nText.\n\n# MEMBERSHIP 🎉\n\nText.' }, usual),
    },
    { name: 'no sections at all', ...ninth({}, usual) },
    { name: 'an issue of another kind', ...ninth({ body: sections('Boats', 'Programme', 'Travel') }, usual) },
    {
      name: 'a section that the issue before has not either',
      ...monthly(9, { body: sections('Boats', 'Thanks') }),
      earlier: [...eight(usual), monthly(8, { body: sections('Boats', 'Thanks') })],
    },
    {
      name: 'a section that comes and goes',
      ...monthly(8, { body: sections('Boats', 'Thanks') }),
      earlier: archive(8, (index) => (index === 3 ? { body: sections('Boats', 'Thanks') } : usual)),
    },
    {
      name: 'a section that came later, and may depend on the news',
      ...monthly(12, { body: sections('Boats', 'Thanks') }),
      earlier: archive(12, (index) => (index < 3 ? { body: sections('Boats', 'Thanks') } : usual)),
    },
    {
      name: 'two sections in one',
      ...ninth(
        { body: sections('Boats and Membership', 'Jetty', 'Thanks') },
        { body: sections('Boats', 'Membership', 'Jetty', 'Thanks') },
      ),
    },
    {
      name: 'a new section, which may stand for the one that is missing',
      ...ninth({ body: sections('Boats', 'People', 'Thanks') }, usual),
    },
    {
      name: 'a section inside another one',
      ...ninth(
        { body: '## Boats\n\nText.\n\n## Thanks\n\nText.' },
        { body: '## Boats\n\n### Repairs\n\nText.\n\n## Thanks\n\nText.' },
      ),
    },
    {
      name: 'a question',
      ...ninth(
        { body: sections('Boats', 'Thanks', 'Membership') },
        { body: sections('Boats', 'Thanks', 'Membership', 'Who are you?') },
      ),
    },
    {
      name: 'one of what are many',
      ...ninth(
        { body: sections('Boats', 'New Member', 'Thanks') },
        { body: sections('Boats', 'New Members', 'Thanks') },
      ),
    },
    {
      name: 'a section, a tag and a key of the year',
      ...monthly(12, {
        head: 'tags: [harbour, y2024]\n',
        body: sections('Goals for 2024', 'Boats', 'Thanks'),
      }),
      earlier: archive(12, () => ({
        head: 'tags: [harbour, y2023]\n',
        body: sections('Goals for 2023', 'Boats', 'Thanks'),
      })),
    },
    {
      name: 'a special section more',
      ...ninth({ body: sections('Boats', 'Sponsors', 'Membership', 'Thanks') }, usual),
    },
    {
      name: 'a section that is not one of those that the configuration names',
      ...ninth({ body: sections('Boats', 'Thanks') }, usual),
      ...stated('sections'),
    },
    {
      name: 'HTML: the same sections',
      ...ninth({ body: '<h2>Boats</h2><h2>Membership</h2><h2>Thanks</h2>' }, usual),
    },
    {
      name: 'a key that only seven have',
      ...monthly(8),
      earlier: archive(8, (index) => (index < 7 ? { head: 'image: a.png\n' } : {})),
    },
    { name: 'a flag', ...ninth({}, { head: 'comments: true\n' }) },
    {
      name: 'a day of change, an older address and a fingerprint',
      ...ninth({}, { head: 'lastmod: 2024-01-01\naliases: [/x]\nfile_hash: ab12\n' }),
    },
    { name: 'a key in other letters', ...ninth({ head: 'Author: Ada\n' }, { head: 'author: Ada\n' }) },
    {
      name: 'tags that a schema is there for',
      ...ninth({ head: 'tags: [storms]\n' }, { head: 'tags: [harbour]\n' }),
      ...stated('schema'),
    },
    { name: 'keys that a schema is there for', ...ninth({}, { head: 'author: Ada\n' }), ...stated('schema') },
    {
      name: 'no front matter',
      path: 'reports/2023-09-harbour-report.md',
      text: '# September 2023 Harbour Report\n',
      earlier: eight({}),
    },
    {
      name: 'a value that is empty now and then',
      ...monthly(8, { head: 'image:\n' }),
      earlier: archive(8, (index) => ({ head: index === 5 ? 'image:\n' : 'image: a.png\n' })),
    },
    {
      name: 'another key, which may be what the missing one is called now',
      ...ninth({ head: 'authors: [Ada Marsh, Grace Hill]\n' }, { head: 'author: Ada Marsh\n' }),
    },
    {
      name: 'another key with another name',
      ...ninth({ head: 'image: a.png\n' }, { head: 'cover: a.png\n' }),
    },
    {
      name: 'a guest whom the title names, for once without one',
      ...monthly(8, { title: 'Talk 9: your questions' }),
      earlier: archive(8, (index) => ({
        title: `"Talk ${index + 1}: Guest ${'abcdefgh'[index]}x"`,
        head: `guest: Guest ${'abcdefgh'[index]}x\n`,
      })),
    },
    {
      name: 'the tag of a season',
      ...ninth({ head: 'tags: [harbour, summer]\n' }, { head: 'tags: [harbour, spring]\n' }),
    },
    {
      name: 'a tag of its own',
      ...ninth({ head: 'tags: [harbour, storms]\n' }, { head: 'tags: [harbour]\n' }),
    },
    {
      name: 'tags that change',
      ...monthly(8, { head: 'tags: [news]\n' }),
      earlier: archive(8, (index) => ({ head: `tags: [news, topic-${index}]\n` })),
    },
    {
      name: 'a tag that two issues already write so',
      ...monthly(8, { head: 'tags: [Harbour]\n' }),
      earlier: archive(8, (index) => ({ head: index > 5 ? 'tags: [Harbour]\n' : 'tags: [harbour]\n' })),
    },
    {
      name: 'a category and a tag',
      ...ninth(
        { head: 'category: Harbour\ntags: [harbour]\n' },
        { head: 'category: Harbour\ntags: [harbour]\n' },
      ),
    },
    { name: 'another author', ...ninth({ head: 'author: Grace Hill\n' }, { head: 'author: Ada Marsh\n' }) },
    {
      name: 'authors with names of their own',
      ...monthly(8, { head: 'author: Ada Marsh\n' }),
      earlier: archive(8, (index) => ({ head: `author: ${index % 2 ? 'Ada Marsh' : 'ada'}\n` })),
    },
    { name: 'a title of its own', ...ninth({ title: 'After the storm' }, {}) },
    { name: 'a word more in the title', ...ninth({ title: 'September 2023 Harbour Report, delayed' }, {}) },
    { name: 'other punctuation in the title', ...ninth({ title: 'September 2023, Harbour Report' }, {}) },
    {
      name: 'a title in capitals',
      ...ninth({ title: 'SEPTEMBER 2023 HARBOUR REPORT' }, {}),
    },
    {
      name: 'a new title, which the issues after it keep',
      ...monthly(9, { title: 'October 2023 Report' }),
      earlier: [...archive(8), monthly(8, { title: 'September 2023 Report' })],
    },
    { name: 'front matter that cannot be read', ...ninth({ title: 'September: 2023: Harbour Report' }, {}) },
    { name: 'a file name in the plural', ...ninth({ path: 'reports/2023-09-harbour-reports.md' }, {}) },
    {
      name: 'a file name without accents',
      ...ninth(
        {
          title: 'September 2023 – Der März und das Café',
          path: 'reports/2023-09-der-maerz-und-das-cafe.md',
        },
        {},
      ),
    },
    {
      name: 'a file name without the letters of the north',
      ...ninth({ title: 'September 2023 – Færøerne', path: 'reports/2023-09-faeroerne.md' }, {}),
    },
    {
      name: 'a file name without hyphens',
      ...ninth(
        { title: 'September 2023 – e-mail, re-opened', path: 'reports/2023-09-email-reopened.md' },
        {},
      ),
    },
    {
      name: 'a file name in the other English',
      ...ninth({ title: 'September 2023 – organising', path: 'reports/2023-09-organizing.md' }, {}),
    },
    {
      name: 'a file name that is cut off',
      ...ninth({ title: 'September 2023 – announcements', path: 'reports/2023-09-announcemen.md' }, {}),
    },
    {
      name: 'two words that both stand there',
      ...ninth({ title: 'September 2023 – the quite quiet sea', path: 'reports/2023-09-quite-quiet.md' }, {}),
    },
    { name: 'a draft', ...ninth({ head: 'draft: true\n', body: sections('Boats', 'Thanks') }, usual) },
    {
      name: 'a translation',
      ...monthly(7, { body: sections('Boote', 'Dank'), path: 'reports/2023-08-harbour-report.de.md' }),
      earlier: eight(usual),
    },
  ],
  invalid: [
    {
      name: 'a section that is missing',
      ...ninth({ body: sections('Boats', 'Thanks') }, usual),
      reports: ['2:8-2:37 8 of the last 8 issues have a section “Membership”; this one has none.'],
    },
    {
      name: 'a section since seven issues',
      ...monthly(8, { body: sections('Boats', 'Thanks') }),
      earlier: archive(8, (index) => (index === 0 ? { body: sections('Boats', 'Thanks') } : usual)),
      reports: ['2:8-2:37 7 of the last 8 issues have a section “Membership”; this one has none.'],
    },
    {
      name: 'HTML: a section that is missing',
      path: 'reports/2023-09-harbour-report.md',
      text: '<h1>September 2023 Harbour Report</h1>\n\n<h2>Boats</h2>\n<p>Text.</p>\n<h2>Thanks</h2>\n<p>Text.</p>\n',
      earlier: archive(8).map(({ path }, index) => ({
        path: path!,
        text: `<h1>${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'][index]} 2023 Harbour Report</h1>\n\n<h2>Boats</h2>\n<h2>Membership</h2>\n<h2>Thanks</h2>\n`,
      })),
      reports: ['1:5-1:34 8 of the last 8 issues have a section “Membership”; this one has none.'],
    },
    {
      name: 'a section that came with the third issue',
      ...monthly(12, { body: sections('Boats', 'Thanks') }),
      earlier: archive(12, (index) => (index < 2 ? { body: sections('Boats', 'Thanks') } : usual)),
      reports: ['2:8-2:35 8 of the last 8 issues have a section “Membership”; this one has none.'],
    },
    {
      name: 'a section that 50 issues have had, since the fourth one',
      ...monthly(53, { body: sections('Boats', 'Thanks') }),
      earlier: archive(53, (index) => (index < 3 ? { body: sections('Boats', 'Thanks') } : usual)),
      reports: ['2:8-2:32 8 of the last 8 issues have a section “Membership”; this one has none.'],
    },
    {
      name: 'a mistyped section that came later',
      ...monthly(12, { body: sections('Boats', 'Membreship', 'Thanks') }),
      earlier: archive(12, (index) => (index < 3 ? { body: sections('Boats', 'Thanks') } : usual)),
      reports: ['10:4-10:14 8 of the last 8 issues call this section “Membership”; here it is “Membreship”.'],
    },
    {
      name: 'a mistyped section',
      ...ninth({ body: sections('Boats', 'Membreship', 'Thanks') }, usual),
      reports: ['10:4-10:14 8 of the last 8 issues call this section “Membership”; here it is “Membreship”.'],
    },
    {
      name: 'HTML: a mistyped section after an emoji',
      ...ninth({ body: '<h2>Boats</h2>\n<h2>🎉 Membreship</h2>\n<h2>Thanks</h2>' }, usual),
      reports: [
        '7:5-7:18 8 of the last 8 issues call this section “Membership”; here it is “🎉 Membreship”.',
      ],
    },
    {
      name: 'a section in another order of words',
      ...ninth(
        { body: sections('Boats', 'Quays and Jetties') },
        { body: sections('Boats', 'Jetties and Quays') },
      ),
      reports: [
        '10:4-10:21 8 of the last 8 issues call this section “Jetties and Quays”; here it is “Quays and Jetties”.',
      ],
    },
    {
      name: 'a key that is missing',
      ...ninth({}, { head: 'author: Ada Marsh\n' }),
      reports: ['2:8-2:37 The last 8 issues all have `author` in their front matter; this one has not.'],
    },
    {
      name: 'a mistyped key',
      ...ninth({ head: 'autohr: Ada Marsh\n' }, { head: 'author: Ada Marsh\n' }),
      reports: ['2:8-2:37 The last 8 issues all have `author` in their front matter; this one has not.'],
    },
    {
      name: 'a key that is missing in TOML, without a title',
      path: 'reports/2023-09-harbour-report.md',
      text: '+++\ndate = 2023-10-05\nauthor = "Ada Marsh"\n+++\n\nText.\n',
      earlier: archive(8).map(({ path }, index) => ({
        path: path!,
        text: `+++\ndate = 2023-0${index + 1}-28\nauthor = "Ada Marsh"\nimage = "a.png"\n+++\n\nText.\n`,
      })),
      reports: ['1:1-1:1 The last 8 issues all have `image` in their front matter; this one has not.'],
    },
    {
      name: 'an empty value',
      ...ninth({ head: 'image:\n' }, { head: 'image: a.png\n' }),
      reports: ['4:1-4:6 `image` is empty; the last 8 issues all give a value.'],
    },
    {
      name: 'an empty list',
      ...ninth({ head: 'tags: []\n' }, { head: 'tags: [harbour]\n' }),
      reports: ['4:1-4:5 `tags` is empty; the last 8 issues all give a value.'],
    },
    {
      name: 'a tag with a space',
      ...ninth({ head: 'tags: ["harbour "]\n' }, { head: 'tags: [harbour]\n' }),
      reports: [
        '4:9-4:17 The tag “harbour” is written with a space around it, which makes it another tag: remove the space.',
      ],
    },
    {
      name: 'a tag in other letters',
      ...ninth({ head: 'tags: [Harbour]\n' }, { head: 'tags: [harbour]\n' }),
      reports: ['4:8-4:15 The tag “Harbour” is “harbour” in 8 earlier issues: write it the same way.'],
    },
    {
      name: 'a tag that is missing',
      ...ninth({ head: 'tags: [storms]\n' }, { head: 'tags: [harbour]\n' }),
      reports: ['4:8-4:14 The last 8 issues all have the tag “harbour”; this one has not.'],
    },
    {
      name: 'an author in other letters',
      ...ninth({ head: 'author: ada marsh\n' }, { head: 'author: Ada Marsh\n' }),
      reports: ['4:9-4:18 The author “ada marsh” is “Ada Marsh” in 8 earlier issues: write it the same way.'],
    },
    {
      name: 'a mistyped author',
      ...ninth({ head: 'author: Ada Marshalll\n' }, { head: 'author: Ada Marshall\n' }),
      reports: [
        '4:9-4:22 The author “Ada Marshalll” is “Ada Marshall” in 8 earlier issues: write it the same way.',
      ],
    },
    {
      name: 'a word that is missing from the title',
      ...ninth({ title: 'September 2023 Report' }, {}),
      reports: ['2:8-2:29 The title reads “… report”; 8 of the last 8 issues have “… harbour report”.'],
    },
    {
      name: 'a mistyped title',
      ...ninth({ title: 'September 2023 Harbor Report' }, {}),
      reports: [
        '2:8-2:36 The title reads “… harbor report”; 8 of the last 8 issues have “… harbour report”.',
      ],
    },
    {
      name: 'a title in another order, in a heading',
      path: 'reports/2023-09-harbour-report.md',
      text: '# Harbour Report September 2023\n',
      earlier: archive(8).map(({ text, ...post }) => ({
        ...post,
        text: text.replace(/^---\ntitle: ([^\n]*)\n.*$/s, '# $1\n'),
      })),
      reports: [
        '1:3-1:32 The title reads “harbour report …”; 8 of the last 8 issues have “… harbour report”.',
      ],
    },
    {
      name: 'a title with other capitals',
      ...ninth({ title: 'September 2023 Harbour report' }, {}),
      reports: [
        '2:8-2:37 The title says “report”, the titles of the last 8 issues “Report”: write it the same way.',
      ],
    },
    {
      name: 'a word that is missing from the file name',
      ...ninth({ path: 'reports/2023-09-report.md' }, {}),
      reports: ['2:8-2:37 The file name reads “…-report”; 8 of the last 8 issues have “…-harbour-report”.'],
    },
    {
      name: 'a file name in another order',
      ...ninth({ path: 'reports/harbour-report-2023-09.md' }, {}),
      reports: [
        '2:8-2:37 The file name reads “harbour-report-…”; 8 of the last 8 issues have “…-harbour-report”.',
      ],
    },
    {
      name: 'a file name that differs from the title by a letter',
      ...monthly(3, { title: 'April 2023 – our announcement', path: 'reports/april-annuncement.md' }),
      earlier: archive(3),
      reports: [
        '2:8-2:37 The file name says “annuncement”, which looks like a slip of “announcement”: rename the file before its address is known.',
      ],
    },
    {
      name: 'a file name that differs from the others by a letter',
      ...monthly(3, { title: 'What a summer', path: 'reports/2023-04-habour-report.md' }),
      earlier: archive(3),
      reports: [
        '2:8-2:21 The file name says “habour”, which looks like a slip of “harbour”: rename the file before its address is known.',
      ],
    },
    {
      name: 'a title that is not the configured one',
      text: '---\ntitle: A fine summer\n---\n',
      path: 'q3-2024-recap.md',
      post: { title: 'The quarterly recap', path: 'q{quarter}-{year}-recap' },
      reports: ['2:8-2:21 The title does not read “The quarterly recap”, as the configuration has it.'],
    },
    {
      name: 'a file name that is not the configured one',
      text: '# Recap of the summer\n',
      path: 'summer.md',
      post: { title: '{any} summer', path: 'recap-of-the-summer' },
      reports: ['1:3-1:22 The file name does not read “recap-of-the-summer”, as the configuration has it.'],
    },
  ],
});
