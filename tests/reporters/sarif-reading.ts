import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { context } from './results.ts';

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
export interface Result {
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
export interface Rule {
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

/** The one run of a log. */
export const runOf = (text: string) => (JSON.parse(text) as Log).runs[0];

/** The offset of a place in a text without its BOM, by what SARIF says of lines and columns. */
function offsetOf(text: string, line: number, column: number): number {
  const before = [...text.matchAll(/\r\n|\n|\r/g)][line - 2];
  return (before ? before.index + before[0].length : 0) + column - 1;
}

/** The offsets of a region. */
export function rangeOf(text: string, { startLine, startColumn, endLine, endColumn }: Region) {
  return { start: offsetOf(text, startLine, startColumn), end: offsetOf(text, endLine, endColumn) };
}

/** A text as SARIF counts it. */
export const withoutBom = (text: string) => text.replace(/^\uFEFF/, '');

/** The file that an address leads to from the folder of the run. */
export function pathOf({ uri, uriBaseId }: ArtifactLocation): string {
  if (uri === 'untitled:stdin') return '<stdin>';
  if (uriBaseId === undefined) return fileURLToPath(uri);
  return fileURLToPath(new URL(uri, pathToFileURL(`${context.base}/`)));
}

/** A message as a viewer shows it, by the grammar of the standard; a place to fill or a link in it is an error. */
export function shownText(message: string): string {
  expect(message.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
  expect(message).not.toMatch(embeddedLink);
  const single = message.replaceAll('{{', '{').replaceAll('}}', '}');
  return single.replace(/(\\+)\]\(/g, (_, slashes: string) => `${'\\'.repeat((slashes.length - 1) / 2)}](`);
}

const embeddedLink = /\[((?:[^\\[\]]|\\[\\[\]])*)\]\(([^)]*)\)/;

/** A message and the links behind it. */
export function partsOf({ message, relatedLocations = [] }: Result) {
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
