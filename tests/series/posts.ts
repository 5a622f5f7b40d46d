import { createDocument } from '../../src/document/create.ts';
import type { Document } from '../../src/document/document.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import type { PostFacts } from '../../src/series/facts.ts';

/** A post with front matter in YAML. */
export function post(path: string, frontMatter: string, body = ''): Document {
  return createDocument({ source: `---\n${frontMatter}\n---\n\n${body}`, path, parse: parseWithRemark });
}

/** Facts of posts that nothing is configured for. */
export function factsOfAll(documents: readonly Document[]): PostFacts[] {
  return documents.map((document) => factsOf(document, noPostSettings, []));
}

/** Facts of posts with these titles, and file names `1.md` and so on. */
export function titled(titles: readonly string[], author?: (index: number) => string): PostFacts[] {
  const head = (title: string, i: number) =>
    `title: ${JSON.stringify(title)}${author ? `\nauthor: ${author(i)}` : ''}`;
  return factsOfAll(titles.map((title, i) => post(`${i + 1}.md`, head(title, i))));
}
