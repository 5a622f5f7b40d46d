import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archive, monthly } from '../archive.ts';
import { addFiles } from '../folder.ts';
import { clone, commit, type Files, gate, git, makeRepository } from './repository.ts';
import { recaplint } from './run.ts';

const old = 'One&nbsp;old mistake.\n\nAn [empty link]() of old.\n';

describe('an archive with old findings, and a branch with one new mistake', () => {
  const mistake = 'posts/a.md:1 no-nbsp';

  function archiveWithBranch(): string {
    const folder = makeRepository({ 'posts/a.md': old, 'posts/b.md': old });
    expect(recaplint(['--baseline', 'accepted.json', '--update-baseline'], { cwd: folder }).code).toBe(0);
    commit(folder);
    git(folder, 'switch', '--quiet', '--create', 'branch');
    commit(folder, { 'posts/a.md': `A&nbsp;new one.\n\n${old}` });
    // The other branch goes on.
    git(folder, 'switch', '--quiet', 'main');
    commit(folder, { 'posts/c.md': old });
    git(folder, 'switch', '--quiet', 'branch');
    return clone(folder);
  }

  test.each([
    ['--since', ['--since', 'origin/main']],
    ['both', ['--since', 'origin/main', '--baseline', 'accepted.json']],
  ])('%s reports exactly that mistake', (_, options) => {
    const cwd = archiveWithBranch();
    expect(gate(cwd, '--max-warnings', '0', ...options)).toMatchObject({ code: 1, stderr: '', found: [mistake] });
  });

  test('the baseline reports exactly one', () => {
    const cwd = archiveWithBranch();
    // Of equal findings no baseline can tell which is the new one.
    expect(gate(cwd, '--max-warnings', '0', '--baseline', 'accepted.json')).toMatchObject({
      code: 1,
      stderr: '',
      found: ['posts/a.md:3 no-nbsp'],
    });
  });

  test('--fix repairs that mistake alone', () => {
    const cwd = archiveWithBranch();
    const run = gate(cwd, '--since', 'origin/main', '--baseline', 'accepted.json', '--fix');
    expect(run).toMatchObject({ code: 0, found: [] });
    expect(readFileSync(join(cwd, 'posts/a.md'), 'utf8')).toBe(`A new one.\n\n${old}`);
  });
});

describe('--since main', () => {
  const months = Object.fromEntries(archive(6).map(({ path, text }) => [path!, text]));
  const [january, , march, april] = archive(6);

  /** A repository whose branch `main` has these files, with a branch of it checked out. */
  function branchOf(files: Files): string {
    const folder = makeRepository(files);
    git(folder, 'switch', '--quiet', '--create', 'branch');
    return folder;
  }

  const sections = JSON.stringify({
    series: [{ name: 'reports', files: ['reports/*.md'], sections: ['Summary', 'Money'] }],
  });
  const twoSections = '## Summary\n\nAll went well.\n\n## Money\n\nThere is some left.\n';
  const withSections = {
    '.recaplintrc.json': sections,
    'reports/a.md': `# Report\n\nText&nbsp;of old.\n\n${twoSections}`,
  };

  test.each<[string, Files, Files, string[]]>([
    ['a line that was added', { 'a.md': old }, { 'a.md': `${old}\nIt&nbsp;is new.\n` }, ['a.md:5 no-nbsp']],
    [
      'an old mistake on a line that was modified',
      { 'a.md': old },
      { 'a.md': old.replace('old mistake', 'old mistake, and more') },
      ['a.md:1 no-nbsp'],
    ],
    ['nothing where only line ends changed', { 'a.md': old }, { 'a.md': old.replaceAll('\n', '\r\n') }, []],
    ['nothing where lines were deleted', { 'a.md': old }, { 'a.md': old.slice(old.indexOf('An')) }, []],
    ['everything in a new post', { 'a.md': old }, { 'b.md': old }, ['b.md:1 no-nbsp', 'b.md:3 no-empty-link']],
    [
      'a section that was deleted, where no line changed',
      withSections,
      { 'reports/a.md': withSections['reports/a.md'].split('## Money')[0]! },
      ['reports/a.md:1 required-sections'],
    ],
    [
      'what a changed title makes wrong elsewhere',
      { 'a.md': '---\ntitle: Q1 2024 Recap\ndate: 2024-05-07\n---\n\nText.\n' },
      { 'a.md': '---\ntitle: Q2 2024 Recap\ndate: 2024-05-07\n---\n\nText.\n' },
      ['a.md:3 date-in-window'],
    ],
    [
      'a later post that copies from an earlier one, when that one changed',
      {
        ...months,
        'reports/2023-04-harbour-report.md': april!.text.replace('April', 'May'),
      },
      { 'reports/2023-05-harbour-report.md': `${months['reports/2023-05-harbour-report.md']}\nMore.\n` },
      ['reports/2023-04-harbour-report.md:2 unique-period', 'x'],
    ],
  ])('reports %s', (_, before, after, found) => {
    const cwd = branchOf(before);
    commit(cwd, after);
    expect(gate(cwd, '--since', 'main')).toMatchObject({ stderr: '', found });
    git(cwd, 'reset', '--quiet', '--soft', 'main');
    expect(gate(cwd, '--staged')).toMatchObject({ stderr: '', found });
    git(cwd, 'reset', '--quiet');
    expect(gate(cwd, '--since', 'main')).toMatchObject({ stderr: '', found });
  });
});
