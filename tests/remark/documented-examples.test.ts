import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recaplint, root } from '../e2e/run.ts';
import { makeFolder } from '../folder.ts';
import { type Example, examplesOf, type LeftOut, rulesOf } from './documented-examples.ts';

const presets = ['remark-preset-lint-recommended', 'remark-preset-lint-consistent'];
const rules = [...new Set(presets.flatMap(rulesOf))];
const all = rules.flatMap(examplesOf);
const examples = all.filter((one): one is Example => 'text' in one);
const leftOut = all.filter((one): one is LeftOut => 'why' in one);

/** The folder of an example: a configuration for each of both linters, and the text. */
function filesOf({ rule, config, text }: Example, index: number): Record<string, string> {
  const use = config === undefined ? rule : [rule, config];
  const plugins = [['remark-frontmatter', ['yaml', 'toml']], 'remark-gfm', 'remark-lint', use];
  return {
    [`${index}/post.md`]: text,
    [`${index}/.recaplintrc.json`]: JSON.stringify({ extends: [], remark: [use] }),
    [`${index}/.remarkrc.json`]: JSON.stringify({ plugins }),
  };
}

/** A message as both tools can give it: place, level, id, text and address. */
function row(
  start: readonly unknown[],
  end: readonly unknown[],
  isError: boolean,
  said: readonly unknown[],
): string {
  return JSON.stringify([start, end, isError, ...said]);
}

/** What remark-cli says of each post, by its path. */
function remarkSays(cwd: string): Map<string, readonly string[]> {
  const bin = join(root, 'node_modules/remark-cli/cli.js');
  const args = [bin, '.', '--no-stdout', '--report', 'vfile-reporter-json'];
  const { stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  type Point = { line: number; column: number };
  type Message = Record<'ruleId' | 'reason' | 'url', string> & {
    fatal: boolean;
    place: Point | { start: Point; end: Point } | null;
  };
  const reports = JSON.parse(stderr) as { path: string; messages: Message[] }[];
  return new Map(
    reports.map(({ path, messages }) => [
      path,
      messages.map(({ place, fatal, ruleId, reason, url }) => {
        const [start, end] = place && 'start' in place ? [place.start, place.end] : [place, place];
        const at = (point: Point | null) => [point?.line ?? 1, point?.column ?? 1];
        return row(at(start), at(end), fatal === true, [ruleId, reason.replace(/\s+/g, ' '), url]);
      }),
    ]),
  );
}

/** The same from recaplint. */
function recaplintSays(cwd: string, parser: string): Map<string, readonly string[]> {
  const run = recaplint(['.', '--format', 'json', '--parser', parser], { cwd });
  expect(run.stderr).toBe('');
  type Message = Record<'line' | 'column' | 'endLine' | 'endColumn' | 'severity', number> &
    Record<'ruleId' | 'message' | 'url', string>;
  const results = JSON.parse(run.stdout) as { filePath: string; messages: Message[] }[];
  return new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(cwd.length + 1),
      messages.map(({ line, column, endLine, endColumn, severity, ruleId, message, url }) => {
        const said = [ruleId.replace('remark-lint/', ''), message, url];
        return row([line, column], [endLine, endColumn], severity === 2, said);
      }),
    ]),
  );
}

test(`hosted rules say of their documented examples what they say in remark (${examples.length} examples of ${rules.length} rules; ${leftOut.length} left out)`, () => {
  for (const { rule, name, why } of leftOut) console.info(`left out: ${rule}, ${name}: ${why}`);
  expect(rules.length).toBeGreaterThanOrEqual(25);
  expect(examples.length).toBeGreaterThanOrEqual(140);
  const cwd = makeFolder(Object.assign({ '.git': null }, ...examples.map(filesOf)));
  symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'), 'junction');
  const there = remarkSays(cwd);
  expect([...there.values()].flat().length).toBeGreaterThan(100);
  for (const parser of ['satteri', 'remark']) {
    const here = recaplintSays(cwd, parser);
    for (const [index, { rule, name, config }] of examples.entries()) {
      const path = `${index}/post.md`;
      const label = `${rule}, ${name}, ${JSON.stringify(config)}, ${parser}`;
      expect([...here.get(path)!].sort(), label).toEqual([...there.get(path)!].sort());
    }
  }
});
