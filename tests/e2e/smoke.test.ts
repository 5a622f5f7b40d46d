import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/reporters/formats.ts';
import { makeFolder } from '../folder.ts';
import { Client, uriOf } from '../lsp/client.ts';
import { recaplint, root } from './run.ts';

/** Other versions of Node to run under: `22=/path/to/node:24=/path/to/node`. */
const others = new Map(
  (process.env.RECAPLINT_NODES ?? '').split(':').flatMap((entry) => {
    const [major, path] = entry.split('=');
    return major && path ? [[Number(major), path] as const] : [];
  }),
);
const own = Number(process.versions.node.split('.')[0]);
const supported = [20, 22, 24];
// Where all of them are expected, a missing one is a failure.
const required = process.env.RECAPLINT_E2E === '1';

describe.each(supported)('the built command line under Node %i', (major) => {
  const node = major === own ? process.execPath : others.get(major);

  test.skipIf(!node && !required)('lints, repairs, explains and lists', () => {
    expect(node, `Node ${major} is not in RECAPLINT_NODES`).toBeDefined();
    const options = { cwd: root, ...(node && { node }) };
    for (const format of Object.keys(formats)) {
      const run = recaplint(['--format', format, 'content/'], options);
      expect([format, run.code, run.stderr]).toEqual([format, 1, '']);
      expect(run.stdout).toContain('date-in-window');
    }
    expect(recaplint(['rules'], options)).toMatchObject({ code: 0, stderr: '' });
    expect(recaplint(['explain', 'date-in-window'], options).stdout).toContain('date-in-window');
    expect(recaplint(['config', 'content/recaps/any.md'], options).stdout).toContain('.recaplintrc.json');
    const copy = makeFolder();
    cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true });
    cpSync(join(root, '.recaplintrc.json'), join(copy, '.recaplintrc.json'));
    expect(recaplint(['--fix', '.'], { ...options, cwd: copy }).stderr).toMatch(
      /^recaplint: repaired \d+ findings/,
    );
    expect(recaplint(['--fix', '.'], { ...options, cwd: copy }).stderr).toBe('');
  });

  test.skipIf(!node && !required)('serves an editor', async () => {
    expect(node, `Node ${major} is not in RECAPLINT_NODES`).toBeDefined();
    const folder = makeFolder({ '.git/HEAD': 'ref: refs/heads/main\n' });
    const client = await Client.start({ folders: [folder], ...(node && { node }) });
    const uri = uriOf(join(folder, 'notes.md'));
    await client.open(uri, '# Notes\n\nA&nbsp;b.\n');
    const found = await client.diagnosticsOf(uri, 1);
    expect(found.map(({ code }) => code)).toEqual(['no-nbsp']);
    expect(await client.stop()).toBe(0);
    expect(client.stderr).toBe('');
  });
});
