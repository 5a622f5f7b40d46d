import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archives, copyOf, lintPosts } from './linted.ts';
import { hasArchives } from './posts.ts';

/** Some of the posts, spread over all, always the same. */
function sample(paths: readonly string[], count: number): string[] {
  const step = paths.length / count;
  return step <= 1
    ? [...paths]
    : Array.from({ length: count }, (_, i) => paths[Math.floor((i + 0.5) * step)]!);
}

describe.skipIf(!hasArchives)('real archives (RECAPLINT_CORPUS)', () => {
  test.each(archives)('%s: a post named alone, or linted through facts, has the findings of the whole', {
    timeout: 300_000,
  }, async (name) => {
    const { folder, paths } = copyOf(name, 'strict');
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
