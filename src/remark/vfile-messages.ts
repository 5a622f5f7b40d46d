import { isAbsolute, relative, resolve } from 'node:path';
import { readOwnPackage } from '../config/pages.ts';
import type { ConfigError, ConfigProblem } from '../config/problem.ts';
import { covers, indexLines, type LineIndex, type Range } from '../document/source.ts';
import type { Finding } from '../engine/finding.ts';
import { applyEdits } from '../engine/fix.ts';
import type { Fix, Related } from '../engine/rule.ts';
import type { LintedPost } from '../project/lint-post.ts';
import { ruleInfoSource } from '../project/rule-info.ts';
import { messageText } from '../reporters/message-text.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import { optionsName } from './options.ts';
import type { PostFile, UnistPosition } from './vfile.ts';

const source = 'recaplint';

/** UTF-16 units of a text that is offered to be replaced. Editors show all of it, and many findings may lie in one long stretch. */
const longestReplaced = 1_000;

/** A file with what was found in it. */
interface LintedFile {
  readonly file: PostFile;
  readonly post: LintedPost;
}

/** A file with what is asked of it and of others to describe what was found in it. */
interface Described extends LintedFile {
  readonly lines: LineIndex;
  /** Lines of another text of the workspace (absolute path); null where it cannot be read. */
  linesOf(path: string): LineIndex | null;
}

/** Adds to each file a message for each finding, in their order. */
export function addFindings(files: readonly LintedFile[]): void {
  const linesOf = lineSource(files.map(({ post }) => post));
  for (const { file, post } of files) {
    const described = { file, post, linesOf, lines: indexLines(post.result.text) };
    for (const finding of post.result.findings) addFinding(described, finding);
  }
}

/** Says in the one message of a file that it cannot be linted, and why. */
export function addRefusal(file: PostFile, { problems }: ConfigError): void {
  const [first, ...others] = problems.map((problem) => problemText(problem, file.cwd));
  const message = file.message(`This post is not linted. ${first}`, { source });
  message.fatal = true;
  if (others.length > 0) message.note = others.join('\n');
}

/** Says what a run leaves out or does otherwise than usual. */
export function addNotice(file: PostFile, notice: string): void {
  file.info(messageText(notice), { source });
}

function addFinding(described: Described, finding: Finding): void {
  const { file, post, lines } = described;
  const { text } = post.result;
  const { ruleId, range, fix } = finding;
  const place = positionOf(range, text, lines);
  const message = file.message(messageText(finding.message), { place, ruleId, source });
  message.fatal = finding.severity === 'error';
  const url = urlOf(finding);
  if (url !== undefined) message.url = url;
  const expected = fix && replacementIn(range, fix, text);
  if (expected !== undefined) {
    message.actual = text.slice(range.start, range.end);
    message.expected = [expected];
  }
  const related = finding.related.flatMap((one) => relatedText(one, described) ?? []);
  const note = fix && expected === undefined ? [...related, fixText(fix)] : related;
  if (note.length > 0) message.note = note.join('\n');
}

let infoOf: ReturnType<typeof ruleInfoSource> | undefined;

/** The page about what was found. */
function urlOf({ ruleId, url }: Finding & { readonly url?: string | undefined }): string | undefined {
  infoOf ??= ruleInfoSource(readOwnPackage());
  return url ?? infoOf(ruleId).address;
}

/** Offsets of unist do not count the BOM. */
function positionOf({ start, end }: Range, text: string, lines: LineIndex): UnistPosition {
  const hidden = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const pointOf = (offset: number) => ({
    ...lines.pointAt(offset),
    offset: Math.max(0, offset - hidden),
  });
  return { start: pointOf(start), end: pointOf(end) };
}

/** What a fix makes of a stretch of text; undefined where that is long, or something outside it is changed as well. */
function replacementIn(range: Range, { edits }: Fix, text: string): string | undefined {
  if (
    range.end - range.start > longestReplaced ||
    edits.length === 0 ||
    !edits.every((edit) => covers(range, edit.range))
  )
    return undefined;
  const moved = edits.map((edit) => ({
    text: edit.text,
    range: { start: edit.range.start - range.start, end: edit.range.end - range.start },
  }));
  return applyEdits(text.slice(range.start, range.end), moved);
}

/** `posts/q1.md:3:1: The other issue says so.` */
function relatedText({ path, range, message }: Related, described: Described): string | null {
  const { file, post, lines, linesOf } = described;
  if (path === undefined) {
    const { line, column } = lines.pointAt(range.start);
    return messageText(`Line ${line}, column ${column}: ${message}`);
  }
  const other = resolve(post.result.root, path);
  const point = linesOf(other)?.pointAt(range.start);
  return point ? messageText(`${relative(file.cwd, other)}:${point.line}:${point.column}: ${message}`) : null;
}

/** How a fix is made that is no replacement of what is marked. */
function fixText({ title, safety }: Fix): string {
  const flags = safety === 'safe' ? '--fix' : '--fix --unsafe-fixes';
  return messageText(`\`recaplint ${flags}\` repairs it: ${title}.`);
}

function problemText({ file, place, message }: ConfigProblem, cwd: string): string {
  const name = nameOf(file, cwd);
  return messageText(place ? `${name}:${place.line}:${place.column}: ${message}` : `${name}: ${message}`);
}

/** What a problem is in: a file, or the options, of which a rule comes as a flag. */
function nameOf(file: string, cwd: string): string {
  if (isAbsolute(file)) return relative(cwd, file);
  return file.startsWith('--rule ') ? optionsName : file;
}

function lineSource(posts: readonly LintedPost[]): Described['linesOf'] {
  const texts = new Map(posts.map(({ result }) => [result.path, result.text]));
  const known = new Map<string, LineIndex | null>();
  return (path) => {
    if (!known.has(path)) known.set(path, texts.has(path) ? indexLines(texts.get(path)!) : linesOnDisk(path));
    return known.get(path)!;
  };
}

function linesOnDisk(path: string): LineIndex | null {
  try {
    return indexLines(decode(readBytes(path)).text);
  } catch {
    return null;
  }
}
