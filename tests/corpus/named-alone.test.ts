import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LintedPost, lintBytes } from '../../src/cli/lint-post.ts';
import { withSeries } from '../../src/cli/series.ts';
import { openSession } from '../../src/cli/session.ts';
import { readFacts, writeFacts } from '../../src/series/written-facts.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { makeFolder } from '../folder.ts';
import { archivesFolder, hasArchives } from './posts.ts';

/** Lints posts of a folder; their findings by path, and their facts as a file would hold them. */
async function lintPosts(folder: string, paths: readonly string[], facts: readonly string[] | null) {
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder);
  const options = { parse: await loadSatteri(), fix: false, unsafe: false };
  const posts: LintedPost[] = [];
  for (const path of paths) {
    const file = join(folder, path);
    posts.push(lintBytes(file, readFileSync(file), await session.place(file, folder), options));
  }
  const linted = await withSeries(posts, { session, options, facts: facts?.map(readFacts) ?? null });
  const findings = new Map(linted.map(({ placed, result }) => [placed.path, result.findings]));
  return { findings, lines: posts.flatMap((post) => (post.facts ? [writeFacts(post.facts)] : [])) };
}

/** A copy of an archive as a repository of its own, with every rule on. */
function copyOf(archive: string): { folder: string; paths: string[] } {
  const folder = makeFolder({ '.recaplintrc.json': '{"extends":["recaplint:strict"]}' });
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'HEAD'), '');
  cpSync(join(archivesFolder, archive), folder, { recursive: true });
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        /\.(?:md|markdown|Rmd|mdx)$/i.test(path) && !path.split('/').some((name) => name.startsWith('.')),
    )
    .sort();
  return { folder, paths };
}

/** Some of the posts, spread over all, always the same. */
function sample(paths: readonly string[], count: number): string[] {
  const step = paths.length / count;
  return step <= 1
    ? [...paths]
    : Array.from({ length: count }, (_, i) => paths[Math.floor((i + 0.5) * step)]!);
}

// The book is no archive, and large.
const names = hasArchives ? readdirSync(archivesFolder).filter((name) => name !== 'rust-book') : [];

describe.skipIf(names.length === 0)('real archives (RECAPLINT_CORPUS)', () => {
  test.each(names)('%s: a post named alone, or linted through facts, has the findings of the whole', {
    timeout: 300_000,
  }, async (name) => {
    const { folder, paths } = copyOf(name);
    expect(existsSync(join(folder, '.git'))).toBe(true);
    const whole = await lintPosts(folder, paths, null);
    for (const path of sample(paths, paths.length > 300 ? 3 : 7)) {
      const alone = await lintPosts(folder, [path], null);
      expect(alone.findings.get(path), path).toEqual(whole.findings.get(path));
      const lines = [...whole.lines].reverse();
      const throughFacts = await lintPosts(folder, [path], lines);
      expect(throughFacts.findings.get(path), path).toEqual(whole.findings.get(path));
    }
  });
});
