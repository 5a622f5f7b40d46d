import fc from 'fast-check';
import { expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { visible } from '../../src/reporters/visible.ts';
import { context, finding, result } from './results.ts';
import { runnerCommands } from './runner-commands.ts';
import { mixedText, runs } from './runs.ts';

test('nothing is printed where nothing was found', () => {
  expect(github(runs['no finding']!, context)).toBe('');
});

test('errors come first, then paths in order, with columns where a finding stays on its line', () => {
  const results = [
    result('b/z.md', mixedText, [
      finding(mixedText, 'BAD', { message: '100%, it\nseems.' }),
      finding(mixedText, 'BAD\r\nbad', { severity: 'error', ruleId: 'x' }),
    ]),
    result('a.md', mixedText, [finding(mixedText, 'a', { severity: 'error' }), finding(mixedText, 'bad')]),
  ];
  expect(github(results, { ...context, base: '/' }).split('\n')).toEqual([
    '::error file=posts/a.md,line=1,endLine=1,col=1,endColumn=2,title=recaplint no-nbsp::posts/a.md:1:1 This is wrong. (no-nbsp)',
    '::error file=posts/b/z.md,line=2,endLine=3,title=recaplint x::posts/b/z.md:2:6 This is wrong. (x)',
    '::warning file=posts/a.md,line=3,endLine=3,col=1,endColumn=4,title=recaplint no-nbsp::posts/a.md:3:1 This is wrong. (no-nbsp)',
    '::warning file=posts/b/z.md,line=2,endLine=2,col=6,endColumn=9,title=recaplint no-nbsp::posts/b/z.md:2:6 100%25, it\\x0Aseems. (no-nbsp)',
    '✖ 2 errors, ⚠ 2 warnings in 2 files',
    '',
  ]);
});

test('what GitHub would not show is in the log as plain lines, and the end says so', () => {
  const output = github(runs['6,000 findings']!, context);
  const names = runnerCommands(output).map(({ name }) => name);
  expect(names).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')]);
  const lines = output.trimEnd().split('\n');
  expect(lines).toHaveLength(6010 + 2);
  expect(lines[10]).toBe('error a.md:2:6 Number 30. (no-nbsp)');
  expect(lines.filter((line) => line.startsWith('warning '))).toHaveLength(6010 - 2004 - 10);
  expect(lines.slice(-2)).toEqual([
    '✖ 2004 errors, ⚠ 4006 warnings in 2 files',
    'GitHub shows 10 errors and 10 warnings of a step beside the lines: the others are above.',
  ]);
});

test('ten of a kind are all shown', () => {
  const findings = Array.from({ length: 10 }, () => finding(mixedText, 'BAD'));
  expect(github([result('a.md', mixedText, findings)], context)).not.toContain('GitHub shows');
});

test('standard input has no file to show a finding beside', () => {
  const results = [{ ...result('a.md', mixedText, [finding(mixedText, 'BAD')]), path: '<stdin>' }];
  expect(github(results, context).split('\n')[0]).toBe(
    '::warning title=recaplint no-nbsp::<stdin>:2:6 This is wrong. (no-nbsp)',
  );
});

test('a finding without a place is at the start of the file', () => {
  const [command] = runnerCommands(github(runs['a finding without a place']!, context));
  expect(command!.properties).toMatchObject({ line: '1', endLine: '1', col: '1', endColumn: '1' });
});

test('a message stays far below the 4,096 characters that the runner keeps', () => {
  const message = '😀%'.repeat(100_000);
  const [command] = runnerCommands(
    github([result('a.md', mixedText, [finding(mixedText, 'BAD', { message })])], context),
  );
  expect(command!.data.length).toBeLessThan(500);
  expect(command!.data).not.toContain('\\u');
});

test('the runner reads names and messages as they were', () => {
  const line = fc.string({ unit: 'binary' }).filter((text) => visible(text) === text);
  const name = fc
    .array(fc.oneof(line, fc.constantFrom('\n', '\r', '%0A', ',', ':', '%')))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(name, line, (name, message) => {
      fc.pre(visible(name.replace(/[\r\n]/g, '')) === name.replace(/[\r\n]/g, ''));
      const path = `/posts/a${name.replaceAll('/', '')}.md`;
      const findings = [finding(mixedText, 'BAD', { message, ruleId: `a${message}b` })];
      const [command] = runnerCommands(github([{ ...result('', mixedText, findings), path }], context));
      expect(command!.properties.file).toBe(path.slice('/posts/'.length));
      expect(command!.properties.title).toBe(`recaplint a${message}b`);
      expect(command!.data).toContain(`:2:6 ${message} (a${message}b)`);
    }),
  );
});
