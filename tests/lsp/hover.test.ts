import { expect, test } from 'vitest';
import { readOwnPackage } from '../../src/config/pages.ts';
import type { Config } from '../../src/config/schema.ts';
import { hoverAt } from '../../src/lsp/hover.ts';
import { knownIds, ruleInfoSource } from '../../src/project/rule-info.ts';
import { atCaret, earlierRecaps, openPost } from './open-post.ts';

const ruleInfo = ruleInfoSource({ ...readOwnPackage(), homepage: 'https://example.org/' });

const schema = {
  properties: {
    title: { type: 'string', maxLength: 60, description: 'What the <b>post</b> is *called*.' },
    layout: { enum: ['recap', 'plain'] },
    author: { $ref: '#/$defs/person' },
  },
  required: ['title'],
  $defs: { person: { properties: { name: { type: 'string' } }, required: ['name'] } },
};
const recaps: Config = {
  series: [
    {
      name: 'recaps',
      files: ['*.md'],
      title: 'Q{quarter} {year} Recap',
      looks: 'back',
      window: { opens: 1, closes: 60 },
      schema: 'front.schema.json',
    },
  ],
};

/** What is shown at a bar in a recap of Q1 2025, eight issues before which are there. */
async function hoverIn(marked: string, config: Config = {}) {
  const { text, offset } = atCaret(marked);
  const files = { ...earlierRecaps(), 'front.schema.json': JSON.stringify(schema) };
  const post = await openPost(text, { path: 'q1-2025-recap.md', config, files });
  const hover = hoverAt(post, offset, ruleInfo);
  return hover && { said: hover.markdown, of: text.slice(hover.range.start, hover.range.end) };
}

/** A recap with one paragraph. */
const recap = (paragraph: string, head = 'title: Q1 2025 Recap\ndate: 2025-04-15') =>
  `---\n${head}\n---\n\n${paragraph}\n`;

test.each([
  {
    name: 'its period and the place that states it',
    text: recap('News.', 'title: |Q1 2025 Recap\ndate: 2025-04-15'),
    of: 'Q1 2025',
    said: ['**Q1 2025**: 1 January – 31 March. The title states the period of the post.'],
  },
  {
    name: 'the reason in its sentence that makes it the subject',
    text: recap('In |Q1 2025, we did a lot.'),
    of: 'Q1 2025',
    said: ['States the period: the paragraph opens with its time,'],
  },
  {
    name: 'the reason that makes it background, and its own days',
    text: recap('Since Q2| 2023 we have grown.'),
    of: 'Q2 2023',
    said: ['**Q2 2023**: 1 April – 30 June. Background: a preposition or adjective right before it'],
  },
  {
    name: 'a plan for a month of the year of the post',
    text: recap('In |May we will meet.'),
    of: 'May',
    said: ['**May 2025**: 1 May – 31 May. Plan: the sentence speaks of what is to come.'],
  },
  {
    name: 'that nothing says which quarter is meant',
    text: recap('It grew |last quarter.'),
    of: 'last quarter',
    said: [
      '**last quarter**: which days are meant is not told here. It is counted from the day on which somebody reads it.',
    ],
  },
  {
    name: 'that the place which states another period does so, and what the post is about',
    text: '---\ntitle: Q1 2025 Recap\nperiod: Q1 2025\ndescription: What |Q2 2024 brought\n---\n',
    of: 'Q2 2024',
    said: ['The description states the period of the post. The post as a whole reports on Q1 2025.'],
  },
  {
    name: 'the day of publication, the key that decided so, and how far it is from the period',
    text: recap('News.', 'title: Q1 2025 Recap\ndate: "|2025-04-15"'),
    of: '2025-04-15',
    said: [
      '**15 April 2025**. Publication: the key `date` says when the post appears, 15 days after Q1 2025 ended.',
    ],
  },
  {
    name: 'the same of the last day',
    text: recap('News.', 'title: Q1 2025 Recap\npubDate: 2025-03-|31'),
    of: '2025-03-31',
    said: ['the key `pubDate` says when the post appears, on the last day of Q1 2025.'],
  },
  {
    name: 'the day of publication alone where the parts of the post disagree',
    text: recap('News.', 'title: Q3 2023 Recap\ndate: |2025-04-15'),
    of: '2025-04-15',
    said: ['the key `date` says when the post appears.'],
  },
  {
    name: 'a single day',
    text: recap('Jane joined the team on |July 15.'),
    of: 'July 15',
    said: ['**15 July 2025**. Event: a day is when something happened'],
  },
])('a hover over a time tells $name', async ({ text, of, said }) => {
  const hover = await hoverIn(text);
  expect(hover?.of).toBe(of);
  for (const words of said) expect(hover?.said).toContain(words);
});

