import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPattern, type OwnPackage, pageAddress, pageOf } from '../config/pages.ts';
import { notices } from '../engine/notices.ts';
import type { RuleInfo } from '../reporters/report.ts';
import { rules } from '../rules/index.ts';

/** Ids of all rules and notices, in order. */
export const knownIds: readonly string[] = [...rules, ...notices].map(({ id }) => id);

/** A rule as reports and editors describe it. */
export interface KnownRuleInfo extends RuleInfo {
  /** Address of the page about it, for a reader on this machine; absent where there is none. */
  readonly address?: string;
}

/** Answers what reports and editors say of a rule; each is looked up once. */
export function ruleInfoSource(own: OwnPackage): (id: string) => KnownRuleInfo {
  const known = new Map<string, KnownRuleInfo>();
  return (id) => {
    const info = known.get(id) ?? ruleInfo(id, own);
    known.set(id, info);
    return info;
  };
}

function ruleInfo(id: string, own: OwnPackage): KnownRuleInfo {
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
  const summary = isPattern(id)
    ? 'Report what a pattern of the configuration matches.'
    : 'Report what a plugin finds.';
  return { id, summary, category: 'pattern', severity: 'off', page: '' };
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
