import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../scripts/markers.mjs';
import { amount, ratio } from './compare.mjs';
import { interleaved } from './measure.mjs';
import { recaplintBinary } from './tools.mjs';
import { lastIssue, listsAll } from './works.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The rules of the built package. */
async function builtRules() {
  return (await import(join(root, 'dist', 'index.js'))).rules;
}

function without(rules) {
  return rules.flatMap(({ id }) => ['--rule', `${id}: off`]);
}

function job(name, args, check) {
  return { name, command: process.execPath, args: [recaplintBinary, '--format', 'json', ...args], check };
}

function table(jobs, costs, head) {
  const rows = jobs.map(({ name }, i) => [
    name,
    ratio(costs[i].wall, costs[0].wall),
    amount(costs[i].wall, 'ms'),
    amount(costs[i].cpu, 'ms'),
    amount(costs[i].memory, 'MB'),
  ]);
  return markdownTable(['run', head, 'wall', 'CPU', 'peak memory'], rows);
}

/** What reading periods and dates adds to a run: the same archive with and without the rules on time. */
export async function measureTime(work, rounds) {
  const rules = (await builtRules()).filter(({ category }) => category === 'period');
  const jobs = [
    job('all rules', [work.folder], listsAll(work)),
    job(`without the ${rules.length} rules on time`, [...without(rules), work.folder], listsAll(work)),
  ];
  const costs = await interleaved(jobs, rounds);
  const perMegabyte = (costs[0].wall - costs[1].wall) / (work.bytes / 1e6);
  return `${table(jobs, costs, '÷ all rules')}\n\nThe difference is ${perMegabyte.toFixed(0)} ms a megabyte.`;
}

/**
 * What a series costs: one new issue beside the others and the whole archive, against rules that read no series.
 *
 * @returns {Promise<{ table: string, issue: number, withFacts: number }>} one new issue ÷ a lint of all without series
 */
export async function measureSeries(work, rounds) {
  const rules = (await builtRules()).filter((rule) => rule.needs === 'series' || 'checkSeries' in rule);
  const facts = join(work.folder, '..', 'facts.jsonl');
  const printed = spawnSync(process.execPath, [recaplintBinary, 'facts', work.folder], {
    maxBuffer: 2 ** 30,
  });
  writeFileSync(facts, printed.stdout);
  const path = lastIssue(work);
  const issue = { folder: dirname(path), files: [basename(path)] };
  // A root of its own, so that the folders of an archive count as one for a post that is named alone.
  mkdirSync(join(work.folder, '.git'), { recursive: true });
  const jobs = [
    job('all posts, without rules that read a series', [...without(rules), work.folder], listsAll(work)),
    job('all posts, with all rules', [work.folder], listsAll(work)),
    job('one new issue beside the others', [path], listsAll(issue)),
    job('one new issue, with `--facts`', ['--facts', facts, path], listsAll(issue)),
  ];
  const costs = await interleaved(jobs, rounds);
  const share = (printed.stdout.length / work.bytes).toFixed(2);
  const size = `The facts of the ${work.files.length} posts take ${share} of their bytes.`;
  return {
    table: `${table(jobs, costs, '÷ without series')}\n\n${size}`,
    issue: costs[2].wall / costs[0].wall,
    withFacts: costs[3].wall / costs[0].wall,
  };
}
