import type { Document } from '../document/document.ts';
import { memoize } from '../document/memo.ts';
import type { Comment } from '../document/model.ts';
import type { LineIndex, Range } from '../document/source.ts';
import type { SuppressedRange } from '../series/facts.ts';
import type { Finding, OtherMessage } from './finding.ts';
import { keep } from './made-finding.ts';
import { notice } from './notices.ts';
import { hostedPrefix, isKnownId, type Settings } from './settings.ts';

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
export interface Suppression extends Range {
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
