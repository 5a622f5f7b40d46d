import { chmodSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archive, monthly, weekly } from '../archive.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { clone, commit, type Files, gate, git, makeRepository } from './repository.ts';
import { recaplint, root } from './run.ts';

const old = 'One&nbsp;old mistake.\n\nAn [empty link]() of old.\n';

/** A repository whose branch `main` has these files, with a branch of it checked out. */
function branchOf(files: Files): string {
  const folder = makeRepository(files);
  git(folder, 'switch', '--quiet', '--create', 'branch');
  return folder;
}

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
    expect(gate(cwd, '--max-warnings', '0', ...options)).toMatchObject({
      code: 1,
      stderr: '',
      found: [mistake],
    });
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
  const tides = { body: '* [Tides, explained](https://example.org/notes/tides)' };
  const [first, second, third, fourth] = [weekly(1), weekly(2), weekly(3), weekly(4, tides)] as const;
  const repeated: Files = {
    '.recaplintrc.json': '{ "extends": ["recaplint:recommended"], "rules": { "no-repeated-link": "warn" } }',
    [first.path]: first.text,
    [second.path]: second.text,
    [third.path]: weekly(3, tides).text,
    [fourth.path]: fourth.text,
  };

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
    [
      'everything in a new post',
      { 'a.md': old },
      { 'b.md': old },
      ['b.md:1 no-nbsp', 'b.md:3 no-empty-link'],
    ],
    [
      'a section that was deleted, where no line changed',
      withSections,
      { 'reports/a.md': withSections['reports/a.md'].split('## Money')[0]! },
      ['reports/a.md:5 required-sections'],
    ],
    [
      'what a changed title makes wrong elsewhere',
      { 'a.md': '---\ntitle: Q1 2024 Recap\ndate: 2024-05-07\n---\n\nText.\n' },
      { 'a.md': '---\ntitle: Q2 2024 Recap\ndate: 2024-05-07\n---\n\nText.\n' },
      ['a.md:3 date-in-window'],
    ],
    [
      'a repetition, when the earlier post changed that the later one repeats',
      repeated,
      { [third.path]: `${repeated[third.path]}\nMore.\n` },
      [`${fourth.path}:6 no-repeated-link`],
    ],
    [
      'no repetition where neither post changed',
      repeated,
      { [first.path]: `${repeated[first.path]}\nMore.\n` },
      [],
    ],
    [
      'a repetition that is new, in a post that did not change',
      { ...repeated, [third.path]: third.text },
      { [third.path]: repeated[third.path]! },
      [`${fourth.path}:6 no-repeated-link`],
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

test('--fix repairs what --since reports, and nothing else, in each pass and each post', () => {
  const cwd = branchOf({ 'a.md': old.repeat(3), 'b.md': old });
  const text = `&nbsp;New&nbsp;text&nbsp;\n&nbsp;\nand&nbsp;more.\n\n${old.repeat(3)}`;
  addFiles(cwd, { 'a.md': text, 'c.md': old });
  expect(recaplint(['--since', 'main', '--fix'], { cwd }).stderr).toMatch(/in 2 files\.\n$/);
  const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((name) => readFileSync(join(cwd, name), 'utf8'));
  expect(a!.endsWith(`\n\n${old.repeat(3)}`)).toBe(true);
  expect(a!.slice(0, a!.indexOf('One'))).not.toContain('&nbsp;');
  expect([b, c]).toEqual([old, old.replace('&nbsp;', ' ')]);
  expect(recaplint(['--since', 'main', '--fix'], { cwd }).stderr).toBe('');
});

describe('what was taken away or moved', () => {
  const months = Object.fromEntries(archive(17).map(({ path, text }) => [path!, text]));

  test('a deleted post leaves a gap in its series', () => {
    const cwd = branchOf(months);
    rmSync(join(cwd, 'reports/2024-03-harbour-report.md'));
    const found = ['reports/2024-04-harbour-report.md:2 series-continuity'];
    expect(gate(cwd, '--since', 'main')).toMatchObject({ stderr: '', found });
    expect(gate(cwd, '--staged').found).toEqual([]);
    git(cwd, 'add', '--all');
    expect(gate(cwd, '--staged')).toMatchObject({ stderr: '', found });
    commit(cwd);
    expect(gate(cwd, '--since', 'main', 'reports/')).toMatchObject({ stderr: '', found });
  });

  test('posts are listed in order, changed or not', () => {
    const cwd = branchOf(months);
    rmSync(join(cwd, 'reports/2024-03-harbour-report.md'));
    addFiles(cwd, { 'reports/x.md': old, 'a.md': old });
    const found = gate(cwd, '--since', 'main').found.map((line) => line.split(':')[0]);
    expect([...new Set(found)]).toEqual(['a.md', 'reports/2024-04-harbour-report.md', 'reports/x.md']);
  });

  test('a path that was deleted is no mistake', () => {
    const cwd = branchOf({ 'a.md': old, 'b.md': old });
    rmSync(join(cwd, 'a.md'));
    expect(gate(cwd, '--since', 'main', 'a.md')).toMatchObject({
      code: 0,
      stdout: '[]\n',
      stderr: 'recaplint: "a.md" was deleted since main.\nrecaplint: No post changed since main.\n',
    });
    expect(gate(cwd, '--since', 'main', 'c.md').code).toBe(2);
  });

  test('a folder or a glob whose posts were all deleted is no mistake', () => {
    const cwd = branchOf({ 'posts/a.md': old, 'b.md': old });
    rmSync(join(cwd, 'posts'), { recursive: true });
    for (const path of ['posts', 'posts/', 'posts/*.md']) {
      expect(gate(cwd, '--since', 'main', path)).toMatchObject({
        code: 0,
        stderr: `recaplint: No post that "${path}" leads to is left since main.\nrecaplint: No post changed since main.\n`,
      });
      expect(gate(cwd, '--staged', path)).toMatchObject({ code: 0, found: [] });
      expect(gate(cwd, '--since', 'main', path.replace('posts', 'others')).code).toBe(2);
    }
    git(cwd, 'add', '--all');
    expect(gate(cwd, '--staged', 'posts')).toMatchObject({ code: 0, found: [] });
    expect(gate(cwd, '--since', 'main', 'b.md', 'posts')).toMatchObject({ code: 0, found: [] });
  });

  test.each<[string, string, string[]]>([
    ['as it is', old, []],
    ['with a change', `A&nbsp;new one.\n\n${old}`, ['b.md:1 no-nbsp']],
  ])('a post that is renamed %s', (_, text, found) => {
    const cwd = branchOf({ 'a.md': old + 'Much more text.\n'.repeat(9) });
    git(cwd, 'mv', 'a.md', 'b.md');
    addFiles(cwd, { 'b.md': text + 'Much more text.\n'.repeat(9) });
    expect(gate(cwd, '--since', 'main')).toMatchObject({ stderr: '', found });
    commit(cwd);
    expect(gate(cwd, '--since', 'main')).toMatchObject({ stderr: '', found });
    expect(gate(cwd, '--since', 'main', 'a.md').stderr).toBe(
      'recaplint: "a.md" was renamed to "b.md" since main.\nrecaplint: No post changed since main.\n',
    );
  });

  test('what was hidden before is new', () => {
    const cwd = branchOf({ 'drafts/a.md': old, '.recaplintignore': 'drafts/\n' });
    git(cwd, 'mv', 'drafts/a.md', 'a.md');
    expect(gate(cwd, '--since', 'main').found).toEqual(['a.md:1 no-nbsp', 'a.md:3 no-empty-link']);
  });
});

describe('files that a post may point at', () => {
  const linking = 'See [the report](b.md).\n\nText.\n';
  const broken = ['a.md:1 no-broken-local-link'];
  const picture = new Uint8Array([0x89, 0x50]);

  test.each<[string, Files, readonly string[], Files, string[]]>([
    ['a deleted post that another one links', { 'a.md': linking, 'b.md': 'B.\n' }, ['b.md'], {}, broken],
    [
      'the same, where the link is on a line that stayed',
      { 'a.md': linking, 'b.md': 'B.\n' },
      ['b.md'],
      { 'a.md': `${linking}More.\n` },
      broken,
    ],
    [
      'a renamed post',
      { 'a.md': linking, 'b.md': 'B.\n'.repeat(9) },
      ['b.md'],
      { 'c.md': 'B.\n'.repeat(9) },
      broken,
    ],
    [
      'a deleted picture whose name is escaped',
      { 'a.md': '![A tree](img/my%20tr%C3%A9e.png)\n', 'img/my trée.png': picture, 'img/x.png': picture },
      ['img/my trée.png'],
      {},
      broken,
    ],
    [
      'a post that an index does not list',
      {
        '.recaplintrc.json': '{ "rules": { "no-broken-local-link": ["warn", { "index": ["a.md"] }] } }',
        'a.md': '# All\n\n* [B](b.md)\n',
        'b.md': 'B.\n',
      },
      [],
      { 'c.md': 'C.\n' },
      broken,
    ],
    [
      'a link into a folder that had no such file before',
      { 'a.md': '![A tree](img/tree.png)\n' },
      [],
      { 'img/x.png': picture },
      broken,
    ],
    [
      'no link that was broken before',
      { 'a.md': `${linking}\n[Old](old.md)\n`, 'b.md': 'B.\n', 'c.md': 'C.\n' },
      ['c.md'],
      { 'a.md': `${linking}\n[Old](old.md)\n\nMore on c.md.\n` },
      [],
    ],
  ])('%s', (_, before, deleted, written, found) => {
    const cwd = branchOf({ ...before, 'x.md': 'X.\n' });
    for (const path of deleted) rmSync(join(cwd, path));
    addFiles(cwd, written);
    expect(gate(cwd, '--since', 'main').found).toEqual(found);
    git(cwd, 'add', '--all');
    expect(gate(cwd, '--staged').found).toEqual(found);
    commit(cwd);
    expect(gate(cwd, '--since', 'main').found).toEqual(found);
    expect(gate(cwd, '--since', 'main', 'a.md').found).toEqual(found);
    expect(gate(cwd, '--since', 'main', 'x.md').found).toEqual([]);
  });
});

describe('files that --staged knows', () => {
  const linking = 'See [the report](b.md).\n';
  const broken = ['a.md:1 no-broken-local-link'];

  test('are not those that are on disk alone', () => {
    const cwd = branchOf({ 'x.md': 'X.\n', '.gitignore': 'made.md\n' });
    addFiles(cwd, { 'a.md': linking, 'b.md': 'B.\n', 'c.md': '[It](made.md)\n', 'made.md': 'M.\n' });
    git(cwd, 'add', 'a.md', 'c.md');
    expect(gate(cwd, '--staged').found).toEqual(broken);
    git(cwd, 'add', 'b.md');
    expect(gate(cwd, '--staged').found).toEqual([]);
    git(cwd, 'commit', '--quiet', '--message=all');
    git(cwd, 'rm', '--quiet', '--cached', 'b.md');
    expect(gate(cwd, '--staged').found).toEqual(broken);
  });

  test('are those that are staged alone', () => {
    const cwd = branchOf({ 'x.md': 'X.\n' });
    addFiles(cwd, { 'a.md': linking, 'b.md': 'B.\n' });
    git(cwd, 'add', '--all');
    rmSync(join(cwd, 'b.md'));
    expect(gate(cwd, '--staged').found).toEqual([]);
  });
});

describe('what is compared', () => {
  test('merging the other branch brings in none of its mistakes', () => {
    const cwd = branchOf({ 'a.md': old });
    commit(cwd, { 'b.md': 'One&nbsp;new mistake.\n' });
    git(cwd, 'switch', '--quiet', 'main');
    commit(cwd, { 'c.md': old });
    git(cwd, 'switch', '--quiet', 'branch');
    git(cwd, 'merge', '--quiet', '--no-edit', 'main');
    expect(gate(cwd, '--since', 'main').found).toEqual(['b.md:1 no-nbsp']);
  });

  test('--staged reads what is staged, of all posts', () => {
    const cwd = branchOf({
      ...Object.fromEntries(archive(8).map(({ path, text }) => [path!, text])),
      'a.md': 'Text.\n',
    });
    addFiles(cwd, { 'a.md': 'It&nbsp;is staged.\n' });
    git(cwd, 'add', 'a.md');
    addFiles(cwd, { 'a.md': 'Text.\n\nIt&nbsp;is not.\n', 'untracked.md': old });
    // A ninth report is staged; that the eighth is about the same month is not.
    const { path, text } = monthly(8);
    addFiles(cwd, { [path]: text });
    git(cwd, 'add', path);
    addFiles(cwd, { 'reports/2023-08-harbour-report.md': text });
    expect(gate(cwd, '--staged')).toMatchObject({ stderr: '', found: ['a.md:1 no-nbsp'] });
    expect(gate(cwd, '--staged', 'untracked.md').stderr).toBe(
      'recaplint: No post changed in what is staged.\n',
    );
    rmSync(join(cwd, 'a.md'));
    expect(gate(cwd, '--staged', 'a.md').found).toEqual(['a.md:1 no-nbsp']);
    expect(gate(cwd, '--staged').found).toEqual(['a.md:1 no-nbsp']);
  });

  test('before the first commit everything that is staged is new', () => {
    const cwd = makeFolder({ 'a.md': old, 'b.md': old });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', 'a.md');
    expect(gate(cwd, '--staged').found).toEqual(['a.md:1 no-nbsp', 'a.md:3 no-empty-link']);
  });

  test('a hook sees what is about to be committed, from wherever it runs', () => {
    const cwd = branchOf({ 'posts/a.md': 'Text.\n', 'posts/b.md': 'Text.\n' });
    const run = `"${process.execPath}" "${join(root, 'bin/recaplint.js')}" --staged --max-warnings 0`;
    addFiles(cwd, { '.git/hooks/pre-commit': `#!/bin/sh\n${run} && cd posts && ${run}\n` });
    chmodSync(join(cwd, '.git/hooks/pre-commit'), 0o755);
    addFiles(cwd, { 'posts/a.md': 'It&nbsp;is new.\n', 'posts/b.md': 'It&nbsp;is new as well.\n' });
    expect(() => git(cwd, 'commit', '--all', '--message=both')).toThrow(/a\.md[\s\S]*b\.md/);
    addFiles(cwd, { 'posts/a.md': 'It is new.\n' });
    // A commit of one file has an index of its own.
    git(cwd, 'commit', '--quiet', '--message=one', 'posts/a.md');
    expect(git(cwd, 'status', '--porcelain')).toBe('M posts/b.md');
  });

  test('a subfolder and a second working tree are places to run it', () => {
    const folder = branchOf({ 'posts/a.md': old, 'b.md': old });
    const tree = join(makeFolder(), 'tree');
    git(folder, 'worktree', 'add', '--quiet', tree);
    addFiles(tree, { 'posts/a.md': `${old}\nIt&nbsp;is new.\n`, 'b.md': `${old}\nIt&nbsp;is new.\n` });
    expect(gate(tree, '--since', 'main').found).toEqual(['b.md:5 no-nbsp', 'posts/a.md:5 no-nbsp']);
    expect(gate(join(tree, 'posts'), '--since', 'main').found).toEqual(['a.md:5 no-nbsp']);
    expect(gate(join(tree, 'posts'), '--since', 'main', '../b.md').found).toHaveLength(1);
  });

  test('names may hold anything', () => {
    const names = ['a b.md', 'a\nb.md', '😀.md', '"ü".md', ':(top).md', '-x.md'];
    const cwd = branchOf(Object.fromEntries(names.map((name) => [name, old])));
    addFiles(cwd, Object.fromEntries(names.map((name) => [name, `${old}\nIt&nbsp;is new.\n`])));
    const found = names.map((name) => `${name}:5 no-nbsp`).sort();
    expect(gate(cwd, '--since', 'main').found.sort()).toEqual(found);
    git(cwd, 'add', '--all');
    expect(gate(cwd, '--staged').found.sort()).toEqual(found);
  });

  test('line ends that git changes are no change', () => {
    const folder = makeRepository({ 'a.md': old.repeat(3) });
    const cwd = clone(folder, '--config', 'core.autocrlf=true');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('\r\n');
    addFiles(cwd, { 'a.md': `It&nbsp;is new.\r\n\r\n${old.repeat(3).replaceAll('\n', '\r\n')}` });
    expect(gate(cwd, '--since', 'main').found).toEqual(['a.md:1 no-nbsp']);
    git(cwd, 'add', '--all');
    expect(gate(cwd, '--staged').found).toEqual(['a.md:1 no-nbsp']);
  });

  test('links and submodules are passed over', () => {
    const inner = makeRepository({ 'inner.md': old });
    const cwd = branchOf({ 'a.md': old, 'b.md': old });
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${inner}`, 'sub');
    rmSync(join(cwd, 'b.md'));
    symlinkSync('a.md', join(cwd, 'b.md'));
    addFiles(cwd, { 'sub/new.md': old });
    expect(gate(cwd, '--since', 'main')).toMatchObject({ code: 0, found: [] });
    commit(cwd);
    expect(gate(cwd, '--since', 'main')).toMatchObject({ code: 0, found: [] });
  });
});
