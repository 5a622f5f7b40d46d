import type { FileResult } from '../engine/finding.ts';
import type { ReportContext, RuleInfo } from './report.ts';
import { sarifMessage } from './sarif-message.ts';

const levels = { error: 'error', warn: 'warning', off: 'warning' } as const;
const problemSeverities = { error: 'error', warn: 'warning', off: 'recommendation' } as const;

/**
 * The rules of a run and where they stand. All that recaplint has are in it, in one order, with or without results: GitHub
 * expects the rules of one version to be the same in every run. Patterns and plugins come behind, where they found something.
 */
export function describeRules(results: readonly FileResult[], context: ReportContext) {
  const found = results.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
  const ids = [...new Set([...context.ruleIds, ...found])];
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return {
    rules: ids.map((id) => describeRule(context.ruleOf(id), context.pageOf(id, 'anywhere'))),
    indexOf: (ruleId: string): number => indexes.get(ruleId)!,
  };
}

/** A rule with what GitHub reads of it. */
function describeRule({ id, summary, category, severity, page }: RuleInfo, address: string | undefined) {
  const text = sarifMessage(summary);
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text, ...(page !== '' && { markdown: withoutLocalLinks(page, address) }) },
    helpUri: address,
    defaultConfiguration: { enabled: severity !== 'off', level: levels[severity] },
    properties: { tags: [category], 'problem.severity': problemSeverities[severity] },
  };
}

// Code, which stays as it is, or a link to another page or another part of this one.
const codeOrLocalLink = /^```[\s\S]*?^```|\[((?:`[^`\n]*`|[^\]`])*)\]\((?!https?:)([^)\s]*)\)|`[^`\n]*`/gm;

/** A page as it can be read elsewhere: links to other pages get their whole address, or are text while there is none. */
function withoutLocalLinks(page: string, address: string | undefined): string {
  return page.replace(codeOrLocalLink, (whole, text: string | undefined, target: string) => {
    if (text === undefined) return whole;
    return address === undefined ? text : `[${text}](${new URL(target, address).href})`;
  });
}
