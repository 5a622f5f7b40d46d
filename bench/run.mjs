/**
 * `npm run bench [-- --write] [--quick] [--corpus=FOLDER]`: recaplint beside other linters, as ratios of medians
 * from interleaved runs. `--write` puts the tables into docs/performance.md, `--quick` runs each command
 * three times, `--corpus` names the folder that holds the archives `rust-book` and `this-week-in-rust`.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { markdownTable, replaceGenerated } from '../scripts/markers.mjs';
import { writeArchive } from './archive.mjs';
import { measureEditor } from './editor.mjs';
import { interleaved, peakMemory } from './measure.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = join(bench, '..');
const page = join(root, 'docs', 'performance.md');
const { values: flags } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    corpus: { type: 'string', default: join(root, '..', 'shared', 'corpus') },
  },
});

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
  if (!existsSync(join(bench, 'node_modules'))) npm('ci', '--prefix', bench);
  npm('run', 'build');
}

/** Copies the Markdown of a folder, and nothing that could configure a linter. */
function copyMarkdown(from, to) {
  const wanted = (path) => statSync(path).isDirectory() || path.endsWith('.md');
  cpSync(from, to, { recursive: true, filter: (path) => !basename(path).startsWith('.') && wanted(path) });
}

/** The archives to lint: name and folder, the real ones where they are present. */
function archives(folder) {
  const real = ['rust-book', 'this-week-in-rust'].filter((name) => existsSync(join(flags.corpus, name)));
  for (const name of real) copyMarkdown(join(flags.corpus, name), join(folder, name));
  if (real.length > 0) return real.map((name) => ({ name, folder: join(folder, name) }));
  writeArchive(join(folder, 'generated'), 150);
  return [{ name: 'generated newsletter', folder: join(folder, 'generated') }];
}

/** A folder that holds the first post of the sample series and nothing else. */
function onePost(folder) {
  const sample = readdirSync(join(root, 'content'), { recursive: true }).filter((name) =>
    name.endsWith('.md'),
  );
  mkdirSync(folder);
  cpSync(join(root, 'content', sample.sort()[0]), join(folder, 'post.md'));
  return folder;
}

function markdownIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
}

