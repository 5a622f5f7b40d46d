import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createDocument } from '../../src/document/create.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { applyEdits, type FixedPost, fixPost } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import type { PlacedPost } from '../../src/project/session.ts';
import type { Campaign } from './campaign.ts';
import { mutatedText } from './mutated-text.ts';
import { assertFindings, assertPlace } from './places.ts';
import { parsers, place, postNames, postTexts } from './workspace.ts';

interface PostToFix {
  readonly path: string;
  readonly source: string;
  readonly unsafe: boolean;
}

export const fixes: Campaign<PostToFix> = {
  name: 'fixes',
  promise:
    'Fixing a mutated post once leaves nothing to fix, and changes nothing outside its edits; what is safe makes no block another and no finding more.',
  inputs: fc.record({
    path: fc.constantFrom(...postNames),
    source: mutatedText({ seeds: postTexts }),
    unsafe: fc.boolean(),
  }),
  runs: 250,
  async check({ path, source, unsafe }) {
    const placed = await place(path);
    const before = lintText(source, placed);
    const fixed = fixText(source, placed, unsafe);
    const { findings } = fixed.outcome;
    assertFindings(fixed.source, findings);
    assertEdits(source, fixed);
    assert.deepEqual(
      findings.filter((finding) => isDue(finding, unsafe)),
      [],
      'something is left to fix',
    );
    assert.equal(
      fixText(fixed.source, placed, unsafe).source,
      fixed.source,
      'fixing twice is not fixing once',
    );
    assertLineEnds(source, fixed.source);
    if (unsafe) return;
    assertShape(shapeOf(source, placed), shapeOf(fixed.source, placed));
    // What a repair uncovers comes in the place of what it mended: an empty heading where an invisible character stood. But
    // front matter that can be read again has findings of its own.
    const isRead = before.every(({ ruleId }) => ruleId !== 'valid-front-matter');
    if (isRead)
      assert.ok(findings.length <= before.length, `${findings.length} findings, ${before.length} before`);
  },
};

function inputOf(source: string, { path, resolved: { settings } }: PlacedPost) {
  const { language, site } = settings.post;
  return { source, path, parse: parsers[0], language, site };
}

function lintText(source: string, placed: PlacedPost): readonly Finding[] {
  const { files, resolved } = placed;
  return lint(createDocument(inputOf(source, placed)), resolved.settings, { files }).findings;
}

function fixText(source: string, placed: PlacedPost, unsafe: boolean): FixedPost {
  const { files, resolved } = placed;
  return fixPost(inputOf(source, placed), resolved.settings, { unsafe }, { files });
}

function isDue({ fix }: Finding, unsafe: boolean): boolean {
  return fix !== undefined && fix.edits.length > 0 && (unsafe || fix.safety === 'safe');
}

/** The edits of all passes together make the fixed text, so that all that is outside them is as it was. */
function assertEdits(source: string, { source: fixed, edits }: FixedPost): void {
  let from = 0;
  for (const { range } of edits) {
    assertPlace(source, range, 'composed edit');
    assert.ok(range.start >= from, 'composed edits are not in order');
    from = range.end;
  }
  assert.equal(applyEdits(source, edits), fixed, 'the edits make another text');
}

/** No kind of line end comes in, and a BOM stays. */
function assertLineEnds(source: string, fixed: string): void {
  const kinds = (text: string) => new Set(text.match(/\r\n|\r|\n/g));
  for (const kind of kinds(fixed)) assert.ok(kinds(source).has(kind), `${JSON.stringify(kind)} came in`);
  assert.equal(fixed.startsWith('\uFEFF'), source.startsWith('\uFEFF'), 'the BOM is not as it was');
}

/** The kinds of blocks, in order, with how deep they stand. Nothing but a template tag or an image is a paragraph as well. */
function shapeOf(source: string, placed: PlacedPost): string[] {
  const kinds = createDocument(inputOf(source, placed)).blocks.map(({ kind, depth }) => `${kind} ${depth}`);
  return kinds.map((block) => block.replace(/^(?:template|image)/, 'paragraph'));
}

/** Blocks that are empty may go; none comes in, and none becomes another. */
function assertShape(before: readonly string[], after: readonly string[]): void {
  let at = 0;
  for (const [index, block] of after.entries()) {
    while (at < before.length && before[at] !== block) at++;
    assert.ok(at < before.length, `block ${index}, ${block}, was not there: ${before} became ${after}`);
    at++;
  }
}
