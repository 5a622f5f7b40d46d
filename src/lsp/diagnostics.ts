import { resolve } from 'node:path';
import type { ConfigError, ConfigProblem } from '../config/problem.ts';
import { indexLines } from '../document/source.ts';
import type { Related } from '../engine/rule.ts';
import { diagnosticOf, type ProtocolDiagnostic } from '../reporters/lsp.ts';
import { editorText } from '../reporters/message-text.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import { addressOf, fileOf } from './addresses.ts';
import type { Buffers } from './buffers.ts';
import { createPositions, type Encoding, type Positions } from './encoding.ts';
import type { OpenPost } from './open-post.ts';

/** Findings of one post, as they lie in its text. */
export type Examined = Pick<OpenPost, 'placed' | 'findings'>;

/** What findings are shown with. */
export interface DiagnosticContext {
  readonly buffers: Buffers;
  readonly encoding: Encoding;
  /** Address of the page about a rule. */
  pageOf(ruleId: string): string | undefined;
}

/** @param positions of the text in which the findings are */
export function diagnosticsOf(
  { placed, findings }: Examined,
  uri: string,
  positions: Positions,
  { buffers, encoding, pageOf }: DiagnosticContext,
): ProtocolDiagnostic[] {
  const texts = new Map<string, Pick<PlacedText, 'uri' | 'positions'> | null>();
  const elsewhere = (path: string) => {
    if (!texts.has(path)) texts.set(path, textAt(resolve(placed.root, path), buffers, encoding));
    return texts.get(path)!;
  };
  const relatedPlace = ({ path, range }: Related) => {
    const text = path === undefined ? { uri, positions } : elsewhere(path);
    return text && { uri: text.uri, range: text.positions.rangeOf(range) };
  };
  return findings.map((finding) => ({
    ...diagnosticOf(
      finding,
      { rangeOf: positions.rangeOf, relatedPlace },
      finding.url ?? pageOf(finding.ruleId),
    ),
    // Says what can be done, to editors that look at it; actions are worked out from the text as it is.
    data: { message: finding.messageKey, fix: finding.fix?.safety ?? null },
  }));
}

/** A text with the places in it. */
interface PlacedText {
  readonly uri: string;
  readonly text: string;
  readonly positions: Positions;
}

/** The text of a file as it is open, else as it stands on disk; null where it cannot be read. */
function textAt(file: string, buffers: Buffers, encoding: Encoding): PlacedText | null {
  const open = buffers.all().find(({ uri }) => fileOf(uri) === file);
  if (open) return open;
  try {
    const { text } = decode(readBytes(file));
    return { uri: addressOf(file), text, positions: storedPositions(text, encoding) };
  } catch {
    return null;
  }
}

/** Places in the text of a file as an editor will have it once it opens the file: without its BOM. */
export function storedPositions(text: string, encoding: Encoding): Positions {
  const { starts } = indexLines(text);
  if (text.charCodeAt(0) !== 0xfeff) return createPositions(text, starts, encoding);
  return createPositions(text, [1, ...starts.slice(1)], encoding);
}

/** What is wrong with configuration, by the address of the file; what has no place stands at its beginning. */
export function configDiagnostics(
  { problems }: ConfigError,
  { buffers, encoding }: Pick<DiagnosticContext, 'buffers' | 'encoding'>,
): Map<string, ProtocolDiagnostic[]> {
  const byFile = new Map<string, ProtocolDiagnostic[]>();
  for (const { file, place, message } of problems) {
    const read = textAt(file, buffers, encoding);
    const uri = read?.uri ?? addressOf(file);
    byFile.set(uri, [...(byFile.get(uri) ?? []), configDiagnostic(message, place, read)]);
  }
  return byFile;
}

function configDiagnostic(
  message: string,
  place: ConfigProblem['place'],
  read: PlacedText | null,
): ProtocolDiagnostic {
  return {
    range: place && read ? wordAt(place, read) : { start: origin, end: origin },
    severity: 1,
    code: 'configuration',
    source: 'recaplint',
    message: editorText(message),
    relatedInformation: [],
  };
}

const origin = { line: 0, character: 0 };

/** A quoted text or a word. */
const word = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s,:[\]{}]+/y;

/** The key or value that begins at a place. */
function wordAt({ line, column }: NonNullable<ConfigProblem['place']>, { text, positions }: PlacedText) {
  const start = (indexLines(text).starts[line - 1] ?? 0) + column - 1;
  word.lastIndex = start;
  const length = word.exec(text)?.[0].length ?? 0;
  return positions.rangeOf({ start, end: start + length });
}
