import assert from 'node:assert/strict';
import { createDocument } from '../../src/document/create.ts';
import type { Document, Parse } from '../../src/document/document.ts';
import type { LintOutcome } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/lint.ts';
import type { PlacedPost } from '../../src/project/session.ts';
import { readFacts, writeFacts } from '../../src/series/written-facts.ts';
import { assertFindings, assertMapped, assertPlace, assertWritten } from './places.ts';
import { parsers, place } from './workspace.ts';

// Milliseconds of the CPU, on two cores that others use as well: some ten times what posts of any kind need.
const allowance = { whole: 400, perCharacter: 0.1 };

/** A text linted as a post. */
export interface LintedText {
  readonly document: Document;
  readonly outcome: LintOutcome;
}

/** Lints a text with every rule and both parsers, and asserts of it what holds for every text; gives what the native one led to. */
export async function assertPost(path: string, source: string): Promise<LintedText> {
  const placed = await place(path);
  for (const parse of parsers) {
    const { document, outcome } = lintOnce(source, placed, parse);
    assertFindings(source, outcome.findings);
    assertDocument(document);
  }
  const native = lintOnce(source, placed, parsers[0]);
  assertTwice(source, placed, native.outcome);
  assertFacts(native.outcome);
  assertLinear(source, placed);
  return native;
}

function lintOnce(
  source: string,
  { path, files, resolved: { settings } }: PlacedPost,
  parse: Parse,
): LintedText {
  const { language, site } = settings.post;
  const document = createDocument({ source, path, parse, language, site });
  return { document, outcome: lint(document, settings, { files }) };
}

/** What rules and editors ask of a post has its place too. */
function assertDocument(document: Document): void {
  const { source, headings, sections, links, bareLinks, prose, blocks, tags, comments, templates } = document;
  const parts = { headings, sections, links, bareLinks, prose, tags, comments };
  for (const [name, items] of Object.entries(parts))
    for (const { range } of items) assertPlace(source, range, name);
  // Where blocks end is the parser's to say, and nobody relies on it.
  for (const { range } of blocks) assertPlace(source, { start: range.start, end: range.start }, 'blocks');
  for (const range of [...templates, ...document.textRanges]) assertPlace(source, range, 'templates or text');
  for (const mapped of [...prose, ...headings, ...links.flatMap(({ text }) => text ?? [])]) {
    assertMapped(source, mapped);
    assertWritten(source, mapped);
  }
}

function assertTwice(source: string, placed: PlacedPost, first: LintOutcome): void {
  const { outcome } = lintOnce(source, placed, parsers[0]);
  assert.deepEqual(outcome.findings, first.findings, 'twice is not alike');
}

function assertFacts({ facts }: LintOutcome): void {
  // Plain data: as JSON, an object without a prototype is like another.
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
  if (facts) assert.deepEqual(plain(readFacts(writeFacts(facts))), plain(facts), 'facts are read otherwise');
}

/** Fails only where a post takes too long three times in a row: what is slow by chance is not slow again. */
function assertLinear(source: string, placed: PlacedPost): void {
  const most = allowance.whole + allowance.perCharacter * source.length;
  let spent = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = process.cpuUsage();
    lintOnce(source, placed, parsers[0]);
    const { user, system } = process.cpuUsage(before);
    spent = (user + system) / 1000;
    if (spent <= most) return;
  }
  assert.fail(`${source.length} characters took ${spent.toFixed()} ms of at most ${most.toFixed()}`);
}
