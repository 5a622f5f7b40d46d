import type { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseWithRemark } from '../../src/document/remark.ts';
import type { Settings } from '../../src/engine/settings.ts';
import { type LintPostOptions, lintAgain, lintBytes } from '../../src/project/lint-post.ts';
import { openSession } from '../../src/project/session.ts';
import { seriesBefore } from '../../src/series/history.ts';
import { makeFolder } from '../folder.ts';

/** Says of each `teh` that `the` was meant, and of each `cat` what it thinks of it. */
function plugin() {
  return async (_: unknown, file: VFile) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const { 0: word, index } of String(file).matchAll(/teh|cat/g)) {
      const place = { start: { line: 1, column: index + 1 }, end: { line: 1, column: index + 4 } };
      const message = file.message(`a ${word}`, {
        place,
        ruleId: word === 'teh' ? 'typo' : 'animal',
        source: 'x',
      });
      if (word === 'teh') Object.assign(message, { actual: 'teh', expected: ['the'] });
    }
  };
}

async function placedFor(settings: Partial<Settings>, rules: object = { 'no-nbsp': 'error' }) {
  const config = JSON.stringify({ extends: [], rules });
  const folder = makeFolder({ '.recaplintrc.json': config });
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {});
  const placed = await session.place(`${folder}/post.md`, folder);
  const hosted: Settings = {
    ...placed.resolved.settings,
    knownBeginnings: ['remark-lint/'],
    remark: [{ name: 'words', plugin, options: [] }],
    ...settings,
  };
  return { ...placed, resolved: { ...placed.resolved, settings: hosted } };
}

async function linted(
  text: string,
  settings: Partial<Settings> = {},
  options: Partial<LintPostOptions> = {},
) {
  const placed = await placedFor(settings);
  const all = { parse: parseWithRemark, fix: false, unsafe: false, ...options };
  return lintBytes(`${placed.root}/post.md`, new TextEncoder().encode(text), placed, all);
}

async function found(text: string, settings: Partial<Settings> = {}, options: Partial<LintPostOptions> = {}) {
  const { result } = await linted(text, settings, options);
  return result.findings.map(
    ({ ruleId, severity, range }) => `${range.start}-${range.end} ${severity} ${ruleId}`,
  );
}

test('what plugins say stands among the findings, in order', async () => {
  expect(await found('teh a&nbsp;b cat\n')).toEqual([
    '0-3 warn remark-lint/typo',
    '5-11 error no-nbsp',
    '13-16 warn remark-lint/animal',
  ]);
});

test('comments of recaplint suppress it, and it uses them', async () => {
  expect(await found('teh cat <!-- recaplint-disable-line remark-lint/typo -->\n')).toEqual([
    '4-7 warn remark-lint/animal',
  ]);
  expect(await found('teh <!-- recaplint-disable-line -->\n')).toEqual([]);
});

test('the configuration has the last word on its level', async () => {
  const remarkLevels = new Map([
    ['remark-lint/typo', 'error'],
    ['remark-lint/animal', 'off'],
  ] as const);
  expect(await found('teh cat\n', { remarkLevels })).toEqual(['0-3 error remark-lint/typo']);
});

test('plugins see the tree that the rules see: a post is parsed once', async () => {
  let count = 0;
  const parse = (text: string) => {
    count++;
    return parseWithRemark(text);
  };
  await found('teh a&nbsp;b\n', {}, { parse });
  expect(count).toBe(1);
});

test('a repair takes what plugins say of each text that it comes to', async () => {
  const { result, fixed, applied } = await linted('teh a&nbsp;b cat\n', {}, { fix: true, unsafe: true });
  expect(fixed).toBe('the a b cat\n');
  expect(applied).toBe(2);
  expect(result.findings.map(({ ruleId, range }) => [ruleId, range.start])).toEqual([
    ['remark-lint/animal', 8],
  ]);
  const safe = await linted('a&nbsp;b cat\n', {}, { fix: true });
  expect(safe.fixed).toBe('a b cat\n');
  expect(safe.result.findings.map(({ range }) => range.start)).toEqual([4]);
});

test('with the series a post keeps what plugins have said of it, and they are asked again of what is repaired', async () => {
  const alone = await linted('teh cat\n');
  const series = seriesBefore('recaps', [], 0);
  const options = { parse: parseWithRemark, fix: false, unsafe: false };
  const again = await lintAgain(alone, options, series, new Set());
  expect(again.result.findings).toEqual(alone.result.findings);
  const repaired = await lintAgain(alone, { ...options, fix: true, unsafe: true }, series, new Set());
  expect(repaired.fixed).toBe('the cat\n');
  expect(repaired.result.findings.map(({ ruleId }) => ruleId)).toEqual(['remark-lint/animal']);
});

test('a post that is refused is shown to no plugin', async () => {
  expect(await found(`teh ${'*'.repeat(40_000)}\n`)).toEqual(['4-1005 error limit']);
});

test('a plugin that is not done in time is reported, and the others count', async () => {
  const endless = () => () => new Promise(() => {});
  const remark = [
    { name: 'slow', plugin: endless, options: [] },
    { name: 'words', plugin, options: [] },
  ];
  expect(await found('cat\n', { remark }, { patience: 50 })).toEqual([
    '0-0 error rule-failed',
    '0-3 warn remark-lint/animal',
  ]);
});
