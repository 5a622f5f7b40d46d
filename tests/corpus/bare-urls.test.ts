import { lint as markdownlint } from 'markdownlint/sync';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import noLiteralUrls from 'remark-lint-no-literal-urls';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Document } from '../../src/document/document.ts';
import type { Range } from '../../src/document/source.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { hasArchives, ownPosts, type Post, sampledPosts } from './posts.ts';
import { allRules } from './settings.ts';

type Tool = 'ours' | 'MD034' | 'no-literal-urls';

/** A place that not every tool reports. */
interface Difference {
  readonly range: Range;
  readonly tools: readonly Tool[];
  readonly document: Document;
}

/** A way in which the decisions differ, as the rule's page explains it. */
interface DifferenceClass {
  readonly name: string;
  /** A post in which nothing else differs. */
  readonly example: string;
  matches(difference: Difference): boolean;
}

const before = ({ document: { source }, range }: Difference, length: number) =>
  source.slice(Math.max(0, range.start - length), range.start);
const written = ({ document: { source }, range }: Difference) => source.slice(range.start, range.end);
const isOurs = ({ tools }: Difference) => tools.includes('ours');

/** The known classes; the first that matches names a difference. */
const classes: readonly DifferenceClass[] = [
  {
    name: 'text in a block of raw HTML',
    example: '<div>\n<p>See https://servo.org/blog now.</p>\n</div>\n',
    matches: (difference) => isOurs(difference) && !standsInMarkdown(difference),
  },
  {
    name: 'behind a square bracket',
    example: 'We wrote about it: [https://servo.org/blog]\n',
    matches: (difference) => isOurs(difference) && before(difference, 1) === '[',
  },
  {
    name: 'between the tags of an element',
    example: 'Write to <u>office@servo.org</u> soon.\n',
    matches: (difference) => /<[a-z][^<>]*>[^<>]*$/i.test(before(difference, 200)),
  },
  {
    name: 'in a bracket that nobody closes',
    example: 'See [our blog (https://servo.org/blog) now.\n',
    matches: (difference) => isOurs(difference) && /\[[^[\]]*$/.test(before(difference, 200)),
  },
  {
    name: 'in a template tag',
    example: 'See {{< card "https://servo.org/blog" >}} now.\n',
    matches: ({ document: { templates }, range }) =>
      templates.some(({ start, end }) => start < range.end && end > range.start),
  },
  {
    name: 'a sample address',
    example: 'Open http://localhost:8080/ or http://127.0.0.1/ and write to me@example.org.\n',
    matches: (difference) =>
      !isOurs(difference) &&
      /localhost|\bexample\b|\.(?:test|local|internal)\b|\/\/[\d.]+/.test(written(difference)),
  },
  {
    name: 'a definition that a paragraph took in',
    example: 'We met.\n[minutes]: https://servo.org/minutes\n',
    matches: (difference) => !isOurs(difference) && /\]:\s*$/.test(before(difference, 6)),
  },
  {
    name: 'a host without a public suffix',
    example: 'Open http://wiki/start now, with foo@2x.png as logo.\n',
    matches: (difference) =>
      !isOurs(difference) && /^https?:\/\/[^./]+(?:\/|$)|@\S*$/.test(written(difference)),
  },
];

function standsInMarkdown({ document, range }: Difference): boolean {
  return document.prose.some(
    (block) => !block.html && block.range.start <= range.start && range.end <= block.range.end,
  );
}

const satteri = await loadSatteri();
const ourRule = {
  ...allRules,
  inlineConfig: false,
  rules: allRules.rules.filter(({ rule }) => rule.id === 'no-bare-url'),
};
const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(noLiteralUrls)
  .freeze();

/** What each tool reports, as source ranges. */
function reportsOf(document: Document): Record<Tool, Range[]> {
  const { source, lines } = document;
  const results = markdownlint({
    strings: { post: source },
    config: { default: false, MD034: true },
    noInlineConfig: true,
  });
  const file = new VFile({ value: source });
  remark.runSync(remark.parse(file), file);
  return {
    ours: lint(document, ourRule)
      .findings.filter(({ ruleId }) => ruleId === 'no-bare-url')
      .map(({ range }) => range),
    MD034: (results.post ?? []).map(({ lineNumber, errorRange }) => {
      const start = lines.starts[lineNumber - 1]! + (errorRange?.[0] ?? 1) - 1;
      return { start, end: start + (errorRange?.[1] ?? 0) };
    }),
    'no-literal-urls': file.messages.flatMap(({ place }) =>
      place && 'start' in place ? [{ start: place.start.offset!, end: place.end.offset! }] : [],
    ),
  };
}

/** How often all tools agree on a post, and where they do not. */
function compare({ path, source: whole }: Post): { agreed: number; differences: Difference[] } {
  // The others count offsets from behind a byte-order mark.
  const source = whole.replace(/^\uFEFF/, '');
  const document = createDocument({ source, path, parse: satteri });
  const found = new Map<string, Difference & { tools: Tool[] }>();
  for (const [tool, ranges] of Object.entries(reportsOf(document)) as [Tool, Range[]][]) {
    for (const range of ranges) {
      const key = `${range.start}-${range.end}`;
      const same = found.get(key);
      if (same) same.tools.push(tool);
      else found.set(key, { range, tools: [tool], document });
    }
  }
  const all = [...found.values()];
  const differences = all.filter(({ tools }) => tools.length < 3);
  return { agreed: all.length - differences.length, differences };
}

function nameOf(difference: Difference): string | undefined {
  return classes.find((candidate) => candidate.matches(difference))?.name;
}

/** Compares a text's reports and names the differences; those that fit no class come back as they stand. */
function compareAll(posts: readonly Post[]) {
  const compared = posts.map(compare);
  const differences = compared.flatMap((post) => post.differences);
  const names = differences.map(nameOf);
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    agreed: compared.reduce((sum, post) => sum + post.agreed, 0),
    counts,
    unknown: differences
      .filter((_, index) => names[index] === undefined)
      .map((difference) => {
        const { document, range, tools } = difference;
        return `${document.path}: ${tools.join(' and ')}: ${before(difference, 30)}⟦${written(difference)}⟧${document.source.slice(range.end, range.end + 20)}`;
      }),
  };
}

test.each(classes)('other linters differ on: $name', ({ name, example }) => {
  const { counts, unknown } = compareAll([{ path: 'post.md', source: example }]);
  expect(unknown).toEqual([]);
  expect([...counts.keys()]).toEqual([name]);
});

const sources = [
  { title: 'our own posts', present: true, posts: ownPosts },
  { title: 'real archives (RECAPLINT_CORPUS)', present: hasArchives, posts: () => sampledPosts(5) },
];

describe.each(sources)('bare addresses in $title', ({ title, present, posts }) => {
  const name = present ? 'differ from other linters in known ways only' : 'skipped: the folder is not there';
  test.skipIf(!present)(
    name,
    () => {
      const { agreed, counts, unknown } = compareAll(posts());
      const differing = [...counts].sort().map(([kind, count]) => `${count} ${kind}`);
      console.log(`${title}: ${agreed} agreed; ${differing.join(', ') || 'no differences'}`);
      expect(unknown).toEqual([]);
    },
    600_000,
  );
});
