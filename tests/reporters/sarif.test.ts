import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sarif } from '../../src/reporters/sarif.ts';
import { sarifLink, sarifMessage } from '../../src/reporters/sarif-message.ts';
import { cases, edited } from './cases.ts';
import { context, finding, result } from './results.ts';
import { schemaCheck } from './schema-check.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}
interface Location {
  readonly id?: number;
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region?: Region };
  readonly message?: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly [
    {
      readonly description: { readonly text: string };
      readonly artifactChanges: readonly [
        {
          readonly artifactLocation: ArtifactLocation;
          readonly replacements: readonly {
            readonly deletedRegion: Region;
            readonly insertedContent: { readonly text: string };
          }[];
        },
      ];
    },
  ];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Rule {
  readonly id: string;
  readonly help: { readonly text: string; readonly markdown?: string };
  readonly helpUri?: string;
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly Rule[]; readonly informationUri?: string };
      };
      readonly columnKind: string;
      readonly newlineSequences: readonly string[];
      readonly results: readonly Result[];
    },
  ];
}

const wrongBySchema = schemaCheck('sarif-2.1.0.json');
const runOf = (text: string) => (JSON.parse(text) as Log).runs[0];

/** The offset of a place in a text without its BOM, by what SARIF says of lines and columns. */
function offsetOf(text: string, line: number, column: number): number {
  const before = [...text.matchAll(/\r\n|\n|\r/g)][line - 2];
  return (before ? before.index + before[0].length : 0) + column - 1;
}

function rangeOf(text: string, { startLine, startColumn, endLine, endColumn }: Region) {
  return { start: offsetOf(text, startLine, startColumn), end: offsetOf(text, endLine, endColumn) };
}

const withoutBom = (text: string) => text.replace(/^\uFEFF/, '');

/** The file that an address leads to from the folder of the run. */
function pathOf({ uri, uriBaseId }: ArtifactLocation): string {
  if (uri === 'untitled:stdin') return '<stdin>';
  if (uriBaseId === undefined) return fileURLToPath(uri);
  return fileURLToPath(new URL(uri, pathToFileURL(`${context.base}/`)));
}

/** A message as a viewer shows it, by the grammar of the standard; a place to fill or a link in it is an error. */
function shownText(message: string): string {
  expect(message.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
  expect(message).not.toMatch(embeddedLink);
  const single = message.replaceAll('{{', '{').replaceAll('}}', '}');
  return single.replace(/(\\+)\]\(/g, (_, slashes: string) => `${'\\'.repeat((slashes.length - 1) / 2)}](`);
}

const embeddedLink = /\[((?:[^\\[\]]|\\[\\[\]])*)\]\(([^)]*)\)/;

/** A message and the links behind it. */
function partsOf({ message, relatedLocations = [] }: Result) {
  const linked = relatedLocations.filter(({ physicalLocation }) => physicalLocation.region);
  const links = linked.map(({ id, message: words }) => [shownText(words!.text), String(id)]);
  const pattern = new RegExp(`^(.*?)${` ${embeddedLink.source}`.repeat(linked.length)}$`, 's');
  const [, text, ...groups] = pattern.exec(message.text)!;
  const found = links.map((_, index) => [
    groups[2 * index]!.replace(/\\(.)/g, '$1').replace(/([{}])\1/g, '$1'),
    groups[2 * index + 1]!,
  ]);
  return { text: text!, links, found };
}

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

test('a link text cannot end its link', () => {
  expect(sarifLink('a](2) [b] \\ {0}', 1)).toBe('[a\\](2) \\[b\\] \\\\ {{0}}](1)');
});

test('the unit of columns and the ends of lines are named', () => {
  const { columnKind, newlineSequences } = runOf(sarif([], context));
  expect(columnKind).toBe('utf16CodeUnits');
  expect(newlineSequences).toEqual(['\r\n', '\n', '\r']);
});

test('the rules are the same in every run, and those of a configuration come behind', () => {
  const rulesIn = (files: Parameters<typeof sarif>[0]) => runOf(sarif(files, context)).tool.driver.rules;
  const none = rulesIn([]);
  expect(none.map(({ id }) => id)).toEqual(context.ruleIds);
  const found = [result('a.md', 'BAD', [finding('BAD', 'BAD', { ruleId: 'patterns/x' })])];
  expect(rulesIn(found).slice(0, none.length)).toEqual(none);
  expect(
    rulesIn(found)
      .slice(none.length)
      .map(({ id }) => id),
  ).toEqual(['patterns/x']);
});

const page = [
  'See [`x`](x.md), [here](https://example.org/) and [below](#fix).',
  '`[a](b.md)`',
  '```md',
  '[c](d.md)',
  '```',
].join('\n');

function ruleWith(over: Partial<typeof context>): Rule {
  const ruleOf = (id: string) => ({ ...context.ruleOf(id), page });
  return runOf(sarif([], { ...context, ruleOf, ...over })).tool.driver.rules[0]!;
}

test('links from page to page are text where the pages are not on the web', () => {
  const { help, helpUri } = ruleWith({});
  expect(help.markdown).toBe(page.replace('[`x`](x.md)', '`x`').replace('[below](#fix)', 'below'));
  expect(helpUri).toBeUndefined();
});

test('links from page to page are whole addresses where the pages are on the web', () => {
  const pageOf = (id: string) => `https://example.org/docs/rules/${id}.md`;
  const { help, helpUri } = ruleWith({ pageOf });
  expect(helpUri).toBe('https://example.org/docs/rules/no-nbsp.md');
  expect(help.markdown).toContain('[`x`](https://example.org/docs/rules/x.md)');
  expect(help.markdown).toContain('[below](https://example.org/docs/rules/no-nbsp.md#fix)');
  expect(help.markdown).toContain('`[a](b.md)`\n```md\n[c](d.md)\n```');
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

test.each<[string, string]>([
  ['plain [text] with (brackets) and \\ in it', 'plain [text] with (brackets) and \\ in it'],
  ['{0} and {{ page }}', '{{0}} and {{{{ page }}}}'],
  ['[here](1)', '[here\\](1)'],
  ['[here\\](1)', '[here\\\\\\](1)'],
  ['[[x]](y)', '[[x]\\](y)'],
])('%s as a message is %s', (text, message) => {
  expect(sarifMessage(text)).toBe(message);
});

test('no text becomes a link or a place to fill', () => {
  const pieces = fc.constantFrom('[', ']', '(', ')', '](', '\\', '{', '}', '0', 'x');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      expect(shownText(sarifMessage(parts.join('')))).toBe(parts.join(''));
    }),
  );
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
