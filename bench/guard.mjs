import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCounter } from './instructions.mjs';
import { interleaved, median } from './measure.mjs';
import { recaplintBinary } from './tools.mjs';
import { elevenRecaps, generatedArchive, listsAll, oneRecap } from './works.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const file = join(bench, 'baseline.json');

/** Times that the ratios are measured for a baseline: how far they lie apart is their noise. */
const samples = 5;
const rounds = { most: 7, budget: 12_000 };
/** Ratios may be worse by twice their noise, and by this at least: the noise of five samples is not all there is. */
const leastBand = 0.05;
/** The same for counted instructions, which hardly differ from run to run. */
const instructionBand = 0.02;
/** Above this noise a ratio of times tells too little. */
const tooNoisy = 0.15;

/**
 * @typedef {object} Baseline
 * @property {string} node Version of the Node that counted the instructions, with its platform.
 * @property {Record<string, { value: number, noise: number }>} ratios
 * @property {{ counter: string, ratios: Record<string, number> } | null} instructions
 */

/** What is guarded, of posts that every checkout has. */
function works(work) {
  return { one: oneRecap(work), eleven: elevenRecaps(work), archive: generatedArchive(work, 40) };
}

function recaplint(archive) {
  const args = [recaplintBinary, '--format', 'json', archive.folder];
  return { name: archive.title, command: process.execPath, args, check: listsAll(archive) };
}

/** Processor time and memory of recaplint ÷ those of a floor, from interleaved runs. */
async function measureRatios({ one, eleven, archive }) {
  const node = process.execPath;
  const jobs = [
    { name: 'node', command: node, args: ['-e', '0'] },
    { name: 'parsing', command: node, args: [join(bench, 'floor.mjs'), archive.folder] },
    { name: 'version', command: node, args: [recaplintBinary, '--version'] },
    ...[one, eleven, archive].map(recaplint),
  ];
  const costs = await interleaved(jobs, rounds);
  // The quickest run is the one that was disturbed least.
  const least = costs.map(({ runs }) => Math.min(...runs.map(({ cpu, wall }) => cpu ?? wall)));
  const [empty, parsing, version, recap, recaps, posts] = least;
  const ratios = {
    'time of --version ÷ node -e 0': version / empty,
    'time of one recap ÷ node -e 0': recap / empty,
    'time of eleven recaps ÷ node -e 0': recaps / empty,
    'time of 40 generated posts ÷ parsing them': posts / parsing,
  };
  const { memory } = costs[5];
  if (memory !== null) ratios['memory of 40 generated posts ÷ node -e 0'] = memory / costs[0].memory;
  return ratios;
}

/** Instructions of recaplint ÷ those of `node -e 0`; null where nothing counts them. */
function countInstructions({ one, eleven, archive }, counter = findCounter()) {
  if (counter === null) return null;
  // Which thread lints a post is settled by moments.
  const lint = [recaplintBinary, '--jobs', '1', '--format', 'json'];
  const of = ({ folder }) => counter.count([...lint, folder]) / counter.floor;
  return {
    counter: counter.name,
    ratios: {
      'instructions of one recap ÷ node -e 0': of(one),
      'instructions of eleven recaps ÷ node -e 0': of(eleven),
      'instructions of 40 generated posts ÷ node -e 0': of(archive),
    },
  };
}

const here = `${process.versions.node}, ${process.platform} ${process.arch}`;

async function writeBaseline(posts) {
  const measured = [];
  for (let sample = 0; sample < samples; sample++) measured.push(await measureRatios(posts));
  const ratios = Object.fromEntries(
    Object.keys(measured[0]).map((name) => {
      const values = measured.map((sample) => sample[name]);
      const value = median(values);
      const noise = Math.max(...values.map((one) => Math.abs(one / value - 1)));
      return [name, { value: rounded(value), noise: rounded(noise) }];
    }),
  );
  const instructions = countInstructions(posts);
  const counted = instructions && {
    ...instructions,
    ratios: Object.fromEntries(
      Object.entries(instructions.ratios).map(([name, value]) => [name, rounded(value)]),
    ),
  };
  writeFileSync(file, `${JSON.stringify({ node: here, ratios, instructions: counted }, null, 2)}\n`);
  console.log(`bench/baseline.json is written, from ${samples} samples.`);
}

function rounded(value) {
  return Number(value.toFixed(4));
}

/** One comparison as a line, and whether it is a regression. */
function compared(name, before, now, band) {
  const change = now / before - 1;
  const isWorse = change > band;
  const sign = change < 0 ? '' : '+';
  const said = `${sign}${(change * 100).toFixed(1)} %, allowed +${(band * 100).toFixed(1)} %`;
  console.log(`${isWorse ? 'WORSE' : 'ok   '} ${name}: ${before.toFixed(2)} → ${now.toFixed(2)} (${said})`);
  return isWorse;
}

async function checkRatios(baseline, posts) {
  const names = Object.keys(baseline.ratios);
  const band = (name) => Math.max(leastBand, 2 * baseline.ratios[name].noise);
  let now = await measureRatios(posts);
  // Whoever was in the way has gone by the second time, or it was no noise.
  if (names.some((name) => now[name] / baseline.ratios[name].value - 1 > band(name))) {
    const again = await measureRatios(posts);
    now = Object.fromEntries(names.map((name) => [name, Math.min(now[name], again[name])]));
  }
  const worse = names.filter((name) => {
    if (now[name] === undefined || Number.isNaN(now[name])) {
      console.log(`?     ${name}: this system does not tell`);
      return false;
    }
    const { value, noise } = baseline.ratios[name];
    if (noise > tooNoisy)
      console.log(`      ${name}: noise of ${(noise * 100).toFixed(0)} % when it was written`);
    return compared(name, value, now[name], band(name));
  });
  return worse;
}

function checkInstructions({ node, instructions }, posts) {
  if (instructions === null) {
    console.log('Instructions are not compared: the baseline has none.');
    return [];
  }
  if (node !== here) {
    console.log(`Instructions are not compared: the baseline's are those of Node ${node}, this is ${here}.`);
    return [];
  }
  const counter = findCounter();
  if (counter?.name !== instructions.counter) {
    console.log(
      `Instructions are not compared: ${instructions.counter} is not here. Ratios of times alone miss what is smaller than their noise.`,
    );
    return [];
  }
  const now = countInstructions(posts, counter).ratios;
  return Object.entries(instructions.ratios).filter(([name, before]) =>
    compared(name, before, now[name], instructionBand),
  );
}

/**
 * Compares with the committed baseline, or writes it.
 *
 * @param {string} work a folder to write posts into
 * @returns {Promise<number>} exit code: 1 where something has become slower, beyond noise
 */
export async function guard(work, { write }) {
  const posts = works(work);
  if (write) {
    await writeBaseline(posts);
    return 0;
  }
  /** @type {Baseline} */
  const baseline = JSON.parse(readFileSync(file, 'utf8'));
  const worse = [...(await checkRatios(baseline, posts)), ...checkInstructions(baseline, posts)];
  console.log(worse.length === 0 ? 'Nothing has become slower.' : `${worse.length} became worse.`);
  return worse.length === 0 ? 0 : 1;
}
