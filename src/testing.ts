import * as z from 'zod/mini';
import { describeIssue } from './config/issues.ts';
import { createDocument, type DocumentInput } from './document/create.ts';
import type { Document } from './document/document.ts';
import { parseWithRemark } from './document/remark.ts';
import { indexLines } from './document/source.ts';
import type { Finding } from './engine/finding.ts';
import { fixPost } from './engine/fix.ts';
import { lint } from './engine/lint.ts';
import { lintSeries } from './engine/lint-series.ts';
import { type FileSet, isSeriesRule, type Rule } from './engine/rule.ts';
import { noPostSettings, type PostSettings, type Settings } from './engine/settings.ts';
import { factsOf } from './series/collect.ts';
import type { PostFacts } from './series/facts.ts';
import { byPeriod } from './series/group.ts';
import { seriesBefore } from './series/history.ts';

/** A post of a table. */
export interface TestPost {
  /** The whole post, front matter included. */
  readonly text: string;
  /** Relative to the root; `post.md` where it does not matter. */
  readonly path?: string;
}

/** A post about which the rule is silent. */
export interface ValidCase extends TestPost {
  /** What makes the case worth having, shown by the test runner. */
  readonly name?: string;
  /** The options of the rule, checked by its schema; what is absent has its default. */
  readonly options?: object;
  /** What the configuration says of the post's series. */
  readonly post?: Partial<PostSettings>;
  /** Earlier posts of the series. */
  readonly earlier?: readonly TestPost[];
  /** Paths of the files in the workspace, relative to the root; absent: not known. */
  readonly files?: readonly string[];
}

/** A post that the rule reports on. */
export interface InvalidCase extends ValidCase {
  /** All findings in order, as `line:column-endLine:endColumn message`. */
  readonly reports: readonly string[];
  /** The text after all safe fixes; required where there are any. */
  readonly fixed?: string;
  /** The text after all fixes; required where there are unsafe ones. */
  readonly unsafelyFixed?: string;
}

/** The cases of a rule: at least one of each. */
export interface RuleTables {
  /** Posts about which the rule is silent. */
  readonly valid: readonly ValidCase[];
  /** Posts that it reports on. */
  readonly invalid: readonly InvalidCase[];
}

/** The two functions of a test runner that are used: those of node:test, vitest, jest and mocha will do. */
export interface TestRunner {
  /** Groups the tests that `body` registers. */
  describe(name: string, body: () => void): unknown;
  /** Registers a test, which fails where `body` throws. */
  it(name: string, body: () => void): unknown;
}

/**
 * Registers the tests of a rule: its tables, and what holds of every rule.
 *
 * @param runner the runner's functions; by default the global ones (jest, mocha, vitest with `globals`)
 * @throws Error where there is no runner
 */
export function testRule(rule: Rule, tables: RuleTables, runner?: TestRunner): void {
  const { describe, it } = runnerOf(runner);
  describe(rule.id, () => {
    it('has at least one valid and one invalid case', () => {
      if (tables.valid.length === 0 || tables.invalid.length === 0) fail('A table is empty.');
    });
    for (const test of tables.valid) it(`is silent: ${caseName(test)}`, () => checkValid(rule, test));
    for (const test of tables.invalid) it(`reports: ${caseName(test)}`, () => checkInvalid(rule, test));
    it('uses every message', () => checkMessages(rule, tables));
    it('fixes as it declares', () => checkDeclaration(rule, tables));
    it('is silent about an empty document', () => expectReports(rule, { text: '' }, []));
    it('leaves the tree as it was', () => checkTree(rule, tables));
  });
}

function runnerOf(given: TestRunner | undefined): TestRunner {
  const runner = given ?? (globalThis as unknown as Partial<TestRunner>);
  const { describe, it } = runner;
  if (typeof describe === 'function' && typeof it === 'function') return { describe, it };
  fail(
    `testRule finds no test runner: ${given ? 'what it is given has no' : 'there are no global'} functions \`describe\` and \`it\`. ` +
      "Import them (`import { describe, it } from 'node:test'`, or from 'vitest') and pass them on: `testRule(rule, tables, { describe, it })`.",
  );
}

