import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actsInLog, type Change, patch, shownPatch } from '../../src/reporters/patch.ts';
import { makeFolder } from '../folder.ts';

const line = fc.constantFrom(
  '',
  'a',
  'b',
  ' a',
  '-a',
  '+b',
  '--- a/x',
  '@@ -1 +1 @@',
  '\\ No',
  'é😀',
  'x\ry',
  '\t',
);
const end = fc.constantFrom('\n', '\r\n');
/** Texts of few different lines, so that many are the same in both; some begin with a BOM, some end within a line. */
const text = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(fc.tuple(line, end), { maxLength: 30 }),
    fc.constantFrom('', 'end'),
  )
  .map(([bom, lines, last]) => bom + lines.map(([words, feed]) => words + feed).join('') + last)
  .filter((made) => made !== '');

test('the library makes the second text of the first one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after);
      expect(applyPatch(before, patch([{ path: '/r/a.md', before, after }], '/r'))).toBe(after);
    }),
    { numRuns: 500 },
  );
});

const names = [
  'a.md',
  'a b.md',
  'ä😀.md',
  'line\nfeed.md',
  'tab\t"quoted"\\.md',
  'x/y z.md',
  '-a 2024-05-07 12:00:00 +0000',
];

/** Changes of files with awkward names, each text from the generator. */
function changesIn(folder: string, pairs: readonly (readonly [string, string])[]): Change[] {
  return pairs.map(([before, after], index) => ({
    path: join(folder, `${index}`, names[index % names.length]!),
    before,
    after,
  }));
}

const required = process.env.RECAPLINT_E2E === '1';

describe.each([
  ['git', 'apply'],
  ['patch', '-p1', '-s'],
])('%s %s', (program, ...args) => {
  const isThere = spawnSync(program, ['--version']).status === 0;

  test.skipIf(!isThere && !required)(
    `makes the second texts of the first ones (skipped without ${program})`,
    () => {
      const pairs = fc.sample(fc.tuple(text, text), { numRuns: 150, seed: 6 }).filter(([a, b]) => a !== b);
      const folder = makeFolder();
      const changes = changesIn(folder, [...pairs, [manyLines('x'), manyLines('y')]]);
      const files = changes.map(({ path, before }) => [path.slice(folder.length + 1), before] as const);
      const cwd = makeFolder(Object.fromEntries(files));
      const run = spawnSync(program, args, { cwd, input: patch(changes, folder), encoding: 'utf8' });
      expect([run.status, run.stdout]).toEqual([0, '']);
      for (const { path, after } of changes)
        expect(readFileSync(join(cwd, path.slice(folder.length + 1)), 'utf8')).toBe(after);
    },
  );
});

/** More lines that differ than are compared with each other. */
function manyLines(word: string): string {
  const lines = Array.from({ length: 3_000 }, (_, index) =>
    index % 2 === 0 ? `${index}` : `${index} ${word}`,
  );
  return `${lines.join('\n')}\n`;
}

test('what differs in very many lines is one change, with three lines around it', () => {
  const change = { path: '/r/a.md', before: manyLines('x'), after: manyLines('y') };
  const lines = patch([change], '/r').split('\n');
  expect(lines.slice(0, 6)).toEqual([
    '--- a/a.md',
    '+++ b/a.md',
    '@@ -1,3000 +1,3000 @@',
    ' 0',
    '-1 x',
    '-2',
  ]);
  expect(lines.filter((one) => one.startsWith('@@'))).toHaveLength(1);
  expect(applyPatch(change.before, lines.join('\n'))).toBe(change.after);
});

test('a person sees control characters, and nothing that moves the cursor', () => {
  const change = { path: '/r/a.md', before: 'a\r\n\u001B[31mb\u202E\n', after: 'a\r\n\u001B[31mc\n' };
  expect(shownPatch(patch([change], '/r'), false)).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-\\x1B[31mb\\u202E\n+\\x1B[31mc\n',
  );
  const colored = shownPatch(patch([change], '/r'), true);
  expect(colored).toContain('\u001B[31m-\\x1B[31mb\\u202E\u001B[0m\n\u001B[32m+\\x1B[31mc\u001B[0m\n');
});

test.each([
  [' ::error ::x', true],
  ['-a\r::error ::x', true],
  ['+see ##[error]x', true],
  ['-##vso[task]', true],
  ['+::error ::x', false],
  [' ::: note\n text\n :::', false],
  ['+a\u001B[2Jb', true],
  ['+a\u009B31m', true],
  ['+a\u0085::error ::x', true],
  ['+a\tb\r', false],
  [' a ::b', false],
  ['### [a](b)', false],
])('%j acts in a log: %j', (content, expected) => {
  expect(actsInLog(`@@ -1 +1 @@\n${content}\n`)).toBe(expected);
});
