import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './e2e/run.ts';
import { addFiles } from './folder.ts';

const file = join(root, 'docs', 'api.md');
const page = readFileSync(file, 'utf8');
const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'recaplint-')));
const files = [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)];
addFiles(cwd, {
  '.git/HEAD': '',
  node_modules: null,
  ...Object.fromEntries(files.map(([, name, text]) => [name!, text!])),
});
symlinkSync(root, join(cwd, 'node_modules', 'recaplint'), 'junction');
afterAll(() => rmSync(cwd, { recursive: true }));

/** A program of the page with what it prints, each as written there. */
const example = /(^```js\n([\s\S]*?)^```\n\n```text output\n)([\s\S]*?)(^```$)/gm;
const examples = [...page.matchAll(example)].map(([, , code, output]) => ({ code: code!, output: output! }));

async function outputOf(code: string, index: number): Promise<string> {
  const name = `example-${index}.mjs`;
  writeFileSync(join(cwd, name), code);
  return (await promisify(execFile)(process.execPath, [name], { cwd })).stdout;
}

/** Fills in what the programs really print, where `UPDATE_DOCS` is set. */
async function update(): Promise<void> {
  const outputs = await Promise.all(examples.map(({ code }, index) => outputOf(code, index)));
  writeFileSync(
    file,
    page.replace(example, (_, head, __, ___, tail) => head + outputs.shift() + tail),
  );
}

if (process.env.UPDATE_DOCS) await update();

describe('the page about the API', () => {
  test('shows what each of its programs prints', () => {
    expect(examples.length).toBe(page.match(/^```js$/gm)!.length);
  });

  test.each(
    examples.map(({ code, output }, index) => ({ code, output, number: index + 1 })),
  )('runs example $number', async ({ code, output, number }) =>
    expect(await outputOf(code, number)).toBe(output));

  test('names all that the package exports, and nothing else', async () => {
    const names = Object.keys(await import('../src/index.ts')).sort();
    const table = page.slice(page.indexOf('## Exports'));
    const rows = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => cell!.match(/\w+/g)!);
    expect(rows.sort()).toEqual(names);
  });
});
