import type { PostFacts } from './facts.ts';
import { isHoliday, isQuiet, isSame, lagOf, nameOfRun, placeOfPeriod, type Run, runOf } from './runs.ts';
import { type Fault, nameOfPost, usualStep } from './streams.ts';

/** A post whose period is stated plainly. */
interface Issue {
  readonly post: PostFacts;
  readonly run: Run;
  /** The period that it seems to be about: the next one, where it states the period of the issue before. */
  readonly meant: Run;
  /** Its place among all posts. */
  readonly index: number;
}

/** The fewest steps from period to period without a gap that make a rule of it, and the most that are counted. */
const fewestSteps = 6;
const mostSteps = 8;
const fewestIssues = 4;
// A series of so many issues that never left one out hardly does so without a word: months are left out sooner.
const longMonthly = 11;
const longOther = 7;

/** Periods that are left out between two posts, or that two posts are about. Posts in order. */
export function* periodFaults(posts: readonly PostFacts[]): Iterable<Fault<'gap' | 'twice'>> {
  const issues = issuesOf(posts);
  const breaks = issues.filter(({ meant }, at) => at > 0 && meant.start > issues[at - 1]!.meant.end).length;
  for (const [at, issue] of issues.entries()) {
    if (at === 0) continue;
    const before = issues.slice(Math.max(0, at - mostSteps - 1), at);
    yield* repetition(issue, before);
    yield* gap(issue, before, breaks === 1 ? at : 0);
  }
}

function issuesOf(posts: readonly PostFacts[]): Issue[] {
  const issues: Issue[] = [];
  for (const [index, post] of posts.entries()) {
    const run = runOf(post);
    if (run === null) continue;
    const before = issues.at(-1)?.run;
    const isRepeated = before !== undefined && isSame(before, run);
    const meant = isRepeated ? { start: run.end, end: 2 * run.end - run.start } : run;
    issues.push({ post, run, meant, index });
  }
  return issues;
}

function* repetition({ post, run }: Issue, before: readonly Issue[]): Iterable<Fault<'twice'>> {
  const others = before.filter((issue) => isSame(issue.run, run));
  const [other] = others;
  if (other === undefined || others.length > 1) return;
  if (!isSameKind(other.post, post) && !isNextNumber(post, before)) return;
  const distinct = new Set(before.map((issue) => issue.run.start)).size;
  if (before.length < fewestIssues || distinct < before.length) return;
  // Where the other one left out a period, it is the one that names the wrong one.
  if (before.at(-1) === other && before.at(-2)!.run.end !== other.run.start) return;
  yield {
    message: 'twice',
    data: { period: post.period!.value.name, title: nameOfPost(other.post) },
    path: post.path,
    range: placeOfPeriod(post),
    related: [{ path: other.post.path, range: placeOfPeriod(other.post), message: 'The other issue.' }],
  };
}

/** Whether nothing but the period tells two posts apart: no part, number or team. */
function isSameKind(a: PostFacts, b: PostFacts): boolean {
  if (a.pathPattern.folder !== b.pathPattern.folder || a.titlePattern !== b.titlePattern) return false;
  return a.title?.value === b.title?.value || a.titlePattern.split('{}').length === 2;
}

/** Whether a post goes on with the numbers of those before it: it is an issue of its own and no part of one. */
function isNextNumber(post: PostFacts, before: readonly Issue[]): boolean {
  const last = [...before.slice(-fewestIssues).map((issue) => issue.post), post];
  return last.every(({ number, titlePattern }, at) => {
    const step = (number?.value ?? Number.NaN) - (last[at - 1]?.number?.value ?? Number.NaN);
    return titlePattern === post.titlePattern && (at === 0 || step === 1);
  });
}

/** @param unbroken how many issues came before, in a series that leaves out nothing else; 0 in others */
function* gap(
  { post, meant: run, index }: Issue,
  before: readonly Issue[],
  unbroken: number,
): Iterable<Fault<'gap'>> {
  const last = before.at(-1)!;
  // A post between them whose period is not known may be about what is missing.
  if (last.index !== index - 1) return;
  const steps = stepsInRow(before);
  const unit = steps < fewestSteps ? 0 : usualLength(before.slice(-steps - 1));
  const missing = run.start - last.meant.end;
  if (unit === 0 || missing <= 0 || missing % unit !== 0 || missing > 2 * unit) return;
  // Posts about much more begin another cadence.
  if (run.end - run.start > 2 * unit) return;
  const left = { start: last.meant.end, end: run.start };
  const isPause = post.pause || countsOn(post, last.post) || (unit === 1 && isQuiet(left));
  const isUnheardOf = unbroken >= (unit === 1 ? longMonthly : longOther) && missing === unit && !isPause;
  if (!isUnheardOf && !isOnTime(post, before) && !skipsNumber(post, last.post)) return;
  if ((unit === 1 && isHoliday(left)) || speaksOf(left, post) || speaksOf(left, last.post)) return;
  yield {
    message: 'gap',
    data: { missing: nameOfRun(left, unit), before: last.post.period!.value.name, count: steps + 1 },
    path: post.path,
    range: placeOfPeriod(post),
    related: [{ path: last.post.path, range: placeOfPeriod(last.post), message: 'The issue before.' }],
  };
}

/**
 * Whether a post comes no later after the one before than those before it do, and sooner after its period than any of
 * them: nothing was left out but in what it states.
 */
function isOnTime(post: PostFacts, before: readonly Issue[]): boolean {
  const dated = before.map((issue) => issue.post).filter(({ date }) => date !== null);
  const pace = usualStep(dated.map(({ date }) => date!.value));
  if (post.date === null || pace === null || post.date.value - dated.at(-1)!.date!.value >= 1.6 * pace)
    return false;
  return lagOf(post) < Math.min(...dated.map(lagOf));
}

/** Whether a number is left out with the period: there was an issue, or there was to be one. */
function skipsNumber(post: PostFacts, before: PostFacts): boolean {
  return numberStep(post, before) > 1;
}

/** Whether the numbers say that no issue was left out. */
function countsOn(post: PostFacts, before: PostFacts): boolean {
  return numberStep(post, before) === 1;
}

function numberStep({ number }: PostFacts, before: PostFacts): number {
  return (number?.value ?? Number.NaN) - (before.number?.value ?? Number.NaN);
}

/** How many of the last steps led from one period to the next. */
function stepsInRow(issues: readonly Issue[]): number {
  let steps = 0;
  for (let at = issues.length - 1; at > 0; at--) {
    const [a, b] = [issues[at - 1]!.meant, issues[at]!.meant];
    if (a.end !== b.start) break;
    steps++;
  }
  return steps;
}

/** The length that all but two of the periods have, or 0. */
function usualLength(issues: readonly Issue[]): number {
  const lengths = issues.map(({ run }) => run.end - run.start).sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)]!;
  return lengths.filter((length) => length !== middle).length <= 2 ? middle : 0;
}

const twoQuarters = /\bQ[1-4]\s?[+&]\s?[1-4]\b/i;

/** Whether a post says in a prominent place that it is about what is missing as well. */
function speaksOf(left: Run, { title, description, sections, path }: PostFacts): boolean {
  if (twoQuarters.test(title?.value ?? '')) return true;
  const text = [title?.value, description?.value, path, ...sections.map(({ value }) => value)]
    .join(' ')
    .toLowerCase();
  for (let at = left.start; at < left.end; at++) {
    if (
      text.includes(
        nameOfRun({ start: at, end: at + 1 }, 1)
          .split(' ')[0]!
          .toLowerCase(),
      )
    )
      return true;
  }
  return false;
}
