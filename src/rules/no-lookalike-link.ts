import { addressesOf } from '../document/addresses.ts';
import { confusables, wellKnownDomains } from '../document/confusables.ts';
import type { Document } from '../document/document.ts';
import { hostOf, publicSuffix, registeredDomain } from '../document/host.ts';
import { memoize } from '../document/memo.ts';
import { isOneLetterAway, nearKeys } from '../document/near-domains.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem, type RuleContext } from '../engine/rule.ts';
import type { PostFacts, Series } from '../series/facts.ts';
import { earlierValues, earlierWith, onceFor, seriesBefore } from '../series/history.ts';
import { domainsIn, hostsIn } from '../series/linked-hosts.ts';

type Key = 'letter' | 'alphabet' | 'mixed';

const leastIssues = 5;

export default defineRule<Key>({
  id: 'no-lookalike-link',
  summary: 'Disallow links to hosts that look like another one.',
  category: 'links',
  recommended: 'warn',
  needs: 'series',
  concerns: (facts, series) =>
    hostsIn(facts).some((host) => /[\u0370-\u052F]/.test(host)) ||
    (series.position >= leastIssues &&
      domainsIn(facts).some((domain) => lookalikeOf(domain, series) !== undefined)),
  messages: {
    letter:
      '`{host}` is one letter away from `{trusted}`, which {count} earlier issues link: check which one is meant.',
    alphabet: '`{host}` only looks like `{trusted}`: it has letters of another alphabet. Type the host anew.',
    mixed: '`{host}` mixes letters of several alphabets that look alike. Type the host anew.',
  },
  *check(document, _options, context) {
    if (addressesOf(document).length === 0) return;
    const isLong = (context.series?.position ?? 0) >= leastIssues;
    if (!isLong && !/[\u0370-\u052F]/.test(document.source)) return;
    const addresses = hostsOf(document);
    yield* alphabetProblems(addresses, context);
    if (!isLong) return;
    for (const problem of letterProblems(addresses, context)) {
      // What the post also says in words, such as the name of a company, is meant.
      if (!isNamed(document, problem.name)) yield problem.problem;
    }
  },
});

interface HostAddress {
  readonly host: string;
  readonly domain: string;
  readonly range: Range;
}

function hostsOf(document: Document): HostAddress[] {
  return addressesOf(document).flatMap(({ url, range }) => {
    const host = hostOf(url)?.name;
    const domain = host === undefined ? null : registeredDomain(host);
    return host !== undefined && domain !== null ? [{ host, domain, range }] : [];
  });
}

function* alphabetProblems(
  addresses: readonly HostAddress[],
  { series }: RuleContext,
): Iterable<Problem<Key>> {
  const foreign = addresses.filter(({ host }) => /[\u0370-\u052F]/.test(host));
  if (foreign.length === 0) return;
  const own = new Set([...wellKnownDomains, ...addresses.map(({ domain }) => domain)]);
  const isTrusted = (domain: string) =>
    own.has(domain) || (series !== null && earlierWith(series, domainsIn, domain) > 0);
  for (const { host, domain, range } of foreign) {
    const latin = domain.replace(/[\u0370-\u052F]/g, (letter) => confusables[letter] ?? letter);
    if (latin !== domain && isTrusted(latin)) {
      yield { message: 'alphabet', data: { host, trusted: latin }, range };
    } else if (host.split('.').some(isMixed)) yield { message: 'mixed', data: { host }, range };
  }
}

/** Latin beside Cyrillic or Greek, or these two, in one label, with letters among them that look like Latin ones. */
function isMixed(label: string): boolean {
  const scripts = [/[a-z\u00DF-\u024F]/, /[\u0370-\u03FF]/, /[\u0400-\u052F]/].filter((script) =>
    script.test(label),
  );
  return scripts.length > 1 && [...label].some((letter) => Object.hasOwn(confusables, letter));
}

interface LetterProblem {
  readonly name: string;
  readonly problem: Problem<Key>;
}

/** Asked for each link that leads there. */
const isNamed = memoize((document: Document, name: string) =>
  spokenOf(document, null).includes(name.replaceAll('-', '')),
);

/** What a post says, without what parts the words of a name; its blocks in lines. */
const spokenOf = memoize(({ prose }: Document, _: null) =>
  prose.map(({ text }) => text.toLowerCase().replace(/[\s.-]/g, '')).join('\n'),
);

function* letterProblems(
  addresses: readonly HostAddress[],
  { series }: RuleContext,
): Iterable<LetterProblem> {
  if (series === null) return;
  for (const { domain, range } of addresses) {
    const trusted = lookalikeOf(domain, series);
    if (trusted === undefined) continue;
    const count = earlierWith(series, domainsIn, trusted);
    const name = domain.slice(0, -publicSuffix(domain).length - 1);
    yield { name, problem: { message: 'letter', data: { host: domain, trusted, count }, range } };
  }
}

/** The domain that many earlier posts link and that one, which none of them links, is a letter away from. */
function lookalikeOf(domain: string, series: Series): string | undefined {
  if (series.position < leastIssues || earlierWith(series, domainsIn, domain) > 0) return undefined;
  const usual = onceFor(series, usualDomains);
  const near = new Set(nearKeys(domain).flatMap((key) => usual.get(key) ?? []));
  return [...near].find(
    (other) => isOneLetterAway(domain, other) && earlierWith(series, domainsIn, other) >= leastIssues,
  );
}

/** The domains that many posts link, by what they share with those near them; the one that was linked first before others. */
function usualDomains(posts: readonly PostFacts[]): ReadonlyMap<string, readonly string[]> {
  const counts = earlierValues(seriesBefore('', posts, posts.length), domainsIn);
  const left = new Set([...counts].flatMap(([domain, count]) => (count < leastIssues ? [] : [domain])));
  const usual = new Map<string, string[]>();
  for (const post of posts) {
    for (const domain of domainsIn(post)) {
      if (!left.delete(domain)) continue;
      for (const key of nearKeys(domain)) usual.set(key, [...(usual.get(key) ?? []), domain]);
    }
  }
  return usual;
}
