import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { gate, git, makeRepository } from './repository.ts';
import { recaplint } from './run.ts';

const old = 'One&nbsp;old mistake.\n\nAn [empty link]() of old.\n';
const baseline = ['--baseline', 'accepted.json'];
const update = [...baseline, '--update-baseline'];

/** A repository of two posts with old mistakes, all of them accepted. */
function accepted(): string {
  const cwd = makeFolder({ '.git/HEAD': '', 'posts/a.md': old, 'posts/b.md': old });
  expect(recaplint(update, { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr: 'recaplint: baseline "accepted.json": 4 entries added, 0 removed, 0 kept.\n',
  });
  return cwd;
}

describe('a baseline', () => {
  test('holds back what it has, wherever it is used from', () => {
    const cwd = accepted();
    const quiet = { code: 0, stdout: '', stderr: '' };
    expect(recaplint([...baseline, '--max-warnings', '0'], { cwd })).toEqual(quiet);
    const posts = join(cwd, 'posts');
    expect(recaplint(['--baseline', '../accepted.json', 'a.md'], { cwd: posts })).toEqual(quiet);
    const edited = { cwd, input: `# New\n\n${old}` };
    expect(recaplint([...baseline, '--stdin', '--stdin-filename', 'posts/a.md'], edited)).toEqual(quiet);
  });

  test('is the same text, whatever is linted in whatever order', () => {
    const cwd = accepted();
    const text = readFileSync(join(cwd, 'accepted.json'), 'utf8');
    expect(text).not.toContain(cwd);
    expect(text.endsWith('}\n')).toBe(true);
    recaplint(['posts/b.md', '--baseline', 'parts.json', '--update-baseline'], { cwd });
    recaplint(['posts/a.md', '--baseline', 'parts.json', '--update-baseline'], { cwd });
    expect(readFileSync(join(cwd, 'parts.json'), 'utf8')).toBe(text);
  });

  test('says which entries no longer occur, and loses them alone', () => {
    const cwd = accepted();
    addFiles(cwd, { 'posts/a.md': 'No old mistake.\n' });
    const gone =
      '2 entries of the baseline no longer occur: no-empty-link in posts/a.md, no-nbsp in posts/a.md.';
    expect(recaplint(baseline, { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: `recaplint: ${gone} --update-baseline removes them.\n`,
    });
    expect(recaplint([...baseline, 'posts/b.md'], { cwd }).stderr).toBe('');
    expect(recaplint([...baseline, '--rule', 'no-nbsp: off'], { cwd }).stderr).toBe(
      'recaplint: 1 entry of the baseline no longer occurs: no-empty-link in posts/a.md. --update-baseline removes it.\n',
    );
    expect(recaplint([...update, 'posts/b.md'], { cwd }).stderr).toContain('0 removed, 4 kept');
    expect(recaplint([...update, 'posts/a.md'], { cwd }).stderr).toContain('2 removed, 2 kept');
    addFiles(cwd, { 'posts/c.md': old });
    expect(recaplint([...update, 'posts/c.md'], { cwd }).stderr).toContain(
      '2 entries added, 0 removed, 2 kept',
    );
    rmSync(join(cwd, 'posts/b.md'));
    expect(recaplint([...update, 'posts/a.md'], { cwd }).stderr).toContain('2 removed, 2 kept');
    addFiles(cwd, { 'posts/c.md': 'No old mistake.\n' });
    expect(recaplint(update, { cwd }).stderr).toContain('2 removed, 0 kept');
    expect(JSON.parse(readFileSync(join(cwd, 'accepted.json'), 'utf8'))).toEqual({ version: 1, posts: {} });
  });

  test('keeps what a sparse check-out leaves out', () => {
    const cwd = makeRepository({ 'posts/a.md': old, 'notes/b.md': old, 'notes/c.md': old });
    recaplint(update, { cwd });
    git(cwd, 'sparse-checkout', 'set', 'notes');
    expect(recaplint(baseline, { cwd }).stderr).toBe('');
    rmSync(join(cwd, 'notes/c.md'));
    expect(recaplint(update, { cwd }).stderr).toContain('2 removed, 4 kept');
  });

  test('loses nothing where it does not belong', () => {
    const text = readFileSync(join(accepted(), 'accepted.json'), 'utf8');
    const cwd = makeFolder({ '.git/HEAD': '', 'x.md': old, 'accepted.json': text });
    const problem = `No post of the baseline "accepted.json" is in "${cwd}", so it seems to belong to another folder.`;
    expect(recaplint(baseline, { cwd }).stderr).toContain(problem);
    expect(recaplint(update, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining(problem) });
    expect(readFileSync(join(cwd, 'accepted.json'), 'utf8')).toBe(text);
  });

  test.each([
    ['an ignore file', '.recaplintignore', 'posts/b.md\n'],
    ['an ignore file that hides a folder', '.recaplintignore', 'posts/old/\n'],
    ['the configuration', '.recaplintrc.json', '{ "ignores": ["**/b.md"] }'],
  ])('has no more entries of posts that %s hides', (_, file, text) => {
    const name = text.includes('old/') ? 'posts/old/b.md' : 'posts/b.md';
    const cwd = makeFolder({ '.git/HEAD': '', 'posts/a.md': old, [name]: old });
    recaplint(update, { cwd });
    addFiles(cwd, { [file]: text });
    const gone = `2 entries of the baseline no longer occur: no-empty-link in ${name}, no-nbsp in ${name}.`;
    for (const paths of [[], ['posts'], ['posts/**/*.md']])
      expect(recaplint([...baseline, ...paths], { cwd }).stderr).toContain(gone);
    for (const paths of [['posts/a.md'], ['posts/a*.md'], [name]])
      expect(recaplint([...baseline, ...paths], { cwd }).stderr).toBe('');
    expect(recaplint(update, { cwd }).stderr).toContain('2 removed, 2 kept');
  });

  test('has no more entries of rules that are no more, and keeps those of rules that are off', () => {
    const patterns = (name: string) =>
      JSON.stringify({ patterns: [{ name, pattern: 'mistake', message: 'It is one.' }] });
    const cwd = makeFolder({ '.git/HEAD': '', 'a.md': old, '.recaplintrc.json': patterns('mistake') });
    expect(recaplint(update, { cwd }).stderr).toContain('added, 0 removed, 0 kept');
    expect(recaplint([...baseline, '--rule', 'no-nbsp: off'], { cwd }).stderr).toBe('');
    addFiles(cwd, { '.recaplintrc.json': patterns('other') });
    expect(recaplint(baseline, { cwd }).stderr).toContain('no longer occurs: patterns/mistake in a.md.');
  });

  test('loses nothing of a post that cannot be read to its end', () => {
    const cwd = accepted();
    addFiles(cwd, { 'posts/a.md': new Uint8Array([0xff, 0xfe, 0, 0]) });
    expect(recaplint(baseline, { cwd }).stderr).toBe('');
    expect(recaplint(update, { cwd }).stderr).toContain('1 entry added, 0 removed, 4 kept');
  });

  test('lets --fix repair what is new alone', () => {
    const cwd = accepted();
    addFiles(cwd, { 'posts/a.md': `${old}\nA new one, [twice](https://example.org)  and&nbsp;\n` });
    const before = gate(cwd, ...baseline);
    expect(before.found).toEqual(['posts/a.md:5 no-nbsp']);
    expect(recaplint(baseline, { cwd }).stdout).toContain('1 finding can be repaired by: recaplint --fix');
    expect(gate(cwd, ...baseline, '--fix').found).toEqual([]);
    expect(readFileSync(join(cwd, 'posts/a.md'), 'utf8')).toContain(old);
    expect(readFileSync(join(cwd, 'posts/a.md'), 'utf8')).not.toContain('and&nbsp;');
    expect(readFileSync(join(cwd, 'posts/b.md'), 'utf8')).toBe(old);
    expect(gate(cwd, ...baseline, '--fix')).toMatchObject({ code: 0, stderr: '' });
  });

  test('counts alone for exit codes and limits', () => {
    const cwd = accepted();
    addFiles(cwd, { 'posts/c.md': 'One&nbsp;new mistake.\n' });
    expect(recaplint([...baseline, '--max-warnings', '1'], { cwd }).code).toBe(0);
    expect(recaplint([...baseline, '--max-warnings', '0'], { cwd }).code).toBe(1);
    expect(recaplint(baseline, { cwd }).stdout).toContain('1 warning in 1 file');
  });
});

describe('a baseline that cannot be used ends the run', () => {
  const entry =
    '{\n  "version": 1,\n  "posts": {\n    "a.md": {\n      "no-nbsp": [\n        "0a"\n      ]\n    }\n  }\n}\n';

  test.each<[string, string | null, string]>([
    [
      'absent',
      null,
      'There is no baseline "b.json": add --update-baseline to write what is found now into it.',
    ],
    [
      'in conflict',
      entry.replace('        "0a"\n', '<<<<<<< HEAD\n        "0a"\n=======\n        "0b"\n>>>>>>> topic\n'),
      'The baseline "b.json" cannot be used: line 6 is a mark of a merge conflict: keep the entries of both sides.',
    ],
    [
      'cut off',
      entry.slice(0, -20),
      'The baseline "b.json" cannot be used: line 7 is no valid JSON (close bracket expected): mend it, or delete the file and write it anew with --update-baseline.',
    ],
    [
      'empty',
      '',
      'The baseline "b.json" cannot be used: line 1 is no valid JSON (value expected): mend it, or delete the file and write it anew with --update-baseline.',
    ],
    [
      'with a post twice',
      entry.replace('    "a.md"', '    "a.md": {},\n    "a.md"'),
      'The baseline "b.json" cannot be used: line 5 names "a.md" a second time: put both entries together.',
    ],
    [
      'of another version',
      entry.replace('1', '2'),
      'The baseline "b.json" cannot be used: line 2 is not version 1, which this recaplint reads: delete the file and write it anew with --update-baseline.',
    ],
    [
      'with something else in it',
      entry.replace('"0a"', '"\\u001b[31m"'),
      'The baseline "b.json" cannot be used: line 6 should hold a fingerprint: mend it, or delete the file and write it anew with --update-baseline.',
    ],
  ])('%s', (_, text, message) => {
    const cwd = makeFolder({ 'a.md': old, ...(text === null ? {} : { 'b.json': text }) });
    expect(recaplint(['--baseline', 'b.json'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `recaplint: ${message}\n`,
    });
  });

  test.skipIf(process.getuid?.() === 0)(
    'is as it was where its folder cannot be written (skipped as root)',
    () => {
      const cwd = accepted();
      const before = readFileSync(join(cwd, 'accepted.json'), 'utf8');
      addFiles(cwd, { 'posts/c.md': old });
      chmodSync(cwd, 0o555);
      const run = recaplint(update, { cwd });
      chmodSync(cwd, 0o755);
      expect(run).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/cannot be written to "accepted\.json"/),
      });
      expect(readFileSync(join(cwd, 'accepted.json'), 'utf8')).toBe(before);
      expect(readdirSync(cwd).sort()).toEqual(['.git', 'accepted.json', 'posts']);
    },
  );

  test('is no device, and stays what it is where it cannot be written', () => {
    const cwd = makeFolder({ 'a.md': old });
    expect(recaplint(['--baseline', '/dev/zero'], { cwd }).stderr).toBe(
      'recaplint: The baseline "/dev/zero" cannot be used: it is no regular file.\n',
    );
    const run = gate(cwd, '--baseline', 'a.md/accepted.json', '--update-baseline');
    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/cannot be written to "a\.md\/accepted/),
    });
    expect(run.found).toEqual(['a.md:1 no-nbsp', 'a.md:3 no-empty-link']);
  });
});
