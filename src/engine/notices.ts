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
    summary:
      'Report posts that are too large or too deeply nested to be parsed safely, and rules with too many findings in one.',
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

const noticeIds: ReadonlySet<string> = new Set(notices.map(({ id }) => id));

/** Whether findings with this id are made by no rule. */
export function isNotice(id: string): boolean {
  return noticeIds.has(id);
}

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
export function refusalFinding(refusal: Refusal): Finding {
  const message = `${refusalTexts[refusal.limit](wordsOf(refusal))} The post is not linted.`;
  return notice('limit', message, refusal.range, refusal.limit);
}

/** The one finding of a file that is not even read. @param most bytes that are read of a file */
export function unreadFinding(most: number): Finding {
  const message = `The file has more than ${written(most)} bytes and is not read: split it. The post is not linted.`;
  return notice('limit', message, { start: 0, end: 0 }, 'size');
}

/** The finding in the place of the first one too many of a rule. @param most findings of a rule that are kept */
export function overflowFinding(finding: Finding, most: number): Finding {
  const { ruleId, range } = finding;
  const message = `The post has more than ${written(most)} findings of \`${ruleId}\`; this one and any further are not reported: mend those that are, and run again.`;
  return notice('limit', message, range, 'findings');
}

/** The numbers of a refusal, as they are written. */
interface RefusalWords {
  readonly value: string;
  readonly most: string;
  /** How many characters the place has. */
  readonly length: string;
}

/** A number as messages have it: the same on every machine. */
function written(number: number): string {
  return number.toLocaleString('en-US');
}

function wordsOf({ value, most, range }: Refusal): RefusalWords {
  return { value: written(value), most: written(most), length: written(range.end - range.start) };
}

const refusalTexts: Readonly<Record<Refusal['limit'], (words: RefusalWords) => string>> = {
  size: ({ value, most }) => `The file has ${value} characters, and at most ${most} are read: split it.`,
  'delimiter run': ({ most }) =>
    `More than ${most} \`*\`, \`_\` or \`~\` stand in a row: break the row up, or put it in a code block.`,
  'emphasis marks': ({ most }) =>
    `The file holds more than ${most} \`*\` and \`_\`: split it, or remove those that emphasise nothing.`,
  footnotes: ({ most }) => `The file holds more than ${most} \`[^\`: split it.`,
  nesting: ({ most }) =>
    `Quotes, lists or emphasis are nested more than ${most} levels deep: take some levels away.`,
  entities: ({ value, length }) =>
    `A paragraph of ${length} characters holds ${value} entities and addresses (\`&\`, \`@\`, \`://\`, \`www.\`), too many for one so long: break it up.`,
  'crowded line': ({ value, length }) =>
    `A line of ${length} characters holds ${value} marks such as \`[\`, \`<\` and \`:\`, too many for one so long: break it up.`,
  pieces: ({ value, most }) =>
    `The file has ${value} lines and marks such as \`[\` and \`|\`, and at most ${most} are read: split it.`,
  words: ({ value, most }) =>
    `The file has ${value} words and numbers, and at most ${most} are read: split it.`,
  'front matter': ({ value, most }) =>
    `The front matter has ${value} characters, and at most ${most} are read: move content into the text.`,
  time: ({ value }) =>
    `The JavaScript parser takes longer than ${value} s for the post: shorten it, or remove marks that are no Markdown.`,
};
