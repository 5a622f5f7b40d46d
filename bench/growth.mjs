import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from '../scripts/markers.mjs';
import { amount, ratio } from './compare.mjs';
import { interleaved } from './measure.mjs';
import { recaplintBinary } from './tools.mjs';
import { copies, listsAll } from './works.mjs';

/** With fewer copies, starting Node is most of the time. */
const reference = 8;

/**
 * Time and memory for more and more copies of a corpus.
 *
 * @param {import('./works.mjs').Work} corpus
 * @param {{ work: string, most: number, rounds: { most: number, budget: number } }} setup
 * @returns {Promise<{ table: string, time: number, memory: number | null, most: number }>} what a byte costs with the most
 *   copies ÷ what it costs with eight
 */
export async function measureGrowth(corpus, { work, most, rounds }) {
  const grown = [];
  for (let count = 1; count <= most; count *= 2) {
    const folder = join(work, `copies-${count}`);
    const archive = copies(corpus.folder, folder, count);
    const args = [recaplintBinary, '--format', 'json', folder];
    const job = { name: archive.title, command: process.execPath, args, check: listsAll(archive) };
    const [cost] = await interleaved([job], rounds);
    grown.push({ count, bytes: archive.bytes, ...cost });
    rmSync(folder, { recursive: true });
  }
  const rows = grown.map(({ count, bytes, wall, cpu, memory }) => [
    `${count}`,
    `${(bytes / 1e6).toFixed(1)} MB`,
    amount(wall, 'ms'),
    amount(cpu, 'ms'),
    amount((wall / bytes) * 1e6, 'ms'),
    amount(memory, 'MB'),
    memory === null ? '–' : ratio(memory, bytes / 1e6),
  ]);
  const head = ['copies', 'bytes', 'wall', 'CPU', 'wall a megabyte', 'peak memory', 'memory ÷ bytes'];
  return { table: markdownTable(head, rows), most, ...trend(grown) };
}

function trend(grown) {
  const last = grown.at(-1);
  const base = grown.find(({ count }) => count === reference) ?? grown[0];
  const perByte = (key) => (last[key] === null ? null : last[key] / last.bytes / (base[key] / base.bytes));
  return { time: perByte('wall'), memory: perByte('memory') };
}
