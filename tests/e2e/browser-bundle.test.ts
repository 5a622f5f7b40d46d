import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWithoutChromium, startChromium } from './browser.ts';
import { root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'recaplint-bundle-'));

/** What a page does with recaplint: `answer` is plain data. */
const page = `
import { applyFixes, createDocument, createSettings, fixPost, lint, parseWithRemark } from 'recaplint';

const source = [
  '---', 'title: Q2 2024 Recap', 'date: 2024-07-11', 'quarter: Q3 2024', '---', '',
  '# Summary', '', 'A&nbsp;word about the second quarter of 2024 😀, with <b>html</b>: https://example.com/a…', '',
  '| a | b |', '|---|---|', '| 1 | 2 |', '',
].join('\\n');
const post = { source, path: 'q2-2024-recap.md', parse: parseWithRemark };
const settings = createSettings({ preset: 'recaplint:strict', post: { cadence: 'quarter' } });
const { findings, facts } = lint(createDocument(post), settings);
const fixed = fixPost(post, settings, { unsafe: true });
export const answer = {
  findings,
  facts,
  once: applyFixes(source, findings, { unsafe: false }),
  fixed: { source: fixed.source, left: fixed.outcome.findings },
};
`;

/** A page that keeps what works in Node alone. */
const keeping = `
import { loadConfig } from 'recaplint';
export const answer = loadConfig('.').catch(({ message }) => message);
`;

/** Bundles a program as for a page; what does not resolve, and whatever is of Node, is a fault. */
async function bundle(program: string): Promise<string> {
  const faults: string[] = [];
  const input = join(folder, 'page.mjs');
  writeFileSync(input, program);
  const { output } = await build({
    input,
    platform: 'browser',
    write: false,
    output: { format: 'iife', name: 'page', codeSplitting: false },
    onLog: (_, log) => void faults.push(log.message),
  });
  expect(faults).toEqual([]);
  expect(output).toHaveLength(1);
  return output[0].code;
}

beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'recaplint'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a bundle for browsers', () => {
  let code: string;
  let inNode: string;

  beforeAll(async () => {
    code = await bundle(page);
    writeFileSync(
      join(folder, 'main.mjs'),
      "import { answer } from './page.mjs'; console.log(JSON.stringify(answer));",
    );
    const { stdout, stderr } = spawnSync(process.execPath, ['main.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    inNode = JSON.parse(stdout);
  });

  test('has found something to compare', () => {
    expect(inNode).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ ruleId: 'no-nbsp' })]),
      facts: { path: 'q2-2024-recap.md' },
      fixed: { source: expect.stringContaining('A word') },
    });
  });

  // In such a context there is nothing but the language: no process, no Buffer, no URL, no console.
  test('finds the same where there is neither Node nor a web page', () => {
    const context = createContext({});
    const answer = runInContext(`${code}\n;JSON.stringify(page.answer)`, context);
    expect(JSON.parse(answer)).toEqual(inNode);
    const globals = Object.getOwnPropertyNames(context).filter((name) => !name.startsWith('__zod_'));
    expect(globals).toEqual(['page']);
  });

  test.skipIf(isWithoutChromium)('finds the same in Chromium', async () => {
    const browser = await startChromium();
    try {
      const context = await browser.newContext({ offline: true });
      const tab = await context.newPage();
      const faults: string[] = [];
      tab.on('console', (message) => faults.push(message.text()));
      tab.on('pageerror', (error) => faults.push(error.message));
      await tab.addScriptTag({ content: code });
      const answer = await tab.evaluate('JSON.stringify(page.answer)');
      expect(faults).toEqual([]);
      expect(JSON.parse(answer as string)).toEqual(inNode);
    } finally {
      await browser.close();
    }
  });

  // zod's messages in other languages would come to a quarter more.
  test('leaves out what no rule needs', () => expect(code.length).toBeLessThan(2_500_000));

  test('can be made of a page that keeps loadConfig, which says that it cannot work there', async () => {
    const kept = await bundle(keeping);
    const answer = await runInContext(`${kept}\n;page.answer`, createContext({}));
    expect(answer).toContain('loadConfig reads files, and a browser has none');
  });
});
