import type { Refusal } from '../document/model.ts';
import type { Range } from '../document/source.ts';
import type { Finding } from './finding.ts';
import type { Severity } from './rule.ts';

/** A finding that no rule makes. Its id is fixed, it cannot be configured, and no comment suppresses it. */
export interface Notice {
  readonly id: NoticeId;
  readonly severity: Severity;
  /** One sentence, as rules have it. */
  readonly summary: string;
}

export type NoticeId =
  | 'invalid-encoding'
  | 'limit'
  | 'rule-failed'
  | 'unknown-directive'
  | 'unused-directive';

/** All notices, with the severity they are reported at. */
export const notices: readonly Notice[] = [
  {
    id: 'invalid-encoding',
    severity: 'error',
    summary: 'Report files that are not UTF-8 text; nothing else is said of them.',
  },
  {
    id: 'limit',
    severity: 'error',
    summary: 'Report posts that are too large or too deeply nested to be parsed safely.',
  },
  {
    id: 'rule-failed',
    severity: 'error',
    summary: 'Report a rule that broke down on a post; the others go on.',
  },
  {
    id: 'unknown-directive',
    severity: 'warn',
    summary:
      'Report suppression comments with an unknown instruction, an unknown rule or no reason where one is due.',
  },
  { id: 'unused-directive', severity: 'warn', summary: 'Report suppression comments that suppress nothing.' },
];

const severities = new Map(notices.map(({ id, severity }) => [id, severity]));

/**
 * Makes the finding of a notice.
 *
 * @param messageKey which of the notice's messages it is, where it has several
 */
export function notice(
  ruleId: NoticeId,
  message: string,
  range: Range,
  messageKey: string = ruleId,
): Finding {
  return { ruleId, severity: severities.get(ruleId)!, messageKey, message, range, related: [] };
}

/** The one finding of a post that is not parsed. */
export function refusalFinding({ limit, value, most, range }: Refusal): Finding {
  const message = `${refusalTexts[limit](value.toLocaleString('en-US'), most.toLocaleString('en-US'))} The post is not linted.`;
  return notice('limit', message, range, limit);
}

/** The one finding of a file that is not even read. @param most bytes that are read of a file */
export function unreadFinding(most: number): Finding {
  const message = `The file has more than ${most.toLocaleString('en-US')} bytes and is not read: split it. The post is not linted.`;
  return notice('limit', message, { start: 0, end: 0 }, 'size');
}

const refusalTexts: Readonly<Record<Refusal['limit'], (value: string, most: string) => string>> = {
  size: (value, most) => `The file has ${value} characters, and at most ${most} are read: split it.`,
  'delimiter run': (value, most) =>
    `${value} \`*\`, \`_\` or \`~\` stand in a row, and at most ${most} are read: break the row up.`,
  'emphasis marks': (value, most) =>
    `The file holds ${value} \`*\` and \`_\`, and at most ${most} are read: put them in code blocks.`,
  nesting: (value, most) => `Text is nested ${value} levels deep, and at most ${most} are read: flatten it.`,
  entities: (value, most) =>
    `Its paragraphs are too long for the \`&\` in them (${value} of at most ${most}): break them up.`,
  'front matter': (value, most) =>
    `The front matter has ${value} characters, and at most ${most} are read: move content into the text.`,
};
