import { counted } from './config-text.ts';
import { packageOf } from './plugin-uses.ts';
import type { RemarkSetting, Takeover } from './takeover.ts';

/** What became of another linter's configuration, in lines: what is ours, what is hosted, and what is left to do. */
export function takeoverLines(takeover: Takeover): string[] {
  const { linter, from, mapped, kept, needless, left, hints } = takeover;
  const are = mapped.length === 1 ? 'is a rule' : 'are rules';
  const details = [
    ...mapped.map(({ theirs, ours }) => `${theirs} → ${ours}`),
    ...list(
      'off there and on here, where more is reported',
      kept.map(({ theirs, ours }) => `${theirs} (${ours})`),
    ),
    ...list('hosted, under "remark"', takeover.remark.map(nameOf)),
    ...list(
      'off, under "rules"',
      Object.keys(takeover.rules).filter((id) => id.startsWith('remark-lint/')),
    ),
    ...list('left out, under "ignores"', takeover.ignores),
    ...list('need nothing here', needless),
    ...hints,
    ...left.map((one) => `left: ${one}`),
  ];
  return [
    `${from}: ${counted(mapped.length, 'rule')} of ${linter} ${are} of recaplint`,
    ...details.map((line) => `  ${line}`),
    left.length > 0
      ? `Keep running ${linter} for what is left.`
      : `${linter} has nothing left to do for posts.`,
  ];
}

/** Packages that plugins come from, each once; those of the project itself come from none. */
export function packagesOf(remark: readonly RemarkSetting[]): string[] {
  const names = remark.map(nameOf).filter((name) => !/^[./]/.test(name));
  return [...new Set(names.map(packageOf))].sort();
}

function nameOf(setting: RemarkSetting): string {
  return typeof setting === 'string' ? setting : setting[0];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}: ${items.join(', ')}`];
}