function checkValid(rule: Rule, test: ValidCase): void {
  checkVariants(rule, test, []);
}

function checkInvalid(rule: Rule, test: InvalidCase): void {
  if (!Array.isArray(test.reports)) fail('An invalid case needs `reports`: a list of all findings in it.');
  checkVariants(rule, test, test.reports);
  const findings = findingsOf(rule, test);
  for (const { message } of findings) {
    const placeholder = /\{\w+\}/.exec(message);
    if (placeholder) fail(`The placeholder ${placeholder[0]} is not filled: ${message}`);
  }
  checkFix(rule, test, findings, 'safe', test.fixed);
  checkFix(rule, test, findings, 'unsafe', test.unsafelyFixed);
}

/** The same findings at the same lines and columns, with other line ends, with a BOM, and in a second run. */
function checkVariants(rule: Rule, test: ValidCase, reports: readonly string[]): void {
  expectReports(rule, test, reports);
  expectReports(rule, test, reports);
  if (!test.text.includes('\r')) {
    expectReports(rule, { ...test, text: test.text.replace(/\n/g, '\r\n') }, reports, 'with CRLF');
  }
  if (!test.text.startsWith('\uFEFF')) {
    expectReports(rule, { ...test, text: `\uFEFF${test.text}` }, reports, 'with a BOM');
  }
}

function checkFix(
  rule: Rule,
  test: InvalidCase,
  findings: readonly Finding[],
  safety: 'safe' | 'unsafe',
  expected: string | undefined,
): void {
  const offered = findings.some(({ fix }) => fix?.safety === safety);
  const key = safety === 'safe' ? 'fixed' : 'unsafelyFixed';
  if (!offered && expected === undefined) return;
  if (expected === undefined) fail(`The case has ${safety} fixes: give their result as \`${key}\`.`);
  const fix = (source: string) =>
    fixPost(postOf(test, source), settingsFor(rule, test), { unsafe: safety === 'unsafe' }, contextOf(test));
  const once = fix(test.text);
  if (once.source !== expected)
    fail(`\`${key}\` differs.\nexpected: ${show(expected)}\nactual:   ${show(once.source)}`);
  const twice = fix(once.source);
  if (twice.applied > 0 || twice.source !== once.source) fail('Fixing the fixed text changes it again.');
}

function checkMessages(rule: Rule, tables: RuleTables): void {
  const reported = tables.invalid.flatMap((test) => findingsOf(rule, test).map(({ message }) => message));
  for (const [key, template] of Object.entries<string>(rule.messages)) {
    const pattern = new RegExp(
      `^${template
        .split(/\{\w+\}/)
        .map(escapePattern)
        .join('[^]*')}$`,
    );
    if (!reported.some((message) => pattern.test(message))) fail(`No case reports the message \`${key}\`.`);
  }
}

function checkDeclaration(rule: Rule, tables: RuleTables): void {
  const findings = tables.invalid.flatMap((test) => findingsOf(rule, test));
  const fixed = findings.filter(({ fix }) => fix !== undefined).length;
  const declared = rule.fixes ?? 'never';
  const actual = fixed === 0 ? 'never' : fixed === findings.length ? 'always' : 'sometimes';
  if (actual !== declared && !(declared === 'sometimes' && actual === 'always')) {
    fail(`The rule declares that it ${declared} fixes; in its table it ${actual} does.`);
  }
}

function checkTree(rule: Rule, tables: RuleTables): void {
  for (const test of [...tables.valid, ...tables.invalid]) {
    const document = documentOf(test);
    const before = JSON.stringify(document.tree);
    lint(document, settingsFor(rule, test), contextOf(test));
    if (JSON.stringify(document.tree) !== before) fail(`The rule changes the tree: ${caseName(test)}`);
  }
}

