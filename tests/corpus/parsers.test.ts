import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { type Compared, comparePost } from './compared.ts';
import { markdown } from './markdown.ts';
import { hasArchives, ownPosts, type Post, sampledPosts } from './posts.ts';

/** Prints how often the trees differed in each known way. */
function printClasses(title: string, compared: readonly Compared[]): void {
  const names = compared.flatMap(({ known }) => [...known]);
  const counts = [...new Set(names)]
    .sort()
    .map((name) => `${names.filter((other) => other === name).length} ${name}`);
  const equal = compared.filter(({ known, unknown }) => known.size + unknown.length === 0).length;
  console.log(`${title}: ${compared.length} compared, ${equal} with equal trees; ${counts.join(', ')}`);
}

function describeUnknown({ path, unknown }: Compared): string {
  const differences = unknown.map(({ nodes, field, first, second }) => {
    const place = nodes.map(({ type }) => type).join('/');
    return `${place} ${field}: ${JSON.stringify(first)} or ${JSON.stringify(second)}`;
  });
  return `${path}\n${differences.join('\n')}`;
}

const seed = Number(process.env.RECAPLINT_SEED ?? 20240507);
const runs = process.env.RECAPLINT_FULL ? 20_000 : 2_000;

const sources: readonly { title: string; present: boolean; posts: () => Post[] }[] = [
  { title: 'our own posts', present: true, posts: ownPosts },
  { title: 'real archives (RECAPLINT_CORPUS)', present: hasArchives, posts: sampledPosts },
  {
    title: `generated Markdown (seed ${seed})`,
    present: true,
    posts: () =>
      fc
        .sample(markdown, { numRuns: runs, seed })
        .map((source) => ({ path: JSON.stringify(source), source })),
  },
];

describe.each(sources)('both parsers on $title', ({ title, present, posts }) => {
  describe.skipIf(!present)(present ? 'read' : 'skipped: the folder is not there', () => {
    let compared: Compared[];

    beforeAll(async () => {
      const satteri = await loadSatteri();
      compared = posts().map((post) => comparePost(post, satteri));
      printClasses(title, compared);
    }, 600_000);

    test('give trees that differ in known ways only', () => {
      expect(compared.filter(({ unknown }) => unknown.length > 0).map(describeUnknown)).toEqual([]);
    });

    test('lead to the same findings', () => {
      const generated = title.startsWith('generated');
      const outside = compared.filter(({ structural }) => !(generated && structural));
      expect(outside.filter(({ decided }) => decided.length > 0)).toEqual([]);
      expect(outside.reduce((sum, { findings }) => sum + findings, 0)).toBeGreaterThan(0);
    });
  });
});
