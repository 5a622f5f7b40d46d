/**
 * `npm run sample -- --rule ID --seed N [--size N] [paths…]`: prints a random sample of a rule's findings with their
 * context, for judging the rule by its page alone. The same seed gives the same sample. Default paths: the real posts
 * beside the repository, else the sample series.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const contextLines = 2;
const lineWidth = 400;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '30' },
  },
});
if (!values.rule) {
  console.error('usage: npm run sample -- --rule ID [--seed N] [--size N] [paths…]');
  process.exit(2);
}
const corpus = join(root, '../shared/corpus');
const paths = positionals.length > 0 ? positionals : [existsSync(corpus) ? corpus : join(root, 'content')];
const results = lint(values.rule, paths);
const findings = results.flatMap(({ filePath, messages }) =>
  messages.filter(({ ruleId }) => ruleId === values.rule).map((message) => ({ filePath, message })),
);
const sample = shuffled(findings, Number(values.seed)).slice(0, Number(values.size));
console.log(
  `${values.rule}: ${findings.length} findings in ${results.length} posts, ${sample.length} shown\n`,
);
sample.forEach(({ filePath, message }, index) => {
  console.log(`[${index + 1}] ${relative(process.cwd(), filePath)}:${message.line}:${message.column}`);
  console.log(`    ${message.message}`);
  for (const line of context(filePath, message)) console.log(`    ${line}`);
  console.log();
});

function lint(rule, files) {
  const run = spawnSync(
    process.execPath,
    [join(root, 'bin/recaplint.js'), '--rule', `${rule}: warn`, '--format', 'json', ...files],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  if (run.status === null || run.stdout === '') throw new Error(run.stderr || 'recaplint did not run');
  return JSON.parse(run.stdout);
}

/** Lines around a finding; the finding stands between ⟦ and ⟧. */
function context(file, { line, column, endLine, endColumn }) {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  const from = Math.max(1, line - contextLines);
  const to = Math.min(lines.length, endLine + contextLines);
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const number = from + i;
    const text = lines[number - 1];
    if (number < line || number > endLine) return `${number} | ${text.slice(0, lineWidth)}`;
    const start = number === line ? column - 1 : 0;
    const end = number === endLine ? endColumn - 1 : text.length;
    const before = text.slice(Math.max(0, start - lineWidth / 2), start);
    return `${number} > ${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + lineWidth / 2)}`;
  });
}

/** Fisher–Yates with mulberry32, a small generator that can be seeded. */
function shuffled(items, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
