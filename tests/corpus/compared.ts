import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import { type Comparison, compareParsers } from './classes.ts';
import type { Post } from './posts.ts';
import { allRules } from './settings.ts';

/** A post as both parsers read it. */
export interface Compared extends Comparison {
  readonly path: string;
  readonly findings: number;
  /** The findings that only one parser leads to. */
  readonly decided: readonly string[];
}

/** Reads and lints a post with both parsers. */
export function comparePost(post: Post, satteri: Parse): Compared {
  const [first, second] = [read(post, parseWithRemark), read(post, satteri)];
  const onlyOne = (a: string[], b: string[]) => a.filter((finding) => !b.includes(finding));
  return {
    path: post.path,
    ...compareParsers(first.tree, second.tree, first.seen),
    findings: second.findings.length,
    decided: [...onlyOne(first.findings, second.findings), ...onlyOne(second.findings, first.findings)],
  };
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
