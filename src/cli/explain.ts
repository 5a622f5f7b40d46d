import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { didYouMean } from '../config/nearest.ts';
import { isPattern, pageAddress, pageOf, readOwnPackage } from '../config/pages.ts';
import { ConfigError } from '../config/problem.ts';
import { notices } from '../engine/notices.ts';
import type { Rule } from '../engine/rule.ts';
import { hostedPrefix } from '../engine/settings.ts';
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
  if (id.startsWith(hostedPrefix)) {
    for (const line of hostedLines(id)) print(`${visible(line)}\n`);
    return 0;
  }
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

/** What is known of a rule of remark before it has found something. */
function hostedLines(id: string): readonly string[] {
  const name = id.replace('/', '-');
  return [
    `# ${id}`,
    '',
    `A rule of remark, of a plugin that the configuration names under "remark". Its page comes with what it finds: --format full shows it. Where it is one of remark-lint's own, its package is ${name}.`,
    '',
    `"rules" sets its level: { "rules": { "${id}": "off" } }. Its options stand behind its name in "remark".`,
  ];
}

/** What a rule of a plugin says of itself. */
function describe({ id, summary, recommended, fixes = 'never', options, messages, url }: Rule): string[] {
  const choices = options ? optionLines(options) : [];
  return [
    `# ${id}`,
    '',
    summary,
    '',
    `A rule of a plugin, recommended as "${recommended}". It ${fixes} fixes what it reports.`,
    ...(choices.length === 0 ? [] : ['', 'Options:', '', ...choices]),
    '',
    'Messages:',
    '',
    ...Object.values<string>(messages).map((text) => `- ${text}`),
    ...(url === undefined ? [] : ['', url]),
  ];
}

/** An option a line: what its schema says of it, and its default. */
function optionLines(options: NonNullable<Rule['options']>): string[] {
  const { shape = {} } = options._zod.def as { readonly shape?: Readonly<Record<string, z.core.$ZodType>> };
  return Object.entries(z.parse(options, {})).map(([key, value]) => {
    // The registry is one for all copies of Zod in a process.
    const said = shape[key] && z.globalRegistry.get(shape[key])?.description;
    return `- \`${key}\`: ${said ? `${said} ` : ''}Default: \`${JSON.stringify(value)}\`.`;
  });
}

/** The page without the comments that say which part of it is generated. */
function withoutMarkers(page: string): string {
  return page.replace(/^<!-- .* -->\n\n?/gm, '');
}
