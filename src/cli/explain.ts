import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { didYouMean } from '../config/nearest.ts';
import { isPattern, pageAddress, pageOf, readOwnPackage } from '../config/pages.ts';
import { ConfigError } from '../config/problem.ts';
import { notices } from '../engine/notices.ts';
import type { Rule } from '../engine/rule.ts';
import { openSession } from '../project/session.ts';
import { visible } from '../reporters/visible.ts';
import { rules } from '../rules/index.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { print } from './print.ts';

/**
 * Prints the page of a rule, of patterns, or of a finding that is no rule; of a rule of a plugin, which the configuration of
 * the current folder names, what it says of itself.
 */
export async function explainCommand(id: string, flags: Flags): Promise<number> {
  const ids = [...rules, ...notices].map((known) => known.id);
  if (!ids.includes(id) && !isPattern(id)) {
    const known = await rulesHere(flags);
    const rule = known.find((candidate) => candidate.id === id);
    if (rule) {
      for (const line of describe(rule)) print(`${visible(line)}\n`);
      return 0;
    }
    const all = [...ids, ...known.map((candidate) => candidate.id)];
    notify(`there is no rule "${id}".${didYouMean(id, all) || ' "recaplint rules" lists them all.'}`);
    return 2;
  }
  const own = readOwnPackage();
  const page = readFileSync(join(own.folder, pageOf(id)), 'utf8');
  print(`${withoutMarkers(page)}\n${pageAddress(id, own, 'here')}\n`);
  return 0;
}

/**
 * The rules that there are in the current folder, those of plugins among them. A configuration that cannot be used is said,
 * and brings none.
 */
export async function rulesHere(flags: Flags): Promise<readonly Rule[]> {
  const cwd = process.cwd();
  try {
    // Any name does: configuration is looked for from a folder upwards.
    const { config } = await openSession({ ...flags, rule: [] }, cwd, notify).place(
      join(cwd, 'post.md'),
      cwd,
    );
    return config.rules;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    notify(error.message);
    return rules;
  }
}

/** What a rule of a plugin says of itself. */
function describe({ id, summary, recommended, fixes = 'never', options, messages, url }: Rule): string[] {
  const defaults = options ? Object.entries(z.parse(options, {})) : [];
  return [
    `# ${id}`,
    '',
    summary,
    '',
    `A rule of a plugin, recommended as "${recommended}". It ${fixes} fixes what it reports.`,
    ...(defaults.length === 0 ? [] : ['', 'Options, with their defaults:', '']),
    ...defaults.map(([key, value]) => `- \`${key}\`: ${JSON.stringify(value)}`),
    '',
    'Messages:',
    '',
    ...Object.values<string>(messages).map((text) => `- ${text}`),
    ...(url === undefined ? [] : ['', url]),
  ];
}

/** The page without the comments that say which part of it is generated. */
function withoutMarkers(page: string): string {
  return page.replace(/^<!-- .* -->\n\n?/gm, '');
}
