import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const entry = 'recaplint:entry';

/**
 * Runs modules of `src` that no build has seen yet. They are bundled into a file under `node_modules`, so that
 * their packages are found from there, and imported.
 *
 * @param {string} root the repository
 * @param {string} code a module that imports from `src` with paths relative to the repository
 * @param {Record<string, string>} [replaced] texts to use instead of files, by path relative to the repository
 * @returns {Promise<Record<string, any>>} what the module exports
 */
export async function loadSource(root, code, replaced = {}) {
  const texts = new Map(Object.entries(replaced).map(([path, text]) => [join(root, path), text]));
  const bundle = await rolldown({
    input: entry,
    cwd: root,
    platform: 'node',
    external: /^[a-z@]/i,
    plugins: [
      {
        name: 'source-texts',
        resolveId: (id, importer) => {
          if (id === entry) return id;
          return importer === entry ? join(root, id) : undefined;
        },
        load: (id) =>
          id === entry ? code : texts.has(id) ? { code: texts.get(id), moduleType: 'ts' } : undefined,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return importText(join(root, 'node_modules', '.cache', 'recaplint'), output[0].code);
}

async function importText(folder, text) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `source-${process.pid}-${Date.now()}.mjs`);
  writeFileSync(file, text);
  try {
    return await import(pathToFileURL(file));
  } finally {
    rmSync(file);
  }
}
