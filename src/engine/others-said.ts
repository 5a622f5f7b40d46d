import type { Document } from '../document/document.ts';
import type { Finding, KeptOutcome, OtherMessage } from './finding.ts';
import { keep } from './made-finding.ts';
import { notice } from './notices.ts';
import type { ActiveRule } from './settings.ts';
import { mustBeFix, mustBeRelated, mustLieWithin } from './yielded.ts';

/**
 * What others say of a post, as findings by rule.
 *
 * @param messages absent: those of an earlier run over the same text count
 * @param before what that gave
 */
export function othersSaid(
  messages: readonly OtherMessage[] | undefined,
  before: KeptOutcome | undefined,
  { source }: Document,
  rules: readonly ActiveRule[],
): ReadonlyMap<string, readonly Finding[]> {
  if (messages) return byRule(messages, source.length);
  const own = new Set(rules.map(({ rule }) => rule.id));
  return new Map([...(before?.found ?? [])].filter(([id]) => !own.has(id)));
}

function byRule(messages: readonly OtherMessage[], length: number): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const message of messages) {
    const findings = found.get(message.ruleId) ?? [];
    found.set(message.ruleId, findings);
    keep(findings, findingFrom(message, length));
  }
  return found;
}

/** Who points, or would write, outside the post is broken: what comes after slices texts there. */
function findingFrom(message: OtherMessage, length: number): Finding {
  try {
    mustLieWithin(message.range, length);
    if (message.fix !== undefined) mustBeFix(message.fix, length);
    for (const place of message.related ?? []) mustBeRelated(place, length);
  } catch (error) {
    const { ruleId, message: said } = message;
    const text = `The message \`${ruleId}\` (${said}) cannot be shown: ${(error as Error).message}.`;
    return notice('rule-failed', text, { start: 0, end: 0 });
  }
  // A message is known by its rule alone: others word theirs with what they find.
  return { ...message, messageKey: 'said', related: message.related ?? [] };
}
