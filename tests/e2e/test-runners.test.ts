import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'recaplint-runners-'));

const rule = `
import { defineRule } from 'recaplint';
import { testRule } from 'recaplint/testing';
const rule = defineRule({
  id: 'no-codename',
  summary: 'Disallow the code name.',
  category: 'prose',
  recommended: 'warn',
  messages: { found: 'An internal name.' },
  *check({ headings }) {
    for (const { text, range } of headings) if (text === 'Blue') yield { message: 'found', range };
  },
});
const tables = { valid: [{ text: '# Red' }], invalid: [{ text: '# Blue', reports: ['1:1-1:7 An internal name.'] }] };
const wrong = { ...tables, valid: [{ text: '# Blue' }] };
`;

/** Runs Node on a file with a rule and its test. */
function run(flags: string[], lines: string) {
  const file = join(folder, 'rule.test.mjs');
  writeFileSync(file, rule + lines);
  // A test runner that is started by another one must not take itself for a part of it.
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'recaplint'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('recaplint/testing', () => {
  const imported = "import { describe, it } from 'node:test';\n";

  test('runs under node:test', () => {
    const { status, output } = run(['--test'], `${imported}testRule(rule, tables, { describe, it });`);
    expect(output).toMatch(/^# pass [1-9]|^ℹ pass [1-9]/m);
    expect(status).toBe(0);
  });

  test('fails under node:test', () => {
    const { status, output } = run(['--test'], `${imported}testRule(rule, wrong, { describe, it });`);
    expect(output).toContain('1:1-1:7 An internal name.');
    expect(status).toBe(1);
  });

  test('uses the global functions of jest and mocha', () => {
    const given = 'Object.assign(globalThis, { describe, it });\n';
    const { status } = run([], `${imported}${given}testRule(rule, wrong);`);
    expect(status).toBe(1);
  });

  test('says how to pass the functions of a runner where there is none', () => {
    const { status, output } = run([], 'testRule(rule, tables);');
    expect(output).toContain("`import { describe, it } from 'node:test'`");
    expect(status).toBe(1);
  });
});
