import { join } from 'node:path';
import type { Config } from '../../src/config/schema.ts';
import type { Document } from '../../src/document/document.ts';
import { readDirectives, suppressedRanges } from '../../src/engine/directives.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { applyEdits } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import { findInSeries } from '../../src/engine/lint-series.ts';
import type { Edit } from '../../src/engine/rule.ts';
import { settle } from '../../src/engine/settle.ts';
import type { OpenPost } from '../../src/lsp/open-post.ts';
import { documentOf } from '../../src/project/placed-document.ts';
import { seriesRules } from '../../src/project/series.ts';
import { openSession, type PlacedPost } from '../../src/project/session.ts';
import { factsOf } from '../../src/series/collect.ts';
import type { PostFacts } from '../../src/series/facts.ts';
import { seriesBefore } from '../../src/series/history.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { makeFolder } from '../folder.ts';

const parse = await loadSatteri();

/** A folder that is a repository of its own, in which posts can be opened as an editor has them. */
export interface OpenFolder {
  /** @param earlier texts of earlier posts of its series, by path, in order */
  open(text: string, path?: string, earlier?: Readonly<Record<string, string>>): Promise<OpenPost>;
}

/** Makes a folder with a configuration; removed when the running test is over. */
export function folderFor(config: Config = { extends: ['recaplint:strict'] }): OpenFolder {
  const folder = makeFolder({ '.recaplintrc.json': JSON.stringify(config), '.git/HEAD': '' });
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {});
  return {
    async open(text, path = 'post.md', earlier = {}) {
      const placed = await session.place(join(folder, path), folder);
      const before = await Promise.all(
        Object.entries(earlier).map(async ([name, source]) => {
          const place = await session.place(join(folder, name), folder);
          return factsIn(documentOf(source, place, parse), place);
        }),
      );
      return linted(text, placed, before);
    },
  };
}

/** Opens one post in a folder of its own. */
export function openPost(text: string, path?: string, config?: Config): Promise<OpenPost> {
  return folderFor(config).open(text, path);
}

/** The same post with another text, as after an edit. */
export function reopened(post: OpenPost, edits: readonly Edit[] | null): OpenPost {
  const before = post.series?.posts.slice(0, post.series.position) ?? [];
  return linted(applyEdits(post.document.source, edits ?? []), post.placed, before);
}

function factsIn(document: Document, { resolved }: PlacedPost): PostFacts {
  const { settings } = resolved;
  return factsOf(document, settings.post, suppressedRanges(readDirectives(document, settings)));
}

function linted(text: string, placed: PlacedPost, before: readonly PostFacts[]): OpenPost {
  const document = documentOf(text, placed, parse);
  const { settings } = placed.resolved;
  const posts = document.refusal ? before : [...before, factsIn(document, placed)];
  const series = before.length > 0 ? seriesBefore('series', posts, before.length) : null;
  const outcome = lint(document, settings, { series, files: placed.files });
  const rules = seriesRules([{ placed }]);
  const added = series ? (findInSeries(posts, rules).get(placed.path) ?? []) : [];
  const ran = series ? new Set(rules.map(({ rule }) => rule.id)) : null;
  const findings = settle(outcome, settings.rules, added, ran);
  return {
    uri: `file:///${placed.path}`,
    version: 1,
    document,
    placed,
    findings,
    found: outcome.found,
    series,
    parse,
  };
}

/** Findings as `line rule`, for comparing. */
export function atLines({ findings, document }: Pick<OpenPost, 'findings' | 'document'>): string[] {
  return findings.map(
    ({ ruleId, range }: Finding) => `${document.lines.pointAt(range.start).line} ${ruleId}`,
  );
}
