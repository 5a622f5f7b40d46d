import { describe, expect, test } from 'vitest';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { cases } from './cases.ts';
import { context, finding, result } from './results.ts';
import { closedSchemaCheck } from './schema-check.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

const read = (text: string): Issue[] => JSON.parse(text);
const wrongBySchema = closedSchemaCheck('gitlab-codeclimate.json');

/** What the schema does not name: the name of the check is in the manual, the last line in Code Climate's specification. */
function withoutExtras({ check_name, location, ...issue }: Issue) {
  return { ...issue, location: { ...location, lines: { begin: location.lines.begin } } };
}

describe.each(cases)('%s', (_, results) => {
  const issues = read(gitlab(results, context));

  test('is what GitLab takes', () => {
    for (const issue of issues) {
      expect(wrongBySchema(withoutExtras(issue))).toEqual([]);
      expect(issue.check_name).not.toBe('');
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(issue.severity);
      expect(issue.fingerprint).toMatch(/^[0-9a-f]{32}$/);
      expect(issue.location.lines.begin).toBeGreaterThanOrEqual(1);
      expect(issue.location.lines.end).toBeGreaterThanOrEqual(issue.location.lines.begin);
    }
  });

  test('has every finding, by a fingerprint of its own', () => {
    const findings = results.flatMap((file) => file.findings);
    expect(issues.map(({ description }) => description)).toEqual(findings.map(({ message }) => message));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  });
});

test('paths start at the repository, severities are major and minor, lines are those that are covered', () => {
  const text = 'one\ntwo\nthree\n';
  const results = [
    result('2024/a b.md', text, [
      finding(text, 'two\n', { severity: 'error' }),
      finding(text, 'one\ntwo'),
      finding(text, 'x', { range: { start: 4, end: 4 } }),
    ]),
  ];
  const issues = read(gitlab(results, { ...context, cwd: '/posts/2024' }));
  expect(issues.map(({ severity, location }) => [severity, location])).toEqual([
    ['major', { path: '2024/a b.md', lines: { begin: 2, end: 2 } }],
    ['minor', { path: '2024/a b.md', lines: { begin: 1, end: 2 } }],
    ['minor', { path: '2024/a b.md', lines: { begin: 2, end: 2 } }],
  ]);
});

test('posts of two roots that have one path in both are told apart', () => {
  const text = 'BAD';
  const roots = ['/posts/one', '/posts/two'];
  const results = roots.map((root) => ({
    path: `${root}/a.md`,
    root,
    text,
    findings: [finding(text, 'BAD')],
  }));
  const prints = read(gitlab(results, context)).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(2);
});

test('a file outside the repository is named in full, standard input by its name', () => {
  const [, outside] = cases.find(([name]) => name.startsWith('files outside'))!;
  const paths = read(gitlab(outside, context)).map(({ location }) => location.path);
  expect(paths).toEqual(['/other/a b.md', '<stdin>', '..dots.md']);
});
