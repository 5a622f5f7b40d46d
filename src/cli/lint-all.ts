import { paced } from '../project/paced.ts';
import type { Flags } from './flags.ts';
import { lintEach, type PlacedFile, type ReadPost, type Run } from './run.ts';
import { threadsFor } from './thread-count.ts';

/**
 * Lints each post by itself, those alone that an earlier run has not linted as they are. With `--fix` all of them: what
 * is repaired is linted again anyway.
 */
export async function lintAll(run: Run, files: readonly PlacedFile[], flags: Flags): Promise<ReadPost[]> {
  if (!flags.cache || run.options.fix) return lintHere(run, files, flags);
  const { openCache } = await import('./cached.ts');
  const cache = openCache(run.cwd, flags.parser ?? '');
  const known: (ReadPost | null)[] = [];
  for await (const file of paced(files, 'looking up')) known.push(cache.find(file));
  const unknown = files.filter((_, index) => known[index] === null);
  const fresh = await lintHere(run, unknown, flags);
  await cache.keep(fresh);
  const byFile = new Map([...known, ...fresh].flatMap((post) => (post ? [[post.file, post] as const] : [])));
  return files.flatMap(({ file }) => byFile.get(file) ?? []);
}

/**
 * In several threads where that was asked for or makes the run shorter: what starts them is loaded then. With `--fix` in
 * one: what is written must be what this process has read.
 */
async function lintHere(run: Run, files: readonly PlacedFile[], flags: Flags): Promise<ReadPost[]> {
  const paths = files.map(({ file }) => file.path);
  const count = run.options.fix ? 1 : threadsFor(paths, flags.jobs ?? null);
  if (count === 1) return lintEach(run, files);
  const { lintInThreads } = await import('./jobs.ts');
  return lintInThreads(run, files, flags, count);
}
