/**
 * `npm run defences [-- WORD…]`: takes each defence of `tests/defences` out of a copy of the repository and runs the test
 * that must see it. Fails where a test does not pass with its defence, or passes without it. Words choose those whose area,
 * threat, file or test contains one of them.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const notCopied = new Set(['node_modules', '.git']);

/** Without a defence a test may hang, which shows as well as a failure that the defence was needed. */
const longestTest = 120_000;

const words = process.argv.slice(2);
const { areas } = await loadSource(root, "export { areas } from './tests/defences/areas.ts';");
const chosen = Object.entries(areas).flatMap(([area, { defences }]) =>
  defences.filter(isChosen(area)).map((defence) => ({ area, ...defence })),
);
if (chosen.length === 0) {
  console.error(`No defence has ${words.map((word) => `"${word}"`).join(' or ')} in it.`);
  process.exit(2);
}
const copy = mkdtempSync(join(tmpdir(), 'recaplint-defences-'));
// Some tests run as another user.
chmodSync(copy, 0o755);
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
process.exitCode = (await tryAll()) ? 0 : 1;

function isChosen(area) {
  return ({ threat, test, without }) => {
    const text = [area, threat, test, ...without.map(({ file }) => file)].join(' ');
    return words.length === 0 || words.some((word) => text.includes(word));
  };
}

/** Whether each test passes with its defence and fails without. */
async function tryAll() {
  cpSync(root, copy, { recursive: true, filter: (path) => !notCopied.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  await build();
  let seen = 0;
  for (const entry of chosen) {
    const problem = await problemWith(entry);
    if (problem === null) seen++;
    console.log(`${problem === null ? 'seen' : 'NOT SEEN'}  ${entry.area}: ${entry.threat}${problem ?? ''}`);
  }
  console.log(`${seen} of ${chosen.length} defences were taken out and missed by their tests.`);
  return seen === chosen.length;
}

/** What is wrong with a defence or its test, or null. */
async function problemWith(entry) {
  const whole = await outcomeOf(entry);
  if (whole.failed > 0 || whole.passed === 0)
    return `\n          with the defence: ${whole.passed} passed, ${whole.failed} failed (${entry.test})`;
  const restore = takeOut(entry);
  try {
    if (entry.built) await build();
    const without = await outcomeOf(entry);
    return without.failed > 0
      ? null
      : `\n          without the defence all ${without.passed} pass (${entry.test})`;
  } catch (error) {
    return `\n          ${error.message}`;
  } finally {
    restore();
    if (entry.built) await build();
  }
}

/** Takes a defence out of the copy; returns what puts it back. */
function takeOut({ without }) {
  const before = new Map();
  for (const { file, text, becomes } of without) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (!before.has(path)) before.set(path, source);
    writeFileSync(
      path,
      source.replace(text, () => becomes),
    );
  }
  return () => {
    for (const [path, source] of before) writeFileSync(path, source);
  };
}

/** Types, which are made last, may be wrong where a defence is missing. */
async function build() {
  const { output } = await run('scripts/build.mjs');
  if (!existsSync(join(copy, 'dist/cli.cjs'))) throw new Error(`it does not build: ${output.slice(-500)}`);
}

/** How many of the tests that an entry names pass and fail; one that never ends, or takes the process with it, has failed. */
async function outcomeOf({ test, named }) {
  const report = join(copy, 'defences.json');
  rmSync(report, { force: true });
  await run(
    'node_modules/vitest/vitest.mjs',
    'run',
    test,
    '-t',
    named,
    '--reporter=json',
    `--outputFile=${report}`,
  );
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(...args) {
  const child = spawn(process.execPath, args, {
    cwd: copy,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  // Its whole group: a test has processes of its own.
  const clock = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), longestTest);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(clock);
      resolve({ code, output });
    });
  });
}
