import { createDocument, type DocumentInput } from '../document/create.ts';
import { composeEdits } from './compose.ts';
import type { Finding, LintOutcome, OtherMessage } from './finding.ts';
import { type LintContext, lint } from './lint.ts';
import type { Edit, Fix } from './rule.ts';
import type { Settings } from './settings.ts';

/** Each pass mends what the pass before uncovered; real posts need two. */
const mostPasses = 10;

/** Which fixes to apply. */
export interface FixChoice {
  /** Also the fixes that may change what the text says. */
  readonly unsafe: boolean;
  /** Of the findings in a text those that count; only they are repaired. Absent: all count. */
  counts?(source: string, findings: readonly Finding[]): readonly Finding[];
}

/** What a repair may be given beside the settings: texts come and go in it, so that what others say depends on the text. */
export interface FixContext extends Pick<LintContext, 'series' | 'files'> {
  /** What others say of a text; absent: nobody says anything. */
  messagesOf?(source: string): readonly OtherMessage[];
}

/** A post after fixing. */
export interface FixedPost {
  /** The text with its fixes made. */
  readonly source: string;
  /** What linting the fixed text gives. */
  readonly outcome: LintOutcome;
  /** How many findings were fixed. */
  readonly applied: number;
  /** What was done to the text that was given: ascending, not overlapping. */
  readonly edits: readonly Edit[];
}

/**
 * Applies the fixes of one lint run to the text they were made for. Of fixes that touch, the first in the
 * text wins, whole; the others are left for the next run. Every byte outside an edit stays.
 */
export function applyFixes(
  text: string,
  findings: readonly Finding[],
  choice: Pick<FixChoice, 'unsafe'>,
): { text: string; applied: number } {
  const { edits, applied } = chosenEdits(findings, choice);
  return { text: applyEdits(text, edits), applied };
}

/** The edits of the fixes of one lint run that can be applied together, in order. */
function chosenEdits(
  findings: readonly Finding[],
  { unsafe }: Pick<FixChoice, 'unsafe'>,
): { edits: readonly Edit[]; applied: number } {
  const wanted = findings.flatMap(({ fix }) =>
    fix && fix.edits.length > 0 && (unsafe || fix.safety === 'safe') ? [fix] : [],
  );
  const taken = new TakenEdits();
  let applied = 0;
  for (const fix of wanted.sort((a, b) => firstStart(a) - firstStart(b))) {
    if (fix.edits.some((edit) => taken.touches(edit))) continue;
    taken.add(fix.edits);
    applied++;
  }
  return { edits: taken.edits.sort(inOrder), applied };
}

/**
 * Fixes a post until nothing more is to be fixed: lints, applies, and lints the result again.
 *
 * @param post as {@link createDocument} takes it
 */
export function fixPost(
  post: DocumentInput,
  settings: Settings,
  choice: FixChoice,
  { messagesOf, ...context }: FixContext = {},
): FixedPost {
  const lintText = (source: string) =>
    lint(createDocument({ ...post, source }), settings, { ...context, messages: messagesOf?.(source) ?? [] });
  let source = post.source;
  let outcome = lintText(source);
  let applied = 0;
  let edits: readonly Edit[] = [];
  const seen = new Set([source]);
  for (let pass = 0; pass < mostPasses; pass++) {
    const counted = choice.counts?.(source, outcome.findings) ?? outcome.findings;
    const chosen = chosenEdits(counted, choice);
    const fixed = applyEdits(source, chosen.edits);
    // Fixes of two rules that undo each other must not go round in circles.
    if (chosen.applied === 0 || seen.has(fixed)) break;
    source = fixed;
    seen.add(source);
    applied += chosen.applied;
    edits = composeEdits(edits, chosen.edits);
    outcome = lintText(source);
  }
  return { source, outcome, applied, edits };
}

/** The edits of the fixes that are taken so far. No two of different fixes touch, so that only neighbours need be asked. */
class TakenEdits {
  /** In order of start. Fixes come in order: few edits stand behind where one is put in. */
  readonly edits: Edit[] = [];

  add(edits: readonly Edit[]): void {
    for (const edit of edits) this.edits.splice(this.#placeBehind(edit.range.start), 0, edit);
  }

  /** Whether an edit touches one that is taken. */
  touches(edit: Edit): boolean {
    const place = this.#placeBehind(edit.range.start);
    return this.edits.slice(Math.max(0, place - 1), place + 1).some((taken) => touches(edit, taken));
  }

  /** The place of the first edit that starts behind an offset. */
  #placeBehind(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edits[middle]!.range.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function firstStart(fix: Fix): number {
  return fix.edits[0]!.range.start;
}

/** Two edits touch where they overlap, and where one inserts at the other's edge. */
function touches(a: Edit, b: Edit): boolean {
  const strictly = a.range.start < b.range.end && b.range.start < a.range.end;
  const inserts = a.range.start === a.range.end || b.range.start === b.range.end;
  return strictly || (inserts && a.range.start <= b.range.end && b.range.start <= a.range.end);
}

function inOrder(a: Edit, b: Edit): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

/**
 * The text with edits made in it.
 *
 * @param edits ascending, not overlapping
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.range.start) + edit.text;
    from = edit.range.end;
  }
  return result + text.slice(from);
}
