import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { runnerCommands } from '../reporters/runner-commands.ts';
import { recaplint } from './run.ts';

const post = '# T\n\nA good the the dog.\n';

test.each([
  '--output-file=README.md',
  '--output-file=docs/a.md',
  '--config=x.md',
  '--fix.md',
  '-V',
])('a file called %s is not taken for an option', (name) => {
  const cwd = makeFolder({ 'README.md': 'Kept.\n', 'a.md': post, [name]: post });
  const run = recaplint([name, 'a.md'], { cwd });
  expect(run).toEqual({
    code: 2,
    stdout: '',
    stderr: `error: "${name}" is an option and the name of a file: write "./${name}" for the file.\n`,
  });
  expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe('Kept.\n');
  expect(recaplint(['--', name, 'a.md'], { cwd }).code).toBe(0);
  expect(recaplint([`./${name}`], { cwd }).stdout).toContain('no-repeated-word');
});

// What a log would act on: commands of two CI systems, a C1 control, a bidirectional one, a line separator.
const acting = '##vso[task.setvariable variable=a]b ##[add-mask]c \u009B31m \u202E \u2028';
const strange = `---\ntitle: 'Q2 2024 ${acting}'\n---\n\nA ${acting}.\n`;

test.each([
  ['facts', ['facts', '.']],
  ['a part of a run', ['--shard', '1/1', '.']],
])('%s can be printed to a log', (_, args) => {
  const cwd = makeFolder({ 'a.md': strange, '##vso[task.complete result=Failed;]x.md': strange });
  const { stdout } = recaplint(args, { cwd });
  expect(stdout).toContain('task.setvariable');
  expect(stdout).not.toMatch(/##\[|##vso\[|[\u007F-\u009F\u2028\u2029\u202E]/);
  expect(runnerCommands(stdout)).toEqual([]);
});

test.each([
  [['--format', 'x\n::error::y']],
  [['--foo\n::error::y']],
  [['--max-warnings', '##[add-mask]x']],
])('wrong usage quotes %j without saying it to a log', (args) => {
  const { code, stderr } = recaplint(args, { cwd: makeFolder({ 'a.md': post }) });
  expect(code).toBe(2);
  expect(runnerCommands(stderr)).toEqual([]);
});