function bytesOf(folder) {
  return markdownIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function sizeOf(folder) {
  const files = markdownIn(folder);
  const bytes = bytesOf(folder);
  const amount = bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${amount}`;
}

/** Measures one kind of work with every tool; the first one is what the others are compared with. */
async function measure(title, tools, rounds, argumentsOf) {
  const jobs = tools.map((tool) => ({
    name: tool.name,
    command: tool.command,
    args: [...tool.prefix, ...argumentsOf(tool)],
    rounds: flags.quick || tool.slow ? Math.min(rounds, 3) : rounds,
  }));
  jobs.push({ name: '`node -e 0`', command: process.execPath, args: ['-e', '0'], rounds: jobs[0].rounds });
  const memory = [];
  for (const job of jobs) memory.push(await peakMemory(job, bench));
  const medians = interleaved(jobs, bench);
  const rows = jobs.map(({ name }, index) => [
    name,
    (medians[index] / medians[0]).toFixed(2),
    (medians[index] / medians.at(-1)).toFixed(2),
    `${medians[index].toFixed(0)} ms`,
    memory[index] === null ? '–' : `${memory[index].toFixed(0)} MB`,
  ]);
  return `### ${title}\n\n${markdownTable(['tool', '÷ recaplint', '÷ `node -e 0`', 'median', 'peak memory'], rows)}`;
}

/** The rules on time, as `recaplint rules` lists them in the built package. */
async function timeRules() {
  const { rules } = await import(join(root, 'dist', 'index.js'));
  return rules.filter(({ category }) => category === 'period').map(({ id }) => id);
}

/** What reading periods and dates adds to a run: the same archive with and without the rules on time. */
async function measureTime({ name, folder }) {
  const ids = await timeRules();
  const off = ids.flatMap((id) => ['--rule', `${id}: off`]);
  const args = [join(root, 'bin', 'recaplint.js'), '--quiet', folder];
  const rounds = flags.quick ? 3 : 5;
  const jobs = [
    { name: 'all rules', command: process.execPath, args, rounds },
    {
      name: `without the ${ids.length} rules on time`,
      command: process.execPath,
      args: [...args, ...off],
      rounds,
    },
  ];
  const medians = interleaved(jobs, bench);
  const perMegabyte = (medians[0] - medians[1]) / (bytesOf(folder) / 1e6);
  const rows = jobs.map((job, i) => [
    job.name,
    (medians[i] / medians[0]).toFixed(2),
    `${medians[i].toFixed(0)} ms`,
  ]);
  const table = markdownTable(['run', '÷ all rules', 'median'], rows);
  return `### What reading time costs: ${name}\n\n${table}\n\nThe difference is ${perMegabyte.toFixed(0)} ms a megabyte.`;
}

/** The last post of the folder that holds the most. */
function lastIssue(names) {
  const folders = [...new Set(names.map((name) => dirname(name)))];
  const [most] = folders
    .map((folder) => names.filter((name) => dirname(name) === folder))
    .sort((a, b) => b.length - a.length);
  return most.sort().at(-1);
}

/** What a series costs: one new issue beside the others and the whole archive, against rules that read no series. */
async function measureSeries({ name, folder }) {
  const { rules } = await import(join(root, 'dist', 'index.js'));
  const off = rules
    .filter((rule) => rule.needs === 'series' || 'checkSeries' in rule)
    .flatMap(({ id }) => ['--rule', `${id}: off`]);
  const bin = join(root, 'bin', 'recaplint.js');
  const facts = join(folder, '..', 'facts.jsonl');
  const { stdout } = spawnSync(process.execPath, [bin, 'facts', folder], { maxBuffer: 2 ** 30 });
  writeFileSync(facts, stdout);
  const issue = join(folder, lastIssue(markdownIn(folder)));
  // A root of its own, so that the folders of an archive count as one for a post that is named alone.
  mkdirSync(join(folder, '.git'), { recursive: true });
  const runs = [
    ['all posts, without rules that read a series', [...off, folder]],
    ['all posts, with all rules', [folder]],
    ['one new issue beside the others', [issue]],
    ['one new issue, with `--facts`', ['--facts', facts, issue]],
  ];
  const rounds = flags.quick ? 3 : 5;
  const jobs = runs.map(([, args]) => ({
    command: process.execPath,
    args: [bin, '--quiet', ...args],
    rounds,
  }));
  const medians = interleaved(jobs, bench);
  const rows = runs.map(([run], i) => [
    run,
    (medians[i] / medians[0]).toFixed(2),
    `${medians[i].toFixed(0)} ms`,
  ]);
  const table = markdownTable(['run', '÷ without series', 'median'], rows);
  const size = `The facts of the ${markdownIn(folder).length} posts take ${(stdout.length / bytesOf(folder)).toFixed(2)} of their bytes.`;
  return `### What a series costs: ${name}\n\n${table}\n\n${size}`;
}

async function main() {
  prepare();
  const tools = (await import('./tools.mjs')).tools();
  const work = mkdtempSync(join(tmpdir(), 'recaplint-bench-'));
  const print = (table) => {
    console.log(`${table}\n`);
    return table;
  };
  try {
    const started = tools.filter((tool) => !tool.name.includes(','));
    const tables = [print(await measure('Starting (`--version`)', started, 15, () => ['--version']))];
    const post = onePost(join(work, 'post'));
    tables.push(print(await measure(`One post (${sizeOf(post)})`, tools, 9, (tool) => tool.lint(post))));
    const found = archives(work);
    for (const [index, { name, folder }] of found.entries()) {
      const title = `An archive: ${name} (${sizeOf(folder)})`;
      // The slow ones need minutes for the larger archive; one archive is enough to compare with them.
      const compared = tools.filter((tool) => index === 0 || !tool.slow);
      tables.push(print(await measure(title, compared, 5, (tool) => tool.lint(folder))));
    }
    tables.push(print(await measureTime(found.at(-1))));
    tables.push(print(await measureSeries(found.at(-1))));
    if (flags.write) write(tables);
    await measureEditor(flags);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function write(tables) {
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} processors.`;
  const text = replaceGenerated(
    readFileSync(page, 'utf8'),
    'results',
    `${machine}\n\n${tables.join('\n\n')}`,
  );
  if (text === null) throw new Error(`${page} has no place for the results`);
  writeFileSync(page, text);
}

await main();
