import type { FileResult, Finding } from '../../src/engine/finding.ts';

/** The findings of a rule that reports a word wherever it stands. */
export function findingsOf(text: string, word = 'bad', ruleId = 'no-bad'): Finding[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    ruleId,
    severity: 'error',
    messageKey: 'bad',
    message: `“${word}” stands here.`,
    range: { start: index, end: index + word.length },
    related: [],
  }));
}

/** A post of the folder `/repository` with the findings of that rule. */
export function postOf(text: string, path = 'a.md', findings = findingsOf(text)): FileResult {
  return { path: `/repository/${path}`, root: '/repository', text, findings };
}

/** The 1-based lines of findings. */
export function linesOf({ text }: FileResult, findings: readonly Finding[]): number[] {
  return findings.map(({ range }) => text.slice(0, range.start).split('\n').length);
}
