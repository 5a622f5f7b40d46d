import { expect, test } from 'vitest';
import { junit } from '../../src/reporters/junit.ts';
import { context, finding, result } from './results.ts';
import { mixedText, runs } from './runs.ts';
import { type Element, parseXml } from './xml-schema.ts';

const schema = 'junit-10.xsd';

test('an error is a failed test, a warning a passed one, and a clean file passes', () => {
  const results = [
    result('b/z.md', mixedText, [
      finding(mixedText, 'BAD', { severity: 'error' }),
      finding(mixedText, 'bad', { ruleId: 'x', message: 'Say "good".' }),
    ]),
    result('clean.md', ''),
  ];
  expect(junit(results, context)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="recaplint" tests="3" failures="1" errors="0">
  <testsuite name="b/z.md" tests="2" failures="1" errors="0" file="b/z.md">
    <testcase name="no-nbsp at 2:6" classname="b/z.md" time="0"><failure type="no-nbsp" message="This is wrong.">b/z.md:2:6&#10;This is wrong.</failure></testcase>
    <testcase name="x at 3:1" classname="b/z.md" time="0"><system-out>warning at b/z.md:3:1&#10;Say &#34;good&#34;.</system-out></testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" errors="0" file="clean.md">
    <testcase name="recaplint" classname="clean.md" time="0"/>
  </testsuite>
</testsuites>
`);
});

test.each(Object.entries(runs))('%s: the schema holds, and the counts are right', (_, results) => {
  const report = parseXml(junit(results, context), schema);
  const failures = (elements: readonly Element[]) =>
    elements.filter((element) => element.children.some(({ name }) => name === 'failure')).length;
  for (const suite of report.children) {
    expect(suite.attributes.tests).toBe(String(suite.children.length));
    expect(suite.attributes.failures).toBe(String(failures(suite.children)));
  }
  const cases = report.children.flatMap(({ children }) => children);
  expect(report.attributes).toMatchObject({
    tests: String(cases.length),
    failures: String(failures(cases)),
  });
  const findings = results.flatMap((file) => file.findings);
  expect(cases.filter(({ children }) => children.length > 0)).toHaveLength(findings.length);
  expect(failures(cases)).toBe(findings.filter(({ severity }) => severity === 'error').length);
});

test('no two tests have class and name in common', () => {
  const cases = parseXml(junit(runs['6,000 findings']!, context)).children.flatMap(
    ({ children }) => children,
  );
  const keys = cases.map(({ attributes }) => `${attributes.classname} ${attributes.name}`);
  expect(new Set(keys).size).toBe(6010);
});

test('names and messages are read back as they were', () => {
  const message = 'a\tb\n"c" <d> & \'e\' ]]> ##[group]\u202E';
  const results = [
    result('a b\n😀&.md', mixedText, [finding(mixedText, 'BAD', { message, severity: 'error' })]),
  ];
  const [suite] = parseXml(junit(results, context)).children;
  expect(suite!.attributes).toMatchObject({ name: 'a b\n😀&.md', file: 'a b\n😀&.md' });
  const [failure] = suite!.children[0]!.children;
  expect(failure).toMatchObject({ attributes: { message }, text: `a b\n😀&.md:2:6\n${message}` });
});

test('the schema refuses what it should', () => {
  const wrong = junit(runs['no finding']!, context).replace('name="recaplint" classname', 'classname');
  expect(() => parseXml(wrong, schema)).toThrow(/'name' is required/);
});
