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
  const uses: PluginUse[] = [];
  const problems: TakeoverProblem[] = [];
  let settings = false;
  const use = (name: string, options: unknown) =>
    uses.push({
      name: wholeName(name, isInstalled),
      value: options === null || options === true ? undefined : options,
    });
  const addConfig = (config: unknown, path: readonly PropertyKey[]): void => {
    if (!isRecord(config)) {
      problems.push({
        path,
        message: `A configuration of remark is an object, not ${JSON.stringify(config)}.`,
      });
      return;
    }
    settings ||= isRecord(config.settings) && Object.keys(config.settings).length > 0;
    const { plugins } = config;
    if (plugins === undefined || plugins === null) return;
    if (Array.isArray(plugins))
      for (const [index, item] of plugins.entries()) addItem(item, [...path, 'plugins', index]);
    else if (isRecord(plugins)) for (const [name, options] of Object.entries(plugins)) use(name, options);
    else
      problems.push({ path: [...path, 'plugins'], message: '"plugins" is a list or an object of plugins.' });
  };
  const addItem = (item: unknown, path: readonly PropertyKey[]): void => {
    const [name, options] = Array.isArray(item) ? item : [item];
    if (typeof name === 'string' && name !== '') use(name, options);
    else if (isRecord(name)) addConfig(name, path);
    else problems.push({ path, message: `"plugins" holds ${JSON.stringify(item)}, which names no plugin.` });
  };
  addConfig(value, []);
  return { uses, problems, settings };
}

/** `lint-no-html` is `remark-lint-no-html`, and `@you/lint-x` is `@you/remark-lint-x` (load-plugin 6). */
function wholeName(name: string, isInstalled: (name: string) => boolean): string {
  if (name.startsWith('.') || name.startsWith('/')) return name;
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
