import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What decides findings and texts. The other parts wait, measure and name temporary files. */
const pure = /^(?:calendar|document|series|engine|rules|config|gate|reporters|draft|project)\//;

// `new Date(…)` with arguments reads text as the zone and the version of Node have it.
const clock =
  /\bnew Date\b|\bDate\s*(?:\.\s*(?:now|parse)\b|\()|\bperformance\b|\bhrtime\b|\buptime\b|\btimeOrigin\b|\bTemporal\b/;
// A locale that is not named is that of the machine.
const locale =
  /\blocaleCompare\b|\btoLocale\w+\((?!'en-US')|\bIntl\.\w+\((?!'en)|\bCollator\(\)|\bprocess\.env\.(?:TZ|LANG|LC_\w+)\b/;

/** Lines of code that hold something, as `file:line`. */
function linesWith(pattern: RegExp, isRead: (file: string) => boolean): string[] {
  return files.filter(isRead).flatMap((file) => {
    const lines = readFileSync(join(src, file), 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      pattern.test(line.replace(/^\s*(?:\/\/|\*|\/\*).*|\/\/ .*/, '')) ? [`${file}:${index + 1}`] : [],
    );
  });
}

test('nothing that decides findings asks the clock', () => {
  expect(linesWith(clock, (file) => pure.test(file))).toEqual([]);
});

test('nothing goes by the locale of the machine', () => {
  expect(linesWith(locale, () => true)).toEqual([]);
});

test.each([
  ['const a = new Date();', clock],
  ['const a = Date.now();', clock],
  ['const a = Date();', clock],
  ['names.sort((a, b) => a.localeCompare(b))', locale],
  ['text.toLocaleLowerCase()', locale],
  ['count.toLocaleString()', locale],
  ['new Intl.DateTimeFormat()', locale],
])('%j would be found', (line, pattern) => {
  expect(line).toMatch(pattern);
});
