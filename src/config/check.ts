import * as z from 'zod/mini';
import type { Rule } from '../engine/rule.ts';
import { describeIssue } from './issues.ts';
import { didYouMean } from './nearest.ts';
import { ConfigError, type ConfigProblem, shortened } from './problem.ts';
import { type Config, configSchema, type RuleSetting } from './schema.ts';
import type { ConfigSource, KeyPath } from './source.ts';

/**
 * Checks what a configuration file says: its keys and values, rule ids, and every rule's options.
 *
 * @throws ConfigError with all problems, each with its place.
 */
export function checkConfig(source: ConfigSource, rules: readonly Rule[]): Config {
  if (source.problems.length > 0) throw new ConfigError(source.problems);
  const result = z.safeParse(configSchema, source.value, { reportInput: true });
  const problems = result.success ? ruleProblems(result.data, source, rules) : issuesOf(result.error, source);
  if (problems.length > 0) throw new ConfigError(problems);
  return result.data as Config;
}

/** Problems of one rule's entry: an unknown id, or options that its schema does not take. */
export function checkRule(
  id: string,
  setting: RuleSetting,
  rules: readonly Rule[],
): readonly { readonly path: KeyPath; readonly part: 'key' | 'value'; readonly message: string }[] {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const hint =
      patternHint(id) ||
      didYouMean(
        id,
        rules.map((candidate) => candidate.id),
      ) ||
      ' `recaplint rules` lists them all.';
    return [{ path: [], part: 'key', message: `There is no rule "${shortened(id)}".${hint}` }];
  }
  if (typeof setting === 'string') return [];
  if (!rule.options) {
    const given = Object.keys(setting[1]);
    const message = `The rule "${id}" has no options; it is given ${given.map((key) => `"${key}"`).join(', ')}.`;
    return given.length === 0 ? [] : [{ path: [1], part: 'value', message }];
  }
  const schema = rule.options;
  const result = z.safeParse(schema, setting[1], { reportInput: true });
  return (result.error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, schema, ['rules', id, 1]).map((found) => ({ ...found, path: [1, ...found.path] })),
  );
}

function patternHint(id: string): string {
  return id.startsWith('patterns/') ? ' The level of a pattern stands in its entry of `patterns`.' : '';
}

function issuesOf(error: z.core.$ZodError, source: ConfigSource): ConfigProblem[] {
  return error.issues.flatMap((issue) =>
    describeIssue(issue, configSchema).map(({ path, part, message }) => ({
      file: source.file,
      place: source.placeOf(path, part),
      message,
    })),
  );
}

function ruleProblems(config: Config, source: ConfigSource, rules: readonly Rule[]): ConfigProblem[] {
  const tables = [
    { at: ['rules'] as KeyPath, table: config.rules ?? {} },
    ...(config.overrides ?? []).map((override, index) => ({
      at: ['overrides', index, 'rules'],
      table: override.rules ?? {},
    })),
  ];
  return tables.flatMap(({ at, table }) =>
    Object.entries(table).flatMap(([id, setting]) =>
      checkRule(id, setting, rules).map(({ path, part, message }) => ({
        file: source.file,
        place: source.placeOf([...at, id, ...path], part),
        message,
      })),
    ),
  );
}
