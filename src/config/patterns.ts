import { RE2JS } from 're2js';
import { circleOf } from './pattern-circles.ts';
import { type EntryProblem, keyProblems } from './pattern-keys.ts';
import {
  type CompiledPattern,
  type PatternRule,
  type PatternSteps,
  patternRule,
  wrongsIn,
} from './pattern-rule.ts';
import { ConfigError, shortened } from './problem.ts';
import { type Replacement, readReplacement } from './replacement.ts';
import type { PatternSetting } from './schema.ts';
import type { ConfigSource, KeyPath } from './source.ts';

// More than any pattern that a person reads; each of a post's characters may be compared with each step.
const longestProgram = 1_000;
// So that each pattern reads at least 5,000 characters of a post. A hundred patterns of a few words come to 3,000.
const mostSteps = 50_000;

/**
 * Makes a rule of each pattern of a file, and counts its steps. They take time linear in the post, whoever wrote them, and
 * the less of a long post is searched the more steps there are in `steps` when it is linted.
 *
 * @throws ConfigError with the place of each one that is no pattern, or whose name is taken, and where there are too many
 */
export function compilePatterns(
  patterns: readonly PatternSetting[],
  source: ConfigSource,
  steps: PatternSteps,
): PatternRule[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  const entries = patterns.map((setting, index) => {
    const said = [...nameProblems(setting, names), ...keyProblems(setting)];
    const compiled = compileEntry(setting, said);
    problems.push(...said.map(({ key, message }) => ({ path: ['patterns', index, key], message })));
    steps.total += (compiled.pattern?.programSize() ?? 0) + (compiled.except?.programSize() ?? 0);
    return compiled;
  });
  if (problems.length === 0) problems.push(...circleProblems(entries));
  if (problems.length === 0 && steps.total > mostSteps) {
    const message = `The patterns come to more than ${mostSteps} steps together: write fewer, or shorter ones.`;
    problems.push({ path: ['patterns'], message });
  }
  if (problems.length > 0) {
    throw new ConfigError(
      problems.map(({ path, message }) => ({ file: source.file, place: source.placeOf(path), message })),
    );
  }
  return entries.map((entry) => patternRule(entry, steps));
}

interface Problem {
  readonly path: KeyPath;
  readonly message: string;
}

function nameProblems({ name }: PatternSetting, names: Set<string>): EntryProblem[] {
  const isTaken = names.has(name);
  names.add(name);
  return isTaken ? [{ key: 'name', message: `There is a pattern "${name}" already.` }] : [];
}

/** Fixing would never come to an end: each time would undo what the time before did. */
function circleProblems(entries: readonly CompiledPattern[]): Problem[] {
  const circle = circleOf(entries);
  if (!circle) return [];
  const names = [...circle, circle[0]!].map((index) => `"${entries[index]!.setting.name}"`);
  const steps = names.slice(1).map((name, index) => `what ${names[index]} writes, ${name} replaces`);
  const message = `"replace" goes in a circle: ${steps.join('; ')}. Keep one way.`;
  return [{ path: ['patterns', circle[0]!, 'replace'], message }];
}

function compileEntry(setting: PatternSetting, problems: EntryProblem[]): CompiledPattern {
  const attempt = <T>(key: EntryProblem['key'], compile: (text: string) => T): T | null => {
    const text = setting[key];
    try {
      return typeof text === 'string' ? compile(text) : null;
    } catch (error) {
      problems.push({ key, message: (error as Error).message });
      return null;
    }
  };
  const pattern = attempt('pattern', compilePattern);
  const except = attempt('except', compilePattern);
  const replacement =
    pattern && attempt('replace', (text) => compileReplacement(text, pattern, except, setting));
  return { setting, pattern, except, replacement };
}

/** @throws Error with a sentence */
function compilePattern(text: string): RE2JS {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(text));
    if (compiled.programSize() <= longestProgram) return compiled;
  } catch (error) {
    throw unusable(text, reasonOf(text, error as Error));
  }
  throw unusable(text, 'it is too long, or repeats something too many times');
}

function unusable(text: string, reason: string): Error {
  return new Error(`"${shortened(text)}" cannot be used as a pattern: ${reason}.`);
}

/** Why a pattern is refused, for people who know other engines. */
function reasonOf(pattern: string, { message }: Error): string {
  if (/\(\?<?[=!]/.test(pattern))
    return 'patterns cannot look ahead or behind; match more, put the part that is meant in the first group, and what does not count in "except"';
  if (/\\[1-9]/.test(pattern)) return 'patterns cannot refer back to a group with \\1';
  return shortened(message.replace(/^error parsing regexp: /, ''));
}

/** @throws Error with a sentence */
function compileReplacement(
  text: string,
  pattern: RE2JS,
  except: RE2JS | null,
  setting: PatternSetting,
): Replacement {
  let replacement: Replacement;
  try {
    replacement = readReplacement(text, pattern, setting.key === undefined ? setting.in : 'front matter');
  } catch (error) {
    throw new Error(`"replace" ${(error as Error).message}`);
  }
  const { constant } = replacement;
  if (constant === null) return replacement;
  if (wrongsIn(constant, pattern, { except, replacement }).length === 0) return replacement;
  const hint = 'let the pattern match less, or say in "except" what is right';
  throw new Error(
    `"replace" is "${shortened(constant)}", which the pattern would find and replace again: ${hint}.`,
  );
}
