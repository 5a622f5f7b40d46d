import { expect, test } from 'vitest';
import { lsp } from '../../src/reporters/lsp.ts';
import { context, finding, result } from './results.ts';

const text = '\uFEFFa BAD\r\n😀é bad\n';

test('one notification per file and line, also for a file without findings', () => {
  const related = [{ range: { start: 3, end: 6 }, message: 'Here it is right.' }];
  const results = [
    result('a b#.md', text, [finding(text, 'bad', { severity: 'error', related }), finding(text, 'BAD')]),
    result('clean.md', ''),
  ];
  const lines = lsp(results, context).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toBe('');
  const uri = 'file:///posts/a%20b%23.md';
  const place = { start: { line: 0, character: 2 }, end: { line: 0, character: 5 } };
  expect(JSON.parse(lines[0]!)).toEqual({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: {
      uri,
      diagnostics: [
        {
          range: { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } },
          severity: 1,
          code: 'no-nbsp',
          codeDescription: { href: 'file:///pages/no-nbsp.md' },
          source: 'recaplint',
          message: 'This is wrong.',
          relatedInformation: [{ location: { uri, range: place }, message: 'Here it is right.' }],
        },
        expect.objectContaining({ severity: 2, range: place, relatedInformation: [] }),
      ],
    },
  });
  expect(JSON.parse(lines[1]!).params).toEqual({ uri: 'file:///posts/clean.md', diagnostics: [] });
});

test('standard input has no file address', () => {
  const results = [{ path: '<stdin>', root: '/posts', text: '', findings: [] }];
  expect(JSON.parse(lsp(results, context)).params.uri).toBe('untitled:stdin');
});
