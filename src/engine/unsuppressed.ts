import type { Suppression, Suppressions } from './directives.ts';
import type { Finding } from './finding.ts';
import { keep } from './made-finding.ts';
import { isNotice, notice } from './notices.ts';
import { isSeriesRule } from './rule.ts';
import type { ActiveRule } from './settings.ts';

/** What tells which comments suppress nothing. */
export interface Judging {
  /** Those that are on for the post and did not break down on it. */
  readonly rules: readonly ActiveRule[];
  /** Ids of the rules that looked at the post's series; null while they have not, or one broke down. */
  readonly ran: ReadonlySet<string> | null;
  /** Whether these are all rules that are on. */
  readonly complete: boolean;
}

/**
 * The findings that no comment suppresses, and the notices about the comments.
 *
 * @param judging asked where there are comments
 */
export function unsuppressed(
  findings: readonly Finding[],
  { stretches, problems, lenient, heard = [] }: Suppressions,
  judging: () => Judging,
): Finding[] {
  if (stretches.length === 0) return [...findings, ...problems];
  const used = new Set<Suppression>();
  const sweep = new Sweep(stretches);
  const kept = [...findings]
    .sort((a, b) => a.range.start - b.range.start)
    .filter(({ ruleId, range }) => {
      // That a rule broke down, no comment hides.
      if (isNotice(ruleId)) return true;
      const suppressing = [sweep.at(range.start, ruleId), sweep.at(range.start, null)].filter(
        (one) => one !== null,
      );
      for (const suppression of suppressing) used.add(suppression);
      return suppressing.length === 0;
    });
  const { rules: looked, complete } = judgedBy(judging());
  const judged = { rules: new Set([...looked, ...heard]), complete: complete && !lenient };
  return [...kept, ...problems, ...unusedDirectives(stretches, used, judged)];
}

/** Walks through a text from start to end and knows which suppression holds; linear in all of them. */
class Sweep {
  readonly #pending: Suppression[];
  // By rule, those that have begun, each ending later than the one before; what ends earlier adds nothing.
  readonly #begun = new Map<string | null, Suppression[]>();

  constructor(suppressions: readonly Suppression[]) {
    this.#pending = [...suppressions].sort((a, b) => b.start - a.start);
  }

  /** The suppression of a rule (null: of all rules) at an offset. Offsets must be asked for in ascending order. */
  at(offset: number, rule: string | null): Suppression | null {
    for (let next = this.#pending.at(-1); next && next.start <= offset; next = this.#pending.at(-1)) {
      this.#pending.pop();
      this.#begin(next);
    }
    const begun = this.#begun.get(rule) ?? [];
    while (begun.length > 0 && begun[0]!.end < offset) begun.shift();
    return begun[0] ?? null;
  }

  #begin(suppression: Suppression): void {
    const id = suppression.rule?.id ?? null;
    const begun = this.#begun.get(id) ?? [];
    if (begun.length === 0 || begun.at(-1)!.end < suppression.end) begun.push(suppression);
    this.#begun.set(id, begun);
  }
}

/** Which comments can turn out to be unused. */
interface Judged {
  /** Rules that have run. */
  readonly rules: ReadonlySet<string>;
  /** Whether all have run that can be expected to: then a comment that suppresses every rule can be judged too. */
  readonly complete: boolean;
}

function judgedBy({ rules, ran, complete }: Judging): Judged {
  const onPosts = rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [] : [rule.id]));
  return {
    rules: new Set([...onPosts, ...(ran ?? [])]),
    complete: complete && (ran !== null || onPosts.length === rules.length),
  };
}

/** Reports what suppresses nothing, as far as that is known: a rule that is off cannot be judged. */
function unusedDirectives(
  suppressions: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  judged: Judged,
): Finding[] {
  const found: Finding[] = [];
  for (const suppression of suppressions) {
    const { rule, comment } = suppression;
    if (used.has(suppression) || !(rule ? judged.rules.has(rule.id) : judged.complete)) continue;
    const what = rule ? `of \`${rule.id}\`` : 'at all';
    const message = `This comment suppresses no finding ${what}: delete it.`;
    if (!keep(found, notice('unused-directive', message, rule?.range ?? comment))) break;
  }
  return found;
}
