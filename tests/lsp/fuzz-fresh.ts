import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import type { Range } from '../../src/document/source.ts';
import { type LintedPost, lintText } from '../../src/project/lint-post.ts';
import { loadParser } from '../../src/project/parser.ts';
import { withSeries } from '../../src/project/series.ts';
import { openSession } from '../../src/project/session.ts';
import { editorText } from '../../src/reporters/message-text.ts';
import { recaplint } from '../e2e/run.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { uriOf } from './client.ts';
import { type Encoding, offsetAt, rangeAt } from './fuzz-text.ts';

/** What is compared of a finding. */
export type Said = Pick<Diagnostic, 'range' | 'severity' | 'code' | 'message' | 'relatedInformation'>;

export function saidOf({ range, severity, code, message, relatedInformation }: Diagnostic): Said {
  return { range, severity, code, message, relatedInformation };
}

/** A folder with posts as they count: those that are open as they stand in the editor. */
export interface State {
  readonly folder: string;
  /** By path in the folder. */
  readonly posts: ReadonlyMap<string, string>;
  /** Texts of no file, by address. */
  readonly untitled: ReadonlyMap<string, string>;
  readonly encoding: Encoding;
}

const parse = loadParser('auto', () => {});
const flags = { rule: [], code: false, inlineConfig: true };

/** What a first look at the texts finds, with nothing known from before: findings by address. */
export async function freshly(state: State): Promise<Map<string, readonly Said[]>> {
  const { posts } = await lintedFreshly(state);
  return new Map([...posts].map(([uri, post]) => [uri, saidOfPost(post, uri, state)]));
}

/** How many findings a fresh lint could repair safely in one text. */
export async function safelyFixable(uri: string, state: State): Promise<number> {
  const { posts } = await lintedFreshly(state);
  const findings = posts.get(uri)?.result.findings ?? [];
  return findings.filter(({ fix }) => fix?.safety === 'safe' && fix.edits.length > 0).length;
}

async function lintedFreshly({ folder, posts, untitled }: State) {
  const session = openSession(flags, folder, () => {});
  const options = { parse: await parse, fix: false, unsafe: false };
  const alone: LintedPost[] = [];
  for (const [name, text] of posts) {
    const path = join(folder, name);
    alone.push(await lintText(path, text, await session.place(path, folder), options));
  }
  const settled = await withSeries(alone, { beside: [], elsewhere: [] }, options);
  const found = new Map(settled.map((post) => [uriOf(post.result.path), post]));
  for (const [uri, text] of untitled) {
    const placed = await session.place(join(folder, uri.replace('untitled:', '')), folder);
    const one = await lintText(placed.path, text, { ...placed, files: null }, options);
    const [post] = await withSeries([one], { beside: [], elsewhere: [] }, options);
    found.set(uri, post!);
  }
  return { posts: found };
}

function saidOfPost({ result, placed }: LintedPost, uri: string, { folder, posts, encoding }: State): Said[] {
  const rangeIn = (text: string, { start, end }: Range) => rangeAt(text, start, end, encoding);
  return result.findings.map((finding) => ({
    range: rangeIn(result.text, finding.range),
    severity: finding.severity === 'error' ? 1 : 2,
    code: finding.ruleId,
    message: editorText(finding.message),
    relatedInformation: finding.related.map(({ path, range, message }) => {
      const other = path === undefined ? null : resolve(placed.root, path).slice(folder.length + 1);
      const text = other === null ? result.text : posts.get(other)!;
      const location = {
        uri: other === null ? uri : uriOf(join(folder, other)),
        range: rangeIn(text, range),
      };
      return { location, message: editorText(message) };
    }),
  }));
}

/** Whether files can hold the texts as they are. */
export function canBeFiles({ posts }: State): boolean {
  return [...posts.values()].every(canBeFile);
}

/** Whether a file can hold a text as it is, and an editor would show all of it. */
export function canBeFile(text: string): boolean {
  return !/\p{Surrogate}|^\ufeff|\0/u.test(text);
}

/** What the built command line finds in files with the same texts, by address in the folder of the state. */
export function commandLine(state: State): Map<string, readonly Said[]> {
  const { folder, posts, encoding } = state;
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true });
  addFiles(copy, Object.fromEntries(posts));
  const { stdout, stderr, code } = recaplint(['--format', 'lsp', '.'], { cwd: copy });
  if (stderr !== '' || (code !== 0 && code !== 1))
    throw new Error(`the command line ended with ${code}: ${stderr}`);
  const here = (uri: string) => uri.replace(uriOf(copy), uriOf(folder));
  const textOf = (uri: string) => posts.get(uri.slice(uriOf(folder).length + 1))!;
  const place = (uri: string, { start, end }: Diagnostic['range']) => {
    const text = textOf(uri);
    return rangeAt(text, offsetAt(text, start, 'utf-16'), offsetAt(text, end, 'utf-16'), encoding);
  };
  return new Map(
    stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, Said[]] => {
        const { uri, diagnostics } = JSON.parse(line).params;
        const said = (diagnostics as Diagnostic[]).map((found) => ({
          ...saidOf(found),
          range: place(here(uri), found.range),
          relatedInformation: found.relatedInformation!.map(({ location, message }) => ({
            location: { uri: here(location.uri), range: place(here(location.uri), location.range) },
            message,
          })),
        }));
        return [here(uri), said];
      }),
  );
}
