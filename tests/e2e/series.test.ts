import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

const issues = (count: number, text: (issue: number) => string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const [quarter, year] = [(i % 4) + 1, 2022 + Math.floor(i / 4)];
      return [
        `news/${year}-q${quarter}-news.md`,
        `# Q${quarter} ${year} news of the club\n\n${text(i + 1)}\n`,
      ];
    }),
  );

test('what earlier issues teach counts, also where one issue is named alone', () => {
  const cwd = makeFolder({
    ...issues(8, (issue) =>
      issue === 8 ? 'Jane Sargeant tells about the summer.' : 'Jane Sergeant tells about the summer.',
    ),
    '.git/HEAD': '',
  });
  const named = recaplint(['news/2023-q4-news.md'], { cwd });
  expect(named.stdout).toContain('“Jane Sargeant” is “Jane Sergeant” in 7 earlier posts');
  expect(recaplint(['news'], { cwd }).stdout).toContain('1 warning in 1 file');
});

test('facts that were read elsewhere stand for the posts', () => {
  const posts = issues(
    8,
    (issue) => `${issue === 8 ? 'Jane Sargeant' : 'Jane Sergeant'} tells about the summer.`,
  );
  const cwd = makeFolder({ ...posts, '.git/HEAD': '' });
  const { stdout: facts, code } = recaplint(['facts', 'news'], { cwd });
  expect(code).toBe(0);
  expect(facts.trim().split('\n')).toHaveLength(8);
  const alone = makeFolder({
    'news/2023-q4-news.md': posts['news/2023-q4-news.md']!,
    'archive.jsonl': facts,
    '.git/HEAD': '',
  });
  expect(recaplint(['news'], { cwd: alone }).stdout).toBe('');
  expect(recaplint(['--facts', 'archive.jsonl', 'news'], { cwd: alone }).stdout).toContain('Jane Sergeant');
});

test.each([
  ['no file', 'none.jsonl', /--facts "none\.jsonl" cannot be used/],
  ['no JSON', 'text.jsonl', /line 1 is no JSON/],
  ['other facts', 'old.jsonl', /version 1; this recaplint reads version \d+/],
  ['damaged facts', 'half.jsonl', /line 2 is damaged at `\w+`/],
])('facts that cannot be used: %s', (_, file, message) => {
  const { stdout } = recaplint(['facts', 'a.md'], { cwd: makeFolder({ 'a.md': '# Title\n' }) });
  const { version, path } = JSON.parse(stdout);
  const half = makeFolder({
    'a.md': '# Title\n',
    'text.jsonl': 'x\n',
    'old.jsonl': '{"version":1}\n',
    'half.jsonl': `${stdout}${JSON.stringify({ version, path })}\n`,
  });
  const run = recaplint(['--facts', file, 'a.md'], { cwd: half });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(message);
});

test('one repair is enough, though later issues are held against the repaired ones', () => {
  const cwd = makeFolder({
    ...issues(9, (issue) => (issue > 7 ? 'Notes of the\u00A0club.' : 'Notes of the club.')),
    '.git/HEAD': '',
  });
  const first = recaplint(['--fix', 'news'], { cwd });
  expect(first.stderr).toContain('repaired 2 findings in 2 files');
  expect(readFileSync(join(cwd, 'news/2024-q1-news.md'), 'utf8')).not.toContain('\u00A0');
  expect(recaplint(['--fix', 'news'], { cwd })).toMatchObject({ code: 0, stdout: '', stderr: '' });
});
