import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleServer } from '../../scripts/extension.mjs';
import { createDocument } from '../../src/document/create.ts';
import type { Parse } from '../../src/document/document.ts';
import { lint } from '../../src/engine/lint.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { hasArchives, ownPosts, type Post, sampledPosts } from '../corpus/posts.ts';
import { allRules } from '../corpus/settings.ts';
import { root } from '../e2e/run.ts';
import { wasmFolder } from './wasm.ts';

const wasm = wasmFolder();

interface Module {
  readonly satteriName: string;
  /** @param mostPages how far its memory may grow, in pages of 64 KiB */
  loadSatteri(mostPages?: number): Promise<Parse>;
}

describe.skipIf(wasm === null)("satteri's WebAssembly build (skipped without the registry)", () => {
  let folder: string;

  /** Loads the bundled module: a new one for each name, with an instance of its own. */
  const load = (name: string): Promise<Module> =>
    import(`${pathToFileURL(join(folder, 'parser.mjs')).href}?${name}`);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recaplint-wasm-'));
    await bundleServer(join(root, 'src/workspace/satteri.ts'), 'parser', folder, wasm);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is said to be what it is', async () => {
    expect((await load('name')).satteriName).toBe('satteri (WebAssembly)');
  });

  describe.each([
    { title: 'our own posts', present: true, posts: ownPosts },
    { title: 'real archives (RECAPLINT_CORPUS)', present: hasArchives, posts: () => sampledPosts(5) },
  ])('on $title', ({ present, posts }) => {
    const name = present ? 'gives the findings of the native one' : 'skipped: the folder is not there';
    test.skipIf(!present)(name, { timeout: 300_000 }, async () => {
      const native = await loadSatteri();
      const parse = await (await load('findings')).loadSatteri();
      const all = posts();
      expect(all.length).toBeGreaterThan(0);
      for (const post of all) expect(outcomeOf(post, parse), post.path).toEqual(outcomeOf(post, native));
    });
  });

  test('crashes alone: the post is refused, and the next one is read', async () => {
    const parse = await (await load('crash')).loadSatteri(1100);
    const huge = '*a* '.repeat(3_000_000);
    expect(() => parse(huge)).toThrow('unreachable');
    expect(parse('# Still *here*').children).toMatchObject([{ type: 'heading', depth: 1 }]);
  });

  test('a post that it crashes on gets a finding', async () => {
    const parse = await (await load('finding')).loadSatteri(1024);
    const path = 'post.md';
    // Its tree needs more than the 2.5 MB that so many pages leave.
    const source = 'A paragraph of a considerably lengthened post.\n\n'.repeat(19_500);
    const limits = (by: Parse) =>
      lint(createDocument({ source, path, parse: by }), allRules).findings.filter(isLimit).length;
    expect(limits(parse)).toBe(1);
    expect(limits(await loadSatteri())).toBe(0);
  });

  test('post after post without a pause does not use up its memory', async () => {
    const listening = process.listenerCount('beforeExit');
    const parse = await (await load('run')).loadSatteri(2100);
    const source = 'A paragraph of a long post.\n\n'.repeat(600);
    // By itself, an instance is at the end of so much memory after some hundred posts.
    for (let round = 0; round < 1500; round++) expect(parse(source).children).toHaveLength(600);
    // An instance that was given up must not be held by what waits for the end of the process.
    expect(process.listenerCount('beforeExit')).toBe(listening);
  });

  test('is loaded without a word, a thread or a file of the folder that it was bundled in', () => {
    const script = `
      const { loadSatteri } = await import(process.argv[1]);
      const parse = await loadSatteri();
      parse('# A *post*');
      console.log(JSON.stringify(process.getActiveResourcesInfo().filter((name) => /worker|messageport/i.test(name))));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, pathToFileURL(join(folder, 'parser.mjs')).href],
      { cwd: folder, encoding: 'utf8' },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '[]\n', stderr: '' });
    const bundled = readFileSync(join(folder, 'parser.mjs'), 'utf8');
    expect(bundled).not.toContain(root);
  });
});

function outcomeOf({ path, source }: Post, parse: Parse) {
  const { findings, facts } = lint(createDocument({ source, path, parse }), allRules);
  return { findings, facts };
}

function isLimit({ ruleId }: { ruleId: string }): boolean {
  return ruleId === 'limit';
}
