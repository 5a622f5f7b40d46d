import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { type Comparison, compareParsers } from './classes.ts';
import { markdown } from './markdown.ts';
import { hasArchives, ownPosts, type Post, sampledPosts } from './posts.ts';
import { allRules } from './settings.ts';

interface Compared extends Comparison {
  readonly path: string;
  readonly findings: number;
  /** The findings that only one parser leads to. */
  readonly decided: readonly string[];
}

function read({ path, source }: Post, parse: Parse) {
  const document = createDocument({ source, path, parse });
  const findings = lint(document, allRules).findings.map((finding) => JSON.stringify(finding));
  // Neither parser sees template tags: where a tree ends before them, it ends before blanks.
  const pieces = document.templates.map(({ start, end }, index, all) => {
    const before = source.slice(all[index - 1]?.end ?? 0, start);
    return before + source.slice(start, end).replace(/[^\r\n]/g, ' ');
  });
  const seen = pieces.join('') + source.slice(document.templates.at(-1)?.end ?? 0);
  return { tree: document.tree, findings, seen };
}

function compare(post: Post, satteri: Parse): Compared {
  const [first, second] = [read(post, parseWithRemark), read(post, satteri)];
  const onlyOne = (a: string[], b: string[]) => a.filter((finding) => !b.includes(finding));
  return {
    path: post.path,
    ...compareParsers(first.tree, second.tree, first.seen),
    findings: second.findings.length,
    decided: [...onlyOne(first.findings, second.findings), ...onlyOne(second.findings, first.findings)],
  };
}

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
      compared = posts().map((post) => compare(post, satteri));
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
