import * as z from 'zod/mini';
import type { Document } from '../document/document.ts';
import { hostMatcher, hostOf, isPrivateAddress } from '../document/host.ts';
import { opaque } from '../document/mapped-text.ts';
import { memoize, memoizeText } from '../document/memo.ts';
import type { Link } from '../document/model.ts';
import { previewHosts } from '../document/preview-hosts.ts';
import { defineRule, type Problem, type RuleContext } from '../engine/rule.ts';
import { earlierWith } from '../series/history.ts';
import { hostsIn } from '../series/linked-hosts.ts';

type Key = 'local' | 'file' | 'preview' | 'staging' | 'editor';

const candidate = /localhost|\b(?:127|10|192|172|169|0)\.|\[[0-9a-f:]*:|file:|wp-admin|preview=true/i;
const localHost =
  /(?:(?:[\w-]{1,63}\.){0,3}\blocalhost|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?/g;
const staging = /^(?:staging|stage|stg|uat)\d{0,2}[.-]|-(?:staging|stg|uat)\./;
// Words with which a post says that a reader is to see what is not published.
const announced =
  /\b(?:previews?|staging|demos?|prototypes?|drafts?|beta|try|tests?|testing|sandbox|playground|locally|tunnels?)\b/i;
// Words with which a post says that readers run something on their own machines.
const announcedLocal =
  /\b(?:local|locally|tunnels?|self-?host(?:ed|ing)?|(?:dev|development) server|your (?:own )?(?:machine|computer|laptop|network))\b/i;
// The editing pages of WordPress and Ghost, and what WordPress adds to the address of a draft.
const editor =
  /\/wp-admin\/(?:post|post-new|edit|admin|upload)\.php|[?&]preview=true(?:&|$)|\/ghost\/#\/editor\//;

export default defineRule<Key, { hosts: string[] }>({
  id: 'no-staging-link',
  summary: 'Disallow links to what only the writer can open: local files and servers, previews, editors.',
  category: 'links',
  recommended: 'error',
  needs: 'series',
  options: z.strictObject({
    hosts: z
      ._default(z.array(z.string()), [...previewHosts])
      .check(z.describe('Hosts of previews and tunnels; `*` stands for any characters.')),
  }),
  messages: {
    local:
      'The link leads to `{host}`, which only answers on your own machine or network: link the published page.',
    file: 'The link leads to a file on your own machine: link the published page.',
    preview: 'The link leads to `{host}`, a preview that will be gone: link the published page.',
    staging: 'The link leads to `{host}`, where `{domain}` is tried out: link the published page.',
    editor: 'The link leads to a page for editors, which readers cannot open: link the published page.',
  },
  *check(document, { hosts }, context) {
    const isLocal = candidate.test(document.source);
    let shown: ReadonlySet<string> | undefined;
    const isShown = (host: string) => {
      shown ??= shownHosts(document);
      return shown.has(host.toLowerCase());
    };
    const isLinked = linkedHosts(document, context);
    const isPreview = previewTest(hosts, null);
    for (const link of document.links) {
      // A definition is judged once, however many links refer to it, and an address that is shown is meant.
      if (link.dynamic || link.kind === 'autolink' || link.kind === 'reference') continue;
      const local = isLocal ? localProblem(link, document, isShown) : null;
      const problem = local ?? previewProblem(link, document, isPreview, isLinked);
      if (problem) yield problem;
    }
  },
});

/** Made once for the posts of a configuration, which link the same hosts over and over. */
const previewTest = memoize((hosts: readonly string[], _: null) => memoizeText(hostMatcher(hosts)));

function previewProblem(
  link: Link,
  document: Document,
  isPreview: (host: string) => boolean,
  isLinked: (host: string) => boolean,
): Problem<Key> | null {
  const { url, urlRange: range } = link;
  const host = hostOf(url)?.name;
  if (host === undefined) return null;
  const leadsToPreview = !host.startsWith('www.') && isPreview(host);
  if (!leadsToPreview && !staging.test(host)) return null;
  if (link.text?.text.includes(host)) return null;
  if (leadsToPreview)
    return isAnnounced(link, document, announced) ? null : { message: 'preview', data: { host }, range };
  const domain = publishedHost(host, isLinked);
  if (domain === null || isAnnounced(link, document, announced)) return null;
  return { message: 'staging', data: { host, domain }, range };
}

function localProblem(
  link: Link,
  document: Document,
  isShownElsewhere: (host: string) => boolean,
): Problem<Key> | null {
  const { url, kind, urlRange: range } = link;
  const isFile = /^file:\/\//i.test(url);
  if (!isFile && editor.test(url)) return { message: 'editor', range };
  if (!isFile && !isPrivateAddress(url)) return null;
  // The text of a link is the dearer question.
  const words = link.text?.text ?? '';
  // Code and addresses in the text of a link are shown: they tell the reader where to look on his own machine.
  const isShown = words.includes(opaque) && kind !== 'image';
  if (isFile) return isShown || /file:\/\//i.test(words) ? null : { message: 'file', range };
  const host = /^\w+:\/\/([^/?#]+)/.exec(url)![1]!;
  if (isShown || words.includes(host) || isAnnounced(link, document, announcedLocal)) return null;
  return isShownElsewhere(host) ? null : { message: 'local', data: { host }, range };
}

/** The hosts that a post shows elsewhere than in the targets of links: it tells readers to run something there. */
function shownHosts({ source, links }: Document): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const add = (text: string, by: number) => {
    for (const [host] of text.toLowerCase().matchAll(localHost))
      counts.set(host, (counts.get(host) ?? 0) + by);
  };
  add(source, 1);
  const seen = new Set<number>();
  for (const { urlRange } of links) {
    if (!seen.has(urlRange.start)) add(source.slice(urlRange.start, urlRange.end), -1);
    seen.add(urlRange.start);
  }
  return new Set([...counts].flatMap(([host, count]) => (count > 0 ? [host] : [])));
}

/** Whether the words of the link, or those around it, say that it leads to something unpublished. */
function isAnnounced({ text, range, kind }: Link, { source }: Document, said: RegExp): boolean {
  if (kind === 'definition') return false;
  const from = Math.max(0, range.start - 80);
  const before = source
    .slice(from, range.start)
    .split(/\n\s*\n/)
    .at(-1)!;
  const behind = source.slice(range.end, range.end + 40).split(/\n\s*\n/, 1)[0]!;
  // What stands in other addresses, also in one that begins before the words that are looked at, says nothing.
  const words = [text?.text ?? '', from > 0 ? before.replace(/^\S*/, '') : before, behind].map((part) =>
    part.replace(/(?<!\w)\w+:\/\/[^\s)"'>]*/g, ' '),
  );
  return said.test(words.join(' '));
}

/** Tells whether the post or an earlier one of its series links a host; its own are gone through when first asked for. */
function linkedHosts(document: Document, context: RuleContext): (host: string) => boolean {
  let own: ReadonlySet<string> | undefined;
  return (host) => {
    own ??= new Set(document.links.flatMap(({ url }) => hostOf(url)?.name ?? []));
    const { series } = context;
    return own.has(host) || (series !== null && earlierWith(series, hostsIn, host) > 0);
  };
}

/** The host without the label that names the stage, where it is linked as well. */
function publishedHost(host: string, isLinked: (host: string) => boolean): string | null {
  const plain = host
    .replace(/^(?:staging|stage|stg|uat)\d{0,2}[.-]/, '')
    .replace(/-(?:staging|stg|uat)\./, '.');
  return [plain, `www.${plain}`].find(isLinked) ?? null;
}
