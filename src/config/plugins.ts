import type { Rule, Severity } from '../engine/rule.ts';
import { type Assembly, failure, loadNamed, type NamedPlace } from './assembly.ts';
import type { Layer } from './load.ts';
import { rulesOf } from './plugin-rules.ts';
import type { ConfigSource } from './source.ts';

/**
 * Loads the plugins that a configuration names; their rules are known from here on.
 *
 * @param boundary the folder that paths may not lead out of
 * @returns a layer for each, in which its rules are on as they recommend it. A plugin that something weaker has named is no
 *   news: it switches nothing on again
 * @throws ConfigError
 */
export async function loadPlugins(
  names: readonly string[],
  source: ConfigSource,
  boundary: string,
  assembly: Assembly,
): Promise<Layer[]> {
  const layers: Layer[] = [];
  for (const [index, name] of names.entries()) {
    const place = source.placeOf(['plugins', index]);
    const named = { name, from: source.file, boundary, place, what: `The plugin "${name}"` };
    const loaded = await loadNamed(named, assembly);
    if (!loaded || assembly.plugins.has(loaded.file)) continue;
    const { rules, faults } = rulesOf(loaded.value);
    if (faults.length > 0) throw failure(named, faults.join(' '), loaded.file);
    checkIds(rules, named, assembly, loaded.file);
    assembly.plugins.set(loaded.file, { name, rules });
    assembly.rules = [...assembly.rules, ...rules];
    layers.push(recommendedBy(name, rules));
  }
  return layers;
}

/** @throws ConfigError where an id is taken */
function checkIds(
  rules: readonly Rule[],
  named: NamedPlace,
  { plugins, rules: known }: Assembly,
  file: string,
) {
  const seen = new Set<string>();
  for (const { id } of rules) {
    const other = [...plugins.values()].find((plugin) => plugin.rules.some((rule) => rule.id === id));
    const isTaken = seen.has(id) || known.some((rule) => rule.id === id);
    const owner = other ? `the plugin "${other.name}"` : seen.has(id) ? 'this plugin itself' : 'recaplint';
    if (isTaken)
      throw failure(named, `There is a rule "${id}" of ${owner} already: call it something else.`, file);
    seen.add(id);
  }
}

/** Who names a plugin wants its rules, whatever the file extends; those that are off wait for an entry in `rules`. */
function recommendedBy(name: string, rules: readonly Rule[]): Layer {
  const levels = rules.map(({ id, recommended }): [string, Severity | 'off'] => [id, recommended]);
  return { name, folder: '', config: { rules: Object.fromEntries(levels) }, source: null, plugins: rules };
}
