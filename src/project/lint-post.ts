import { realpathSync } from 'node:fs';
import { repositoryOf } from '../config/folders.ts';
import { largestFile } from '../config/regular-file.ts';
import { createDocument } from '../document/create.ts';
import type { Document, Parse } from '../document/document.ts';
import type { Stopwatch } from '../document/stopwatch.ts';
import { noSuppressions } from '../engine/directives.ts';
import type {
  FileResult,
  Finding,
  KeptOutcome,
  LintOutcome,
  LintRecord,
  OtherMessage,
} from '../engine/finding.ts';
import { type FixChoice, fixPost } from '../engine/fix.ts';
import { type Before, lint } from '../engine/lint.ts';
import { unreadFinding } from '../engine/notices.ts';
import { isSeriesRule } from '../engine/rule.ts';
import { settle } from '../engine/settle.ts';
import type { PostFacts, Series } from '../series/facts.ts';
import { decode } from '../workspace/decode.ts';
import { replaceFile } from '../workspace/write.ts';
import { withHosted } from './hosted.ts';
import type { PlacedPost } from './session.ts';

/** What linting one post gives. */
export interface LintedPost {
  readonly placed: PlacedPost;
  readonly result: FileResult;
  /** Null where the post could not be read, and where no rule that is on looks at series. */
  readonly facts: PostFacts | null;
  readonly outcome: KeptOutcome;
  /** How many findings were fixed. */
  readonly applied: number;
  /** The text after fixing; null where nothing was to be fixed. */
  readonly fixed: string | null;
}

export interface LintPostOptions {
  readonly parse: Parse;
  readonly fix: boolean;
  readonly unsafe: boolean;
  /** Measures what linting costs; absent: nobody does. */
  readonly watch?: Stopwatch | undefined;
  /** Gives the document of a text that is read already; absent: every text is read anew. */
  documentOf?(text: string, placed: PlacedPost): Document | null;
  /** What others say of a text, as far as it is known; absent: nobody says anything. */
  messagesOf?(text: string): readonly OtherMessage[];
  /** Whether plugins of remark are asked; absent: they are. */
  readonly hosts?: boolean;
  /** How long one of them may keep a post waiting, in milliseconds; absent: as long as a command may. */
  readonly patience?: number;
  /** Of the findings in a post those that are reported, so that a repair touches nothing else. Absent: all. */
  counts?(post: FileResult): readonly Finding[];
}

/** Lints the bytes of a post and works out its fixes; writes nothing. */
export async function lintBytes(
  file: string,
  bytes: Uint8Array,
  placed: PlacedPost,
  options: LintPostOptions,
): Promise<LintedPost> {
  const { text, problem } = decode(bytes);
  if (problem) {
    return linted(file, placed, text, { ...outcomeOf(problem), facts: null });
  }
  return lintText(file, text, placed, options);
}

/** Lints a text as the post in a file, whatever stands in that. */
export function lintText(
  file: string,
  text: string,
  placed: PlacedPost,
  options: LintPostOptions,
): Promise<LintedPost> {
  return withHosted(text, placed, options, (hosted) => lintWith(file, text, placed, hosted, null));
}

/** What comes of a file that is too large to be read. */
export function lintUnread(file: string, placed: PlacedPost): LintedPost {
  return linted(file, placed, '', { ...outcomeOf(unreadFinding(largestFile)), facts: null });
}

/**
 * Lints a post once more, with the series that it belongs to; of a repaired post, the repaired text.
 *
 * @param rules ids of the rules that may find something else with it: at most those that asked for it
 */
export async function lintAgain(
  before: LintedPost,
  options: LintPostOptions,
  series: Series,
  rules: ReadonlySet<string> = before.outcome.askers,
): Promise<LintedPost> {
  const { result, placed, applied, fixed } = before;
  const known = { facts: before.facts, before: { outcome: before.outcome, again: rules } };
  const lint = (hosted: LintPostOptions) => lintWith(result.path, result.text, placed, hosted, series, known);
  // What others say of the same text they have said before.
  const after = options.fix ? await withHosted(result.text, placed, options, lint) : lint(options);
  return { ...after, applied: applied + after.applied, fixed: after.fixed ?? fixed };
}

