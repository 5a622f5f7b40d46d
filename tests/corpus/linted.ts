import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleAll } from '../../src/cli/run.ts';
import { diskState } from '../../src/cli/state.ts';
import { type LintedPost, lintBytes } from '../../src/project/lint-post.ts';
import { openSession } from '../../src/project/session.ts';
import { readFacts, writeFacts } from '../../src/series/written-facts.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { makeFolder } from '../folder.ts';
import { archivesFolder, hasArchives } from './posts.ts';

/** The real archives, without the book, which is none and large; where they are absent, a name for the test that is skipped. */
export const archives = hasArchives
  ? readdirSync(archivesFolder).filter((name) => name !== 'rust-book')
  : ['skipped, the folder is not there'];

/** Lints posts of a folder; their findings by path, and their facts as a file would hold them. */
export async function lintPosts(folder: string, paths: readonly string[], facts: readonly string[] | null) {
  const session = openSession({ rule: [], code: false, inlineConfig: true }, folder, () => {});
  const options = { parse: await loadSatteri(), fix: false, unsafe: false };
  const posts: LintedPost[] = [];
  for (const path of paths) {
    const file = join(folder, path);
    posts.push(await lintBytes(file, readFileSync(file), await session.place(file, folder), options));
  }
  const linted = await settleAll(
    { session, options, facts: facts?.map(readFacts) ?? null, state: diskState },
    posts,
  );
  const findings = new Map(linted.map(({ placed, result }) => [placed.path, result.findings]));
  return { findings, lines: posts.flatMap((post) => (post.facts ? [writeFacts(post.facts)] : [])) };
}

/** A copy of an archive as a repository of its own, with a preset. */
export function copyOf(
  archive: string,
  preset: 'recommended' | 'strict',
): { folder: string; paths: string[] } {
  const folder = makeFolder({ '.recaplintrc.json': JSON.stringify({ extends: [`recaplint:${preset}`] }) });
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'HEAD'), '');
  cpSync(join(archivesFolder, archive), folder, { recursive: true });
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) =>
        /\.(?:md|markdown|Rmd|mdx)$/i.test(path) && !path.split('/').some((name) => name.startsWith('.')),
    )
    .sort();
  return { folder, paths };
}
