import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { formatPeriod, type NamedPeriod, nameOf, type PeriodUnit, shiftPeriod } from '../calendar/period.ts';
import { isInside } from '../config/folders.ts';
import type { Parse } from '../document/document.ts';
import { newPost } from '../project/new-post.ts';
import { chooseSeries, type OpenSeries, openSeries, reportingOf, unitsOf } from '../project/new-series.ts';
import { RunError } from '../project/run-error.ts';
import type { Session } from '../project/session.ts';
import { issueOf, readPeriod } from '../series/issue.ts';

/** A post that is to be created. */
export interface IssueDraft {
  /** Absolute; no file is there. */
  readonly path: string;
  readonly text: string;
}

/**
 * The post of a period in one of the series below a folder. Writes nothing.
 *
 * @param folder absolute path
 * @param periodText as somebody writes it: "2025-Q3", "Q3 2025"
 * @param seriesName its name or a part of it; undefined where the period tells
 * @throws RunError with what is wrong, as one sentence; ConfigError
 */
export async function draftIssue(
  folder: string,
  periodText: string,
  seriesName: string | undefined,
  session: Session,
  parse: Parse,
): Promise<IssueDraft> {
  const named = readPeriod(periodText);
  if (named === null)
    throw new RunError(
      `"${periodText}" is no period: write it as 2024-Q3, 2024-05, 2024-W23, 2024-H1 or 2024.`,
    );
  const series = chooseSeries(await openSeries(folder, session, parse), named, seriesName, null);
  const { path, text } = newPost(series, named, parse);
  const shown = relative(folder, path);
  if (!isInside(series.root, path)) throw new RunError(`"${shown}" lies outside ${series.root}.`);
  if (existsSync(path)) throw new RunError(`"${shown}" is there already.`);
  return { path, text };
}

/** A series that a post may be added to. */
interface SeriesChoice {
  readonly name: string;
  /** The period after that of its last post, as {@link draftIssue} takes it; null where no post tells one. */
  readonly next: string | null;
}

/**
 * The series below a folder with the period that each comes to next.
 *
 * @throws ConfigError
 */
export async function choicesOf(folder: string, session: Session, parse: Parse): Promise<SeriesChoice[]> {
  const series = await openSeries(folder, session, parse);
  return series.map((one) => ({ name: one.name, next: nextPeriod(one) }));
}

function nextPeriod(series: OpenSeries): string | null {
  const [unit = 'month'] = unitsOf(series);
  const last = lastPeriod(series, unit);
  if (last === null) return null;
  const next = formatPeriod(shiftPeriod(last, last.count));
  return readPeriod(next) === null ? null : next;
}

/** The latest period that a post reports on. */
function lastPeriod({ posts, settings }: OpenSeries, unit: PeriodUnit): NamedPeriod | null {
  const reporting = reportingOf(settings);
  const periods = posts.flatMap(({ facts }) => issueOf(facts, unit, reporting)?.period ?? []);
  const own = periods.filter((period) => period.unit === unit);
  const [latest] = own.sort((a, b) => b.last - a.last);
  return latest ? nameOf(latest) : null;
}
