import type { PostFacts } from './facts.ts';
import { type Fault, nameOfPost, usualStep } from './streams.ts';

/** The fewest issues that count up by one before the count is taken for a rule, and the most that are looked at. */
const fewestSteps = 5;
const mostSteps = 8;
/** A larger jump that later issues go on from is another way of counting. */
const largestGap = 3;
/** Some leave it out as houses do. */
const unlucky = 13;

/** Issue numbers that are left out, used again, or go back. Posts in order. */
export function* numberFaults(
  posts: readonly PostFacts[],
): Iterable<Fault<'numberGap' | 'numberAgain' | 'numberBack'>> {
  const issues = posts.filter(({ number }) => number !== null);
  const numbers = issues.map(({ number }) => number!.value);
  const regular = numbers.map((_, at) => isRegular(numbers, at));
  for (const [at, post] of issues.entries()) {
    if (regular[at] || !isCounted(regular, at) || numbers[at] === 1) continue;
    const known = numbers.indexOf(numbers[at]!, Math.max(0, at - 50));
    const before = lastRegular(regular, at);
    const expected = numbers[before]! + at - before;
    const data = { number: numbers[at]!, expected, before: numbers[at - 1]! };
    const place = { path: post.path, range: post.number!.range };
    if (known < at)
      yield {
        message: 'numberAgain',
        data: { ...data, title: nameOfPost(issues[known]!) },
        ...place,
        related: [beside(issues[known]!)],
      };
    else if (data.number < data.before)
      yield { message: 'numberBack', data, ...place, related: [beside(issues[at - 1]!)] };
    else if (!goesOn(numbers, at, expected) && isOnTime(issues, at))
      yield { message: 'numberGap', data, ...place, related: [beside(issues[at - 1]!)] };
  }
}

/** Whether a number follows the one before, or the one before that where the one between is wrong. */
function isRegular(numbers: readonly number[], at: number): boolean {
  const step = numbers[at]! - (numbers[at - 1] ?? Number.NaN);
  const two = numbers[at]! - (numbers[at - 2] ?? Number.NaN);
  return step === 1 || (step !== 0 && two === 1) || two === 2;
}

/** Whether all of the last numbers but two are regular. */
function isCounted(regular: readonly boolean[], at: number): boolean {
  const last = regular.slice(Math.max(1, at - mostSteps), at);
  const count = last.filter((one) => one).length;
  return count >= fewestSteps && count >= last.length - 2;
}

function lastRegular(regular: readonly boolean[], at: number): number {
  let before = at - 1;
  while (before > 0 && !regular[before]) before--;
  return before;
}

/** Whether what seems to be left out only comes later or never does, or the count goes on from a new place. */
function goesOn(numbers: readonly number[], at: number, expected: number): boolean {
  const [next, second] = [numbers[at + 1], numbers[at + 2]];
  if (expected === unlucky && numbers[at] === unlucky + 1) return true;
  if (next === expected || second === expected) return true;
  return numbers[at]! - expected > largestGap && next === numbers[at]! + 1;
}

/** Whether an issue comes no later than others do, so that no issue can have appeared between. */
function isOnTime(issues: readonly PostFacts[], at: number): boolean {
  const dates = issues
    .slice(Math.max(0, at - mostSteps - 1), at + 1)
    .map(({ date }) => date?.value ?? Number.NaN);
  const pace = usualStep(dates.slice(0, -1));
  return pace === null || Number.isNaN(pace) || !(dates.at(-1)! - dates.at(-2)! >= 1.6 * pace);
}

function beside(post: PostFacts) {
  return { path: post.path, range: post.number!.range, message: 'The other number.' };
}
