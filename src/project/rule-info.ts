import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPattern, type OwnPackage, pageAddress, pageOf } from '../config/pages.ts';
import { notices } from '../engine/notices.ts';
import type { Rule } from '../engine/rule.ts';
import type { RuleInfo } from '../reporters/report.ts';
import { rules } from '../rules/index.ts';

/** Ids of all rules and notices, in order. */
export const knownIds: readonly string[] = [...rules, ...notices].map(({ id }) => id);

/** A rule as reports and editors describe it. */
export interface KnownRuleInfo extends RuleInfo {
  /** Address of the page about it, for a reader on this machine; absent where there is none. */
  readonly address?: string;
}

/**
 * Answers what reports and editors say of a rule; each of ours is looked up once.
 *
 * @returns takes an id and the rules that there are, those of plugins among them
 */
export function ruleInfoSource(own: OwnPackage) {
  const known = new Map<string, KnownRuleInfo>();
  return (id: string, others: readonly Rule[] = rules): KnownRuleInfo => {
    const info = known.get(id) ?? ownInfo(id, own);
    if (info) known.set(id, info);
    return info ?? foreignInfo(id, others);
  };
}

/**
 * Address of the page about a rule, for readers on this machine or anywhere; undefined where they have none.
 *
 * @param elsewhere answers for rules that are not ours
 */
export function pageSource(own: OwnPackage, elsewhere: (id: string) => string | undefined = () => undefined) {
  return (id: string, reader: 'here' | 'anywhere'): string | undefined =>
    isPattern(id) || ownIds.has(id) ? pageAddress(id, own, reader) : elsewhere(id);
}

const ownIds: ReadonlySet<string> = new Set(knownIds);

/** Null for what is neither a rule of ours nor a notice. */
function ownInfo(id: string, own: OwnPackage): KnownRuleInfo | null {
  const rule = rules.find((candidate) => candidate.id === id);
  const notice = notices.find((candidate) => candidate.id === id);
  if (rule) {
    const { summary, category, recommended: severity } = rule;
    return withPage({ id, summary, category, severity }, own);
  }
  if (notice) {
    const { summary, severity } = notice;
    return withPage({ id, summary, category: 'notice', severity }, own);
  }
  if (!isPattern(id)) return null;
  const summary = 'Report what a pattern of the configuration matches.';
  return { id, summary, category: 'pattern', severity: 'off', page: '' };
}

/** A rule of a plugin, or what a plugin of remark finds, of which no more than the id is known. */
function foreignInfo(id: string, known: readonly Rule[]): KnownRuleInfo {
  const rule = known.find((candidate) => candidate.id === id);
  const {
    summary = 'Report what a plugin finds.',
    category = 'plugin',
    recommended = 'off',
    url,
  } = rule ?? {};
  return {
    id,
    summary,
    category,
    severity: recommended,
    page: '',
    ...(url !== undefined && { address: url }),
  };
}

/** Most reports say nothing of a page, and never have it read. A server that is bundled elsewhere has none. */
function withPage(info: Omit<RuleInfo, 'page'>, own: OwnPackage): KnownRuleInfo {
  const file = join(own.folder, pageOf(info.id));
  return {
    ...info,
    get page() {
      return existsSync(file) ? bodyOf(readFileSync(file, 'utf8')) : '';
    },
    get address() {
      const isThere = own.homepage !== null || existsSync(file);
      return isThere ? pageAddress(info.id, own, 'here') : undefined;
    },
  };
}

/** A page without its title, its generated head and the marks around other generated parts. */
function bodyOf(page: string): string {
  return page
    .replace(/^# .*\n/, '')
    .replace(/^<!-- generated:head -->.*?^<!-- \/generated:head -->\n/ms, '')
    .replace(/^<!-- \/?generated:\w+ -->\n/gm, '')
    .trim();
}
