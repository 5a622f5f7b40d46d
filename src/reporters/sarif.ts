import { resolve } from 'node:path';
import type { LineIndex, Range } from '../document/source.ts';
import type { FileResult, Finding } from '../engine/finding.ts';
import type { Fix, Related } from '../engine/rule.ts';
import { fingerprintsIn } from '../gate/fingerprint.ts';
import { uriOf } from './file-address.ts';
import { jsonText } from './json-text.ts';
import { pathInside } from './paths.ts';
import { createPlaces, type Places } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';
import { sarifLink, sarifMessage } from './sarif-message.ts';
import { describeRules } from './sarif-rules.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The folder that relative addresses start from, by the name that it has in GitHub's examples. */
const sourceRoot = '%SRCROOT%';

/**
 * Prints a log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) with one run. All
 * findings are in it, errors first: of more than 5,000 results GitHub shows 5,000.
 *
 * Regions have lines and columns alone. Offsets would say the same again, in characters: the standard names their
 * unit for columns alone.
 */
export const sarif: Reporter = (results, context) => {
  const { rules, indexOf } = describeRules(results, context);
  const { version, homepage } = context;
  const run = {
    tool: {
      driver: { name: 'recaplint', version, semanticVersion: version, informationUri: homepage, rules },
    },
    invocations: [{ executionSuccessful: context.complete }],
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    // Without an address: where the folder lies on the machine that ran is nobody's business elsewhere.
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: 'The repository, or the folder that recaplint ran in.' } },
    },
    results: resultsOf(results, indexOf, context),
  };
  return `${jsonText({ $schema: schema, version: '2.1.0', runs: [run] }, 2)}\n`;
};

/** What is asked for every finding. */
interface Run {
  readonly places: Places;
  readonly base: string;
}

function resultsOf(
  results: readonly FileResult[],
  indexOf: (ruleId: string) => number,
  { base }: ReportContext,
) {
  const run: Run = { places: createPlaces(results), base };
  const entries = results.flatMap((file) => {
    const fingerprints = fingerprintsIn(file);
    return file.findings.map((finding, index) => ({
      ruleId: finding.ruleId,
      ruleIndex: indexOf(finding.ruleId),
      ...resultOf(finding, file, run),
      partialFingerprints: { 'recaplint/v1': fingerprints[index] },
    }));
  });
  return [
    ...entries.filter(({ level }) => level === 'error'),
    ...entries.filter(({ level }) => level !== 'error'),
  ];
}

function resultOf(finding: Finding, file: FileResult, run: Run) {
  const { severity, message, range, fix, details } = finding;
  const related = finding.related.map((place, index) => relatedLocation(place, index + 1, file, run));
  return {
    level: severity === 'error' ? 'error' : 'warning',
    message: { text: [sarifMessage(message), ...linksTo(finding, related)].join(' ') },
    locations: [{ physicalLocation: physicalLocation(file, range, run) }],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(fix && { fixes: [fixOf(fix, file, run)] }),
    ...(details && { properties: { data: details } }),
  };
}

/** GitHub shows no related place that the message does not link. */
function linksTo({ related }: Finding, locations: readonly ReturnType<typeof relatedLocation>[]): string[] {
  return locations.flatMap(({ id, physicalLocation: { region } }, index) =>
    region ? [sarifLink(related[index]!.message, id)] : [],
  );
}

/** A place in a file that was not read is given without its region: which line it is, is not known. */
function relatedLocation(related: Related, id: number, file: FileResult, run: Run) {
  const place = run.places.fileOf(related, file);
  return {
    id,
    physicalLocation: place
      ? physicalLocation(place, related.range, run)
      : {
          artifactLocation: artifactLocation(resolve(file.root, related.path!), run.base),
          region: undefined,
        },
    message: { text: sarifMessage(related.message) },
  };
}

function physicalLocation(file: FileResult, range: Range, { places, base }: Run) {
  return {
    artifactLocation: artifactLocation(file.path, base),
    region: regionOf(range, places.linesOf(file)),
  };
}

/** Unsafe fixes are there as well: a viewer shows what a fix does, and somebody chooses it. */
function fixOf({ title, safety, edits }: Fix, file: FileResult, { places, base }: Run) {
  const lines = places.linesOf(file);
  return {
    description: { text: sarifMessage(safety === 'safe' ? title : `${title} (may change the meaning)`) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file.path, base),
        replacements: edits.map(({ range, text }) => ({
          deletedRegion: regionOf(range, lines),
          insertedContent: { text },
        })),
      },
    ],
    properties: { safety },
  };
}

/** Relative to the base with every segment encoded; of a file outside, its own address. */
function artifactLocation(path: string, base: string) {
  const inside = pathInside(base, path);
  if (inside === null) return { uri: uriOf(path) };
  const segments = inside.split('/').map((segment) => encodeURIComponent(wellFormed(segment)));
  return { uri: segments.join('/'), uriBaseId: sourceRoot };
}

/** Lone surrogates, which file names of Windows may have, are no characters, and addresses are made of characters. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function regionOf({ start, end }: Range, lines: LineIndex) {
  const from = lines.pointAt(start);
  const to = lines.pointAt(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
