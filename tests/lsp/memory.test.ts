import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../e2e/run.ts';
import { uriOf } from './client.ts';
import { nameOf, report, reports } from './series-posts.ts';
import { start, workspace } from './start.ts';

const edits = 10_000;
/** Sent at once, so that most of them are replaced before they are looked at, as where somebody types fast. */
const burst = 25;
/** What the heap may grow by after its first edits, in bytes: far more than noise, far less than a text for each edit. */
const most = 6 * 2 ** 20;

test.skipIf(process.platform === 'win32')('ten thousand edits leave nothing behind', async () => {
  const folder = workspace(reports(5));
  const probe = ['--expose-gc', '--require', join(root, 'bench', 'heap-probe.cjs')];
  const client = await start({ folders: [folder], nodeOptions: probe });
  const uris = [2, 4].map((index) => uriOf(join(folder, nameOf(index))));
  let version = 1;
  const long = 'We mended a boat and painted another. '.repeat(100);
  for (const uri of uris) await client.open(uri, report(4, `We began.\n\n${long}`), { version });
  const type = async (count: number) => {
    for (let done = 0; done < count; done += burst) {
      const uri = uris[(done / burst) % uris.length]!;
      for (let one = 0; one < burst; one++) {
        version++;
        const at = { line: 7, character: 3 };
        const end = { line: 7, character: one % 2 === 0 ? 3 : 20 };
        // In turns a sentence more and a sentence less, none of them the same.
        const text = one % 2 === 0 ? `sentence ${`${version}`.padStart(8, '0')}` : '';
        client.change(uri, version, { range: { start: at, end }, text });
      }
      await client.diagnosticsOf(uri, version);
      client.heard.length = 0;
    }
  };
  const heap = async () => {
    const said = once(client.stderrStream, 'data');
    process.kill(client.pid, 'SIGUSR2');
    return Number(/heap (\d+)/.exec(String((await said)[0]))![1]);
  };
  await type(edits / 10);
  const before = await heap();
  await type(edits);
  const growth = (await heap()) - before;
  expect(growth).toBeLessThan(most);
});
