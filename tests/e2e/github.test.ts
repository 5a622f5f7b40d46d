import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { runnerCommands } from '../reporters/runner-commands.ts';
import { recaplint } from './run.ts';

const post = (date: string) => `---\ntitle: Q2 2024 Recap\ndate: ${date}\n---\n\nWe met.&nbsp;\n`;

/** A repository with a post in a folder of its own, and the file of a step's summary beside it. */
function makeRepository(files: Record<string, string> = {}) {
  const folder = makeFolder({
    'repository/.git/HEAD': '',
    'repository/posts/a.md': post('2024-05-02'),
    ...files,
  });
  return { posts: join(folder, 'repository', 'posts'), summary: join(folder, 'summary.md') };
}

test('findings are commands with paths from the repository, and rows of the summary', () => {
  const { posts, summary } = makeRepository();
  writeFileSync(summary, 'What a command before has written.');
  const run = recaplint(['--format', 'github', '.'], { cwd: posts, env: { GITHUB_STEP_SUMMARY: summary } });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  const commands = runnerCommands(run.stdout);
  expect(commands.map(({ name, properties }) => [name, properties.file, properties.title])).toEqual([
    ['error', 'posts/a.md', 'recaplint date-in-window'],
    ['warning', 'posts/a.md', 'recaplint no-nbsp'],
  ]);
  const written = readFileSync(summary, 'utf8');
  expect(written).toMatch(/^What a command before has written\.\n### recaplint\n/);
  expect(written.match(/^\| (?:error|warning) \|/gm)).toHaveLength(2);
});

test('a quiet run says nothing of warnings, in the summary either', () => {
  const { posts, summary } = makeRepository();
  const env = { GITHUB_STEP_SUMMARY: summary };
  recaplint(['--quiet', '--format', 'github=log.txt', '.'], { cwd: posts, env });
  expect(readFileSync(join(posts, 'log.txt'), 'utf8')).not.toContain('warning');
  expect(readFileSync(summary, 'utf8')).not.toContain('warning');
});

test('other formats write no summary, and without the variable there is none', () => {
  const { posts, summary } = makeRepository();
  recaplint(['.'], { cwd: posts, env: { GITHUB_STEP_SUMMARY: summary } });
  expect(existsSync(summary)).toBe(false);
  const run = recaplint(['--format', 'github', '.'], { cwd: posts, env: { GITHUB_STEP_SUMMARY: '' } });
  expect(run).toMatchObject({ code: 1, stderr: '' });
});

test('a summary that cannot be written costs a warning and nothing else', () => {
  const { posts, summary } = makeRepository();
  mkdirSync(summary);
  const run = recaplint(['--format', 'github', '.'], { cwd: posts, env: { GITHUB_STEP_SUMMARY: summary } });
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('::error ');
  expect(run.stderr).toMatch(
    /^recaplint: the summary cannot be added to ".*" \(GITHUB_STEP_SUMMARY\): .*\n$/,
  );
});

test('a summary that GitHub would drop as too large is not written', () => {
  const { posts, summary } = makeRepository();
  writeFileSync(summary, 'x'.repeat(1024 * 1024 - 100));
  const run = recaplint(['--format', 'github', '.'], { cwd: posts, env: { GITHUB_STEP_SUMMARY: summary } });
  expect(run.stderr).toContain('it would have more than 1048576 bytes');
  expect(readFileSync(summary, 'utf8')).toMatch(/^x+$/);
});

test('a clean run has a summary of one line', () => {
  const { posts, summary } = makeRepository();
  writeFileSync(join(posts, 'a.md'), '---\ntitle: Q2 2024 Recap\ndate: 2024-07-02\n---\n\nWe met.\n');
  const run = recaplint(['--format', 'github', '.'], { cwd: posts, env: { GITHUB_STEP_SUMMARY: summary } });
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(summary, 'utf8')).toBe('\n### recaplint\n\nNo findings in 1 file.\n\n');
});
