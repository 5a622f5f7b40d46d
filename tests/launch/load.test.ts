import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CodeCache } from '../../src/launch/code-cache.ts';
import { createLoader, type Fresh } from '../../src/launch/load.ts';
import { makeFolder } from '../folder.ts';

/** A cache in memory. */
function memory(): CodeCache & { readonly entries: Map<string, Buffer> } {
  const entries = new Map<string, Buffer>();
  return {
    entries,
    read: (file) => {
      const data = entries.get(file);
      return data ? { data, old: false } : null;
    },
    prepare: () => true,
    write: (file, _, compile) => entries.set(file, compile()),
  };
}

const files = {
  'main.cjs': `const { two } = require('./parts/two.cjs');
    exports.sum = 1 + two();
    exports.path = require('node:path').basename(__filename) + ' in ' + require('node:path').basename(__dirname);
    exports.stack = new Error('here').stack.split('\\n')[1];`,
  'parts/two.cjs': `exports.two = () => 2; exports.main = require('../main.cjs');`,
};

test('loads files as Node does, and their compiled code when it is there', () => {
  const folder = makeFolder(files);
  const cache = memory();
  const run = () => {
    const fresh: Fresh[] = [];
    const main = createLoader(cache, (file) => fresh.push(file))(join(folder, 'main.cjs'));
    return { main: main as Record<string, unknown>, fresh };
  };
  const first = run();
  expect(first.main).toMatchObject({ sum: 3 });
  expect(first.main.path).toMatch(/^main\.cjs in /);
  expect(first.main.stack).toContain(`${join(folder, 'main.cjs')}:4:`);
  expect(first.fresh.map(({ file }) => file)).toEqual([
    join(folder, 'main.cjs'),
    join(folder, 'parts', 'two.cjs'),
  ]);
  for (const { file, source, script } of first.fresh)
    cache.write(file, source, () => script.createCachedData());
  const second = run();
  expect(second.main).toMatchObject({ sum: 3 });
  expect(second.fresh).toEqual([]);
});

test('compiles what V8 refuses', () => {
  const folder = makeFolder(files);
  const cache = memory();
  cache.entries.set(join(folder, 'main.cjs'), Buffer.alloc(100));
  const fresh: string[] = [];
  const main = createLoader(cache, ({ file }) => fresh.push(file))(join(folder, 'main.cjs'));
  expect(main).toMatchObject({ sum: 3 });
  expect(fresh).toContain(join(folder, 'main.cjs'));
});

test('leaves what imports to Node', async () => {
  const folder = makeFolder({
    'main.cjs': `exports.load = require('./import-module-abc.cjs').load;`,
    'import-module-abc.cjs': 'exports.load = (address) => import(address);',
  });
  const main = createLoader(null, () => {})(join(folder, 'main.cjs'));
  const { load } = main as { load: (address: string) => Promise<object> };
  expect(await load('node:path')).toHaveProperty('join');
});

test('loads what few runs need when something of it is first used', () => {
  const folder = makeFolder({
    'main.cjs': `const lazy = require('./lazy-rare-abc.cjs');
      exports.early = globalThis.loadedRare;
      exports.use = () => [lazy.one, lazy.two, globalThis.loadedRare];`,
    'lazy-rare-abc.cjs': 'globalThis.loadedRare = (globalThis.loadedRare ?? 0) + 1; exports.one = 1;',
  });
  const main = createLoader(null, () => {})(join(folder, 'main.cjs')) as { early?: number; use(): unknown };
  expect(main.early).toBeUndefined();
  expect(main.use()).toEqual([1, undefined, 1]);
});
