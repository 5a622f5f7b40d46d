import rule from '../../src/rules/no-repeated-link.ts';
import { testRule } from '../../src/testing.ts';

/** An issue of a weekly newsletter: its number, and what it says. */
const issue = (number: number, body: string) => ({
  path: `posts/weekly-${number}.md`,
  text: `---\ntitle: Harbour Weekly ${number}\ndate: 2024-03-${String(number).padStart(2, '0')}\n---\n\n${body}\n`,
});
const plain = [1, 2, 3, 4].map((number) => issue(number, 'Nothing.'));
const link = '* [Tides](https://example.org/notes/tides)';

testRule(rule, {
  valid: [
    { name: 'the first issue', ...issue(1, link) },
    { name: 'another page', ...issue(6, link), earlier: [...plain, issue(5, link.replace('notes', 'news'))] },
  ],
  invalid: [
    {
      name: 'a link of the issue before',
      ...issue(6, link),
      earlier: [...plain, issue(5, link)],
      reports: ['6:11-6:42 This page was linked in issue 5 already: leave it out, or link what is new.'],
    },
  ],
});
