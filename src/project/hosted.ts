import type { Document } from '../document/document.ts';
import type { OtherMessage } from '../engine/finding.ts';
import type { RemarkEntry, Settings } from '../engine/settings.ts';
import type { Host } from '../remark/host.ts';
import type { LintedPost, LintPostOptions } from './lint-post.ts';
import { documentOf } from './placed-document.ts';
import type { PlacedPost } from './session.ts';

/** How long one plugin may keep a post waiting, in milliseconds, where nobody says otherwise. */
const patience = 30_000;

/**
 * Lints with what plugins of remark say. They may take their time, and linting may not: what is asked for while linting and
 * not known yet is found out, and the post is linted once more. A repair asks for one text after the other.
 *
 * @param text what is linted first
 * @param lint as often as it is called, it does the same with the same messages
 */
export async function withHosted(
  text: string,
  placed: PlacedPost,
  options: LintPostOptions,
  lint: (options: LintPostOptions) => LintedPost,
): Promise<LintedPost> {
  if (!placed.resolved.settings.remark?.length || options.hosts === false) return lint(options);
  const first = options.documentOf?.(text, placed) ?? documentOf(text, placed, options.parse);
  const ask = (document: Document) => hostedMessages(document, placed, options.patience);
  const { watch = (_: string, work: () => ReturnType<typeof ask>) => work() } = options;
  const said = (document: Document) => watch('plugins of remark', () => ask(document));
  const known = new Map([[text, await said(first)]]);
  for (;;) {
    const unknown: string[] = [];
    const messagesOf = (wanted: string): readonly OtherMessage[] => {
      const messages = known.get(wanted);
      if (!messages) unknown.push(wanted);
      return messages ?? [];
    };
    // The tree that the plugins have seen is the one that the rules see.
    const linted = lint({
      ...options,
      messagesOf,
      documentOf: (wanted) => (wanted === text ? first : null),
    });
    const [next] = unknown;
    if (next === undefined) return linted;
    known.set(next, await said(documentOf(next, placed, options.parse)));
  }
}

/**
 * What plugins of remark say of a document, at the levels that the configuration gives them.
 *
 * @param wait the most that one plugin may take, in milliseconds
 */
export async function hostedMessages(
  document: Document,
  { root, resolved }: PlacedPost,
  wait = patience,
): Promise<readonly OtherMessage[]> {
  const { remark = [], remarkLevels, inlineConfig } = resolved.settings;
  if (remark.length === 0) return [];
  const host = await hostOf(remark);
  return leveled(await host.messagesFor(document, root, wait, inlineConfig), remarkLevels);
}

/** The messages at the levels that the configuration gives them; a plugin's own counts where it gives none. */
function leveled(
  messages: readonly OtherMessage[],
  levels: Settings['remarkLevels'],
): readonly OtherMessage[] {
  if (!levels) return messages;
  return messages.flatMap((message) => {
    const level = levels.get(message.ruleId) ?? message.severity;
    return level === 'off' ? [] : [{ ...message, severity: level }];
  });
}

const hosts = new WeakMap<readonly RemarkEntry[], Promise<Host>>();

/** Loaded for the first post that has plugins: a run without one does not pay for it. */
function hostOf(remark: readonly RemarkEntry[]): Promise<Host> {
  const known = hosts.get(remark) ?? import('../remark/host.ts').then(({ createHost }) => createHost(remark));
  hosts.set(remark, known);
  return known;
}
