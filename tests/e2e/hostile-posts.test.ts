import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atTheLimits, type HostileText, killers, pathological } from '../corpus/hostile-texts.ts';
import { makeFolder } from '../folder.ts';
import { boundedRun } from './bounded-run.ts';

/** Megabytes that a run may take, whatever it reads. */
const mostMegabytes = 512;

/** Seconds of computing beside those of an empty post: one, and what a busy machine adds. Without the limits they are 5 to 80. */
const mostSeconds = 3;

/** Milliseconds of the clock, of which a busy machine wastes most. */
const patience = 120_000;

function folderOf(texts: readonly HostileText[]): string {
  const folder = makeFolder({ 'empty.md': '' });
  for (const [index, { make }] of texts.entries()) writeFileSync(join(folder, `post-${index}.md`), make());
  return folder;
}

let start: number | null = null;

/** Seconds of computing for an empty post. */
function startSeconds(): number {
  start ??= boundedRun(['.'], folderOf([]), patience).cpuSeconds;
  return start;
}

describe('a hostile post ends as a result or as the finding limit', () => {
  test.each([...pathological, ...killers, ...atTheLimits])('$name', { timeout: patience }, ({ make }) => {
    const folder = makeFolder({ 'post.md': '' });
    writeFileSync(join(folder, 'post.md'), make());
    const { code, signal, stdout, megabytes, cpuSeconds } = boundedRun(
      ['--format', 'jsonl', '.'],
      folder,
      patience,
    );
    expect(signal).toBeNull();
    expect([0, 1], stdout).toContain(code);
    expect(megabytes).toBeGreaterThan(0);
    expect(megabytes).toBeLessThan(mostMegabytes);
    expect(cpuSeconds - startSeconds()).toBeLessThan(mostSeconds);
  });
});

/** Short ones, which hold up other parsers. */
const readable = new Set(['emphasis across a link', 'the character U+0000']);

const refused = [...pathological, ...killers].filter(({ name }) => !readable.has(name));

/** Names of the posts that a report in lines of JSON says are not linted. */
function refusedPosts(report: string): ReadonlySet<string> {
  const findings = report
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { filePath: string; ruleId: string });
  return new Set(
    findings.filter(({ ruleId }) => ruleId === 'limit').map(({ filePath }) => basename(filePath)),
  );
}

describe('what is known to hold up or kill a parser is refused, and the run goes on', () => {
  test.each([
    ['in two threads', ['--parser', 'satteri', '--jobs', '2']],
    ['by the JavaScript parser as well', ['--parser', 'remark', '--jobs', '1']],
    ['by the JavaScript parser in two threads', ['--parser', 'remark', '--jobs', '2']],
  ])('%s', { timeout: patience }, (_how, args) => {
    const texts = [...pathological, ...killers, ...atTheLimits];
    const { code, signal, stdout, megabytes, cpuSeconds } = boundedRun(
      [...args, '--format', 'jsonl', '.'],
      folderOf(texts),
      patience,
    );
    expect({ code, signal }).toEqual({ code: 1, signal: null });
    const found = refusedPosts(stdout);
    const missed = texts.filter((text, index) => refused.includes(text) && !found.has(`post-${index}.md`));
    expect(missed.map(({ name }) => name)).toEqual([]);
    expect(megabytes).toBeLessThan(2 * mostMegabytes);
    expect(cpuSeconds).toBeLessThan(texts.length * mostSeconds);
  });
});
