import { describe, expect, test } from 'vitest';
import { archives, copyOf, lintPosts } from './linted.ts';
import { hasArchives } from './posts.ts';

/** Posts for each finding that a rule over series may have, at the least: more would be noise. */
const postsPerFinding = 4;

describe.skipIf(!hasArchives)('real archives (RECAPLINT_CORPUS)', () => {
  test.each(archives)('%s: rules over series speak seldom', { timeout: 300_000 }, async (name) => {
    const { folder, paths } = copyOf(name, 'recommended');
    const { findings } = await lintPosts(folder, paths, null);
    const found = [...findings].flatMap(([path, list]) =>
      list
        .filter(({ ruleId }) => ruleId.startsWith('series-') || ruleId === 'no-copied-text')
        .map(({ ruleId, message }) => `${path} ${ruleId}: ${message}`),
    );
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(paths.length / postsPerFinding);
  });
});
