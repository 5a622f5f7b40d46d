import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../e2e/run.ts';
import { makeFolder } from '../folder.ts';
import { uriOf } from './client.ts';
import { codes, start, workspace } from './start.ts';

test('the server runs without any package around it, and says which parser it has then', async () => {
  const home = makeFolder();
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(root, part), join(home, part), { recursive: true });
  const folder = workspace();
  const client = await start({ folders: [folder], program: join(home, 'bin', 'recaplint.js') });
  const { message } = await client.hears('window/showMessage');
  expect(message).toMatch(/^recaplint: The native parser satteri does not load .* remark is used instead/);
  await client.hears('window/logMessage', (params) => params.message === 'Markdown is parsed by remark.');
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, '# Notes\n\na&nbsp;b\n');
  expect(codes(await client.diagnosticsOf(uri, 1))).toEqual(['no-nbsp']);
});
