import type { Document } from '../document/document.ts';
import { type Range, type RangeSet, rangeSet } from '../document/source.ts';
import { factsOf } from '../series/collect.ts';
import type { PostFacts, Series, SuppressedRange } from '../series/facts.ts';
import { byPeriod } from '../series/group.ts';
import { noSuppressions, readDirectives, suppressedRanges, unsuppressed } from './directives.ts';
import type { Finding, KeptOutcome, LintOutcome } from './finding.ts';
import { notice, refusalFinding } from './notices.ts';
import { type FileSet, isSeriesRule, type Problem, type Rule, type RuleContext } from './rule.ts';
import type { ActiveRule, Settings } from './settings.ts';

/** What a run may give beside the settings. */
export interface LintContext {
  /** The earlier posts of the post's series; null where it stands alone. */
  readonly series?: Series | null;
  /** The files of the post's workspace; null where they are not known. */
  readonly files?: FileSet | null;
  /** What linting the same post without its series gave, where some rules alone are to run again. */
  readonly before?: Before;
}

/** What a post was found to have before its series was known. */
export interface Before {
  readonly outcome: KeptOutcome;
  /** Ids of the rules that run again, now with the series. */
  readonly again: ReadonlySet<string>;
}

/**
 * Lints one post with the rules that look at single posts. Pure and synchronous, and throws on no input: a
 * rule that breaks down becomes a finding.
 */
export function lint(
  document: Document,
  settings: Settings,
  { series = null, files = null, before }: LintContext = {},
): LintOutcome {
  if (document.refusal) return refused(refusalFinding(document.refusal));
  const askers = new Set<string>();
  const found = new Map<string, readonly Finding[]>();
  for (const active of settings.rules) {
    const { id } = active.rule;
    const known = before?.again.has(id) ? undefined : before?.outcome.found.get(id);
    if (known && before?.outcome.askers.has(id)) askers.add(id);
    found.set(
      id,
      known ?? runRule(active, document, new AskedContext(settings.post, files, series, id, askers)),
    );
  }
  const suppressions = before?.outcome.suppressions ?? readDirectives(document, settings);
  return new Linted(document, settings, found, askers, suppressions);
}

/**
 * What linting a post gave. A class: each object literal with getters has a shape of its own, which V8 keeps among old
 * objects, and which keeps what its getters know, here the document, until all of the heap is cleared up.
 */
class Linted implements LintOutcome {
  readonly found: LintOutcome['found'];
  readonly askers: LintOutcome['askers'];
  readonly suppressions: LintOutcome['suppressions'];
  readonly #document: Document;
  readonly #settings: Settings;
  #findings?: readonly Finding[];
  #facts?: PostFacts;

  constructor(
    document: Document,
    settings: Settings,
    found: LintOutcome['found'],
    askers: LintOutcome['askers'],
    suppressions: LintOutcome['suppressions'],
  ) {
    this.#document = document;
    this.#settings = settings;
    this.found = found;
    this.askers = askers;
    this.suppressions = suppressions;
  }

  /** A run settles them itself, when it knows what the series adds. */
  get findings(): readonly Finding[] {
    this.#findings ??= settle(this, this.#settings.rules, [], null);
    return this.#findings;
  }

  /** Most runs have no rule that looks at a series, and never ask. */
  get facts(): PostFacts {
    this.#facts ??= factsOf(this.#document, this.#settings.post, suppressedRanges(this.suppressions));
    return this.#facts;
  }
}

/** A rule's context, which notes whether it asks for the series. */
class AskedContext implements RuleContext {
  readonly post: RuleContext['post'];
  readonly files: FileSet | null;
  readonly #series: Series | null;
  readonly #id: string;
  readonly #askers: Set<string>;

  constructor(
    post: RuleContext['post'],
    files: FileSet | null,
    series: Series | null,
    id: string,
    askers: Set<string>,
  ) {
    this.post = post;
    this.files = files;
    this.#series = series;
    this.#id = id;
    this.#askers = askers;
  }

  get series(): Series | null {
    this.#askers.add(this.#id);
    return this.#series;
  }
}

function refused(finding: Finding): LintOutcome {
  return {
    findings: [finding],
    facts: null,
    found: new Map([[finding.ruleId, [finding]]]),
    askers: new Set(),
    suppressions: noSuppressions,
  };
}

/**
 * Puts the findings of rules that looked at a post's series among its own: one place, one finding, and comments count for
 * all of them.
 *
 * @param rules those that are on for the post
 * @param added what was found in the series
 * @param ran ids of the rules that looked at the series, of which comments can turn out to be unused; null: none has yet
 * @returns findings ordered by start, then end, then rule id
 */
