import remarkLint from 'remark-lint';
import {
  type Pluggable,
  type PluggableList,
  type Plugin,
  type Preset,
  type Processor,
  unified,
} from 'unified';
import { VFile } from 'vfile';
import type { Document } from '../document/document.ts';
import type { OtherMessage } from '../engine/finding.ts';
import type { RemarkEntry } from '../engine/settings.ts';
import { type Crash, messagesFrom, type Said } from './hosted-messages.ts';
import { copyOfTree } from './tree-copy.ts';

/** Plugins of remark, ready to look at posts. */
export interface Host {
  /**
   * What the plugins say of a post, one after the other on a copy of its tree. One that breaks down costs its own messages
   * alone and is itself reported.
   *
   * @param root absolute path of the folder that the post's path is relative to
   * @param patience how long one plugin may keep a post waiting, in milliseconds
   * @param comments whether comments such as `<!--lint disable-->` count
   */
  messagesFor(
    document: Document,
    root: string,
    patience: number,
    comments: boolean,
  ): Promise<readonly OtherMessage[]>;
}

/** A plugin with the processor that it alone is in: what one does must not end the others. */
interface Hosted {
  readonly name: string;
  /** Null where the plugin cannot begin. */
  readonly processor: Processor | null;
  /** Why it cannot. */
  readonly error?: unknown;
  /** How many posts in a row it has kept waiting to no end. */
  late: number;
}

/** What the plugin is called that reads comments. */
const readsComments = 'remark-lint';

/** After so many posts that a plugin was late for, it gets a hundredth of the time: a thousand posts would wait for hours. */
const mostLate = 2;

/**
 * Prepares plugins and presets. As in remark, a plugin that is named twice is used once, with the options of both. Comments
 * such as `<!--lint disable-->` count whoever names the plugin that reads them: it comes last.
 */
export function createHost(entries: readonly RemarkEntry[]): Host {
  const hosted = hostedPlugins(entries);
  return {
    async messagesFor(document, root, patience, comments) {
      if (document.refusal) return [];
      const { source } = document;
      const bom = source.charCodeAt(0) === 0xfeff ? 1 : 0;
      const file = new VFile({ value: source.slice(bom), path: document.path, cwd: root });
      const crashes: Crash[] = [];
      let tree = copyOfTree(document.tree, bom);
      for (const one of hosted) {
        if (one.name === readsComments && !comments) continue;
        const { messages } = file;
        try {
          tree = (await inTime(one, (processor) => processor.run(tree, file), patience)) as typeof tree;
        } catch (error) {
          // What a plugin ends a post with, by `file.fail`, is a message already.
          if (!messages.includes(error as Said)) crashes.push({ name: one.name, error });
        }
        // A plugin may put another list in its place, as the one that reads comments does, but no other thing.
        file.messages = Array.isArray(file.messages) ? file.messages.filter(isMessage) : messages;
      }
      return messagesFrom(file.messages, crashes, document);
    },
  };
}

/** What is none would be the end of the plugins behind. */
function isMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null;
}

/** Plugins that are at work whoever names them: recaplint itself is. By name, since another copy of one may be named. */
const runsAnyway = new Set([remarkLint.name, 'recaplint']);

/** Each plugin once, in the order in which they are first named. */
function hostedPlugins(entries: readonly RemarkEntry[]): readonly Hosted[] {
  const uses = new Map<Plugin<unknown[]>, { name: string; options: unknown[][] }>();
  const settings: Preset['settings'][] = [];
  const broken: Hosted[] = [];
  for (const { name, plugin, options } of entries) {
    for (const [attacher, ...given] of usesOf({ name, plugin, options }, settings, broken)) {
      const own = attacher === plugin ? name : attacher.name || name;
      const known = uses.get(attacher) ?? { name: own, options: [] };
      known.options.push(given);
      uses.set(attacher, known);
    }
  }
  const plugins = [...uses].filter(([{ name }]) => !runsAnyway.has(name));
  const all = [
    ...plugins,
    [remarkLint as Plugin<unknown[]>, { name: readsComments, options: [[]] }] as const,
  ];
  const begun = all.map(([attacher, { name, options }]) => {
    const processor = unified();
    for (const setting of settings) processor.use({ settings: setting ?? {} });
    for (const given of options) processor.use(attacher, ...given);
    return begin(name, processor as unknown as Processor);
  });
  return [...broken, ...begun];
}

/** What an entry comes to; nothing for a preset that holds what is no plugin, or itself. */
function usesOf({ name, plugin, options }: RemarkEntry, settings: Preset['settings'][], broken: Hosted[]) {
  try {
    return flattened([plugin, ...options] as Pluggable, settings);
  } catch (error) {
    broken.push({ name, processor: null, error, late: 0 });
    return [];
  }
}

/** A plugin reads its options once, before the first post. One that then breaks down says nothing of any post. */
function begin(name: string, processor: Processor): Hosted {
  try {
    return { name, processor: processor.freeze(), late: 0 };
  } catch (error) {
    return { name, processor: null, error, late: 0 };
  }
}

/** The plugins that a plugin or a preset, with or without options, comes to. */
function flattened(
  use: Pluggable,
  settings: Preset['settings'][],
): readonly [Plugin<unknown[]>, ...unknown[]][] {
  const [plugin, ...options] = Array.isArray(use) ? (use as [unknown, ...unknown[]]) : [use];
  if (typeof plugin === 'function') return [[plugin as Plugin<unknown[]>, ...options]];
  if (Array.isArray(plugin)) return (plugin as PluggableList).flatMap((one) => flattened(one, settings));
  const preset = plugin as Preset;
  const isOff = options[0] === false;
  if (preset.settings && !isOff) settings.push(preset.settings);
  const all = (preset.plugins ?? []).flatMap((one) => flattened(one, settings));
  return isOff ? all.map(([attacher]) => [attacher, false]) : all;
}

/** What a plugin gives, or an error when it takes too long: what is waited for in vain would end the run without a word. */
async function inTime<T>(
  hosted: Hosted,
  run: (processor: Processor) => Promise<T>,
  patience: number,
): Promise<T> {
  if (!hosted.processor) throw hosted.error;
  const most = hosted.late < mostLate ? patience : patience / 100;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      hosted.late += 1;
      reject(new Error(`it was not done after ${most / 1000} seconds`));
    }, most);
  });
  try {
    const given = await Promise.race([run(hosted.processor), late]);
    hosted.late = 0;
    return given;
  } finally {
    clearTimeout(timer);
  }
}
