import { expect, test } from 'vitest';
import { checkstyle } from '../../src/reporters/checkstyle.ts';
import { context, finding, result } from './results.ts';
import { mixedText, runs } from './runs.ts';
import { parseXml } from './xml-schema.ts';

const schema = 'checkstyle-report-1.0.0.xsd';

test('every file is listed, with a line, a column, a level and a source for each finding', () => {
  const results = [
    result('b/z.md', mixedText, [
      finding(mixedText, 'BAD', { severity: 'error', message: 'Say "good" & <b>.' }),
      finding(mixedText, 'bad', { ruleId: 'patterns/x' }),
    ]),
    { ...result('clean.md', ''), path: '/other/clean.md' },
  ];
  expect(checkstyle(results, context)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="1.2.3">
  <file name="b/z.md">
    <error line="2" column="6" severity="error" message="Say &#34;good&#34; &#38; &#60;b&#62;." source="recaplint.no-nbsp"/>
    <error line="3" column="1" severity="warning" message="This is wrong." source="recaplint.patterns/x"/>
  </file>
  <file name="/other/clean.md">
  </file>
</checkstyle>
`);
});

test.each(Object.entries(runs))('%s: the schema holds, and no finding is lost', (_, results) => {
  const { children } = parseXml(checkstyle(results, context), schema);
  expect(children.map((file) => file.children.length)).toEqual(
    results.map(({ findings }) => findings.length),
  );
});

test('names and messages are read back as they were', () => {
  const message = 'a\tb\n"c" <d> & \'e\' ]]> ##[group]\u202E';
  const results = [result('a b\n😀&.md', mixedText, [finding(mixedText, 'BAD', { message })])];
  const [file] = parseXml(checkstyle(results, context)).children;
  expect(file!.attributes).toEqual({ name: 'a b\n😀&.md' });
  expect(file!.children[0]!.attributes).toMatchObject({ message });
});

test('the schema refuses what it should', () => {
  const wrong = checkstyle(runs['a finding without a place']!, context).replace('line="1"', 'line="0"');
  expect(() => parseXml(wrong, schema)).toThrow(/positiveInteger/);
});
