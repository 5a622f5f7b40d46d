import * as z from 'zod/mini';
import { type Address, addressesOf } from '../document/addresses.ts';
import type { Document } from '../document/document.ts';
import { type Host, hasPublicSuffix, hostOf, isSpecialUse, onlyContinuation } from '../document/host.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../engine/rule.ts';
import type { PostFacts } from '../series/facts.ts';
import { earlierValues } from '../series/history.ts';

type Key = 'host' | 'continued' | 'head' | 'ending';

export default defineRule<Key, { hosts: string[] }>({
  id: 'no-truncated-link',
  summary: 'Disallow links whose address breaks off.',
  category: 'links',
  recommended: 'error',
  needs: 'series',
  fixes: 'sometimes',
  yieldsTo: ['no-malformed-link'],
  options: z.strictObject({
    hosts: z
      ._default(z.array(z.string()), [])
      .check(z.describe('Hosts that are complete as they stand, such as the names of an intranet.')),
  }),
  messages: {
    host: 'The address breaks off: `{host}` is no complete host name. Write the whole address.',
    continued:
      'The address breaks off: `{host}` looks like the beginning of `{whole}`. Write the whole address.',
    head: 'The beginning of the address is missing: `{host}` is the end of a longer word, not a host. Write the whole address.',
    ending: 'The address breaks off: it ends in `{ending}`. Write the whole address.',
  },
  *check(document, { hosts }, context) {
    const allowed = new Set(hosts.map((name) => name.toLowerCase()));
    let known: readonly string[] | undefined;
    for (const address of addressesOf(document)) {
      const host = hostOf(address.url);
      if (host === null) continue;
      if (isPartial(host) && !allowed.has(host.name)) {
        known ??= completeHosts(document, context);
        const problem = hostProblem(address, host, known, document.source);
        if (problem !== null) yield problem;
        continue;
      }
      const ending = /(?:…|\.\.\.|%[0-9A-Fa-f]?)$/.exec(address.url.slice(-3))?.[0];
      if (ending !== undefined && !isArchive(host))
        yield { message: 'ending', data: { ending }, range: address.range };
    }
  },
});

/** Whether the address is all there, and not the first half of one that a space has cut: `(https://x org)`. */
function isWhole({ kind, range }: Address, source: string): boolean {
  return kind !== 'bare' || source[range.start - 1] !== '(';
}

/** An archive keeps addresses as they were, cut ones too. */
function isArchive({ name }: Host): boolean {
  return name === 'web.archive.org';
}

function isPartial({ name, hasPort }: Host): boolean {
  return !hasPort && !hasPublicSuffix(name) && !isSpecialUse(name);
}

/** The hosts that the post and the earlier ones of its series link completely, in alphabetical order. */
function completeHosts(document: Document, { series }: RuleContext): string[] {
  const own = document.links.flatMap(({ url }) => hostOf(url)?.name ?? []);
  const names = new Set(own.filter(hasPublicSuffix));
  for (const [name] of series ? earlierValues(series, hostsIn) : []) names.add(name);
  return [...names].sort();
}

function hostsIn({ links }: PostFacts): string[] {
  return links.flatMap(({ value }) => hostOf(value)?.name ?? []).filter(hasPublicSuffix);
}

function hostProblem(
  address: Address,
  host: Host,
  known: readonly string[],
  source: string,
): Problem<Key> | null {
  const { range } = address;
  const whole = onlyContinuation(host.name, known);
  if (whole !== null && mayBreakOff(host, whole)) {
    const fix = completion(address, host, whole, source);
    return { message: 'continued', data: { host: host.name, whole }, range, fix };
  }
  // `uncement-of-the-board`: several words with hyphens, which nobody calls a machine.
  if (!host.name.includes('.') && host.name.split('-').length > 2)
    return { message: 'head', data: { host: host.name }, range };
  return mayBreakOff(host, '') ? { message: 'host', data: { host: host.name }, range } : null;
}

/**
 * A single word in front of a path may be a host of an intranet (`http://go/links`); it counts as broken off
 * only where nothing follows it, or where a known host goes on with a dot (`https://github/rust-lang`).
 */
function mayBreakOff({ name, rest }: Host, whole: string): boolean {
  return name.includes('.') || rest === '' || whole.startsWith(`${name}.`);
}

function completion(address: Address, host: Host, whole: string, source: string): Fix | undefined {
  const { url, range } = address;
  // Where the address is written with escapes or entities, places in it are not places in the source.
  if (!isWhole(address, source) || source.slice(range.start, range.end) !== url) return undefined;
  const place = { start: range.start + host.range.start, end: range.start + host.range.end };
  return {
    title: `Write \`${whole}\``,
    safety: 'unsafe',
    edits: [{ range: place, text: whole }],
  };
}
