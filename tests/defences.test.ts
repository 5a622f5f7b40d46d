import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { areas } from './defences/areas.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

test('every area is listed', () => {
  const names = readdirSync(join(root, 'tests/defences')).map((name) => name.replace(/\.ts$/, ''));
  expect(Object.keys(areas).sort()).toEqual(
    names.filter((name) => !['areas', 'defence'].includes(name)).sort(),
  );
});

// That each test fails without its defence, `npm run defences` shows: it takes minutes.
describe.each(Object.values(areas))('$title', ({ defences }) => {
  test.each(defences)('$threat: can be taken out, and has a test', ({
    without,
    test: file,
    named,
    built,
  }) => {
    expect(without.length).toBeGreaterThan(0);
    for (const { file, text, becomes } of without) {
      expect(textOf(file).split(text), `${file} holds ${JSON.stringify(text)} once`).toHaveLength(2);
      expect(becomes).not.toBe(text);
    }
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(() => new RegExp(named)).not.toThrow();
    if (/^tests\/e2e\//.test(file))
      expect(built, 'what runs the command line says that it is built').toBe(true);
  });
});
