import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { unsafeParts } from '../reporters/cases.ts';
import { closedSchemaCheck, schemaCheck } from '../reporters/schema-check.ts';
import { recaplint } from './run.ts';

const oddNames = ['a b\n😀.md', '::error file=x::y.md', '##[group] x.md', '%23 #.md'];
const hostile = 'See&nbsp;##[add-mask] <http://[::1 \u2028 end.\n\n::error::x&nbsp;\n';

/** How many findings a report has, by the format. */
const counts: Readonly<Record<string, (report: string) => number>> = {
  json: (report) => {
    const files: { messages: unknown[] }[] = JSON.parse(report);
    return files.reduce((sum, { messages }) => sum + messages.length, 0);
  },
  jsonl: (report) => report.split('\n').length - 1,
  sarif: (report) => JSON.parse(report).runs[0].results.length,
  gitlab: (report) => JSON.parse(report).length,
  rdjson: (report) => JSON.parse(report).diagnostics.length,
};

/** One run that writes all formats; its code, and the reports by format. */
function printAll(cwd: string, args: readonly string[] = ['.'], input = '') {
  const formats = Object.keys(counts);
  const outputs = formats.flatMap((format) => ['--format', `${format}=../report.${format}`]);
  const { code, stderr } = recaplint([...outputs, ...args], { cwd: join(cwd, 'posts'), input });
  const reports = formats.map(
    (format) => [format, readFileSync(join(cwd, `report.${format}`), 'utf8')] as const,
  );
  return { code, stderr, reports };
}

/** A folder that holds posts in `posts`. */
function folderOf(posts: Readonly<Record<string, string>>): string {
  return makeFolder(Object.fromEntries(Object.entries(posts).map(([name, text]) => [`posts/${name}`, text])));
}

const oddPosts = Object.fromEntries(oddNames.map((name) => [name, hostile]));

test('files with odd names have their findings, and nothing that a CI log acts on is printed', () => {
  const { code, stderr, reports } = printAll(folderOf(oddPosts), ['--fail-on', 'never', '.']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const [format, report] of reports) {
    expect([format, unsafeParts(report)]).toEqual([format, []]);
    expect([format, counts[format]!(report) >= 2 * oddNames.length]).toEqual([format, true]);
  }
});

test.each<[string, Record<string, string>, string[], string, number]>([
  ['a clean post has no finding', { 'a.md': '# Recap\n\nText.\n' }, ['.'], '', 0],
  ['standard input has its findings', { 'a.md': '' }, ['--stdin'], 'a&nbsp;b\n', 1],
  [
    '6,000 findings are all there',
    { 'a.md': 'A&nbsp;word.\n\n'.repeat(3000), 'b/c.md': 'A&nbsp;word.\n\n'.repeat(3000) },
    ['.'],
    '',
    6000,
  ],
])('%s', (_, posts, args, input, count) => {
  const { code, reports } = printAll(folderOf(posts), args, input);
  expect(code).toBe(0);
  for (const [format, report] of reports) expect([format, counts[format]!(report)]).toEqual([format, count]);
});

test('what the built command line prints is valid by the published schemas', () => {
  const reports = new Map(printAll(folderOf(oddPosts)).reports);
  const read = (format: string) => JSON.parse(reports.get(format)!);
  expect(schemaCheck('sarif-2.1.0.json')(read('sarif'))).toEqual([]);
  expect(closedSchemaCheck('reviewdog-diagnostic-result.json')(read('rdjson'))).toEqual([]);
});

test('the rules of sarif have their pages, without HTML and without links that lead nowhere', () => {
  const { stdout } = recaplint(['--format', 'sarif', '--stdin'], { cwd: makeFolder(), input: 'Text.\n' });
  const { rules } = JSON.parse(stdout).runs[0].tool.driver;
  expect(rules.length).toBeGreaterThan(50);
  for (const { id, help } of rules) {
    const prose = help.markdown.replace(/^```.*?^```|`[^`]*`/gms, '');
    expect([id, prose.match(/<[a-z!/][^>]*>|\]\((?!https:)[^)]*\)/gi)]).toEqual([id, null]);
  }
});

test('paths start at the repository for GitLab and in sarif, and at the current folder for reviewdog', () => {
  const cwd = makeFolder({ '.git/HEAD': 'ref: refs/heads/main\n', 'posts/a.md': 'a&nbsp;b\n' });
  const reports = new Map(printAll(cwd).reports);
  const read = (format: string) => JSON.parse(reports.get(format)!);
  expect(read('gitlab')[0].location.path).toBe('posts/a.md');
  const [{ locations }] = read('sarif').runs[0].results;
  expect(locations[0].physicalLocation.artifactLocation.uri).toBe('posts/a.md');
  expect(read('rdjson').diagnostics[0].location.path).toBe('a.md');
});

test('a finding keeps its fingerprint when those before it are in a baseline, and sarif says whether all was read', () => {
  const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n' });
  recaplint(['--baseline', 'known.json', '--update-baseline', 'a.md'], { cwd });
  addFiles(cwd, { 'a.md': 'One&nbsp;two.\n\nThree&nbsp;four.\n' });
  const runOf = (...args: string[]) =>
    JSON.parse(recaplint(['--format', 'sarif', ...args], { cwd }).stdout).runs[0];
  const fingerprints = (...args: string[]) =>
    runOf(...args).results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
  const [, last] = fingerprints('a.md');
  expect(fingerprints('--baseline', 'known.json', 'a.md')).toEqual([last]);
  expect(runOf('a.md').invocations).toEqual([{ executionSuccessful: true }]);
  expect(runOf('a.md', 'gone.md').invocations).toEqual([{ executionSuccessful: false }]);
});
