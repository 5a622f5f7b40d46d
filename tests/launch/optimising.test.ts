import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { patientFlags } from '../../src/launch/optimising.ts';

test('V8 knows what it is told', () => {
  const { status, stderr } = spawnSync(process.execPath, [...patientFlags(), '-e', '0'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('it is five times as much as V8 does by itself, or more', () => {
  const told = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flag of patientFlags()) {
    const [name, long] = flag.split('=') as [string, string];
    const usual = Number(new RegExp(`default: ${name}=(\\d+)`).exec(told)?.[1]);
    expect(usual).toBeGreaterThan(0);
    expect(Number(long)).toBeGreaterThanOrEqual(5 * usual);
  }
});
