import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { choicesOf, draftIssue } from '../../src/lsp/new-issue.ts';
import { openSession } from '../../src/project/session.ts';
import { makeFolder } from '../folder.ts';
import { earlierRecaps } from './open-post.ts';

/** A folder of recaps up to Q4 2024 and monthly notes up to February 2025. */
function archive(config: Config = {}, more: Record<string, string | Uint8Array> = {}) {
  const months = ['2024-11', '2024-12', '2025-01', '2025-02'];
  const notes = Object.fromEntries(
    months.map((month) => [
      `notes/${month}-notes.md`,
      `---\ntitle: Notes of ${month}\ndate: ${month}-28\n---\n\n## Notes\n`,
    ]),
  );
  const folder = makeFolder({
    ...earlierRecaps(),
    ...notes,
    '.recaplintrc.json': JSON.stringify(config),
    ...more,
  });
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {});
  return {
    folder,
    choices: () => choicesOf(folder, session, parseWithRemark),
    draft: (period: string, series?: string) => draftIssue(folder, period, series, session, parseWithRemark),
  };
}

test('the next issue of a series is drafted after those before it, with the caret at its first gap', async () => {
  const { folder, draft } = archive();
  const { path, text } = await draft('2025-Q1');
  expect(path).toBe(join(folder, 'q1-2025-recap.md'));
  expect(text).toMatch(
    /^---\ntitle: Q1 2025 Recap\ndate: 2025-04-15\nlayout: recap\ntags:\n {2}- recap\n {2}- news\n---\n/,
  );
  expect(text).toMatch(/## Summary\n[\s\S]*## Finance\n[\s\S]*## Events\n/);
});

test('the choices are the series with the period that each comes to next', async () => {
  const { choices } = archive({ series: [{ name: 'plans', files: ['plans/*.md'], cadence: 'quarter' }] });
  expect(await choices()).toEqual(
    expect.arrayContaining([
      { name: '{} recap', next: 'Q1 2025' },
      { name: 'notes of {}', next: 'March 2025' },
      { name: 'plans', next: null },
    ]),
  );
});

test('each choice with a next period can be drafted', async () => {
  const { choices, draft } = archive();
  for (const { name, next } of await choices()) {
    expect(next).not.toBeNull();
    expect((await draft(next!, name)).text).toContain('title:');
  }
});

test.each([
  ['soon', undefined, '"soon" is no period: write it as 2024-Q3, 2024-05, 2024-W23, 2024-H1 or 2024.'],
  ['2024-Q4', undefined, 'Q4 2024 has its post: "q4-2024-recap.md".'],
  ['2025-Q1', 'digest', 'No series is called "digest" among “notes of {}”, “{} recap”.'],
  ['2025-Q1', '{}', 'Several series are called "{}": “notes of {}”, “{} recap”.'],
  ['2026-W02', undefined, 'There are several series: “notes of {}”, “{} recap”. Name one of them.'],
])('a new issue for %j of the series %j is refused in one sentence', async (period, series, message) => {
  await expect(archive().draft(period, series)).rejects.toThrow(
    expect.objectContaining({ name: 'RunError', message }),
  );
});

test('a post is drafted over no file, not even one that is no text', async () => {
  const { draft } = archive({}, { 'q1-2025-recap.md': new Uint8Array([0xff, 0, 0xff]) });
  await expect(draft('2025-Q1')).rejects.toThrow('"q1-2025-recap.md" is there already.');
});
