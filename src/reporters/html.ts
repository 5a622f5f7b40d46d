import { basename, dirname } from 'node:path';
import type { FileResult } from '../engine/finding.ts';
import { counted, escapeHtml, escapeLine } from './html-escape.ts';
import type { NoteContext } from './html-note.ts';
import { pageHtml } from './html-page.ts';
import { cleanHtml, countsOf, postHtml, type ReportedPost } from './html-post.ts';
import { whyHtml } from './html-why.ts';
import { shownPath } from './paths.ts';
import { createPlaces } from './places.ts';
import type { ReportContext, Reporter } from './report.ts';

// A report that is read as a whole is open; in a longer one, posts are opened one by one.
const mostOpenPosts = 12;
const mostOpenFindings = 400;

/** Writes one page for people who open no terminal: posts with what is found in them, timelines, and filters. */
export const html: Reporter = (results, context) => {
  const posts = numbered(results);
  const rules = rulesOf(posts);
  const notes = noteContext(results, posts, [...rules.keys()], context);
  const findings = posts.flatMap((post) => post.findings);
  const isShort =
    posts.length === 1 || (posts.length <= mostOpenPosts && findings.length <= mostOpenFindings);
  const clean = results.filter((result) => result.findings.length === 0);
  return pageHtml({
    version: context.version,
    head: headHtml(results, posts, context),
    filters: findings.length === 0 ? '' : filtersHtml(findings, rules),
    posts: posts.map((post) => postHtml(post, notes, isShort)),
    clean: clean.map((result) => cleanHtml(result, notes)),
    rules: [...rules.keys()].map((id) => ruleHtml(id, notes)),
  });
};

function numbered(results: readonly FileResult[]): ReportedPost[] {
  let number = 0;
  return results
    .filter(({ findings }) => findings.length > 0)
    .map((result, index) => {
      const findings = result.findings.map((finding) => ({ ...finding, number: ++number }));
      return { result, findings, anchor: `post-${index + 1}` };
    });
}

/** How many findings each rule has, ordered by id. */
function rulesOf(posts: readonly ReportedPost[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of posts) {
    for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function noteContext(
  results: readonly FileResult[],
  posts: readonly ReportedPost[],
  ruleIds: readonly string[],
  report: ReportContext,
): NoteContext {
  const anchors = new Map(posts.map(({ result, anchor }) => [result.path, anchor]));
  const rules = new Map(ruleIds.map((id, index) => [id, `rule-${index + 1}`]));
  return {
    report,
    places: createPlaces(results),
    anchorOf: (path) => anchors.get(path) ?? null,
    ruleAnchorOf: (id) => rules.get(id)!,
    shownPath: (path) => shownPath(path, report.cwd),
  };
}

/** What was checked, and what came of it. */
function headHtml(
  results: readonly FileResult[],
  posts: readonly ReportedPost[],
  context: ReportContext,
): string {
  if (results.length === 0) return '<p class="verdict">No post was checked.</p>';
  const place = escapeLine(commonPlace(results, context.cwd));
  const checked = `${counted(results.length, 'post')}${results.length === 1 ? ',' : ' in'} <bdi>${place}</bdi>.`;
  const missing = `${context.quiet ? ' Warnings are left out.' : ''}${context.onlyNew ? ' What was found before is left out.' : ''}`;
  const unread = context.complete
    ? ''
    : ' <strong>Not every post could be checked: the messages of the run say why.</strong>';
  const findings = posts.flatMap((post) => post.findings);
  const levels = findings.length === 0 ? '' : ' By default an error fails the check, and a warning does not.';
  const verdict = verdictHtml(findings, posts.length, context);
  return `<p class="verdict">${verdict}</p><p>Checked: ${checked}${missing}${levels}${unread}</p>`;
}

function verdictHtml(
  findings: ReportedPost['findings'],
  posts: number,
  { quiet, onlyNew }: ReportContext,
): string {
  if (findings.length > 0) return `${countsOf(findings)} <span>in ${counted(posts, 'post')}</span>`;
  if (onlyNew) return quiet ? 'No new errors.' : 'Nothing new to correct.';
  return quiet ? 'No errors.' : 'Nothing to correct: well done.';
}

function filtersHtml(
  findings: readonly { readonly severity: string }[],
  rules: ReadonlyMap<string, number>,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const severities = [
    ['', `All (${findings.length.toLocaleString('en-US')})`],
    ['error', `Errors (${errors.toLocaleString('en-US')})`],
    ['warn', `Warnings (${(findings.length - errors).toLocaleString('en-US')})`],
  ];
  const radios = severities.map(
    ([value, label], index) =>
      `<label><input type="radio" name="severity" value="${value}"${index === 0 ? ' checked' : ''}> ${label}</label>`,
  );
  const options = [...rules].map(
    ([id, count]) => `<option value="${escapeLine(id)}">${escapeLine(id)} (${count})</option>`,
  );
  return (
    '<form id="filter" role="search" aria-label="Filter the findings" hidden>' +
    `<fieldset><legend>Severity</legend>${radios.join('')}</fieldset>` +
    `<label class="field">Rule <select name="rule"><option value="">All rules</option>${options.join('')}</select></label>` +
    '<label class="field">Title or path <input type="search" name="text" autocomplete="off" spellcheck="false"></label>' +
    '<span class="field"><button type="button" id="open-all">Open all</button> <button type="button" id="close-all">Close all</button> <button type="reset">Reset</button></span>' +
    '<output id="shown" aria-live="polite"></output></form>'
  );
}

function ruleHtml(id: string, notes: NoteContext): string {
  const why = whyHtml(id, notes.report);
  return `<dt>${escapeLine(id)}</dt><dd id="${escapeHtml(notes.ruleAnchorOf(id))}">${why}</dd>`;
}

/** The innermost folder that holds all posts; of one post, its path. */
function commonPlace(results: readonly FileResult[], cwd: string): string {
  const paths = results.map(({ path }) => shownPath(path, cwd));
  if (paths.length === 1) return paths[0]!;
  const folders = paths.map((path) => dirname(path).split(/[\\/]/));
  let common = (folders[0] ?? []).filter((part) => part !== '.');
  for (const folder of folders) {
    let same = 0;
    while (same < common.length && common[same] === folder[same]) same++;
    common = common.slice(0, same);
  }
  // The folder that recaplint ran in has a name that readers know; "." is none.
  return common.join('/') || (paths[0]?.startsWith('/') ? '/' : basename(cwd));
}
