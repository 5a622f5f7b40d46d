import rule from '../../src/rules/no-repeated-link.ts';
import { testRule } from '../../src/testing.ts';

/** An issue of a weekly newsletter: its number, and what it says. */
const issue = (number: number, body: string, head = '') => ({
  path: `posts/weekly-${number}.md`,
  text: `---\ntitle: Harbour Weekly ${number}\ndate: 2024-03-${String(number).padStart(2, '0')}\n${head}---\n\n${body}\n`,
});
const plain = [1, 2, 3, 4].map((number) => issue(number, 'Nothing.'));
/** A link of issue 5 that issue 6 has again. */
const again = (body: string, before = body) => ({
  ...issue(6, body),
  earlier: [...plain, issue(5, before)],
});
const to = (address: string, text = 'Tides') => `* [${text}](${address})`;
const link = to('https://example.org/notes/tides');
const remedy = 'already: leave it out, or link what is new.';

testRule(rule, {
  valid: [
    { name: 'the first issue', ...issue(1, link) },
    { name: 'another page', ...again(link, to('https://example.org/news/tides')) },
    {
      name: 'another fragment',
      ...again(to('https://example.org/a/b#two'), to('https://example.org/a/b#one')),
    },
    {
      name: 'another query',
      ...again(to('https://example.org/a/watch?v=2'), to('https://example.org/a/watch?v=1')),
    },
    {
      name: 'another letter',
      ...again(to('https://example.org/a/Tides'), to('https://example.org/a/tides')),
    },
    { name: 'a site', ...again(to('https://example.org/')) },
    { name: 'a person', ...again(to('https://example.org/@ann')) },
    { name: 'a project', ...again(to('https://github.com/example/tides')) },
    { name: 'a change', ...again(to('https://github.com/example/tides/pull/12')) },
    { name: 'an issue of another site', ...again(to('https://gitlab.example.org/quay/tides/-/issues/3')) },
    { name: 'a log of changes', ...again(to('https://github.com/example/tides/blob/main/CHANGELOG.md')) },
    { name: 'a file of a project', ...again(to('https://github.com/example/tides/blob/main/src/tide.ts')) },
    { name: 'an event', ...again(to('https://www.meetup.com/quay/events/123/')) },
    { name: 'a place for events', ...again(to('https://example.org/events/feast/2024')) },
    { name: 'a job', ...again(to('https://example.org/jobs/cook/12')) },
    { name: 'a site for jobs', ...again(to('https://jobs.example.org/quay/cook/12')) },
    { name: 'documentation', ...again(to('https://docs.example.org/tides/high')) },
    { name: 'a guide', ...again(to('https://example.org/guide/tides/high')) },
    { name: 'a form', ...again(to('https://forms.gle/quay/abc')) },
    { name: 'a room', ...again(to('https://discord.gg/quay/abc')) },
    { name: 'an address of mail', ...again(to('mailto:ann@example.org')) },
    { name: 'a page of the site itself', ...again(to('/notes/tides')) },
    { name: 'a picture', ...again('![Tides](https://example.org/notes/tides)') },
    { name: 'a picture file', ...again(to('https://example.org/notes/tides.jpg')) },
    { name: 'a template', ...again(to('https://example.org/{{ page.slug }}/tides')) },
    {
      name: 'in a sentence, as what it refers to',
      ...again('We wrote more about that in [Tides](https://example.org/notes/tides).'),
    },
    { name: 'quoted', ...again(`> ${to('https://example.org/notes/tides')}`) },
    {
      name: 'in front matter',
      ...issue(6, 'Text.', 'link: https://example.org/notes/tides\n'),
      earlier: plain,
    },
    { name: 'in a section for events', ...again(`## 📅 Upcoming Events\n\n${link}`) },
    { name: 'below a section for jobs', ...again(`## Jobs\n\n### Quay 3\n\n${link}`) },
    { name: 'in a call', ...again(`## Call for Participation\n\n${link}`) },
    {
      name: 'a standing link, in more than a third of the issues',
      ...issue(6, link),
      earlier: [...plain.slice(0, 3), issue(4, link), issue(5, link)],
    },
    {
      name: 'a standing link, in three issues',
      ...issue(16, link),
      earlier: Array.from({ length: 15 }, (_, i) => issue(i + 1, [2, 7, 12].includes(i) ? link : 'Nothing.')),
    },
    { name: 'where two issues are known', ...issue(3, link), earlier: [plain[0]!, issue(2, link)] },
    {
      name: 'longer ago',
      ...again(link),
      earlier: [issue(1, link), ...plain.slice(1)],
      options: { issues: 3 },
    },
    { name: 'a host that may come again', ...again(link), options: { allow: ['example.org'] } },
    {
      name: 'a beginning that may come again',
      ...again(link),
      options: { allow: ['https://www.example.org/notes/'] },
    },
    {
      name: 'not in the sections that count',
      ...again(`## Notes\n\n${link}`),
      options: { sections: ['News'] },
    },
    {
      name: 'in a section to leave out',
      ...again(`## The notes\n\n${link}`),
      options: { ignoreSections: ['the notes'] },
    },
    {
      name: 'a translation',
      path: 'posts/weekly-5.de.md',
      text: issue(5, link).text,
      earlier: [...plain, issue(5, link)],
    },
  ],
  invalid: [
    {
      name: 'a link of the issue before',
      ...again(link),
      reports: [`6:11-6:42 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'written in another way',
      ...again(
        to('http://www.Example.org/notes/tides/?utm_source=x#'),
        '* New: [Tides](<https://example.org/notes/tides>)',
      ),
      reports: [`6:11-6:60 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'without numbers, by the day',
      path: 'posts/f.md',
      text: `---\ntitle: Crabs\ndate: 2024-03-20\n---\n\n${link}\n`,
      earlier: [
        ...plain,
        { path: 'posts/e.md', text: `---\ntitle: Eels\ndate: 2024-03-13\n---\n\n${link}\n` },
      ],
      reports: [`6:11-6:42 This page was linked in the issue of 13 March 2024 ${remedy}`],
    },
    {
      name: 'the last of two',
      ...issue(12, link),
      earlier: [
        issue(1, link),
        ...[2, 3, 4, 5, 6, 7].map((number) => issue(number, 'Nothing.')),
        issue(8, link),
      ],
      reports: [`6:11-6:42 This page was linked in issue 8 ${remedy}`],
    },
    {
      name: 'a definition',
      ...again('* [Tides]\n\n[Tides]: https://example.org/notes/tides'),
      reports: [`8:10-8:41 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'a heading',
      ...again('## [Tides](https://example.org/notes/tides)\n\nHigh ones.'),
      reports: [`6:12-6:43 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'a paragraph',
      ...again('📣 [Tides](https://example.org/notes/tides), by Ann, on what the moon does.'),
      reports: [`6:12-6:43 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'a table',
      ...again('| what | by |\n|---|---|\n| [Tides](https://example.org/notes/tides) | Ann |'),
      reports: [`8:11-8:42 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'HTML',
      ...again('<ul><li><a href="https://example.org/notes/tides">Tides</a></li></ul>'),
      reports: [`6:18-6:49 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'HTML with entities, where Markdown was',
      ...again(
        '<p><a href="https://example.org/a/watch?a=1&amp;b=2">Tides</a></p>',
        to('https://example.org/a/watch?a=1&b=2'),
      ),
      reports: [`6:13-6:52 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'a release',
      ...again(to('https://github.com/example/tides/releases/tag/v1.2')),
      reports: [`6:11-6:61 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'an article that lies in a project',
      ...again(to('https://github.com/example/tides/blob/main/posts/moon.md')),
      reports: [`6:11-6:67 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'a section that is named',
      ...again(`## Upcoming\n\n### Tides\n\n${link}`),
      options: { sections: ['Upcoming'] },
      reports: [`10:11-10:42 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'a host that only begins like one that may come again',
      ...again(link),
      options: { allow: ['example.or', 'example.org/note'] },
      reports: [`6:11-6:42 This page was linked in issue 5 ${remedy}`],
    },
    {
      name: 'once in a post',
      ...again(`${link}\n* And [Tides](https://example.org/notes/tides)`),
      reports: [`6:11-6:42 This page was linked in issue 5 ${remedy}`],
    },
  ],
});
