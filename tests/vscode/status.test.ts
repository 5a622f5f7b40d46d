import { describe, expect, test } from 'vitest';
import { documentSelector, isPost } from '../../editors/vscode/src/documents.ts';
import { type PostStatus, statusView } from '../../editors/vscode/src/status.ts';

const status: PostStatus = {
  uri: 'file:///recap.md',
  period: 'Q2 2024',
  series: 'recaps',
  parser: 'satteri',
  trusted: true,
  problem: null,
};

describe('the status bar', () => {
  test.each([
    ['a period', {}, '$(calendar) Q2 2024', false],
    ['no period', { period: null }, '$(calendar) no period', false],
    ['a problem', { problem: 'The configuration is wrong.' }, '$(warning) recaplint', true],
    ['a period like an icon', { period: '$(bug)' }, '$(calendar) $ (bug)', false],
  ])('shows %s', (_, change, text, isWarning) => {
    expect(statusView({ ...status, ...change })).toMatchObject({ text, isWarning });
  });

  test('says the rest when pointed at', () => {
    expect(statusView(status).tooltip.split('\n')).toEqual([
      'This post is about Q2 2024.',
      'It belongs to the series recaps.',
      'Markdown is read by satteri.',
    ]);
    const other = { ...status, period: null, series: null, trusted: false, problem: 'It is too deep.' };
    expect(statusView(other).tooltip.split('\n')).toEqual([
      'It is too deep.',
      'It belongs to no series.',
      'Markdown is read by satteri.',
      'This workspace is not trusted: a configuration that is a program is not run.',
    ]);
  });

  test('has something to say before the server has', () => {
    expect(statusView(null)).toMatchObject({ text: 'recaplint', isWarning: false });
  });
});

describe('a post', () => {
  test.each([
    ['file', '/a.md', 'markdown', true],
    ['untitled', 'Untitled-1', 'markdown', true],
    ['file', '/a.qmd', 'plaintext', true],
    ['file', '/a.RMD', 'r', true],
    ['file', '/a.txt', 'plaintext', false],
    ['untitled', 'a.md', 'plaintext', false],
    ['vscode-notebook-cell', '/a.ipynb', 'markdown', false],
    ['git', '/a.md', 'markdown', false],
    ['vscode-vfs', '/a.md', 'markdown', false],
  ])('%s:%s in %s: %s', (scheme, path, languageId, expected) => {
    expect(isPost({ uri: { scheme, path }, languageId })).toBe(expected);
  });

  test('no selector reaches further than files and texts that were never saved', () => {
    expect(new Set(documentSelector.map(({ scheme }) => scheme))).toEqual(new Set(['file', 'untitled']));
  });
});
