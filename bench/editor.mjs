/**
 * `node bench/editor.mjs [--write] [--quick]`: how long an editor waits for the findings of each typed character, and what
 * the server holds after thousands of them. Part of `npm run bench`. `--write` puts the tables into docs/performance.md.
 * It measures the server that was built last.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { markdownTable } from '../scripts/markers.mjs';
import { openText, residentMemory, startEditor, usedHeap } from './editor-client.mjs';
import { longPost, writeSeries } from './editor-posts.mjs';
import { machine, writePart } from './page.mjs';

/** Posts to type in. Goals are for the native parser, in milliseconds at p95. */
const posts = [
  { name: '16 KB', bytes: 16e3, edits: 200, goal: 10 },
  { name: '200 KB', bytes: 200e3, edits: 100, goal: 60 },
  { name: '900 KB', bytes: 900e3, edits: 60, goal: 300 },
];
const seriesLength = 600;
const memoryMarks = [1_000, 5_000, 10_000];

/** Types in one post; null where its parser refuses it. */
async function typeIn({ folder, parser, path, text, edits, status = false, settle = false }) {
  console.error(`typing in ${text.length} characters, ${parser}${status ? ', with a status' : ''}`);
  const editor = await startEditor({ folder, parser, status });
  try {
    const post = await openText(editor, path, text);
    if (post.diagnostics.some(({ code }) => code === 'limit')) return null;
    if (settle) await archiveRead(editor, folder);
    for (let warm = 0; warm < Math.min(50, 3 * edits); warm++) await post.type();
    const times = [];
    for (let edit = 0; edit < edits; edit++) times.push(await post.type());
    return times;
  } finally {
    await editor.stop();
  }
}

/** Waits for the posts of the folder: its series are not known before. */
async function archiveRead({ connection }, folder) {
  const series = { command: 'recaplint.server.series', arguments: [pathToFileURL(folder).href] };
  await connection.sendRequest('workspace/executeCommand', series);
}

/** Milliseconds for a question about an empty text and its answer, at the median: the floor. */
async function floor(folder) {
  const editor = await startEditor({ folder });
  try {
    const { uri } = await openText(editor, join(folder, 'empty.md'), '');
    const times = [];
    for (let round = 0; round < 300; round++) {
      const started = performance.now();
      await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
      if (round >= 100) times.push(performance.now() - started);
    }
    return quantile(times, 0.5);
  } finally {
    await editor.stop();
  }
}

/** The value below which a part of all values lies. */
function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

function row(name, parser, times, goal, least) {
  if (times === null) return [name, parser, '–', '–', '–', 'refused: too long for it', '–'];
  const [p50, p95, most] = [0.5, 0.95, 1].map((part) => quantile(times, part));
  const ms = (value) => `${value.toFixed(1)} ms`;
  return [
    name,
    parser,
    ms(p50),
    ms(p95),
    ms(most),
    goal === null ? '–' : `${goal} ms`,
    (p95 / least).toFixed(0),
  ];
}

async function measureTyping(work, quick) {
  const folder = join(work, 'single');
  mkdirSync(folder);
  const least = await floor(folder);
  const rows = [];
  const late = [];
  for (const parser of ['auto', 'remark']) {
    for (const { name, bytes, edits, goal } of posts) {
      const text = longPost(bytes);
      const path = join(folder, 'post.md');
      const times = await typeIn({ folder, parser, path, text, edits: quick ? 5 : edits });
      if (parser === 'auto') late.push({ name, goal, p95: quantile(times, 0.95) });
      rows.push(
        row(name, parser === 'auto' ? 'satteri' : 'remark', times, parser === 'auto' ? goal : null, least),
      );
    }
  }
  const series = join(work, 'series');
  writeSeries(series, seriesLength);
  mkdirSync(join(series, '.git'));
  const path = join(series, '2025-07-14-the-weekly-601.md');
  const given = { folder: series, path, text: longPost(16e3), edits: quick ? 20 : 200, settle: true };
  const newest = `16 KB, the newest of ${seriesLength + 1} posts`;
  for (const status of [false, true]) {
    const times = await typeIn({ ...given, parser: 'auto', status });
    rows.push(row(status ? `${newest}; the editor shows its period` : newest, 'satteri', times, 10, least));
  }
  const head = ['post', 'parser', 'p50', 'p95', 'longest', 'goal at p95', 'p95 ÷ floor'];
  const said = `The floor is a question about an empty text and its answer: ${least.toFixed(2)} ms at the median.`;
  return { table: `${markdownTable(head, rows)}\n\n${said}`, late };
}

/** What the server holds after more and more edits of a post of 16 KB, typed and taken back. */
async function measureMemory(work, quick) {
  const folder = join(work, 'memory');
  mkdirSync(folder);
  const editor = await startEditor({ folder, probe: true });
  try {
    const post = await openText(editor, join(folder, 'post.md'), longPost(16e3));
    const rows = [];
    let edits = 0;
    for (const mark of quick ? [100, 200] : memoryMarks) {
      for (; edits < mark; edits += 2) {
        await post.type();
        await post.backspace();
      }
      const heap = process.platform === 'win32' ? null : await usedHeap(editor.server);
      rows.push([`${mark}`, megabytes(heap), megabytes(residentMemory(editor.server.pid))]);
    }
    return markdownTable(['edits', 'heap in use', 'memory of the process'], rows);
  } finally {
    await editor.stop();
  }
}

function megabytes(value) {
  return value === null ? '–' : `${value.toFixed(1)} MB`;
}

/**
 * Measures the server in an editor's hands, and prints the tables.
 *
 * @param {{ write: boolean, quick: boolean }} flags
 * @returns {Promise<readonly { name: string, goal: number, p95: number }[]>} what the posts with goals took, in milliseconds
 */
export async function measureEditor({ write, quick }) {
  const work = mkdtempSync(join(tmpdir(), 'recaplint-bench-'));
  try {
    const { table: typing, late } = await measureTyping(work, quick);
    const memory = await measureMemory(work, quick);
    const tables = `### Editor\n\n${machine('node bench/editor.mjs')}\n\n${typing}\n\n${memory}`;
    console.log(`${tables}\n`);
    if (write) writePart('editor', tables);
    return late;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const isAlone = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isAlone) {
  const flag = { type: 'boolean', default: false };
  await measureEditor(parseArgs({ options: { write: flag, quick: flag } }).values);
}
