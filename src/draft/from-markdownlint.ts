import type { PatternSetting, RuleSetting } from '../config/schema.ts';
import { optionOf } from './markdownlint-counterparts.ts';
import { type MarkdownlintRule, markdownlintRules, rulesNamed } from './markdownlint-rules.ts';
import { isRecord } from './plugin-uses.ts';
import {
  type Mapped,
  type RemarkSetting,
  settingOf,
  shownSetting,
  type TakeoverProblem,
} from './takeover.ts';

/** What a configuration of markdownlint's rules becomes. */
export interface FromMarkdownlint {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly terms: readonly string[];
  readonly patterns: readonly PatternSetting[];
  readonly mapped: readonly Mapped[];
  /** Rules of theirs that are off, whose counterparts stay on. */
  readonly kept: readonly Mapped[];
  /** What a rule of remark-lint could do here: their rule, and the entry under `remark`. */
  readonly hostable: readonly { readonly theirs: string; readonly remark: RemarkSetting }[];
  readonly left: readonly string[];
  /** Their rules that are on without being named and have no rule of ours. */
  readonly unnamed: number;
  readonly problems: readonly TakeoverProblem[];
}

/** What a configuration says of one rule. */
interface Said {
  readonly on: boolean;
  readonly level: 'warn' | 'error' | null;
  readonly value: unknown;
}

/** As many as a configuration may have. */
const mostTerms = 500;

const notRules = new Set(['default', 'extends', '$schema']);

/**
 * Takes a configuration of markdownlint's rules over. Only rules that it names, by id, name or tag, change anything: the
 * others are on because nobody switched them off, and recaplint has its own `recommended`.
 *
 * @param value the configuration as data, with what it extends
 */
export function fromMarkdownlint(value: unknown): FromMarkdownlint {
  const message = 'A configuration of markdownlint is an object of rules.';
  const config = isRecord(value) ? value : {};
  const problems = isRecord(value) ? [] : [{ path: [], message }];
  const said = new Map<MarkdownlintRule, Said>();
  const strangers: string[] = [];
  for (const [key, setting] of Object.entries(config)) {
    if (notRules.has(key.toLowerCase())) continue;
    const named = rulesNamed(key);
    // What is no rule any more, and off, is of no interest to anybody.
    if (named.length === 0 && saidBy(setting).on) strangers.push(key);
    for (const rule of named) said.set(rule, saidBy(setting));
  }
  const taken = takeAll(said);
  const left = [...together(taken.alone), ...taken.left];
  if (strangers.length > 0)
    left.push(`${strangers.join(', ')}: rules of others; what they look for may be said under "patterns"`);
  const { alone, ...rest } = taken;
  return { ...rest, left, unnamed: unnamedRules(config, said), problems };
}

/** A value of markdownlint 0.39 and later: on or off, a severity, or options with these two among them. */
function saidBy(value: unknown): Said {
  if (!isRecord(value)) return { on: Boolean(value), level: levelOf(value), value: undefined };
  return { on: value.enabled === undefined || Boolean(value.enabled), level: levelOf(value.severity), value };
}

function levelOf(severity: unknown): Said['level'] {
  if (severity === 'warning') return 'warn';
  return severity === 'error' ? 'error' : null;
}

/** Names without a word on them, in one line. */
function together(names: readonly string[]): string[] {
  return names.length === 0 ? [] : [names.join(', ')];
}

interface Taken extends Omit<FromMarkdownlint, 'unnamed' | 'problems'> {
  /** Rules that have no counterpart, and nothing to be said of. */
  readonly alone: readonly string[];
}

function takeAll(said: ReadonlyMap<MarkdownlintRule, Said>): Taken {
  const all: Taken[] = [...said]
    .sort(([a], [b]) => (a.id < b.id ? -1 : 1))
    .map(([rule, one]) => ({ ...nothing, ...takeOne(rule, one) }));
  return {
    rules: Object.assign({}, ...all.map(({ rules }) => rules)),
    terms: all.flatMap(({ terms }) => terms),
    patterns: all.flatMap(({ patterns }) => patterns),
    mapped: all.flatMap(({ mapped }) => mapped),
    kept: all.flatMap(({ kept }) => kept),
    hostable: all.flatMap(({ hostable }) => hostable),
    left: all.flatMap(({ left }) => left),
    alone: all.flatMap(({ alone }) => alone),
  };
}

