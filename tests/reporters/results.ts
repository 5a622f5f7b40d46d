import type { FileResult, Finding } from '../../src/engine/finding.ts';
import { notices } from '../../src/engine/notices.ts';
import type { ReportContext } from '../../src/reporters/report.ts';

/** A finding at a piece of the text, with defaults for what a test does not look at. */
export function finding(text: string, quote: string, over: Partial<Finding> = {}): Finding {
  const start = text.indexOf(quote);
  return {
    ruleId: 'no-nbsp',
    severity: 'warn',
    messageKey: 'wrong',
    message: 'This is wrong.',
    range: { start, end: start + quote.length },
    related: [],
    ...over,
  };
}

/** The result of a file in the folder `/posts`. */
export function result(name: string, text: string, findings: readonly Finding[] = []): FileResult {
  return { path: `/posts/${name}`, root: '/posts', text, findings };
}

export const context: ReportContext = {
  cwd: '/posts',
  base: '/posts',
  quiet: false,
  onlyNew: false,
  complete: true,
  color: false,
  pageOf: (id, reader) => (reader === 'here' ? `file:///pages/${id}.md` : undefined),
  ruleOf: (id) => ({
    id,
    summary: `Disallow what ${id} finds.`,
    category: notices.some((notice) => notice.id === id) ? 'notice' : 'residue',
    severity: 'warn',
    page: `Why *${id}* is there.`,
  }),
  ruleIds: ['no-nbsp', 'no-bare-url', 'limit'],
  fixCommand: 'recaplint --fix content',
  version: '1.2.3',
};