/** What linting a text without its series gave. */
interface Known {
  readonly facts: PostFacts | null;
  readonly before: Before;
}

function lintWith(
  file: string,
  text: string,
  placed: PlacedPost,
  options: LintPostOptions,
  series: Series | null,
  known: Known | null = null,
): LintedPost {
  const { settings } = placed.resolved;
  const { language, site } = settings.post;
  const post = {
    source: text,
    path: placed.path,
    parse: options.parse,
    language,
    site,
    watch: options.watch,
  };
  const context = { files: placed.files, series };
  if (!options.fix) {
    const document = options.documentOf?.(text, placed) ?? createDocument(post);
    const said = known ? { before: known.before } : { messages: options.messagesOf?.(text) ?? [] };
    const outcome = lint(document, settings, { ...context, ...said });
    return linted(file, placed, text, outcome, { known: known?.facts, watch: options.watch });
  }
  const choice = choiceOf(options, file, placed);
  const others = options.messagesOf ? { messagesOf: options.messagesOf } : {};
  const { source, outcome, applied } = fixPost(post, settings, choice, { ...context, ...others });
  const after = linted(file, placed, source, outcome, { watch: options.watch });
  return source === text ? after : { ...after, applied, fixed: source };
}

/** What is repaired in a post: of what is found in it, as much as is reported. */
function choiceOf({ unsafe, counts }: LintPostOptions, path: string, { root }: PlacedPost): FixChoice {
  return { unsafe, counts: counts && ((text, findings) => counts({ path, root, text, findings })) };
}

/**
 * Writes what fixing gave. Where that fails the findings are those of the text that is still in the file.
 *
 * @returns the reason of the failure, or null
 */
export async function writeFixes(
  post: LintedPost,
  bytes: Uint8Array,
  base: string,
  options: LintPostOptions,
): Promise<{ post: LintedPost; failure: string | null }> {
  const { placed, result, fixed } = post;
  if (fixed === null) return { post, failure: null };
  try {
    replaceFile(result.path, bytes, fixed, realpathSync(repositoryOf(base) ?? base));
    return { post, failure: null };
  } catch (error) {
    const before = await lintBytes(result.path, bytes, placed, { ...options, fix: false });
    return { post: before, failure: (error as Error).message };
  }
}

/** The one finding of a file that is no text. */
function outcomeOf(problem: Finding): KeptOutcome {
  return {
    found: new Map([[problem.ruleId, [problem]]]),
    askers: new Set(),
    suppressions: noSuppressions,
  };
}

function linted(
  file: string,
  placed: PlacedPost,
  text: string,
  outcome: KeptOutcome & Pick<LintOutcome, 'facts'>,
  { known = null, watch }: { known?: PostFacts | null | undefined; watch?: Stopwatch | undefined } = {},
): LintedPost {
  const { found, askers, suppressions } = outcome;
  // Facts are read now: they are small, and what they are read from is not. Nor is the outcome kept, which holds on to it.
  const readFacts = () => known ?? outcome.facts;
  let facts: PostFacts | null = null;
  if (wantsFacts(placed)) facts = watch ? watch('facts', readFacts) : readFacts();
  return restored(file, placed, { text, found, askers, suppressions, facts });
}

/** Whether a rule that is on for a post looks at its series. */
export function wantsFacts({ resolved }: Pick<PlacedPost, 'resolved'>): boolean {
  return resolved.settings.rules.some(({ rule }) => isSeriesRule(rule) || rule.needs === 'series');
}

/** What can be sent to another thread or kept in a file. */
export function recordOf({ result, outcome, facts }: LintedPost): LintRecord {
  return { ...outcome, text: result.text, facts };
}

/** Makes of a record what linting the post gave. */
export function restored(path: string, placed: PlacedPost, record: LintRecord): LintedPost {
  const { text, facts, ...outcome } = record;
  let findings: readonly Finding[] | undefined;
  const result: FileResult = {
    path,
    root: placed.root,
    text,
    // Most posts are settled once, with what their series adds.
    get findings() {
      findings ??= settle(outcome, placed.resolved.settings.rules, [], null);
      return findings;
    },
  };
  return { placed, result, facts, outcome, applied: 0, fixed: null };
}
