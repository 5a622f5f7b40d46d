import type { Document } from '../document/document.ts';
import { memoize } from '../document/memo.ts';
import type { Comment } from '../document/model.ts';
import type { LineIndex, Range } from '../document/source.ts';
import type { SuppressedRange } from '../series/facts.ts';
import type { Finding, OtherMessage } from './finding.ts';
import { keep } from './made-finding.ts';
import { notice } from './notices.ts';
import { isSeriesRule } from './rule.ts';
import { type ActiveRule, hostedPrefix, isKnownId, type Settings } from './settings.ts';

/** What a suppression comment may say. */
export const verbs = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;
export type Verb = (typeof verbs)[number];

const pattern = /^\s*recaplint-([\w-]+)/;

/** A rule id as a comment names it. */
interface NamedRule {
  readonly id: string;
  readonly range: Range;
}

/** A suppression comment, read. */
interface Directive {
  readonly verb: Verb;
  /** Empty: all rules. */
  readonly rules: readonly NamedRule[];
  readonly range: Range;
}

/** A stretch in which a comment suppresses one rule, or all where `rule` is null. */
interface Suppression extends Range {
  readonly rule: NamedRule | null;
  /** Where the comment stands. */
  readonly comment: Range;
}

/** What the suppression comments of a post do, as plain data. */
export interface Suppressions {
  /** In order of the comments. */
  readonly stretches: readonly Suppression[];
  /** Notices about the comments themselves. */
  readonly problems: readonly Finding[];
  /** Whether rules were left out: then a comment about all rules may be there for one of theirs. */
  readonly lenient?: true | undefined;
  /** Ids in comments of what others find, who have all looked at the post: such a comment can turn out to be unused. */
  readonly heard?: readonly string[] | undefined;
}

/** Those of a post without such comments. */
export const noSuppressions: Suppressions = { stretches: [], problems: [] };

/**
 * Reads the suppression comments of a post.
 *
 * @param messages what others say of it; absent where they were not asked
 */
export function readDirectives(
  document: Document,
  settings: Settings,
  messages?: readonly OtherMessage[],
): Suppressions {
  if (!settings.inlineConfig || !document.source.includes('recaplint-')) {
    return noSuppressions;
  }
  const problems: Finding[] = [];
  const directives = document.comments.flatMap((comment) =>
    readDirective(comment, document.source, settings, problems),
  );
  const stretches = suppressionsOf(directives, document);
  // Where any id may be one, somebody's rules are missing.
  const lenient = settings.knownBeginnings?.includes('') && { lenient: true as const };
  const heard = messages ? heardIds(stretches, settings, messages) : [];
  return { stretches, problems, ...lenient, ...(heard.length > 0 && { heard }) };
}

/** None where one of the others broke down: what it would have found is not known. */
function heardIds(
  stretches: readonly Suppression[],
  { remark = [], remarkLevels }: Settings,
  messages: readonly OtherMessage[],
): readonly string[] {
  if (remark.length === 0 || !messages.every(({ ruleId }) => ruleId.startsWith(hostedPrefix))) return [];
  const ids = stretches.flatMap(({ rule }) => rule?.id ?? []);
  return ids.filter((id) => id.startsWith(hostedPrefix) && remarkLevels?.get(id) !== 'off');
}

/** The stretches of a post in which findings are suppressed, as facts have them. */
export function suppressedRanges({ stretches }: Suppressions): readonly SuppressedRange[] {
  return stretches.map(({ start, end, rule }) => ({ start, end, rules: rule ? [rule.id] : null }));
}

