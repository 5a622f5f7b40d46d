import type { Document } from '../document/document.ts';
import { dateFact, factsOf, periodFact } from '../series/collect.ts';
import type { PostFacts, Series } from '../series/facts.ts';
import { noSuppressions, readDirectives, suppressedRanges } from './directives.ts';
import type { Finding, KeptOutcome, LintOutcome, OtherMessage } from './finding.ts';
import { failure, findingOf, keep } from './made-finding.ts';
import { refusalFinding } from './notices.ts';
import { othersSaid } from './others-said.ts';
import { type FileSet, isSeriesRule, type RuleContext } from './rule.ts';
import type { ActiveRule, Settings } from './settings.ts';
import { settle } from './settle.ts';
import { problemsOf } from './yielded.ts';

/** What a run may give beside the settings. */
export interface LintContext {
  /** The earlier posts of the post's series; null where it stands alone. */
  readonly series?: Series | null;
  /** The files of the post's workspace; null where they are not known. */
  readonly files?: FileSet | null;
  /** What others say of the text, such as plugins of remark; absent: what they said `before`. */
  readonly messages?: readonly OtherMessage[];
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
  { series = null, files = null, messages, before }: LintContext = {},
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
      known ??
        runRule(active, document, new AskedContext(document, settings.post, files, series, id, askers)),
    );
  }
  for (const [id, findings] of othersSaid(messages, before?.outcome, document, settings.rules))
    found.set(id, findings);
  const suppressions = before?.outcome.suppressions ?? readDirectives(document, settings, messages);
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
  readonly #document: Document;
  readonly #series: Series | null;
  readonly #id: string;
  readonly #askers: Set<string>;

  constructor(
    document: Document,
    post: RuleContext['post'],
    files: FileSet | null,
    series: Series | null,
    id: string,
    askers: Set<string>,
  ) {
    this.post = post;
    this.files = files;
    this.#document = document;
    this.#series = series;
    this.#id = id;
    this.#askers = askers;
  }

  get date(): RuleContext['date'] {
    return dateFact(this.#document);
  }

  get period(): RuleContext['period'] {
    return periodFact(this.#document, this.post);
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

function runRule(
  { rule, severity, options }: ActiveRule,
  document: Document,
  context: RuleContext,
): readonly Finding[] {
  if (isSeriesRule(rule)) return none;
  let findings: Finding[] | undefined;
  try {
    for (const problem of problemsOf(rule.check(document, options, context))) {
      findings ??= [];
      if (!keep(findings, findingOf(problem, rule, severity, document.source.length))) break;
    }
  } catch (error) {
    findings = [...(findings ?? []), failure(rule, error)];
  }
  return findings ?? none;
}

const none: readonly Finding[] = [];
