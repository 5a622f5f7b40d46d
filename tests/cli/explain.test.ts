import { expect, onTestFinished, test, vi } from 'vitest';
import { cues } from '../../src/calendar/cues-en.ts';
import { run } from '../../src/cli/program.ts';
import { pageAddress } from '../../src/config/pages.ts';

test('the page of no-quarter-mixup lists the cues in their order', async () => {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  onTestFinished(() => spy.mockRestore());
  expect(await run(['explain', 'no-quarter-mixup'])).toBe(0);
  const listed = [...printed.matchAll(/^\| \d+ \| `([\w-]+)` \| (\w+) \|/gm)].map(([, name, role]) => [
    name,
    role,
  ]);
  expect(listed).toEqual(cues.map(({ name, role }) => [name, role]));
});

test('patterns of a configuration share a page', async () => {
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  onTestFinished(() => spy.mockRestore());
  expect(await run(['explain', 'patterns/cut-title'])).toBe(0);
  expect(printed).toMatch(/^# Patterns of your own\n/);
  const own = { version: '1.0.0', homepage: 'https://recaplint.org/', folder: '/' };
  expect(pageAddress('patterns/cut-title', own, 'anywhere')).toBe('https://recaplint.org/docs/patterns.md');
});
