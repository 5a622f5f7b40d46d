import { markdownTable } from '../scripts/markers.mjs';
import { nodeFloor } from './compare.mjs';

/**
 * @typedef {object} Goal
 * @property {string} work
 * @property {string} goal
 * @property {string} measured
 * @property {boolean | null} reached null: not measured
 */

const javascriptPeers = ['markdownlint-cli2', 'remark-cli', 'textlint'];

/**
 * The goals that the project set itself, and what was measured of each.
 *
 * @param {object} results
 * @param {ReadonlyMap<string, import('./compare.mjs').Comparison>} results.comparisons by key
 * @param {Awaited<ReturnType<typeof import('./costs.mjs').measureSeries>>} results.series
 * @param {Awaited<ReturnType<typeof import('./growth.mjs').measureGrowth>>} results.growth
 * @param {Awaited<ReturnType<typeof import('./editor.mjs').measureEditor>>} results.editor
 */
export function goalsTable({ comparisons, series, growth, editor }) {
  const goals = [
    ...startGoals(comparisons),
    ...archiveGoals(comparisons),
    atMost(
      'one new issue beside the other posts',
      1.5,
      'a lint of all posts without series rules',
      series.issue,
    ),
    atMost('the same with `--facts`', 0.6, 'a lint of all posts without series rules', series.withFacts),
    ...growthGoals(growth),
    ...editor.map(({ name, goal, p95 }) => ({
      work: `editor, a post of ${name}`,
      goal: `p95 ≤ ${goal} ms`,
      measured: `${p95.toFixed(1)} ms`,
      reached: p95 <= goal,
    })),
  ];
  const rows = goals.map(({ work, goal, measured, reached }) => [work, goal, measured, said(reached)]);
  return markdownTable(['work', 'goal', 'measured', 'reached'], rows);
}

function said(reached) {
  if (reached === null) return 'not measured';
  return reached ? 'yes' : '**no**';
}

function startGoals(comparisons) {
  const starting = against(comparisons, 'version');
  const recap = against(comparisons, 'one recap');
  return [
    atMost('`recaplint --version`', 1.3, nodeFloor, starting('node')),
    atMost('one recap, whole process', 2.5, nodeFloor, recap('node')),
    ...javascriptPeers.map((peer) => atLeast('one recap, whole process', 4, peer, recap(peer))),
  ];
}

function archiveGoals(comparisons) {
  const book = against(comparisons, 'book');
  const weekly = against(comparisons, 'weekly');
  const memory = comparisons.get('weekly')?.costs.get('recaplint').memory ?? null;
  return [
    atLeast('the Rust book', 10, 'markdownlint-cli2', book('markdownlint-cli2')),
    atLeast('the Rust book', 15, 'remark-cli', book('remark-cli')),
    atMost('the Rust book', 1.5, 'rumdl', book('rumdl')),
    atMost('This Week in Rust', 1, 'rumdl', weekly('rumdl')),
    {
      work: 'This Week in Rust, peak memory',
      goal: '≤ 250 MB',
      measured: memory === null ? '–' : `${memory.toFixed(0)} MB`,
      reached: memory === null ? null : memory <= 250,
    },
  ];
}

/** Linear is what costs no more for each byte when there are more of them; a fifth is left to noise. */
const noise = 1.2;

function growthGoals({ time, memory, most }) {
  const basis = `of what a byte costs with 8 copies, with ${most}`;
  return [
    { ...atMost('growth in time', noise, basis, time), goal: `linear: ≤ ${noise} × ${basis}` },
    { ...atMost('growth in memory', noise, basis, memory), goal: `linear: ≤ ${noise} × ${basis}` },
  ];
}

/** How recaplint's time compares with that of others for one work; null where it was not measured. */
function against(comparisons, key) {
  const costs = comparisons.get(key)?.costs;
  return (other) => (costs?.has(other) ? costs.get('recaplint').wall / costs.get(other).wall : null);
}

/** @returns {Goal} */
function atMost(work, most, what, measured) {
  return {
    work,
    goal: `≤ ${most} × ${what}`,
    measured: measured === null ? '–' : `${measured.toFixed(2)} ×`,
    reached: measured === null ? null : measured <= most,
  };
}

/** How many times as fast as another. @returns {Goal} */
function atLeast(work, least, other, share) {
  return {
    work,
    goal: `≥ ${least} × as fast as ${other}`,
    measured: share === null ? '–' : `${(1 / share).toFixed(1)} ×`,
    reached: share === null ? null : 1 / share >= least,
  };
}