function expectReports(rule: Rule, test: ValidCase, expected: readonly string[], how = ''): void {
  const { pointAt } = indexLines(test.text);
  const actual = findingsOf(rule, test).map(({ range, message }) => {
    const start = pointAt(range.start);
    const end = pointAt(range.end);
    return `${start.line}:${start.column}-${end.line}:${end.column} ${message}`;
  });
  if (actual.join('\n') !== expected.join('\n')) {
    fail(`Reports differ${how && ` ${how}`}.\nexpected:\n${list(expected)}\nactual:\n${list(actual)}`);
  }
}

function findingsOf(rule: Rule, test: ValidCase): readonly Finding[] {
  const settings = settingsFor(rule, test);
  const document = documentOf(test);
  if (!isSeriesRule(rule)) return lint(document, settings, contextOf(test)).findings;
  const facts = [...earlierFacts(test), factsOf(document, settings.post, [])];
  return lintSeries(facts, settings.rules).get(document.path) ?? [];
}

function contextOf(test: ValidCase) {
  return {
    series: seriesOf(test),
    files: test.files ? fileSet(test.files) : null,
  };
}

/** The files of a table, with the folders that they stand in. */
function fileSet(files: readonly string[]): FileSet {
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const file of files) {
    const segments = file.split('/');
    for (const [index, name] of segments.entries()) {
      const folder = segments.slice(0, index).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
    }
  }
  const known = new Set([...files, ...folders.keys()]);
  return { has: (path) => known.has(path), list: (folder) => [...(folders.get(folder) ?? [])] };
}

function seriesOf(test: ValidCase) {
  if (!test.earlier) return null;
  const earlier = earlierFacts(test).sort(byPeriod);
  return seriesBefore('series', earlier, earlier.length);
}

function earlierFacts(test: ValidCase): PostFacts[] {
  return (test.earlier ?? []).map((post) =>
    factsOf(documentOf(post), { ...noPostSettings, ...test.post }, []),
  );
}

function settingsFor(rule: Rule, test: ValidCase): Settings {
  return {
    rules: [{ rule, severity: 'error', options: optionsOf(rule, test.options) }],
    post: { ...noPostSettings, ...test.post },
    knownIds: new Set([rule.id]),
    inlineConfig: true,
    requireReasons: false,
  };
}

/** The options of a case with defaults filled in, as a configuration would give them to the rule. */
function optionsOf({ id, options: schema }: Rule, given: object = {}): object {
  if (!schema) {
    if (Object.keys(given).length > 0) fail(`The rule "${id}" has no options; a case gives ${show(given)}.`);
    return {};
  }
  const result = z.safeParse(schema, given, { reportInput: true });
  if (result.success) return result.data;
  const reasons = result.error.issues.flatMap((issue) => describeIssue(issue, schema, ['options']));
  const hint = Object.keys(given).length > 0 ? '' : ' Each option needs a default.';
  fail(
    `The rule does not take the options ${show(given)}: ${reasons.map(({ message }) => message).join(' ')}${hint}`,
  );
}

function documentOf(test: TestPost & Pick<ValidCase, 'post'>): Document {
  return createDocument(postOf(test, test.text));
}

function postOf(
  { path = 'post.md', post }: TestPost & Pick<ValidCase, 'post'>,
  source: string,
): DocumentInput {
  return { source, path, parse: parseWithRemark, language: post?.language, site: post?.site };
}

function caseName({ name, text }: ValidCase): string {
  if (typeof text !== 'string') fail('Each case is an object with `text`, the whole post.');
  return name ?? show(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function show(value: unknown): string {
  return JSON.stringify(value);
}

function list(lines: readonly string[]): string {
  return lines.length > 0 ? lines.map((line) => `  ${line}`).join('\n') : '  (none)';
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fail(message: string): never {
  throw new Error(message);
}
