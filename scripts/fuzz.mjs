/**
 * `npm run fuzz [-- --minutes 10] [--only posts,fixes] [--seed N] [--runs N] [--path P]`: tries random inputs on the campaigns of
 * `tests/fuzz`, each in a process of its own, so that an input that hangs or kills it is noticed too. What fails is printed with
 * the command that repeats it, as small as it could be made, and written to `fuzz-failures`; the exit code is then 1.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

/** Milliseconds on one input after which it is taken to hang; those that are wanted take some tens. */
const patience = 120_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
    seed: { type: 'string' },
    runs: { type: 'string' },
    path: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'recaplint-fuzz-'));
const files = { answer: join(folder, 'answer.json'), status: join(folder, 'status.json') };
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

let child = null;
let current = null;
const failures = [];
process.on('SIGINT', () => {
  endChild();
  if (current) say(current, statusNow().tried, 'interrupted');
  process.exit(failures.length > 0 ? 1 : 130);
});

const campaigns = await chosenCampaigns();
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const share = values.runs || values.path ? null : (Number(values.minutes) * 60_000) / campaigns.length;
for (const campaign of campaigns) await run(campaign);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Those that `--only` names, or all. */
async function chosenCampaigns() {
  const { answer: all, output } = await start({});
  if (all === null) {
    console.error(output);
    process.exit(2);
  }
  const names = all.map(({ name }) => name);
  const only = values.only?.split(',') ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no campaign ${unknown}; there are: ${names.join(', ')}.`);
    process.exit(2);
  }
  return all.filter(({ name }) => only.includes(name));
}

async function run({ name, promise }) {
  console.log(`${name}: ${promise}`);
  current = { name, started: performance.now() };
  const order = {
    name,
    seed,
    runs: values.runs ? Number(values.runs) : null,
    time: share,
    path: values.path,
  };
  const end = await start(order);
  const { tried } = end.answer ?? statusNow();
  if (end.answer?.failure) fail(name, { ...end.answer.failure, seed: end.answer.seed });
  else if (!end.answer) await failWithoutWord(name, end);
  say(current, tried, end.answer && !end.answer.failure ? 'all kept' : 'one failed');
}

function say({ name, started }, tried, outcome) {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${name}: ${tried.toLocaleString('en-US')} inputs in ${seconds} s, ${outcome}\n`);
}

function fail(name, { seed: from, path, input, error }) {
  failures.push(name);
  const file = join('fuzz-failures', `${name}-${from}-${path.split(':')[0]}.json`);
  mkdirSync(join(root, 'fuzz-failures'), { recursive: true });
  const text = String(JSON.stringify(input, null, 2));
  writeFileSync(join(root, file), `${text}\n`);
  const shown = text.length > 2_000 ? `${text.slice(0, 2_000)} …` : text;
  const repeat = `npm run fuzz -- --only ${name} --seed ${from} --path ${path}`;
  console.log(`\n${error}\n\nInput (${file}):\n${shown}\n\nRepeat: ${repeat}\n`);
}

/** The process hung or died: which input it was stands in the status, and what it is is made anew. */
async function failWithoutWord(name, { why, output }) {
  const { seed: from, index } = statusNow();
  const { answer: input } = await start({ name, seed: from, path: String(index), show: true });
  fail(name, { seed: from, path: String(index), input, error: `${why}\n${output.slice(-2_000)}` });
}

function statusNow() {
  try {
    return JSON.parse(readFileSync(files.status, 'utf8'));
  } catch {
    return { seed, index: 0, tried: 0 };
  }
}

/** Runs tests/fuzz/long.ts with an order, to its end or to that of our patience. */
function start(order) {
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const env = { ...process.env, RECAPLINT_FUZZ: JSON.stringify({ ...files, ...order }) };
  const args = [vitest, 'run', '--config', join('tests', 'fuzz', 'long.config.ts')];
  // A group of its own: vitest's workers end with it.
  child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (data) => {
    output = (output + data).slice(-8_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const watch = watchChild(order.name !== undefined);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(watch.timer);
      child = null;
      const why = watch.hangs ? `An input took over ${patience / 1000} s.` : 'The process died.';
      resolve({ answer: answerNow(), output, why });
    });
  });
}

/** Ends the child when it has not gone on to another input for too long. */
function watchChild(tries) {
  const began = Date.now();
  const lastSign = () => Math.max(began, statSync(files.status, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const watch = { hangs: false, timer: null };
  watch.timer = setInterval(() => {
    watch.hangs = tries && Date.now() - lastSign() > patience;
    if (watch.hangs) endChild();
  }, 1_000);
  return watch;
}

function answerNow() {
  try {
    return JSON.parse(readFileSync(files.answer, 'utf8'));
  } catch {
    return null;
  }
}

function endChild() {
  if (child) process.kill(-child.pid, 'SIGKILL');
}
