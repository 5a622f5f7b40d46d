import type { Severity } from '../engine/rule.ts';
import { messageText } from './message-text.ts';
import { standardInput } from './paths.ts';
import { type RankedFinding, rankedFindings } from './ranked.ts';
import type { Reporter } from './report.ts';
import { summaryLines } from './summary.ts';
import { visible } from './visible.ts';

// What GitHub shows of one kind in one step (_maxCountPerIssueType in ExecutionContext.cs of actions/runner).
const mostAnnotations = 10;

/**
 * Prints workflow commands, which GitHub shows beside the lines, for the first errors and the first warnings. Findings
 * beyond, which it would drop, are plain lines in between, so that the log has all of them.
 */
export const github: Reporter = (results, context) => {
  const found = rankedFindings(results, context);
  if (found.length === 0) return '';
  const count = { error: 0, warn: 0 };
  const lines = found.map((finding) =>
    ++count[finding.severity] <= mostAnnotations ? command(finding) : plainLine(finding),
  );
  const dropped = Object.values(count).some((number) => number > mostAnnotations);
  const hint = `GitHub shows ${mostAnnotations} errors and ${mostAnnotations} warnings of a step beside the lines: the others are above.`;
  const end = [...summaryLines(results, context), ...(dropped ? [hint] : [])];
  return [...lines, ...end].map((line) => `${line}\n`).join('');
};

/** `::error file=posts/a.md,line=3,endLine=3,col=5,endColumn=8,title=recaplint no-nbsp::posts/a.md:3:5 It is …` */
function command(finding: RankedFinding): string {
  const title = `title=${propertyValue(`recaplint ${finding.ruleId}`)}`;
  const properties = [...position(finding), title].join(',');
  return `::${kinds[finding.severity]} ${properties}::${text(finding).replaceAll('%', '%25')}`;
}

/**
 * GitHub takes columns only where both ends are on one line. Standard input has no line to show anything beside, nor has a
 * file whose name cannot be written in a command.
 */
function position({ path, from, to }: RankedFinding): string[] {
  if (path === standardInput || !isWritable(path)) return [];
  const lines = [`file=${propertyValue(path)}`, `line=${from.line}`, `endLine=${to.line}`];
  return from.line === to.line ? [...lines, `col=${from.column}`, `endColumn=${to.column}`] : lines;
}

function plainLine(finding: RankedFinding): string {
  return `${kinds[finding.severity]} ${text(finding)}`;
}

const kinds: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning' };

/** Place and rule are in the text because the log shows nothing else of a command. */
function text({ path, from, message, ruleId }: RankedFinding): string {
  return `${visible(path)}:${from.line}:${from.column} ${messageText(message)} (${visible(ruleId)})`;
}

/** Whether a path comes through as it is: line ends have an escape, other signs that a log acts on have none. */
function isWritable(path: string): boolean {
  const line = path.replace(/[\r\n]/g, '');
  return visible(line) === line;
}

/** The runner reads these five escapes; what it has none for becomes visible. */
function propertyValue(value: string): string {
  const escapes = { '%': '%25', ':': '%3A', ',': '%2C', '\r': '%0D', '\n': '%0A' } as const;
  return visible(value.replace(/[%:,\r\n]/g, (sign) => escapes[sign as keyof typeof escapes]));
}
