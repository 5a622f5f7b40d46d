import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import type { LintOutcome } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { archivePosts, hasArchives, ownPosts, type Post } from './posts.ts';
import { allRules } from './settings.ts';

function outcomeOf({ path, source }: Post, parse: Parse): LintOutcome {
  return lint(createDocument({ source, path, parse }), allRules);
}

// All real posts are linted, and of these every fifth a second time: what one post leaves behind shows in any other.
const sources = [
  { title: 'our own posts', present: true, posts: ownPosts, twice: 1 },
  { title: 'real archives (RECAPLINT_CORPUS)', present: hasArchives, posts: archivePosts, twice: 5 },
];

describe.each(sources)('$title', ({ present, posts, twice }) => {
  const name = present ? 'are linted whole, and twice alike' : 'skipped: the folder is not there';
  test.skipIf(!present)(name, async () => {
    const satteri = await loadSatteri();
    const all = posts();
    expect(all.length).toBeGreaterThan(0);
    for (const [index, post] of all.entries()) {
      const { findings, facts } = outcomeOf(post, satteri);
      const notices = findings.filter(({ ruleId }) => ruleId === 'rule-failed' || ruleId === 'limit');
      expect(notices, post.path).toEqual([]);
      if (index % twice !== 0) continue;
      const again = outcomeOf(post, satteri);
      expect(again.findings, post.path).toEqual(findings);
      expect(again.facts, post.path).toEqual(facts);
    }
  });
});
