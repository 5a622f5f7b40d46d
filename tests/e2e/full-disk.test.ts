import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archive } from '../archive.ts';
import { makeFolder } from '../folder.ts';
import { recaplint, shell } from './run.ts';
import { canMount, fill, makeReadOnly, smallDisk } from './small-disk.ts';

const flawed = 'Wait&nbsp;here.\n';
const posts = Object.fromEntries(archive(6).map(({ path, text }) => [path!, `${text}\nWait&nbsp;here.\n`]));
const full = 'the disk is full';

function temporaryFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}

describe.skipIf(!canMount)('a full disk (skipped where no file system can be mounted)', () => {
  test('keeps the posts that --fix cannot write, and each is named', () => {
    const cwd = smallDisk({ 'a.md': flawed, 'b.md': flawed });
    fill(cwd);
    const run = recaplint(['--fix', '.'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toBe(
      `recaplint: "a.md" cannot be repaired: ${full}\nrecaplint: "b.md" cannot be repaired: ${full}\n`,
    );
    expect(run.stdout).toContain('no-nbsp');
    for (const name of ['a.md', 'b.md']) expect(readFileSync(join(cwd, name), 'utf8')).toBe(flawed);
    expect(temporaryFiles(cwd)).toEqual([]);
  });

  test('takes the posts that there is room for', () => {
    const long = `${flawed}\n${'A line of a long post.\n'.repeat(400)}`;
    const cwd = smallDisk({ 'a.md': long, 'b.md': flawed });
    fill(cwd, 1);
    const run = recaplint(['--fix', '.'], { cwd });
    expect(run.stderr).toBe(
      `recaplint: "a.md" cannot be repaired: ${full}\nrecaplint: repaired 1 finding in 1 file.\n`,
    );
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(long);
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe('Wait here.\n');
    expect(temporaryFiles(cwd)).toEqual([]);
  });

  test.each([
    ['--output-file', ['--output-file', 'disk/out']],
    ['--format with a file', ['--format', 'json=disk/out', '--format', 'stylish']],
    ['--diff', ['--diff', '--output-file', 'disk/out']],
  ])('keeps the report that %s would replace', (_, args) => {
    const disk = smallDisk({ out: 'old' });
    fill(disk);
    const cwd = makeFolder({ 'a.md': flawed });
    const inDisk = args.map((arg) => arg.replace('disk/', `${disk}/`));
    const run = recaplint([...inDisk, 'a.md'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(` cannot be written to "${disk}/out": ${full}\n`);
    expect(readFileSync(join(disk, 'out'), 'utf8')).toBe('old');
    expect(temporaryFiles(disk)).toEqual([]);
  });

  test.each([
    '--format json .',
    '--diff .',
    'facts .',
  ])('that holds the first part of what "%s" prints is reported: no report is silently short', (args) => {
    const disk = smallDisk({});
    fill(disk, 1);
    const many = Array.from({ length: 60 }, (_, index) => [
      `${index}.md`,
      `# ${index}\n\n${flawed.repeat(5)}`,
    ]);
    const run = shell(`recaplint ${args} > '${disk}/out'`, makeFolder(Object.fromEntries(many)));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`recaplint: not everything could be printed: ${full}.\n`);
    expect(run.stderr.match(/could be printed/g)).toHaveLength(1);
  });

  test.each([
    ['init', ['init'], '.recaplintrc.json'],
    ['new', ['new', '2023-07'], 'reports/2023-07-harbour-report.md'],
  ])('keeps %s from writing, and no half file is there', (_, args, file) => {
    const cwd = smallDisk(posts);
    fill(cwd);
    const run = recaplint(args, { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`recaplint: "${file}" was not written: ${full}.\n`);
    expect(existsSync(join(cwd, file))).toBe(false);
    expect(temporaryFiles(cwd)).toEqual([]);
  });

  test('keeps the configuration that init --force would replace', () => {
    const cwd = smallDisk({ ...posts, '.recaplintrc.json': '{}' });
    fill(cwd);
    const run = recaplint(['init', '--force'], { cwd });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(`recaplint: ".recaplintrc.json" was not written: ${full}.\n`);
    expect(readFileSync(join(cwd, '.recaplintrc.json'), 'utf8')).toBe('{}');
    expect(temporaryFiles(cwd)).toEqual([]);
  });
});

describe.skipIf(!canMount)('a read-only disk (skipped where no file system can be mounted)', () => {
  test('is linted, and what cannot be written to it is named', () => {
    const cwd = smallDisk({ 'a.md': flawed });
    makeReadOnly(cwd);
    expect(recaplint(['.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const fix = recaplint(['--fix', '.'], { cwd });
    expect(fix).toMatchObject({
      code: 2,
      stderr: 'recaplint: "a.md" cannot be repaired: the file system is read-only\n',
    });
    expect(fix.stdout).toContain('no-nbsp');
    const report = recaplint(['--output-file', 'out', '.'], { cwd });
    expect(report).toMatchObject({
      code: 2,
      stderr: 'recaplint: the findings cannot be written to "out": the file system is read-only\n',
    });
    expect(recaplint(['--output-file', 'x/out', '.'], { cwd }).stderr).toBe(
      'recaplint: the findings cannot be written to "x/out": the file system is read-only\n',
    );
  });
});

test
  .skipIf(!existsSync('/dev/full'))
  .each([
    ['rules'],
    ['explain no-nbsp'],
    ['config a.md'],
    ['timeline a.md'],
    ['facts .'],
    ['init --dry-run .'],
    ['--diff .'],
    ['--format json .'],
    ['--stdin --fix < a.md'],
  ])('"%s" says that it could not print (skipped without /dev/full)', (args) => {
  const run = shell(`recaplint ${args} > /dev/full`, makeFolder({ 'a.md': flawed }));
  expect(run.code).toBe(2);
  expect(run.stderr.match(/recaplint: not everything could be printed: the disk is full\.\n/g)).toHaveLength(
    1,
  );
});

// Root writes where modes forbid it, and so it gives up its rights first.
const isRoot = process.getuid?.() === 0;
const asSomebody = isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups ' : '';
const hasSomebody = shell(`${asSomebody}"$NODE" "$BIN" --version`, tmpdir()).code === 0;

describe.skipIf(!hasSomebody)(
  'without the right to write (skipped where root cannot give up its own)',
  () => {
    test.each([
      ['a read-only folder', 'chmod 555 posts', 'permission is denied for the file or its folder'],
      [
        'a read-only file',
        'chmod 777 posts; chmod 444 posts/a.md',
        'permission is denied for the file or its folder',
      ],
    ])('%s keeps its posts', (_, close, reason) => {
      const cwd = makeFolder({ 'posts/a.md': flawed });
      const run = shell(
        `chmod 755 .; ${close}; ${asSomebody}"$NODE" "$BIN" --fix posts; code=$?; chmod -R 777 posts; exit $code`,
        cwd,
      );
      expect([run.code, run.stderr]).toEqual([2, `recaplint: "posts/a.md" cannot be repaired: ${reason}\n`]);
      expect(readFileSync(join(cwd, 'posts/a.md'), 'utf8')).toBe(flawed);
      expect(temporaryFiles(cwd)).toEqual([]);
    });
  },
);
