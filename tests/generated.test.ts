import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const notCopied = ['node_modules', '.git', 'dist', 'bench'];

function run(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function generate(folder: string, ...args: string[]) {
  return run(folder, 'scripts/generate.mjs', ...args);
}

test('generated files are up to date', () => {
  expect(generate(root, '--check')).toEqual({ status: 0, output: '' });
});

describe('in a copy of the repository', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'recaplint-copy-'));
    cpSync(root, copy, { recursive: true, filter: (path) => !notCopied.includes(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('a new rule works at once', () => {
    expect(run(copy, 'scripts/new-rule.mjs', 'no-empty-phrase')).toMatchObject({ status: 0 });
    expect(generate(copy, '--check')).toEqual({ status: 0, output: '' });
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--no-cache', '-t', 'no-empty-phrase'];
    const tested = run(copy, ...vitest, 'tests/rules/no-empty-phrase.test.ts', 'tests/docs.test.ts');
    expect(tested, tested.output).toMatchObject({ status: 0 });
    expect(run(copy, 'node_modules/typescript/bin/tsc', '--noEmit')).toEqual({ status: 0, output: '' });
    expect(
      run(copy, 'node_modules/@biomejs/biome/bin/biome', 'check', 'src/rules', 'tests/rules'),
    ).toMatchObject({
      status: 0,
    });
  });

  test.each([
    ['No_Title', '"No_Title" is no rule id'],
    ['no-nbsp', 'src/rules/no-nbsp.ts exists already'],
    ['limit', 'docs/rules/limit.md exists already'],
    ['index', '"index" is the list of all rules'],
  ])('a rule cannot be named %s', (id, reason) => {
    const { status, output } = run(copy, 'scripts/new-rule.mjs', id);
    expect(status).toBe(2);
    expect(output).toContain(reason);
  });

  test('the check names what is stale, missing or left over, and writes nothing', () => {
    const index = join(copy, 'src/rules/index.ts');
    const stale = `${readFileSync(index, 'utf8')}// by hand\n`;
    writeFileSync(index, stale);
    rmSync(join(copy, 'docs/rules/no-nbsp.md'));
    appendFileSync(join(copy, 'docs/rules/no-such-rule.md'), '# no-such-rule\n');
    const { status, output } = generate(copy, '--check');
    expect(status).toBe(1);
    expect(output).toContain('src/rules/index.ts is stale');
    expect(output).toContain('docs/rules/no-nbsp.md is missing');
    expect(output).toContain('docs/rules/no-such-rule.md describes no rule');
    expect(readFileSync(index, 'utf8')).toBe(stale);
  });
});
