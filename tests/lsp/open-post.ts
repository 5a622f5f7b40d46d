import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config/schema.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import type { OpenPost } from '../../src/lsp/open-post.ts';
import { readKnown } from '../../src/project/known.ts';
import { lintAgain, lintBytes } from '../../src/project/lint-post.ts';
import { documentOf } from '../../src/project/placed-document.ts';
import { groupsOf, placeIn } from '../../src/project/series.ts';
import { openSession } from '../../src/project/session.ts';
import { seriesBefore } from '../../src/series/history.ts';
import { makeFolder } from '../folder.ts';

export interface OpenPostOptions {
  /** Where the post stands; `post.md` where it is absent. */
  readonly path?: string;
  readonly config?: Config;
  /** Other files of its folder, earlier posts among them, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A post as the server has it: in a folder with a configuration and other posts, linted with its series. */
export async function openPost(
  text: string,
  { path = 'post.md', config = {}, files = {} }: OpenPostOptions = {},
): Promise<OpenPost> {
  const folder = makeFolder({ ...files, [path]: text, '.recaplintrc.json': JSON.stringify(config) });
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {});
  const posts = [path, ...Object.keys(files)].filter((name) => /\.mdx?$/.test(name));
  const known = await Promise.all(
    posts.map((name) => readKnown(join(folder, name), folder, session, parseWithRemark)),
  );
  const placed = await session.place(join(folder, path), folder);
  const own = known[0]?.facts;
  const group = groupsOf(
    known.flatMap((one) => one ?? []),
    [],
  ).find((one) => own && one.posts.includes(own));
  const series = group && own ? seriesBefore(group.name, group.posts, placeIn(group.posts, own)) : null;
  const options = { parse: parseWithRemark, fix: false, unsafe: false };
  const alone = await lintBytes(join(folder, path), readFileSync(join(folder, path)), placed, options);
  const linted = series ? await lintAgain(alone, options, series) : alone;
  const { findings } = linted.result;
  const { found } = linted.outcome;
  const document = documentOf(text, placed, parseWithRemark);
  const uri = `file://${folder}/${path}`;
  return { uri, version: 1, document, placed, findings, found, series, parse: parseWithRemark };
}

/** A text with a bar where the caret stands, taken apart. */
export function atCaret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** Quarterly recaps before Q3 2025, by path: eight with one front matter and the same sections. */
export function earlierRecaps(): Record<string, string> {
  const quarters = [2023, 2024].flatMap((year) => [1, 2, 3, 4].map((quarter) => ({ year, quarter })));
  return Object.fromEntries(
    quarters.map(({ year, quarter }) => {
      const next = quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 };
      const date = `${next.year}-${String(next.quarter * 3 - 2).padStart(2, '0')}-15`;
      const head = `---\ntitle: Q${quarter} ${year} Recap\ndate: ${date}\nlayout: recap\ntags:\n  - recap\n  - news\n---\n`;
      const body = ['Summary', 'Finance', 'Events'].map(
        (name) => `## ${name}\n\nNews of ${name} ${quarter}.\n`,
      );
      return [`q${quarter}-${year}-recap.md`, `${head}\n${body.join('\n')}`];
    }),
  );
}
