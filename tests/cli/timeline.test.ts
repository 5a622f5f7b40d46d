import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { makeFolder } from '../folder.ts';

/** Runs the command line in this process and collects what it prints. */
async function runHere(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    const spy = vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  return { code: await run(args), ...printed };
}

const recap = '---\ntitle: Q2 2024 Recap\ndate: 2024-07-18\n---\n\nIn Q1, we welcomed Ada.\n';

test('prints a chart, whatever is found', async () => {
  const folder = makeFolder({ 'recap.md': recap });
  const { code, stdout } = await runHere('timeline', join(folder, 'recap.md'));
  expect(code).toBe(0);
  expect(stdout).toContain('about   Q2 2024, 1 April 2024 to 30 June 2024');
  expect(stdout).toMatch(/ 6 .*Q1 2024\s+subject\s+opening\s+Q1$/m);
});

test('the configuration has a say', async () => {
  const config = { series: [{ name: 'recaps', files: ['*.md'], calendar: { startMonth: 2 } }] };
  const folder = makeFolder({ 'recap.md': recap, '.recaplintrc.json': JSON.stringify(config) });
  const { stdout } = await runHere('timeline', join(folder, 'recap.md'), '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject([{ subject: { first: '2024-05-01', last: '2024-07-31' } }]);
});

test('fails on what it cannot read or print', async () => {
  const folder = makeFolder({ 'utf16.md': new Uint8Array([0xff, 0xfe, 0x41, 0]), 'a.md': recap });
  expect(await runHere('timeline', join(folder, 'none.md'))).toMatchObject({ code: 2, stdout: '' });
  expect(await runHere('timeline', join(folder, 'utf16.md'))).toMatchObject({ code: 2, stdout: '' });
  expect(await runHere('timeline', join(folder, 'a.md'), '--format', 'lsp')).toMatchObject({ code: 2 });
  expect(await runHere('timeline', join(folder, 'a.md'), '--fix')).toMatchObject({ code: 2 });
});
