import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sarif } from '../../src/reporters/sarif.ts';
import { cases, edited } from './cases.ts';
import { context, finding, result } from './results.ts';
import { partsOf, pathOf, rangeOf, runOf, shownText, withoutBom } from './sarif-reading.ts';
import { schemaCheck } from './schema-check.ts';

const wrongBySchema = schemaCheck('sarif-2.1.0.json');

describe.each(cases)('%s', (_, files) => {
  const text = sarif(files, context);
  const { tool, results } = runOf(text);
  const found = files.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
  const expected = [
    ...found.filter(({ finding }) => finding.severity === 'error'),
    ...found.filter(({ finding }) => finding.severity === 'warn'),
  ];
  const pairs = results.map((result, index) => ({ result, ...expected[index]! }));

  test('is valid SARIF 2.1.0', () => {
    expect(wrongBySchema(JSON.parse(text))).toEqual([]);
  });

  test('has every finding, errors first, and points at its rule', () => {
    expect(results).toHaveLength(found.length);
    for (const { result, finding } of pairs) {
      expect(result.ruleId).toBe(finding.ruleId);
      expect(tool.driver.rules[result.ruleIndex]!.id).toBe(finding.ruleId);
      expect(result.level).toBe(finding.severity === 'error' ? 'error' : 'warning');
      const { text, links, found } = partsOf(result);
      expect(shownText(text)).toBe(finding.message);
      expect(found).toEqual(links);
    }
  });

  test('regions cover what the findings cover, in the files that the addresses lead to', () => {
    for (const { result, file, finding } of pairs) {
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      const source = withoutBom(file.text);
      const { start, end } = rangeOf(source, region!);
      expect(source.slice(start, end)).toBe(file.text.slice(finding.range.start, finding.range.end));
      expect(region!.startColumn).toBeGreaterThanOrEqual(1);
      expect(pathOf(artifactLocation)).toBe(file.path.replace(/\p{Surrogate}/gu, '\uFFFD'));
    }
  });

  test('fixes do what their edits do', () => {
    for (const { result, file, finding } of pairs) {
      expect(result.fixes?.length).toBe(finding.fix ? 1 : undefined);
      if (!finding.fix) continue;
      const [{ artifactChanges, description }] = result.fixes!;
      const source = withoutBom(file.text);
      const edits = artifactChanges[0].replacements.map(({ deletedRegion, insertedContent }) => ({
        range: rangeOf(source, deletedRegion),
        text: insertedContent.text,
      }));
      expect(edited(source, edits)).toBe(withoutBom(edited(file.text, finding.fix.edits)));
      const warned = finding.fix.safety === 'safe' ? '' : ' (may change the meaning)';
      expect(shownText(description.text)).toBe(finding.fix.title + warned);
    }
  });

  test('related places have ids of their own', () => {
    for (const { result, finding } of pairs) {
      const related = result.relatedLocations ?? [];
      expect(related.map(({ message }) => shownText(message!.text))).toEqual(
        finding.related.map(({ message }) => message),
      );
      expect(new Set(related.map(({ id }) => id)).size).toBe(related.length);
    }
  });
});

test('related places have a region where the file was read', () => {
  const [, files] = cases.find(([name]) => name === 'related places')!;
  const related = runOf(sarif(files, context)).results[0]!.relatedLocations!;
  expect(related.map(({ physicalLocation }) => physicalLocation)).toEqual([
    {
      artifactLocation: { uri: 'a.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
    },
    {
      artifactLocation: { uri: '2023/b.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 },
    },
    { artifactLocation: { uri: '2023/c%20d.md', uriBaseId: '%SRCROOT%' } },
  ]);
});

test('the message links the related places that have a region, as GitHub shows no others', () => {
  const [, files] = cases.find(([name]) => name === 'related places')!;
  const [first] = runOf(sarif(files, context)).results;
  expect(first!.message.text).toBe('This is wrong. [Here it is right.](1) [There, too.](2)');
});

test('the unit of columns and the ends of lines are named', () => {
  const { columnKind, newlineSequences } = runOf(sarif([], context));
  expect(columnKind).toBe('utf16CodeUnits');
  expect(newlineSequences).toEqual(['\r\n', '\n', '\r']);
});

test('the folder of the run is not in the log', () => {
  const [, files] = cases.find(([name]) => name === 'ordinary findings')!;
  const text = sarif(files, { ...context, base: '/posts', cwd: '/posts' });
  expect(text).not.toContain('/posts');
  const homepage = 'https://example.org/';
  expect(runOf(sarif(files, { ...context, homepage })).tool.driver.informationUri).toBe(homepage);
});

test('a fingerprint stays when lines are added above and the message changes', () => {
  const printOf = (text: string, message: string) =>
    runOf(sarif([result('a.md', text, [finding(text, 'BAD', { message })])], context)).results[0]!
      .partialFingerprints;
  expect(Object.keys(printOf('BAD', 'x'))).toEqual(['recaplint/v1']);
  expect(printOf('new\n\nBAD', 'y')).toEqual(printOf('BAD', 'x'));
  expect(printOf('BAD', 'x')['recaplint/v1']).toMatch(/^[0-9a-f]{32}$/);
});

test('an address leads back to its path, whatever the file is called', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1 }).map((name) => name.replace(/[/\0]/g, '_'));
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 3 }), (segments) => {
      const path = resolve('/posts', ...segments.map((name) => `x${name}`));
      const files = [{ ...result('', 'BAD', [finding('BAD', 'BAD')]), path }];
      const { artifactLocation } = runOf(sarif(files, context)).results[0]!.locations[0].physicalLocation;
      expect(artifactLocation.uriBaseId).toBe('%SRCROOT%');
      expect(pathOf(artifactLocation)).toBe(path);
    }),
  );
});
