import { didYouMean } from '../config/nearest.ts';
import { ConfigError } from '../config/problem.ts';
import type { Severity } from '../engine/rule.ts';

type Level = Severity | 'off';

/** What the plugin may be given in remark's configuration. */
export interface RecaplintOptions {
  /** A configuration file that counts in place of the nearest ones; relative to the folder that remark runs in. */
  readonly config?: string;
  /** Whether code that recaplint's configuration names may run. Default: true. */
  readonly code?: boolean;
  /** Levels of rules, which win over every configuration file. */
  readonly rules?: Readonly<Record<string, Level | readonly [Level, Readonly<Record<string, unknown>>]>>;
}

/** The options with what holds where they say nothing. */
export interface CheckedOptions {
  readonly config: string | null;
  readonly code: boolean;
  /** Each as `id: level`, as `--rule` takes it. */
  readonly rule: readonly string[];
}

/** What a problem of the options is reported under, as one of a configuration is under its file. */
export const optionsName = 'The options of recaplint/remark';

const kinds: Readonly<Record<keyof RecaplintOptions, string>> = {
  config: 'the path of a configuration file, in quotes',
  code: 'true or false',
  rules: 'an object of rules and their levels',
};

/** @throws ConfigError where there is no such option, or its value is none that it takes */
export function checkOptions(given: unknown): CheckedOptions {
  if (given === undefined || given === null) return { config: null, code: true, rule: [] };
  if (!isObject(given)) throw wrong(`They are an object, such as {"config": "recaplint.json"}.`);
  for (const [key, value] of Object.entries(given)) {
    if (!isOption(key))
      throw wrong(`There is no option "${key}".${didYouMean(key, Object.keys(kinds)) || all()}`);
    if (value !== undefined && !isFit(key, value))
      throw wrong(`"${key}" is ${kinds[key]}, not ${JSON.stringify(value)}.`);
  }
  const { config = null, code = true, rules = {} } = given as RecaplintOptions;
  const rule = Object.entries(rules).map(
    ([id, setting]) => `${id}: ${typeof setting === 'string' ? setting : JSON.stringify(setting)}`,
  );
  return { config, code, rule };
}

function isOption(key: string): key is keyof RecaplintOptions {
  return Object.hasOwn(kinds, key);
}

function isFit(key: keyof RecaplintOptions, value: unknown): boolean {
  if (key === 'config') return typeof value === 'string' && value !== '';
  if (key === 'code') return typeof value === 'boolean';
  return isObject(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function all(): string {
  return ` There are: ${Object.keys(kinds).join(', ')}.`;
}

function wrong(message: string): ConfigError {
  return new ConfigError([{ file: optionsName, place: null, message }]);
}
