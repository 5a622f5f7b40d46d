import * as z from 'zod/mini';
import { notices } from '../engine/notices.ts';
import { categories, isSeriesRule, type PostRule, type Rule } from '../engine/rule.ts';
import { didYouMean } from './nearest.ts';
import { shortened } from './problem.ts';

/** What a plugin exports: its rules, or what keeps them from being rules, a sentence each. */
export interface PluginRules {
  readonly rules: readonly Rule[];
  readonly faults: readonly string[];
}

type Written = Readonly<Record<string, unknown>>;

/** Reads the default export of a plugin: one rule, or `{rules: […]}`. What a rule leaves out is filled in. */
export function rulesOf(exported: unknown): PluginRules {
  const isGroup = isObject(exported) && 'rules' in exported;
  const list = isGroup ? exported.rules : [exported];
  if (!isObject(exported) || !Array.isArray(list)) {
    const what = isGroup ? `\`rules\` that are ${shown(list)}` : shown(exported);
    return { rules: [], faults: [`Its default export must be a rule or {rules: […]}, and is ${what}.`] };
  }
  if (list.length === 0) return { rules: [], faults: ['It exports no rules.'] };
  const faults = list.flatMap(faultsOf);
  return faults.length > 0 ? { rules: [], faults } : { rules: list.map(ruleOf), faults };
}

/** What is wrong with a rule; each sentence names it. */
function faultsOf(rule: unknown, index: number): string[] {
  if (!isObject(rule)) return [`A rule is an object, and rule ${index + 1} is ${shown(rule)}.`];
  const id = typeof rule.id === 'string' ? `The rule "${shortened(rule.id)}"` : `Rule ${index + 1}`;
  const checks = [idFault, summaryFault, messagesFault, checkFault, optionsFault, urlFault, ...wordFaults];
  return checks.flatMap((check) => {
    const fault = check(rule);
    return fault === null ? [] : [`${id} ${fault}${fault.endsWith('?') ? '' : '.'}`];
  });
}

const plainId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/;
const reserved = /^(?:patterns|remark-lint|recaplint)(?:\/|$)/;

function idFault({ id }: Written): string | null {
  if (typeof id !== 'string') return 'has no `id`: give it a text such as "no-codename"';
  if (!plainId.test(id)) return 'has an `id` that is not made of small letters, digits and single hyphens';
  if (reserved.test(id)) return 'has an `id` that recaplint keeps for itself: call it something else';
  return notices.some((notice) => notice.id === id)
    ? 'has the `id` of a notice: call it something else'
    : null;
}

function summaryFault({ summary }: Written): string | null {
  return typeof summary === 'string' && summary !== ''
    ? null
    : 'has no `summary`: say in a sentence what it is for';
}

function messagesFault({ messages }: Written): string | null {
  const isTable = isObject(messages) && Object.values(messages).every((text) => typeof text === 'string');
  return isTable ? null : 'has no `messages`: an object with a text for each key that it yields';
}

function checkFault({ check, checkSeries }: Written): string | null {
  const count = [check, checkSeries].filter((one) => typeof one === 'function').length;
  if (count === 2) return 'has both `check` and `checkSeries`: make two rules of it';
  return count === 1
    ? null
    : 'has no function `check(document, options, context)` or `checkSeries(series, options)`';
}

/** Options that nobody has set are those that the schema makes of an empty object. */
function optionsFault({ options }: Written): string | null {
  if (options === undefined) return null;
  if (!isSchema(options)) return 'has `options` that are no z.object(…): make them with the `z` of recaplint';
  try {
    const { error } = z.safeParse(options, {});
    const key = error?.issues[0]?.path.join('.');
    return error ? `has no default for the option \`${key}\`: wrap it in z._default(…)` : null;
  } catch (error) {
    return `has \`options\` that cannot be checked (${firstLine(error)})`;
  }
}

function urlFault({ url }: Written): string | null {
  if (url === undefined) return null;
  const isAddress = typeof url === 'string' && /^https?:\/\/[^\s"<>]+$/i.test(url) && URL.canParse(url);
  return isAddress ? null : `has a \`url\` that is ${shown(url)}: write one that starts with https://`;
}

/** Keys that may hold one of some words. */
const words = {
  category: [...categories, 'plugin'],
  recommended: ['off', 'warn', 'error'],
  fixes: ['always', 'sometimes', 'never'],
  needs: ['series'],
} as const;

const wordFaults = Object.entries(words).map(([key, known]) => (rule: Written): string | null => {
  const value = rule[key];
  if (value === undefined || (known as readonly unknown[]).includes(value)) return null;
  const hint = typeof value === 'string' ? didYouMean(value, known) : '';
  const may = known.map((word) => `"${word}"`).join(', ');
  return `has \`${key}\` ${shown(value)}; it may be ${may}${hint && `.${hint}`}`;
});

/** A rule of our own making: the plugin's cannot become another one while posts are linted. */
function ruleOf(given: Rule): Rule {
  const rule = {
    id: given.id,
    summary: given.summary,
    category: given.category ?? 'plugin',
    recommended: given.recommended ?? 'warn',
    messages: { ...given.messages },
    ...(given.url !== undefined && { url: given.url }),
    ...(given.fixes !== undefined && { fixes: given.fixes }),
    ...(given.options !== undefined && { options: given.options }),
    ...(Array.isArray(given.yieldsTo) && { yieldsTo: given.yieldsTo }),
  };
  if (isSeriesRule(given)) return { ...rule, checkSeries: given.checkSeries.bind(given) };
  return {
    ...rule,
    ...(given.needs !== undefined && { needs: given.needs }),
    ...(typeof given.concerns === 'function' && { concerns: (...asked) => mayConcern(given, asked) }),
    check: given.check.bind(given),
  };
}

/** It is asked outside the check, where what breaks down would end the run: then the check runs, and may break down itself. */
function mayConcern(given: PostRule, asked: Parameters<NonNullable<PostRule['concerns']>>): boolean {
  try {
    return Boolean(given.concerns!(...asked));
  } catch {
    return true;
  }
}

/** Of whichever copy of zod: a plugin brings its own. */
function isSchema(value: unknown): value is z.ZodMiniType<object> {
  const { _zod } = (value ?? {}) as { _zod?: { def?: { type?: unknown } } };
  return _zod?.def?.type === 'object';
}

function isObject(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(shortened(value));
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'a list';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : typeof error;
}