test.each([
  ['Text.|', null],
  ['Some wo|rds', null],
])('there is nothing to say about %j', async (text, hover) => {
  expect(await hoverIn(recap(text))).toEqual(hover);
});

test('a hover over a finding says why its rule is there, and leads to its page', async () => {
  const hover = await hoverIn(recap('News.', 'title: Q1 2025 Recap\ndate: |2025-01-02'), recaps);
  expect(hover).toEqual({
    of: '2025-01-02',
    said:
      '**date-in-window**: A recap is published after the time it recaps. A date weeks before the period ends is usually ' +
      'the one that the previous issue had, or the day on which somebody began the draft, and it puts the post in the ' +
      'wrong place of every list and feed. [All about it](<https://example.org/docs/rules/date-in-window.md>)\n\n---\n\n' +
      '**2 January 2025**. Publication: the key `date` says when the post appears, 88 days before Q1 2025 ends.',
  });
});

test('what applies to one place is told in order, with the smallest place', async () => {
  const hover = await hoverIn(recap('In |Q2 2024, we did a lot.'), {});
  expect(hover?.of).toBe('Q2 2024');
  expect(hover?.said).toMatch(
    /^\*\*no-quarter-mixup\*\*: [^\n]+\n\n---\n\n\*\*Q2 2024\*\*: 1 April – 30 June\./,
  );
  expect(hover?.said).toContain('The post as a whole reports on Q1 2025.');
});

test.each([
  [
    'title',
    [
      'What the \\<b\\>post\\</b\\> is \\*called\\*.',
      'By `front.schema.json` it must be there, be text and have at most 60 characters.',
      'Posts of “recaps” are titled `Q{quarter} {year} Recap`.',
      'In 8 of the last 8 posts of the series.',
    ],
  ],
  ['date', ['A post about Q1 2025 is dated from 1 April 2025 until 30 May 2025, by the configuration.']],
  [
    'layout',
    [
      'By `front.schema.json` it must be one of `recap` or `plain`.',
      'In 8 of the last 8 posts of the series; most have `recap`.',
    ],
  ],
  ['tags', ['most have `recap`, `news`.']],
])('a hover over the key %s tells what schema, configuration and series say of it', async (key, said) => {
  const head = 'title: Q1 2025 Recap\ndate: 2025-04-15\nlayout: recap\ntags: [recap]';
  const hover = await hoverIn(recap('News.', head.replace(`${key}:`, `|${key}:`)), recaps);
  expect(hover?.of).toBe(key);
  for (const words of said) expect(hover?.said).toContain(words);
});

test('a hover over the key of the date gives no tolerance out for advice', async () => {
  const hover = await hoverIn(recap('News.', 'title: Q1 2025 Recap\n|date: 2025-02-20'), {});
  expect(hover?.said).toContain('A post about Q1 2025 is dated after 31 March 2025, when that is over.');
  expect(hover?.said).not.toContain('February');
});

test.each([
  'title: Q1 2025 Recap\n|date: 2025-02-20',
  'title: Q1 2025 Plan\n|date: 2025-02-20',
])('no window, no word of one: %j', async (head) => {
  expect((await hoverIn(recap('News.', head), {}))?.said ?? '').not.toMatch(/from|until/);
});

test('a hover over a key inside another one tells what the schema says there', async () => {
  const head = 'title: Q1 2025 Recap\nauthor:\n  |name: Jane';
  const hover = await hoverIn(recap('News.', head), recaps);
  expect(hover).toEqual({
    of: 'name',
    said: '**name**  \nBy `front.schema.json` it must be there and be text.',
  });
});

test('a key of which nothing is known has no hover', async () => {
  expect(await hoverIn(recap('News.', 'title: Q1 2025 Recap\n|mood: good'))).toBeNull();
});

test('text of posts is no markup in a hover', async () => {
  const { text, offset } = atCaret('---\ntitle: Q1 2025 Recap\n|layout: x\n---\n');
  const layout = '<img src=x onerror=alert(1)>`[a](https://evil.example)`';
  const files = Object.fromEntries(
    Object.entries(earlierRecaps()).map(([path, post]) => [
      path,
      post.replace('layout: recap', `layout: '${layout}'`),
    ]),
  );
  const post = await openPost(text, { path: 'q1-2025-recap.md', files });
  const said = hoverAt(post, offset, ruleInfo)?.markdown ?? '';
  expect(said).toContain(`most have \`\` ${layout} \`\`.`);
});

test('the page of each rule and notice begins with prose that a hover can show', () => {
  for (const id of knownIds) {
    const [opening = ''] = ruleInfo(id).page.split('\n\n', 1);
    expect(opening, id).toMatch(/^[^|#<>`-][\s\S]{40,}/);
  }
});