function readDirective(
  comment: Comment,
  source: string,
  settings: Settings,
  problems: Finding[],
): Directive[] {
  const text = source.slice(comment.textRange.start, comment.textRange.end);
  const match = pattern.exec(text);
  if (!match) return [];
  const verb = verbs.find((known) => known === match[1]);
  const textStart = comment.textRange.start;
  const verbStart = textStart + match[0].length - match[1]!.length;
  if (!verb) {
    const range = { start: verbStart, end: verbStart + match[1]!.length };
    const known = verbs.map((name) => `\`${name}\``).join(', ');
    keep(
      problems,
      notice(
        'unknown-directive',
        `\`${match[1]}\` is no instruction to recaplint: write one of ${known}.`,
        range,
      ),
    );
    return [];
  }
  const rest = text.slice(match[0].length);
  const reasonAt = rest.search(/(?:^|\s)--(?:\s|$)/);
  const named = reasonAt < 0 ? rest : rest.slice(0, reasonAt);
  const reason = reasonAt < 0 ? '' : rest.slice(reasonAt).trim().slice(2).trim();
  if (settings.requireReasons && verb !== 'enable' && reason === '') {
    keep(
      problems,
      notice('unknown-directive', 'A reason is missing: write it behind `--`.', comment.range, 'reason'),
    );
  }
  const rules = readRuleNames(named, textStart + match[0].length);
  const known = rules.filter(({ id }) => isKnownId(settings, id));
  for (const { id, range } of rules) {
    if (!isKnownId(settings, id))
      keep(problems, notice('unknown-directive', `There is no rule \`${id}\`.`, range, 'rule'));
  }
  // A comment that names only unknown rules must not suppress all of them.
  return rules.length > 0 && known.length === 0 ? [] : [{ verb, rules: known, range: comment.range }];
}

function readRuleNames(text: string, offset: number): NamedRule[] {
  return [...text.matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    range: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}

/** What the directives suppress, in source order. Read backwards, so that each knows the next `enable`. */
function suppressionsOf(directives: readonly Directive[], document: Document): Suppression[] {
  const found: Suppression[] = [];
  const enabledAt = new Map<string, number>();
  let allEnabledAt = document.source.length;
  for (const directive of [...directives].reverse()) {
    if (directive.verb === 'enable') {
      for (const { id } of directive.rules) enabledAt.set(id, directive.range.start);
      if (directive.rules.length === 0) {
        enabledAt.clear();
        allEnabledAt = directive.range.start;
      }
      continue;
    }
    for (const rule of directive.rules.length > 0 ? directive.rules : [null]) {
      const until = (rule && enabledAt.get(rule.id)) ?? allEnabledAt;
      found.push({ ...extentOf(directive, until, document), rule, comment: directive.range });
    }
  }
  return found.reverse();
}

function extentOf({ verb, range }: Directive, until: number, { lines, source }: Document): Range {
  if (verb === 'disable-file') return { start: 0, end: source.length };
  if (verb === 'disable-line') return linesOf(range, lines);
  if (verb === 'disable-next-line') return nextLine(range.end, lines);
  return { start: range.start, end: until };
}

function linesOf(range: Range, lines: LineIndex): Range {
  const first = lines.lineRange(lines.pointAt(range.start).line);
  return { start: first.start, end: lines.lineRange(lines.pointAt(range.end).line).end };
}

/** The next line that is not blank: formatters put an empty line between a comment and a paragraph. */
function nextLine(offset: number, lines: LineIndex): Range {
  return firstWritten(lines, lines.pointAt(offset).line + 1);
}

/** The first line from a number on that is not blank; the last one where all are. Many comments of one line ask for the same. */
const firstWritten = memoize((lines: LineIndex, from: number): Range => {
  let line = from;
  let range = lines.lineRange(line);
  while (range.start === range.end && line < lines.starts.length) range = lines.lineRange(++line);
  return range;
});

/**
 * The findings that no comment suppresses, and the notices about the comments.
 *
 * @param rules those that are on for the post
 * @param ran ids of the rules that looked at the post's series; null while they have not
 */
export function unsuppressed(
  findings: readonly Finding[],
  { stretches, problems, lenient, heard = [] }: Suppressions,
  rules: readonly ActiveRule[],
  ran: ReadonlySet<string> | null,
): Finding[] {
  if (stretches.length === 0) return [...findings, ...problems];
  const used = new Set<Suppression>();
  const sweep = new Sweep(stretches);
  const kept = [...findings]
    .sort((a, b) => a.range.start - b.range.start)
    .filter(({ ruleId, range }) => {
      const suppressing = [sweep.at(range.start, ruleId), sweep.at(range.start, null)].filter(
        (one) => one !== null,
      );
      for (const suppression of suppressing) used.add(suppression);
      return suppressing.length === 0;
    });
  const { rules: looked, complete } = judgedBy(rules, ran);
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

function judgedBy(rules: readonly ActiveRule[], ran: ReadonlySet<string> | null): Judged {
  const onPosts = rules.flatMap(({ rule }) => (isSeriesRule(rule) ? [] : [rule.id]));
  return {
    rules: new Set([...onPosts, ...(ran ?? [])]),
    complete: ran !== null || onPosts.length === rules.length,
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
