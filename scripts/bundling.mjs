// What every bundle of recaplint is made with, and the licences of what ends up in one.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// cosmiconfig's own loaders run code and bring parsers of their own. src/config/explorer.ts replaces every one of them,
// so that the package can do without.
const withoutLoaders = {
  name: 'without-loaders',
  load: {
    filter: { id: /cosmiconfig[\\/]dist[\\/]loaders\.js$/ },
    handler: () => {
      const names = ['loadJs', 'loadJsSync', 'loadTs', 'loadTsSync', 'loadJson', 'loadYaml'];
      const exports = names.map((name) => `exports.${name} = refuse;`).join('\n');
      return `function refuse() { throw new Error('This loader is not part of recaplint.'); }\n${exports}`;
    },
  },
};

// commander loads what starts processes for commands that are programs of their own. There are none.
const withoutPrograms = {
  name: 'without-programs',
  transform: {
    filter: { id: /commander[\\/]lib[\\/]command\.js$/ },
    handler: (code) => code.replace("require('node:child_process')", 'null'),
  },
};

// vfile-reporter asks for the width of each column of each line, and nearly all of them are plain. The rules of Unicode about
// all others take longer to load than the whole report takes.
const plainWidths = {
  name: 'plain-widths',
  transform: {
    filter: { id: /string-width[\\/]index\.js$/ },
    handler: (code) =>
      code.replace(
        'let width = 0;',
        'if (/^[ -~\\u2013\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026]*$/.test(string)) return string.length;\n$&',
      ),
  },
};

/** Puts our own way to satteri's binary in the place of its own. */
export const satteriBinding = {
  name: 'satteri-binding',
  resolveId: {
    order: 'pre',
    filter: { id: /^#binding$/ },
    handler: () => fileURLToPath(new URL('satteri-binding.cjs', import.meta.url)),
  },
};

/** Options for rolldown. */
export const bundling = {
  platform: 'node',
  resolve: {
    // jsonc-parser's CommonJS form cannot be bundled.
    mainFields: ['module', 'main'],
    // For Node it comes as CommonJS, which runs at the start of every run; the same in modules can wait until it is used.
    alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/dist/index.js', import.meta.url)) },
  },
  plugins: [withoutLoaders, withoutPrograms, plainWidths],
  logLevel: 'warn',
};

/**
 * Some modules and those that are loaded with them, dynamic imports left out, once the plugin has seen all.
 *
 * @param paths of the modules, in the folder `root`
 */
export function loadedTogether(paths, root) {
  const ids = new Set();
  const plugin = {
    name: 'loaded-together',
    buildEnd() {
      const due = paths.map((path) => resolve(root, path));
      for (let id = due.pop(); id !== undefined; id = due.pop()) {
        if (ids.has(id)) continue;
        ids.add(id);
        due.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { has: (id) => ids.has(id), plugin };
}

/** Folders of the packages that modules of the bundle come from, each once, ordered. */
export function bundledPackages(files) {
  const modules = files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const folders = modules.flatMap((id) => id.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []);
  return [...new Set(folders)].sort();
}

/** The licence texts of packages; fails where a package has none. */
export function licenses(folders) {
  const texts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenseFile(folder) ?? (license ? `Licence: ${license}` : licenseInReadme(folder));
    if (!text) throw new Error(`${name} has no licence.`);
    return `${name} ${version}\n\n${text}\n`;
  });
  const head = 'recaplint contains code of these packages.\n';
  return [head, ...texts].join(`\n${'-'.repeat(78)}\n\n`);
}

function licenseFile(folder) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file && readFileSync(join(folder, file), 'utf8').trim();
}

/** Its last section, where that is about the licence. */
function licenseInReadme(folder) {
  const file = readdirSync(folder).find((entry) => /^readme/i.test(entry));
  return file && /^licen[cs]e\n=+\n([\s\S]+)$/im.exec(readFileSync(join(folder, file), 'utf8'))?.[1].trim();
}
