import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPattern, type OwnPackage, pageOf } from '../config/pages.ts';
import { notices } from '../engine/notices.ts';
import type { RuleInfo } from '../reporters/report.ts';
import { rules } from '../rules/index.ts';

/** Ids of all rules and notices, in order. */
export const knownIds: readonly string[] = [...rules, ...notices].map(({ id }) => id);

/** Answers what reports say of a rule; each is looked up once. */
export function ruleInfoSource(own: OwnPackage): (id: string) => RuleInfo {
  const known = new Map<string, RuleInfo>();
  return (id) => {
    const info = known.get(id) ?? ruleInfo(id, own);
    known.set(id, info);
    return info;
  };
}

function ruleInfo(id: string, own: OwnPackage): RuleInfo {
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

/** Most reports say nothing of a page, and never have it read. */
function withPage(info: Omit<RuleInfo, 'page'>, own: OwnPackage): RuleInfo {
  return {
    ...info,
    get page() {
      return bodyOf(readFileSync(join(own.folder, pageOf(info.id)), 'utf8'));
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
