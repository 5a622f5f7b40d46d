import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/reporters/formats.ts';
import { makeFolder } from '../folder.ts';
import { parseXml } from '../reporters/xml-schema.ts';
import { boundedRun } from './bounded-run.ts';

/** Megabytes of memory that a post may take. */
const mostMegabytes = 512;

/** Megabytes of a report: 5,000 findings of a rule take 1 to 3 in any format, 60,000 and more took 35 to 240. */
const mostReported = 10;

/** Seconds of computing beside those of an empty post: one, and what a busy machine adds. Without the limits they are 3 to 13. */
const mostSeconds = 3;

/** Milliseconds of the clock, of which a busy machine wastes most. */
const patience = 120_000;

/** Nearly as many as are read. */
const words = 149_000;
const lines = 59_000;
const size = 1_048_000;

const full = (text: string) => text.repeat(size / text.length);

/** What is said of the post in a report in lines of JSON, and what the run took. */
function linted(text: string) {
  const folder = makeFolder({ 'post.md': '' });
  writeFileSync(join(folder, 'post.md'), text);
  const run = boundedRun(['--jobs', '1', '--format', 'jsonl', '.'], folder, patience / 1000);
  expect({ signal: run.signal, stderr: run.stderr }).toEqual({ signal: null, stderr: '' });
  const findings = run.stdout.split('\n').filter((line) => line !== '');
  const said = findings.map((line) => JSON.parse(line) as { ruleId: string; message: string });
  return { ...run, limits: said.filter(({ ruleId }) => ruleId === 'limit').map(({ message }) => message) };
}

let start: number | null = null;

/** Seconds of computing for an empty post. */
function startSeconds(): number {
  start ??= linted('').cpuSeconds;
  return start;
}

const none = /^$/;
const pieces = /^The file has [\d,]+ lines and marks/;
const refusedWords = /^The file has [\d,]+ words and numbers/;
const tooMany = (id: string) => new RegExp(`^The post has more than 5,000 findings of \`${id}\``);

/** A name, the text, and what the finding `limit` says of it. */
const floods: readonly (readonly [string, () => string, RegExp])[] = [
  ['100,000 headings', () => '# a\n'.repeat(100_000), pieces],
  ['a megabyte of empty items', () => full('- \n'), pieces],
  ['a megabyte of underlines', () => full('=\n'), pieces],
  ['as many headings as are read', () => '# A\n'.repeat(lines), tooMany('no-empty-section')],
  ['as many items as are read', () => '- Q1\n'.repeat(lines), none],
  ['a megabyte of quarters', () => full('Q1 '), refusedWords],
  ['a megabyte of letters with hard spaces', () => full('a\u00A0'), refusedWords],
  ['as many quarters as are read', () => 'Q1 '.repeat(words), none],
  ['as many months as are read', () => 'Jan '.repeat(words), none],
  ['as many years as are read', () => '2024 '.repeat(words), none],
  ['a megabyte of months', () => full('January '), none],
  ['quarters between strokes', () => 'Q1/'.repeat(words), tooMany('no-impossible-date')],
  ['an invisible character in each word', () => 'a\u200B'.repeat(words), tooMany('no-invisible-character')],
  [
    'a comment that names unknown rules',
    () => `<!-- recaplint-disable ${'x '.repeat(words)}-->`,
    tooMany('unknown-directive'),
  ],
  [
    'a comment that names one rule over and over',
    () => `<!-- recaplint-disable ${'no-nbsp '.repeat(words / 2)}-->`,
    tooMany('unused-directive'),
  ],
  [
    'one line of 50 MB',
    () => 'a'.repeat(50_000_000),
    /^The file has 50,000,000 characters, and at most 1,048,576 are read/,
  ],
];

test.each(floods)(
  '%s: about a second and half a gigabyte at most',
  { timeout: patience },
  (_, make, said) => {
    const { limits, megabytes, cpuSeconds, stdout } = linted(make());
    expect(limits.join('\n')).toMatch(said);
    expect(stdout.length / 1e6).toBeLessThan(mostReported);
    expect(megabytes).toBeLessThan(mostMegabytes);
    expect(cpuSeconds - startSeconds()).toBeLessThan(mostSeconds);
  },
);

/** What reads a format back; the others are for people and logs. */
const readers: Readonly<Record<string, (report: string) => unknown>> = {
  junit: (report) => parseXml(report, 'junit-10.xsd'),
  checkstyle: (report) => parseXml(report, 'checkstyle-report-1.0.0.xsd'),
  json: JSON.parse,
  jsonl: (report) =>
    report
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  sarif: JSON.parse,
  gitlab: JSON.parse,
  rdjson: JSON.parse,
  lsp: JSON.parse,
};

test('a post with more findings than are kept is short and whole in every format', {
  timeout: patience,
}, () => {
  const folder = makeFolder({ 'post.md': 'a\u200B\n'.repeat(lines / 2) });
  const names = Object.keys(formats);
  const outputs = names.flatMap((format) => ['--format', `${format}=${format}.out`]);
  const run = boundedRun(['--jobs', '1', ...outputs, 'post.md'], folder, patience / 1000);
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' });
  for (const name of names) {
    const file = join(folder, `${name}.out`);
    expect(statSync(file).size / 1e6, name).toBeLessThan(mostReported);
    const report = readFileSync(file, 'utf8');
    expect(report.includes('has more than 5,000 findings'), name).toBe(true);
    expect(() => readers[name]?.(report), name).not.toThrow();
  }
});
