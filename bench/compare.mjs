import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../scripts/markers.mjs';
import { interleaved } from './measure.mjs';
import { listsAll } from './works.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
export const nodeFloor = '`node -e 0`';
export const parseFloor = 'Node, satteri, one look at each node';

/** @returns {import('./measure.mjs').Job & { key: string }} */
function emptyNode() {
  return { key: 'node', name: nodeFloor, command: process.execPath, args: ['-e', '0'] };
}

function parsing(folder) {
  const args = [join(bench, 'floor.mjs'), folder];
  return { key: 'parse', name: parseFloor, command: process.execPath, args };
}

function jobOf({ key, name, command, prefix, env, slow }, args, check) {
  return { key, name, command, args: [...prefix, ...args], env, slow, check, cwd: bench };
}

const isOwn = ({ key }) => key.startsWith('recaplint');

/** How long each tool takes to say its version. */
export async function compareStarts(tools, rounds) {
  const jobs = tools
    .filter(({ key }) => key !== 'rumdl comparable')
    .map((tool) => jobOf({ ...tool, name: tool.name.replace(/, (?:presets|rules) .*/, '') }, ['--version']));
  return measured('version', 'Starting (`--version`)', [...jobs, emptyNode()], rounds);
}

/** How long each tool takes for a work with its defaults. */
export async function compareTools(work, tools, rounds) {
  const jobs = tools
    .filter(({ most }) => work.bytes <= most)
    .map((tool) => jobOf(tool, tool.lint(work.folder), isOwn(tool) && listsAll(work)));
  return measured(work.key, work.title, [...jobs, parsing(work.folder), emptyNode()], rounds);
}

/** The same with the rules that several tools have, alone. */
export async function compareSameWork(work, tools, rounds) {
  const jobs = tools
    .filter(({ same }) => same !== null)
    .map((tool) => jobOf(tool, tool.same(work.folder), isOwn(tool) && listsAll(work)));
  const title = `The same six rules: ${work.title}`;
  return measured(`same ${work.key}`, title, [...jobs, parsing(work.folder), emptyNode()], rounds);
}

/**
 * @typedef {object} Comparison
 * @property {string} key
 * @property {string} title
 * @property {ReadonlyMap<string, import('./measure.mjs').Cost>} costs by the key of the tool or floor
 * @property {string} table
 */

/** @returns {Promise<Comparison>} */
async function measured(key, title, jobs, rounds) {
  const costs = await interleaved(
    jobs.map((job) => ({ ...job, check: job.check || undefined })),
    rounds,
  );
  const byKey = new Map(jobs.map((job, i) => [job.key, costs[i]]));
  return { key, title, costs: byKey, table: tableOf(jobs, costs, byKey) };
}

function tableOf(jobs, costs, byKey) {
  const [own, node, parse] = ['recaplint', 'node', 'parse'].map((key) => byKey.get(key));
  const rows = jobs.map(({ name }, i) => [
    name,
    ratio(costs[i].wall, own.wall),
    ratio(costs[i].wall, node.wall),
    ...(parse ? [ratio(costs[i].wall, parse.wall)] : []),
    amount(costs[i].wall, 'ms'),
    amount(costs[i].cpu, 'ms'),
    amount(costs[i].memory, 'MB'),
    `${costs[i].runs.length}`,
  ]);
  const floors = parse ? ['÷ `node -e 0`', '÷ parsing'] : ['÷ `node -e 0`'];
  return markdownTable(['tool', '÷ recaplint', ...floors, 'wall', 'CPU', 'peak memory', 'runs'], rows);
}

export function ratio(a, b) {
  return (a / b).toFixed(2);
}

export function amount(value, unit) {
  return value === null ? '–' : `${value.toFixed(0)} ${unit}`;
}
