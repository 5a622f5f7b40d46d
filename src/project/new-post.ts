import { join } from 'node:path';
import { civilOf } from '../calendar/days.ts';
import { type LanguageCode, languagesOf } from '../calendar/languages.ts';
import { formatPeriod, type NamedPeriod, type Period, resolvePeriod } from '../calendar/period.ts';
import { createDocument } from '../document/create.ts';
import type { Document, Parse } from '../document/document.ts';
import { opaque } from '../document/mapped-text.ts';
import { nextBody } from '../draft/post-body.ts';
import { nextFrontMatter } from '../draft/post-front-matter.ts';
import { filled, firstPath, nextPath, nextTitle } from '../draft/post-names.ts';
import { placeholder, type Steps } from '../draft/post-values.ts';
import type { SectionSetting } from '../engine/settings.ts';
import type { PostFacts } from '../series/facts.ts';
import type { Issue } from '../series/issue.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import type { KnownPost } from './known.ts';
import { type DatedPost, issuesOf, likeNamed, nextNumber, publicationDay } from './new-issue.ts';
import { type OpenSeries, reportingOf } from './new-series.ts';
import { RunError } from './run-error.ts';

/** A post that is not written yet; the path is absolute. */
export interface NewPost {
  readonly path: string;
  readonly text: string;
}

/** How many of the last issues tell what the next one has. */
const recentPosts = 8;

/**
 * The post of a period, after those that its series has, or the first one of a series that the configuration names.
 *
 * @throws RunError where nothing tells what it looks like, and where the period has its post
 */
export function newPost(series: OpenSeries, named: NamedPeriod, parse: Parse): NewPost {
  return series.posts.length > 0 ? nextPost(series, named, parse) : firstPost(series, named);
}

/** A post after those that a series has. */
function nextPost(series: OpenSeries, named: NamedPeriod, parse: Parse): NewPost {
  const { settings, root } = series;
  const period = resolved(series, named);
  const dated = issuesOf(series, named);
  const same = dated.find(
    ({ issue }) => issue.period.first === period.first && issue.period.last === period.last,
  );
  if (same) {
    throw new RunError(`${formatPeriod(named)} has its post: "${same.post.facts.path}".`);
  }
  const before = dated.filter(({ issue }) => issue.period.first < period.first);
  const recent = likeNamed(before.length > 0 ? before : dated, named).slice(-recentPosts);
  const last = recent.at(-1);
  if (!last) throw new RunError(`No post of “${series.name}” says what period it is about, or has a date.`);
  const next: Issue = {
    period,
    day: publicationDay(recent, period, series),
    number: nextNumber(dated, before),
  };
  const steps = stepsTo(next, recent, languagesOf(settings.language));
  const facts = recent.map(({ post }) => post.facts);
  const documents = recent.slice(-3).map(({ post }) => documentOf(post, parse));
  const titles = documents.map(({ title }) => title?.text).reverse();
  const title = titles[0] === undefined ? null : nextTitle(titles[0], titles[1], steps, settings.title);
  const issues = recent.map(({ issue }) => issue);
  const path = nextPath(facts, issues, steps, settings.path, title);
  if (path === null) {
    throw new RunError(
      `Nothing in "${last.post.facts.path}" tells what the next file is called: give the series a "path" in the configuration.`,
    );
  }
  return {
    path: join(root, path),
    text: textOf(documents, facts, settings.sections, steps, { path, title }),
  };
}

function stepsTo(next: Issue, recent: readonly DatedPost[], languages: readonly LanguageCode[]): Steps {
  const [last, before = null, earliest = null] = recent.map(({ issue }) => issue).reverse();
  return { earliest, before, last: last!, next, languages };
}

function resolved({ settings }: OpenSeries, named: NamedPeriod): Period {
  const period = resolvePeriod(named, reportingOf(settings));
  if (period === null)
    throw new RunError(
      `Nothing says which days ${formatPeriod(named)} has: give the series a "calendar" in the configuration, such as { "startMonth": 7, "namedAfter": "end" }.`,
    );
  return period;
}

function documentOf({ placed, facts }: KnownPost, parse: Parse): Document {
  const { language, site } = placed.resolved.settings.post;
  const { text } = decode(readBytes(join(placed.root, facts.path)));
  return createDocument({ source: text, path: facts.path, parse, language, site });
}

/** @param documents the last issues, the last one at the end */
function textOf(
  documents: readonly Document[],
  facts: readonly PostFacts[],
  sections: readonly SectionSetting[],
  steps: Steps,
  { path, title }: { readonly path: string; readonly title: string | null },
): string {
  const last = documents.at(-1)!;
  const blocks = nextBody(facts, sections, steps, path, writtenHeadings(documents));
  const [heading] = last.headings;
  const repeats = heading?.depth === 1 && heading.text === last.title?.text;
  if (repeats && title) blocks.unshift(`# ${title}`);
  const head = nextFrontMatter(last, documents.slice(0, -1).reverse(), steps, title);
  if (head !== null) blocks.unshift(head);
  const text = `${blocks.join('\n\n')}\n`;
  return last.source.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

/** How headings are written whose text leaves something out: code, an image. */
function writtenHeadings(documents: readonly Document[]): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap(({ headings, source }) =>
      headings
        .filter(({ text, html }) => text.includes(opaque) && !html)
        .map(({ text, textRange }) => [text, source.slice(textRange.start, textRange.end)] as const),
    ),
  );
}

/** The first post of a series that only the configuration knows. */
function firstPost(series: OpenSeries, named: NamedPeriod): NewPost {
  const { settings, setting, root } = series;
  const period = resolved(series, named);
  const day = period.last + Math.max(1, settings.window?.opens ?? 1);
  const issue: Issue = { period, day, number: null };
  const languages = languagesOf(settings.language);
  const path = setting && firstPath(setting, issue, languages);
  if (path === null) {
    throw new RunError(
      `“${series.name}” has no post yet and no "path" in the configuration to call its file by.`,
    );
  }
  const title = setting?.title === undefined ? placeholder : filled(setting.title, issue, languages, 'title');
  const { year, month, day: dayOfMonth } = civilOf(day);
  const date = [year, String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-');
  const head = `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n---`;
  const blocks = [head, ...nextBody([], settings.sections, null, path, new Map())];
  return { path: join(root, path), text: `${blocks.join('\n\n')}\n` };
}
