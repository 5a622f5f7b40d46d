import { checkRule, type KnownRules } from './check.ts';
import type { Layer } from './load.ts';
import { didYouMean } from './nearest.ts';
import { ConfigError } from './problem.ts';
import { levels, type RuleSetting } from './schema.ts';

/**
 * Makes a layer of `--rule` flags: `id: level` or `id: [level, {options}]` with the options in JSON.
 *
 * @throws ConfigError that names the flag.
 */
export function flagLayer(flags: readonly string[], known: KnownRules): Layer {
  const table: Record<string, RuleSetting> = Object.create(null);
  for (const flag of flags) {
    const fail = (message: string): ConfigError =>
      new ConfigError([{ file: `--rule "${flag}"`, place: null, message }]);
    const colon = flag.indexOf(':');
    if (colon < 0) throw fail('Write the rule and its level as "no-nbsp: error".');
    const id = flag.slice(0, colon).trim();
    const setting = settingOf(flag.slice(colon + 1).trim(), fail);
    const [problem] = checkRule(id, setting, known);
    if (problem) throw fail(problem.message);
    table[id] = setting;
  }
  return { name: '--rule', folder: '', config: { rules: table }, source: null };
}

function settingOf(text: string, fail: (message: string) => ConfigError): RuleSetting {
  if (!text.startsWith('[')) return levelOf(text.replace(/^(["'])(.*)\1$/, '$2'), fail);
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw fail('What follows the colon is no valid JSON.');
  }
  const [level, options = {}, ...rest] = list as unknown[];
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
  if (!isObject || rest.length > 0) throw fail('A list holds a level and one object with options.');
  return [levelOf(String(level), fail), options as Record<string, unknown>];
}

function levelOf(text: string, fail: (message: string) => ConfigError): (typeof levels)[number] {
  const level = levels.find((candidate) => candidate === text);
  if (level) return level;
  throw fail(`"${text}" is no level. It may be: ${levels.join(', ')}.${didYouMean(text, levels)}`);
}
