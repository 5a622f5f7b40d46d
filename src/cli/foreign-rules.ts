import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isCode } from '../config/code.ts';
import { isInside } from '../config/folders.ts';
import { createConfigLoader } from '../config/load.ts';
import { isPattern } from '../config/pages.ts';
import type { Rule } from '../engine/rule.ts';
import type { Shard } from '../gate/shard-file.ts';
import { RunError } from '../project/run-error.ts';
import { rules } from '../rules/index.ts';

/** The rules that there are where the parts of a run are put together. */
export interface RulesThere {
  /** Those of a configuration, by its path as a part of a run has it. */
  of(config: string | null): readonly Rule[];
  readonly all: readonly Rule[];
}

/** How the configurations of the parts are read. */
interface Reading {
  /** Whether plugins may be loaded; where not, what they have to say of a series is missing. */
  readonly code: boolean;
  readonly say: (message: string) => void;
}

/**
 * Reads the configurations of the parts that have rules of plugins, which may be asked again with the whole series.
 *
 * @param base the folder that the paths of the parts start in
 * @throws ConfigError
 * @throws RunError where a configuration does not have the rules any more, or lies where none is read for a part
 */
export async function foreignRules(
  shards: readonly Shard[],
  base: string,
  { code, say }: Reading,
): Promise<RulesThere> {
  const foreign = new Map<string, Set<string>>();
  for (const { config, settings } of shards.flatMap(({ posts }) => posts)) {
    const ids = settings.rules.map(({ id }) => id).filter((id) => !ownIds.has(id) && !isPattern(id));
    if (config !== null && ids.length > 0)
      foreign.set(config, new Set([...(foreign.get(config) ?? []), ...ids]));
  }
  if (foreign.size > 0 && !code)
    say('no plugin is loaded: what their rules find in whole series is missing.');
  if (!code) return { of: () => rules, all: rules };
  const known = new Map<string, readonly Rule[]>();
  const loader = createConfigLoader({ rules, code: true, notify: say });
  for (const [config, ids] of foreign) {
    const file = resolve(base, config);
    // A part may come from elsewhere, and does not choose what is run here.
    if (!isInside(base, file) || isCode(file))
      throw new RunError(`"${config}" has rules of plugins, and is not read for a part of a run.`);
    if (!existsSync(file))
      throw new RunError(
        `"${config}" has rules of plugins, and is not here: merge in a checkout, or with --no-code.`,
      );
    const loaded = await loader.named(file);
    const missing = [...ids].find((id) => !loaded.rules.some((rule) => rule.id === id));
    if (missing !== undefined)
      throw new RunError(
        `The rule "${missing}" of the parts is not one of "${config}" here: make the parts anew.`,
      );
    known.set(config, loaded.rules);
  }
  const all = new Map([rules, ...known.values()].flat().map((rule) => [rule.id, rule]));
  return { of: (config) => known.get(config ?? '') ?? rules, all: [...all.values()] };
}

const ownIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
