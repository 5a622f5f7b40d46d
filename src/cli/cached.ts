import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { baseOf } from '../config/folders.ts';
import { readOwnPackage } from '../config/pages.ts';
import type { LintRecord } from '../engine/finding.ts';
import { answerOf } from '../gate/asked.ts';
import { readEntry, writeEntry } from '../gate/cache-file.ts';
import { digest } from '../gate/digest.ts';
import { recordOf, restored } from '../project/lint-post.ts';
import { paced } from '../project/paced.ts';
import type { PlacedPost } from '../project/session.ts';
import { readCache, writeCache } from '../workspace/cache.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import { notify } from './messages.ts';
import type { PlacedFile, ReadPost } from './run.ts';

/** What earlier runs have found in posts by themselves. */
export interface Cache {
  /** What linting a post gave, where neither it, nor its settings, nor the files it asks for have changed. */
  find(file: PlacedFile): ReadPost | null;
  /** Keeps what linting posts gave. That it cannot be written costs time alone, and is said. */
  keep(posts: readonly ReadPost[]): Promise<void>;
}

export function openCache(cwd: string, parser: string): Cache {
  const base = baseOf(cwd);
  const lines = readCache(base);
  const tool = toolDigest(parser);
  const settings = new WeakMap<object, string>();
  const nameOf = (path: string) => relative(base, path).replaceAll(sep, '/');
  const keyOf = ({ file, placed }: PlacedFile, bytes: Uint8Array): string => {
    const known = settings.get(placed.resolved) ?? settingsDigest(placed);
    settings.set(placed.resolved, known);
    // Rules ask for files only where it is known which there are.
    const knowsFiles = String(placed.files !== null);
    return digest(tool, known, knowsFiles, placed.root, file.path, bytes);
  };
  return {
    find(file) {
      if (isOthers(file.placed)) return null;
      const line = lines.get(nameOf(file.file.path));
      const bytes = line === undefined ? null : bytesOf(file.file.path);
      if (line === undefined || bytes === null || !line.includes(`\t${keyOf(file, bytes)}\t`)) return null;
      const { text } = decode(bytes);
      const entry = readEntry(line, text.length);
      if (!entry?.asked.every((one) => one.answer === answerOf(file.placed.files, one))) return null;
      const record = { ...entry.record, text };
      return {
        ...file,
        bytes: null,
        asked: entry.asked,
        linted: restored(file.file.path, file.placed, record),
      };
    },
    async keep(posts) {
      const own = posts.filter(({ placed }) => !isOthers(placed));
      if (own.length < posts.length) notify(othersAreRead);
      if (own.length === 0) return;
      for await (const post of paced(own, 'keeping what was found in')) {
        const bytes = bytesOf(post.file.path);
        const record = recordOf(post.linted);
        if (dependsOnTime(record)) continue;
        // Written to meanwhile: what was found is not about what is there now.
        if (bytes === null || decode(bytes).text !== record.text) continue;
        const name = nameOf(post.file.path);
        const { text: _, ...kept } = record;
        lines.set(name, writeEntry(name, keyOf(post, bytes), { record: kept, asked: post.asked }));
      }
      for (const name of lines.keys()) if (!existsSync(resolve(base, name))) lines.delete(name);
      try {
        writeCache(base, lines);
      } catch (error) {
        notify(`the cache cannot be written: ${(error as Error).message}`);
      }
    },
  };
}

const othersAreRead =
  'posts with plugins are not kept by --cache: nobody knows what else a plugin depends on, so that they are linted in each run.';

/** Whether other people's code looks at a post, or would: it may change, and nothing here shows that. */
function isOthers({ config, resolved }: PlacedPost): boolean {
  return (
    config.skipped || resolved.settings.remark !== undefined || config.layers.some(({ plugins }) => plugins)
  );
}

/** Another machine, or this one when less runs beside it, may read a post that the parser had no time for. */
function dependsOnTime({ found }: LintRecord): boolean {
  return found.get('limit')?.some(({ messageKey }) => messageKey === 'time') ?? false;
}

/** What is built knows all its parts by their content, and Node's regular expressions change with Node. */
function toolDigest(parser: string): string {
  const { folder, version } = readOwnPackage();
  const built = readFileSync(join(folder, 'dist', 'cli.cjs'));
  return digest(version, built, process.versions.node, parser);
}

/** Patterns and schemas are known by what they are made of. */
function settingsDigest({ config, resolved }: PlacedPost): string {
  const { rules, post, inlineConfig, requireReasons } = resolved.settings;
  const schema = post.schema && bytesOf(post.schema.file);
  return digest(
    JSON.stringify(rules.map(({ rule, severity, options }) => [rule.id, severity, options])),
    JSON.stringify({ ...post, schema: null, inlineConfig, requireReasons }),
    JSON.stringify(config.layers.map((layer) => layer.config.patterns ?? [])),
    schema ?? '',
  );
}

function bytesOf(path: string): Buffer | null {
  try {
    return readBytes(path);
  } catch {
    return null;
  }
}