export function settle(
  { found, suppressions }: Pick<LintOutcome, 'found' | 'suppressions'>,
  rules: readonly ActiveRule[],
  added: readonly Finding[],
  ran: ReadonlySet<string> | null,
): readonly Finding[] {
  const all: Finding[] = [];
  for (const findings of found.values()) for (const finding of findings) all.push(finding);
  for (const finding of added) all.push(finding);
  return unsuppressed(speakOnce(all, rules), suppressions, rules, ran).sort(inOrder);
}

/**
 * Runs the rules that look at series over the facts of one series, for posts of which nothing but facts is known. Where a
 * post itself was linted, its {@link settle} puts what {@link findInSeries} gives among its findings.
 *
 * @param posts facts of the series' posts, in any order
 * @returns findings by post path; only posts with findings are in it
 */
export function lintSeries(
  posts: readonly PostFacts[],
  rules: readonly ActiveRule[],
): Map<string, Finding[]> {
  const suppressed = new Map(posts.map(({ path, suppressed: ranges }) => [path, ranges]));
  const findings = new Map<string, Finding[]>();
  for (const [path, found] of findInSeries(posts, rules)) {
    const kept = speakOnce(found, rules).filter((finding) => !isSilenced(finding, suppressed.get(path)));
    if (kept.length > 0) findings.set(path, kept.sort(inOrder));
  }
  return findings;
}

/** What rules find in a series, by post path, before one speaks for another and comments suppress some. */
export function findInSeries(
  posts: readonly PostFacts[],
  rules: readonly ActiveRule[],
): Map<string, Finding[]> {
  const ordered = [...posts].sort(byPeriod);
  const findings = new Map<string, Finding[]>();
  const add = (path: string, finding: Finding) => {
    const list = findings.get(path) ?? [];
    list.push(finding);
    findings.set(path, list);
  };
  for (const { rule, severity, options } of rules) {
    if (!isSeriesRule(rule)) continue;
    try {
      for (const problem of rule.checkSeries(ordered, options))
        add(problem.path, findingOf(problem, rule, severity));
    } catch (error) {
      const last = ordered.at(-1);
      if (last) add(last.path, failure(rule, error));
    }
  }
  return findings;
}

function isSilenced({ ruleId, range }: Finding, suppressed: readonly SuppressedRange[] = []): boolean {
  return suppressed.some(
    (stretch) => holds(stretch, range) && (stretch.rules === null || stretch.rules.includes(ruleId)),
  );
}

function runRule(
  { rule, severity, options }: ActiveRule,
  document: Document,
  context: RuleContext,
): readonly Finding[] {
  if (isSeriesRule(rule)) return none;
  let findings: Finding[] | undefined;
  try {
    for (const problem of rule.check(document, options, context)) {
      findings ??= [];
      findings.push(findingOf(problem, rule, severity));
    }
  } catch (error) {
    findings = [...(findings ?? []), failure(rule, error)];
  }
  return findings ?? none;
}

const none: readonly Finding[] = [];

function findingOf(problem: Problem, rule: Rule, severity: ActiveRule['severity']): Finding {
  return {
    ruleId: rule.id,
    severity,
    messageKey: problem.message,
    message: fill(rule.messages[problem.message] ?? problem.message, problem.data ?? {}),
    range: problem.range,
    fix: problem.fix,
    related: problem.related ?? [],
    details: problem.details,
  };
}

function failure(rule: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The rule \`${rule.id}\` broke down on this post (${reason}); its findings are missing.`;
  return notice('rule-failed', message, { start: 0, end: 0 });
}

function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : placeholder,
  );
}

/** One place, one finding: a rule is silent where a rule that it yields to has spoken. */
function speakOnce(findings: readonly Finding[], rules: readonly ActiveRule[]): readonly Finding[] {
  // One finding has nobody to yield to.
  if (findings.length < 2) return findings;
  const silenced = new Map<string, RangeSet>();
  for (const { rule } of rules) {
    const speakers = rule.yieldsTo;
    if (!speakers) continue;
    const spoken = findings.filter(({ ruleId }) => speakers.includes(ruleId));
    if (spoken.length > 0) silenced.set(rule.id, rangeSet(spoken.map(({ range }) => range)));
  }
  if (silenced.size === 0) return findings;
  return findings.filter(({ ruleId, range }) => !silenced.get(ruleId)?.overlaps(range));
}

function holds(outer: Range, inner: Range): boolean {
  return inner.start >= outer.start && inner.start <= outer.end;
}

function inOrder(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || compare(a.ruleId, b.ruleId);
}

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