const nothing: Taken = {
  rules: {},
  terms: [],
  patterns: [],
  mapped: [],
  kept: [],
  hostable: [],
  left: [],
  alone: [],
};

function takeOne(rule: MarkdownlintRule, { on, level, value }: Said): Partial<Taken> {
  const theirs = nameOf(rule);
  if (on && rule.id === 'MD044') return takeNames(theirs, optionOf(value, 'names'));
  if (on && rule.id === 'MD033') return takeTags(theirs, level, optionOf(value, 'allowed_elements'));
  if (on && rule.id === 'MD043') return takeHeadings(theirs, optionOf(value, 'headings'));
  const { counterpart, remark } = rule;
  const options = on ? (counterpart?.options(value) ?? null) : {};
  if (counterpart && options !== null) {
    if (!on && !counterpart.offTogether) return { kept: [{ theirs, ours: counterpart.rule }] };
    const setting = on ? settingOf(counterpart, options, level) : 'off';
    const mapped = [
      { theirs: on ? theirs : `${theirs}, off`, ours: shownSetting(counterpart.rule, setting) },
    ];
    return { mapped, ...(setting === null ? {} : { rules: { [counterpart.rule]: setting } }) };
  }
  if (!on) return {};
  const option = remark ? remark.option(value) : null;
  if (!remark || option === null) return { alone: [theirs] };
  return { hostable: [{ theirs, remark: option === undefined ? remark.name : [remark.name, option] }] };
}

function nameOf({ id, names }: MarkdownlintRule): string {
  return `${id}/${names[0]}`;
}

/** Proper names become terms; a name in two forms of capitals is more than a term can say. */
function takeNames(theirs: string, names: unknown): Partial<Taken> {
  const all: string[] = Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  const forms = new Map<string, number>();
  for (const name of new Set(all)) forms.set(name.toLowerCase(), (forms.get(name.toLowerCase()) ?? 0) + 1);
  const single = [...new Set(all)].filter((name) => forms.get(name.toLowerCase()) === 1);
  // No key of a configuration may be empty or called like this.
  const terms = single.filter((name) => name !== '' && name !== '__proto__').slice(0, mostTerms);
  const double = [...new Set(all)].filter((name) => forms.get(name.toLowerCase())! > 1);
  return {
    terms,
    mapped: terms.length > 0 ? [{ theirs, ours: `terms: ${terms.join(', ')}` }] : [],
    left: [
      ...(double.length > 0 ? [`${theirs} for ${double.join(', ')}: written in two ways on purpose`] : []),
      ...(single.length > mostTerms ? [`${theirs}: there may be ${mostTerms} terms, and no more`] : []),
    ],
  };
}

/** Tags of HTML become a pattern. */
function takeTags(theirs: string, level: Said['level'], allowed: unknown): Partial<Taken> {
  const names = Array.isArray(allowed) ? allowed.map((name) => String(name).toLowerCase()) : [];
  if (!names.every((name) => /^[a-z][\w:-]*$/.test(name))) return { alone: [theirs] };
  const pattern: PatternSetting = {
    name: 'no-inline-html',
    pattern: '^.+$',
    ...(names.length > 0 ? { except: `^(?:${[...new Set(names)].sort().join('|')})$` } : {}),
    message: 'The tag `<{match}>` is none of those that are allowed here: write it in Markdown.',
    in: 'tags',
    ...(level === 'error' ? { level } : {}),
  };
  return { patterns: [pattern], mapped: [{ theirs, ours: 'patterns/no-inline-html' }] };
}

function takeHeadings(theirs: string, headings: unknown): Partial<Taken> {
  if (!Array.isArray(headings) || headings.length === 0) return {};
  return { left: [`${theirs}: name the headings as "sections" of their series`] };
}

/** How many rules are on by default and neither named nor ours. */
function unnamedRules(
  config: Readonly<Record<string, unknown>>,
  said: ReadonlyMap<MarkdownlintRule, Said>,
): number {
  const key = Object.keys(config).find((name) => name.toLowerCase() === 'default');
  if (key !== undefined && !config[key]) return 0;
  // These two report nothing before they are told names or headings.
  const silent = new Set(['MD043', 'MD044']);
  return markdownlintRules.filter((rule) => !said.has(rule) && !rule.counterpart && !silent.has(rule.id))
    .length;
}
