import { realpathSync } from 'node:fs';
import { repositoryOf } from '../config/folders.ts';
import { createDocument } from '../document/create.ts';
import type { Parse } from '../document/document.ts';
import type { FileResult, LintOutcome } from '../engine/finding.ts';
import { fixPost } from '../engine/fix.ts';
import { lint } from '../engine/lint.ts';
import { isSeriesRule } from '../engine/rule.ts';
import type { PostFacts, Series } from '../series/facts.ts';
import { decode } from '../workspace/decode.ts';
import { replaceFile } from '../workspace/write.ts';
import type { PlacedPost } from './session.ts';

/** What linting one post gives. */
export interface LintedPost {
  readonly placed: PlacedPost;
  readonly result: FileResult;
  /** Null where the post could not be read, and where no rule that is on looks at series. */
  readonly facts: PostFacts | null;
  /** What linting gave, for linting once more with the series; null where the post could not be read. */
  readonly outcome: LintOutcome | null;
  /** How many findings were fixed. */
  readonly applied: number;
  /** The text after fixing; null where nothing was to be fixed. */
  readonly fixed: string | null;
}

export interface LintPostOptions {
  readonly parse: Parse;
  readonly fix: boolean;
  readonly unsafe: boolean;
}

/** Lints the bytes of a post and works out its fixes; writes nothing. */
export function lintBytes(
  file: string,
  bytes: Uint8Array,
  placed: PlacedPost,
  options: LintPostOptions,
): LintedPost {
  const { text, problem } = decode(bytes);
  if (problem) {
    const result = resultOf(file, placed, text, [problem]);
    return { placed, result, facts: null, outcome: null, applied: 0, fixed: null };
  }
  return lintText(file, text, placed, options, null);
}

/** Lints a post once more, with the series that it belongs to; of a repaired post, the repaired text. */
export function lintAgain(before: LintedPost, options: LintPostOptions, series: Series): LintedPost {
  const { result, placed, applied, fixed } = before;
  const after = lintText(result.path, result.text, placed, options, series, before);
  return { ...after, applied: applied + after.applied, fixed: after.fixed ?? fixed };
}

function lintText(
  file: string,
  text: string,
  placed: PlacedPost,
  options: LintPostOptions,
  series: Series | null,
  before: LintedPost | null = null,
): LintedPost {
  const { settings } = placed.resolved;
  const { language, site } = settings.post;
  const post = { source: text, path: placed.path, parse: options.parse, language, site };
  const context = { files: placed.files, series };
  if (!options.fix) {
    const known = before?.outcome ? { ...context, before: before.outcome } : context;
    return linted(file, placed, text, lint(createDocument(post), settings, known), before?.facts);
  }
  const { source, outcome, applied } = fixPost(post, settings, options, context);
  const after = linted(file, placed, source, outcome);
  return source === text ? after : { ...after, applied, fixed: source };
}

/**
 * Writes what fixing gave. Where that fails the findings are those of the text that is still in the file.
 *
 * @returns the reason of the failure, or null
 */
export function writeFixes(
  post: LintedPost,
  bytes: Uint8Array,
  base: string,
  options: LintPostOptions,
): { post: LintedPost; failure: string | null } {
  const { placed, result, fixed } = post;
  if (fixed === null) return { post, failure: null };
  try {
    replaceFile(result.path, bytes, fixed, realpathSync(repositoryOf(base) ?? base));
    return { post, failure: null };
  } catch (error) {
    const before = lintBytes(result.path, bytes, placed, { ...options, fix: false });
    return { post: before, failure: (error as Error).message };
  }
}

function linted(
  file: string,
  placed: PlacedPost,
  text: string,
  outcome: LintOutcome,
  known: PostFacts | null = null,
): LintedPost {
  const wantsFacts = placed.resolved.settings.rules.some(
    ({ rule }) => isSeriesRule(rule) || rule.needs === 'series',
  );
  return {
    placed,
    result: resultOf(file, placed, text, outcome.findings),
    // Read now: they are small, and what they are read from is not.
    facts: wantsFacts ? (known ?? outcome.facts) : null,
    // Not the outcome itself: it holds on to what the facts would be read from.
    outcome: {
      findings: [],
      found: outcome.found,
      askers: outcome.askers,
      facts: null,
      suppressions: outcome.suppressions,
    },
    applied: 0,
    fixed: null,
  };
}

function resultOf(
  path: string,
  { root }: PlacedPost,
  text: string,
  findings: FileResult['findings'],
): FileResult {
  return { path, root, text, findings };
}
