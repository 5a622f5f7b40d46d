/**
 * `npm run bench [-- --write] [--quick] [--corpus=FOLDER] [--check] [--write-baseline]`: recaplint beside other linters, as
 * ratios of medians from interleaved runs. `--write` puts the tables into docs/performance.md, `--quick` measures each
 * command once or twice, `--corpus` names the folder that holds the archives `rust-book`, `this-week-in-rust` and `beeware`.
 * `--check` compares with bench/baseline.json instead (bench/guard.mjs), which `--write-baseline` writes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareSameWork, compareStarts, compareTools } from './compare.mjs';
import { measureSeries, measureTime } from './costs.mjs';
import { goalsTable } from './goals.mjs';
import { measureGrowth } from './growth.mjs';
import { machine, writePart } from './page.mjs';
import { archives, elevenRecaps, growthCorpus, oneRecap, sameWork } from './works.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..');
const flag = { type: 'boolean', default: false };
const { values: flags } = parseArgs({
  options: {
    write: flag,
    quick: flag,
    check: flag,
    'write-baseline': flag,
    corpus: { type: 'string', default: join(root, '..', 'shared', 'corpus') },
  },
});

/** How often a command is run at most, and milliseconds that its rounds may take; slow peers get one round at least. */
const rounds = flags.quick
  ? { short: { most: 3, budget: 2_000 }, long: { most: 2, budget: 2_000 } }
  : { short: { most: 11, budget: 5_000 }, long: { most: 5, budget: 12_000 } };

/** Brings what the benchmark needs and the package does not: a built recaplint and the other linters. */
function prepare() {
  const npm = (...args) => {
    const { status } = spawnSync('npm', args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`);
  };
  if (!isInstalled()) npm('ci', '--prefix', bench);
  npm('run', 'build');
}

/** Whether the peers are there, in the versions that are asked for. */
function isInstalled() {
  const read = (...names) => JSON.parse(readFileSync(join(bench, ...names, 'package.json'), 'utf8'));
  return Object.entries(read().dependencies).every(([name, version]) => {
    try {
      return read('node_modules', name).version === version;
    } catch {
      return false; // not there, or not whole
    }
  });
}

function print(title, table) {
  const text = `### ${title}\n\n${table}`;
  console.log(`${text}\n`);
  return text;
}

/** Everything but the editor: the tables in order, and what the goals are told by. */
async function measureRuns(work) {
  const tools = (await import('./tools.mjs')).tools();
  const tables = [];
  const comparisons = new Map();
  const keep = (comparison) => {
    comparisons.set(comparison.key, comparison);
    tables.push(print(comparison.title, comparison.table));
  };
  keep(await compareStarts(tools, rounds.short));
  for (const recaps of [oneRecap(work), elevenRecaps(work)])
    keep(await compareTools(recaps, tools, rounds.short));
  const found = archives(flags.corpus, work);
  for (const archive of found) keep(await compareTools(archive, tools, rounds.long));
  keep(await compareSameWork(sameWork(found[0], work), tools, rounds.long));
  const largest = found.at(-1);
  const name = largest.title.split(' (')[0];
  tables.push(print(`What reading time costs: ${name}`, await measureTime(largest, rounds.long)));
  const series = await measureSeries(largest, rounds.long);
  tables.push(print(`What a series costs: ${name}`, series.table));
  const corpus = growthCorpus(flags.corpus, work);
  const most = flags.quick ? 8 : 64;
  const growth = await measureGrowth(corpus, { work, most, rounds: { ...rounds.short, most: 3 } });
  tables.push(print(`Growth: copies of ${corpus.title}`, growth.table));
  return { tables, comparisons, series, growth };
}

async function measureAll(work) {
  const { tables, ...results } = await measureRuns(work);
  const { measureEditor } = await import('./editor.mjs');
  const editor = await measureEditor(flags);
  const goals = goalsTable({ ...results, editor });
  console.log(`${goals}\n`);
  if (!flags.write) return;
  writePart('goals', `${machine(`npm run bench -- ${process.argv.slice(2).join(' ')}`)}\n\n${goals}`);
  writePart('results', tables.join('\n\n'));
}

prepare();
const work = mkdtempSync(join(tmpdir(), 'recaplint-bench-'));
try {
  if (flags.check || flags['write-baseline']) {
    const { guard } = await import('./guard.mjs');
    process.exitCode = await guard(work, { write: flags['write-baseline'] });
  } else await measureAll(work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
