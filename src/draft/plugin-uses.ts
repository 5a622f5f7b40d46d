import type { TakeoverProblem } from './takeover.ts';

/** A plugin or preset that a configuration of remark uses, in order. */
export interface PluginUse {
  /** The whole name of its package, or a path. */
  readonly name: string;
  /** False: it is off. Undefined: as it comes. */
  readonly value: unknown;
}

/** What the `plugins` of a configuration are, and what in them is none. */
export interface PluginUses {
  readonly uses: readonly PluginUse[];
  readonly problems: readonly TakeoverProblem[];
  /** Whether the configuration has `settings`. */
  readonly settings: boolean;
}

/**
 * Reads a configuration as remark-cli does (unified-engine 11): plugins are a list of names, of pairs of name and options and
 * of configurations of this kind, or an object of options by name.
 *
 * @param isInstalled whether a package is there, for names that could be short ones or whole ones
 */
export function pluginUses(value: unknown, isInstalled: (name: string) => boolean): PluginUses {
  const found: Found = { uses: [], problems: [], settings: false };
  addConfig(value, [], found);
  const uses = found.uses.map(({ name, value: options }) => ({
    name: wholeName(name, isInstalled),
    // Both stand for a plugin as it comes.
    value: options === null || options === true ? undefined : options,
  }));
  return { ...found, uses };
}

/** What is found on the way through a configuration. */
interface Found {
  readonly uses: PluginUse[];
  readonly problems: TakeoverProblem[];
  settings: boolean;
}

function addConfig(config: unknown, path: readonly PropertyKey[], found: Found): void {
  if (!isRecord(config)) {
    const message = `A configuration of remark is an object, not ${JSON.stringify(config)}.`;
    found.problems.push({ path, message });
    return;
  }
  const { plugins, settings } = config;
  found.settings ||= isRecord(settings) && Object.keys(settings).length > 0;
  const at = [...path, 'plugins'];
  if (plugins === undefined || plugins === null) return;
  if (Array.isArray(plugins)) for (const [i, item] of plugins.entries()) addItem(item, [...at, i], found);
  else if (isRecord(plugins))
    for (const [name, value] of Object.entries(plugins)) found.uses.push({ name, value });
  else found.problems.push({ path: at, message: '"plugins" is a list or an object of plugins.' });
}

function addItem(item: unknown, path: readonly PropertyKey[], found: Found): void {
  const [name, value] = Array.isArray(item) ? item : [item];
  if (typeof name === 'string' && name !== '') found.uses.push({ name, value });
  else if (isRecord(name)) addConfig(name, path, found);
  else
    found.problems.push({ path, message: `"plugins" holds ${JSON.stringify(item)}, which names no plugin.` });
}

/** `lint-no-html` is `remark-lint-no-html`, and `@you/lint-x` is `@you/remark-lint-x` (load-plugin 6). */
function wholeName(name: string, isInstalled: (name: string) => boolean): string {
  if (name.startsWith('.') || name.startsWith('/') || packageOf(name) === 'recaplint') return name;
  const scope = /^@[^/]+\//.exec(name)?.[0] ?? '';
  const rest = name.slice(scope.length);
  if (rest.startsWith('remark-')) return name;
  const whole = `${scope}remark-${rest}`;
  return !isInstalled(packageOf(whole)) && isInstalled(packageOf(name)) ? name : whole;
}

/** The package that a name with a path in it belongs to. */
export function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
