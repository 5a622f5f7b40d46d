import * as z from 'zod/mini';
import type { Rule } from '../engine/rule.ts';
import { hostedPrefix } from '../engine/settings.ts';
import { type DescribedIssue, describeIssue } from './issues.ts';
import { didYouMean } from './nearest.ts';
import { ConfigError, type ConfigProblem, shortened } from './problem.ts';
import { type Config, configSchema, type RuleSetting } from './schema.ts';
import type { ConfigSource, KeyPath } from './source.ts';

/** The rules that a configuration may set. */
export interface KnownRules {
  readonly rules: readonly Rule[];
  /** Whether a plugin of remark is named, so that ids of its findings may be set. */
  readonly hosts: boolean;
  /** Whether programs were left out: then an id that nobody knows may be one of theirs. */
  readonly skipped: boolean;
}

/**
 * Checks what a configuration file says: its keys and values, rule ids, and every rule's options.
 *
 * @throws ConfigError with all problems, each with its place.
 */
export function checkConfig(source: ConfigSource, rules: readonly Rule[]): Config {
  const config = checkShape(source);
  checkRules(config, source, { rules, hosts: (config.remark ?? []).length > 0, skipped: false });
  return config;
}

/** Checks the keys and values alone. @throws ConfigError */
export function checkShape(source: ConfigSource): Config {
  if (source.problems.length > 0) throw new ConfigError(source.problems);
  const result = z.safeParse(configSchema, source.value, { reportInput: true });
  if (!result.success) throw new ConfigError(issuesOf(result.error, source));
  return result.data;
}

/** Checks the ids of rules, and their options. @throws ConfigError */
export function checkRules(config: Config, source: ConfigSource, known: KnownRules): void {
  const problems = ruleProblems(config, source, known);
  if (problems.length > 0) throw new ConfigError(problems);
}

/** What is wrong with one rule's entry. */
interface RuleProblem {
  readonly path: KeyPath;
  readonly part: 'key' | 'value';
  readonly message: string;
}

/** Problems of one rule's entry: an unknown id, or options that its schema does not take. */
export function checkRule(id: string, setting: RuleSetting, known: KnownRules): readonly RuleProblem[] {
  if (id.startsWith(hostedPrefix)) return hostedProblems(id, setting, known);
  const rule = known.rules.find((candidate) => candidate.id === id);
  if (!rule) return known.skipped ? [] : [unknownRule(id, known.rules)];
  return typeof setting === 'string' ? [] : optionProblems(rule, setting[1]);
}

function unknownRule(id: string, rules: readonly Rule[]): RuleProblem {
  const ids = rules.map((candidate) => candidate.id);
  const hint =
    patternHint(id) ||
    hostedHint(id) ||
    didYouMean(id, ids) ||
    ' `recaplint rules` lists them all; one of your own is brought by an entry of `plugins`.';
  return { path: [], part: 'key', message: `There is no rule "${shortened(id)}".${hint}` };
}

/** Packages are called differently from what they find. */
function hostedHint(id: string): string {
  const own = /^remark-lint[-:](.+)$/s.exec(id)?.[1];
  return own === undefined
    ? ''
    : ` What that plugin of remark finds is called "${shortened(hostedPrefix + own)}".`;
}

/** Of what plugins of remark find, the level alone is ours to set. */
function hostedProblems(id: string, setting: RuleSetting, { hosts, skipped }: KnownRules): RuleProblem[] {
  if (!hosts && !skipped) {
    const message = `"${shortened(id)}" is found by a plugin of remark, and none is named: add it to \`remark\`.`;
    return [{ path: [], part: 'key', message }];
  }
  if (typeof setting === 'string' || Object.keys(setting[1]).length === 0) return [];
  const message = `"${shortened(id)}" takes a level alone: options of its plugin stand in \`remark\`.`;
  return [{ path: [1], part: 'value', message }];
}

function optionProblems({ id, options: schema }: Rule, given: object): RuleProblem[] {
  if (!schema) {
    const keys = Object.keys(given);
    const message = `The rule "${id}" has no options; it is given ${keys.map((key) => `"${key}"`).join(', ')}.`;
    return keys.length === 0 ? [] : [{ path: [1], part: 'value', message }];
  }
  try {
    const result = z.safeParse(schema, given, { reportInput: true });
    return [...(result.error?.issues ?? []), ...droppedKeys(schema, given)].flatMap((issue) =>
      describeIssue(issue, schema, ['rules', id, 1]).map((found) => ({ ...found, path: [1, ...found.path] })),
    );
  } catch (error) {
    // The schema of a plugin is a program as well.
    const reason = error instanceof Error ? error.message : typeof error;
    return [
      { path: [1], part: 'value', message: `The options of the rule "${id}" cannot be checked: ${reason}` },
    ];
  }
}

/** Keys that `z.object` drops without a word: whoever has mistyped one would not hear of it. `z.strictObject` reports its own. */
function droppedKeys({ _zod: { def } }: z.ZodMiniType<object>, given: object): z.core.$ZodIssue[] {
  const { shape = {}, catchall } = def as Partial<z.core.$ZodObjectDef>;
  const keys = catchall ? [] : Object.keys(given).filter((key) => !Object.hasOwn(shape, key));
  return keys.length === 0
    ? []
    : [{ code: 'unrecognized_keys', keys, path: [], input: { ...given }, message: '' }];
}

function patternHint(id: string): string {
  return id.startsWith('patterns/') ? ' The level of a pattern stands in its entry of `patterns`.' : '';
}

function issuesOf(error: z.core.$ZodError, source: ConfigSource): ConfigProblem[] {
  return error.issues.flatMap((issue) =>
    (optionsAlone(issue) ?? describeIssue(issue, configSchema)).map(({ path, part, message }) => ({
      file: source.file,
      place: source.placeOf(path, part),
      message,
    })),
  );
}

/** Options in the place of a level are meant well. */
function optionsAlone({ path, input }: z.core.$ZodIssue): readonly DescribedIssue[] | null {
  const isGroup = typeof input === 'object' && input !== null && !Array.isArray(input);
  if (!isGroup || path.at(-2) !== 'rules') return null;
  const id = shortened(String(path.at(-1)));
  const message = `The options of "${id}" stand behind a level: write ["warn", {…}].`;
  return [{ path, part: 'value', message }];
}

function ruleProblems(config: Config, source: ConfigSource, known: KnownRules): ConfigProblem[] {
  const tables = [
    { at: ['rules'] as KeyPath, table: config.rules ?? {} },
    ...(config.overrides ?? []).map((override, index) => ({
      at: ['overrides', index, 'rules'],
      table: override.rules ?? {},
    })),
  ];
  return tables.flatMap(({ at, table }) =>
    Object.entries(table).flatMap(([id, setting]) =>
      checkRule(id, setting, known).map(({ path, part, message }) => ({
        file: source.file,
        place: source.placeOf([...at, id, ...path], part),
        message,
      })),
    ),
  );
}
