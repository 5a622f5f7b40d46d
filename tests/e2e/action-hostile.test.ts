import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { runAction } from './run-action.ts';

const post = 'It is&nbsp;here.\n';

const hostile = [
  '; rm -rf .',
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '" && touch pwned && "',
  '| tee pwned',
  '> pwned',
  '--fix',
  '-',
  '*',
  'a  b\tc',
  '\\',
  '$HOME',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, as somebody may write it
  '${{ github.token }}',
  '::set-output name=report::pwned',
  '😀',
];

describe('hostile inputs are arguments and nothing else', () => {
  test.each(hostile)('%j', async (text) => {
    const files = { 'a.md': post, keep: 'kept' };
    const workspace = makeFolder(files);
    const inputs = { config: text, since: text, 'fail-on': text, 'max-warnings': text };
    const run = await runAction(workspace, { ...inputs, paths: `${text}\na.md`, format: `${text}\njson` });
    expect(run.arguments!.slice(2)).toEqual([
      `--format=${text}`,
      '--format=json',
      `--config=${text}`,
      `--fail-on=${text}`,
      `--max-warnings=${text}`,
      '--no-code',
      `--since=${text}`,
      '--',
      `./${text}`,
      './a.md',
    ]);
    expect(run.code).toBe(2);
    expect(Object.keys(run.outputs)).toEqual(['exit-code', 'report']);
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
    expect(readFileSync(join(workspace, 'keep'), 'utf8')).toBe('kept');
    expect(readFileSync(join(workspace, 'a.md'), 'utf8')).toBe(post);
  });

  test.each([
    ...hostile,
    'file:..',
    '../x',
    'npm:other@1',
    'git+ssh://host/x',
    '1.0.0\nother',
  ])('the version %j is refused', async (version) => {
    const run = await runAction(makeFolder(), { version });
    expect(run).toMatchObject({ code: 2, npm: null, arguments: null });
    expect(run.output).toBe(
      '::error title=recaplint::The input "version" must be a version of recaplint, such as 0.1.0.\n',
    );
  });
});

test('posts named like commands and options are linted', async () => {
  const workspace = makeFolder({ 'a.md': 'Text.\n' });
  addFiles(workspace, { 'rules/b.md': post, '--fix/c.md': post });
  const run = await runAction(workspace, { paths: 'rules\n--fix', format: 'stylish' });
  expect(run.output).toContain('rules/b.md');
  expect(run.output).toContain('--fix/c.md');
  expect(readFileSync(join(workspace, '--fix/c.md'), 'utf8')).toBe(post);
});
