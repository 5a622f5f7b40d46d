import { expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { lensOf } from '../../src/lsp/lens.ts';
import { statusOf } from '../../src/lsp/status.ts';
import { timelineText } from '../../src/lsp/timeline-text.ts';
import { earlierRecaps, openPost } from './open-post.ts';

const windowed = (config: object): Config => ({ series: [{ name: 'recaps', files: ['*.md'], ...config }] });

const cases: { name: string; text: string; path?: string; config?: Config; title: string | null }[] = [
  {
    name: 'the period, its days and when it may appear',
    text: '---\ntitle: Q2 2025 Recap\n---\n',
    config: windowed({ window: { opens: 1, closes: null } }),
    title: 'Q2 2025 · 1 April – 30 June · appears from 1 July',
  },
  {
    name: 'years where the days reach into another one',
    text: '# Q4 2024 Recap\n',
    config: windowed({ window: { opens: 1, closes: 31 } }),
    title: 'Q4 2024 · 1 October – 31 December · appears from 1 January 2025 until 31 January 2025',
  },
  {
    name: 'the days of a year that begins in July, with their years',
    text: '# Q1 2025 Recap\n',
    config: windowed({ calendar: { startMonth: 11 }, looks: 'ahead' }),
    title: 'Q1 2025 · 1 November 2025 – 31 January 2026',
  },
  {
    name: 'no window where the post looks ahead',
    text: '# Q2 2025 Plan\n',
    title: 'Q2 2025 · 1 April – 30 June',
  },
  {
    name: 'no day of appearance where none is configured',
    text: '---\ntitle: Q2 2024 Recap\ndate: 2024-05-20\n---\n',
    title: 'Q2 2024 · 1 April – 30 June',
  },
  { name: 'nothing where no period is stated', text: '# Notes\n', title: null },
  {
    name: 'nothing where the date alone tells the period',
    text: '---\ntitle: Recap\ndate: 2025-04-10\n---\n',
    config: windowed({ cadence: 'quarter', looks: 'back' }),
    title: null,
  },
  { name: 'nothing where the year is not known', text: '# Q2 Recap\n', title: null },
  {
    name: 'nothing where title and file name disagree',
    text: '# Q2 2025 Plan\n',
    path: 'q3-2024-plan.md',
    title: null,
  },
  { name: 'nothing over an empty post', text: '', title: null },
];

test.each(cases)('the line over a post says $name', async ({
  text,
  path = 'post.md',
  config = {},
  title,
}) => {
  const post = await openPost(text, { path, config });
  expect(lensOf(post)?.title ?? null).toBe(title);
});

test('the line stands over the front matter, else over the title', async () => {
  const place = async (text: string) => lensOf(await openPost(text))?.range;
  expect(await place('---\ntitle: Q2 2025 Plan\n---\n')).toEqual({ start: 0, end: 3 });
  expect(await place('Hello.\r\n\r\n# Q2 2025 Plan\r\n')).toEqual({ start: 10, end: 24 });
});

test('the status names period and series', async () => {
  const recap = '---\ntitle: Q1 2025 Recap\n---\n\n## Summary\n';
  const files = earlierRecaps();
  expect(statusOf(await openPost(recap, { path: 'q1-2025-recap.md', files }))).toEqual({
    period: 'Q1 2025',
    series: '{} recap',
  });
  expect(statusOf(await openPost(recap, { config: windowed({}), files }))).toMatchObject({
    series: 'recaps',
  });
  expect(statusOf(await openPost('# Notes\n'))).toEqual({ period: null, series: null });
  expect(statusOf(await openPost('# Q2 2025 Plan\n', { path: 'q3-2024-plan.md' })).period).toBeNull();
});

test('the timeline is the chart of the command line, in a fence that no name can close', async () => {
  const text = '# Q2 2025 `*Plan*`\n\nIn April we met. Since Q1 2024 we grew.\n';
  const markdown = timelineText(await openPost(text, { path: '````q2-2025.md' }));
  const [title, chart, rest] = markdown.split(/^`{5}(?:text)?\n/m);
  expect(title).toBe('# Timeline: Q2 2025 \\`\\*Plan\\*\\`\n\n');
  expect(chart).toMatch(/^````q2-2025\.md\n {2}about {3}Q2 2025, 1 April 2025 to 30 June 2025\n/);
  expect(chart).toMatch(/ 3 .* background +limit +Q1 2024\n/);
  expect(rest).toBe('');
});
