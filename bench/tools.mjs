import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = dirname(fileURLToPath(import.meta.url));
const packages = join(bench, 'node_modules');
const sameWork = join(bench, 'same-work');

// Those of rumdl's rules that look for what recaplint looks for: links, headings, bare addresses.
const comparableRules = 'MD024,MD034,MD042,MD043,MD045,MD051,MD052,MD053';

const proseRules = ['terminology', 'common-misspellings', 'write-good', 'no-todo'];

function manifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** rumdl's own program: its npm launcher would add a Node start that other installations do not have. */
function rumdlBinary() {
  const suffixes = ['', '-musl'];
  const candidates = suffixes.map((suffix) => `cli-${process.platform}-${process.arch}${suffix}`);
  const folder = candidates.map((name) => join(packages, '@rumdl', name)).find(existsSync);
  if (!folder) throw new Error(`rumdl has no program for ${process.platform} ${process.arch}`);
  return join(folder, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}

export const recaplintBinary = join(bench, '..', 'bin', 'recaplint.js');

/**
 * @typedef {object} Tool
 * @property {string} key What the table of goals knows it by.
 * @property {string} name
 * @property {string} command
 * @property {string[]} prefix What stands before all other arguments.
 * @property {(folder: string) => string[]} lint The arguments that lint all Markdown of a folder with nothing configured
 *   and nothing remembered from earlier runs.
 * @property {((folder: string) => string[]) | null} same The same with the rules that several tools have, alone.
 * @property {Record<string, string>} env What is added to the environment.
 * @property {boolean} slow Whether it may run fewer times.
 * @property {number} most Bytes of the largest archive that it is run on.
 */

/** What is measured; the first one is what the others are compared with. @returns {readonly Tool[]} */
export function tools() {
  return [...recaplint(), ...rumdl(), markdownlint(), remark(), textlint()].map((tool) => ({
    prefix: [],
    same: null,
    env: {},
    slow: false,
    most: Number.POSITIVE_INFINITY,
    ...tool,
  }));
}

function recaplint() {
  const own = {
    key: 'recaplint',
    name: `recaplint ${manifest(join(bench, '..')).version}`,
    command: process.execPath,
    prefix: [recaplintBinary],
    // Nothing is kept without --cache. This format lists every file, so that it can be checked that none is left out.
    lint: (folder) => ['--format', 'json', folder],
    // The configuration lies in the folder: its globs start there.
    same: (folder) => ['--format', 'json', folder],
  };
  const uncompiled = {
    ...own,
    key: 'recaplint uncompiled',
    name: `${own.name}, with no compiled code of earlier runs`,
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    same: null,
    // What is compiled matters where little is linted.
    most: 1e6,
  };
  return [own, uncompiled];
}

function rumdl() {
  const command = rumdlBinary();
  const name = `rumdl ${versionOf('rumdl')}`;
  const check = ['check', '--no-cache'];
  return [
    {
      key: 'rumdl',
      name,
      command,
      lint: (folder) => [...check, '--no-config', folder],
      same: (folder) => [...check, '--config', join(sameWork, 'rumdl.toml'), folder],
    },
    {
      key: 'rumdl comparable',
      name: `${name}, 8 comparable rules`,
      command,
      lint: (folder) => [...check, '--no-config', '--enable', comparableRules, folder],
    },
  ];
}

function markdownlint() {
  const config = join(sameWork, 'posts.markdownlint-cli2.jsonc');
  return {
    key: 'markdownlint-cli2',
    name: `markdownlint-cli2 ${versionOf('markdownlint-cli2')}`,
    command: process.execPath,
    prefix: [join(packages, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs')],
    // It has no cache.
    lint: (folder) => ['--no-globs', `${folder}/**/*.md`],
    same: (folder) => ['--no-globs', '--config', config, `${folder}/**/*.md`],
    slow: true,
  };
}

function remark() {
  const presets = ['--use', 'remark-preset-lint-recommended', '--use', 'remark-preset-lint-consistent'];
  return {
    key: 'remark-cli',
    name: `remark-cli ${versionOf('remark-cli')}, presets recommended and consistent`,
    command: process.execPath,
    prefix: [join(packages, 'remark-cli', 'cli.js')],
    // It has no cache.
    lint: (folder) => ['--no-stdout', '--no-config', '--no-ignore', '--quiet', ...presets, folder],
    slow: true,
  };
}

function textlint() {
  const rules = proseRules.flatMap((rule) => ['--rule', rule]);
  return {
    key: 'textlint',
    name: `textlint ${versionOf('textlint')}, rules ${proseRules.join(', ')}`,
    command: process.execPath,
    prefix: [join(packages, 'textlint', 'bin', 'textlint.js')],
    // Nothing is kept without --cache.
    lint: (folder) => ['--no-textlintrc', ...rules, `${folder}/**/*.md`],
    slow: true,
    most: 5e6,
  };
}

function versionOf(name) {
  return manifest(join(packages, name)).version;
}
