import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = dirname(fileURLToPath(import.meta.url));
const packages = join(bench, 'node_modules');

// Those of rumdl's rules that look for what recaplint looks for: links, headings, bare addresses.
const comparableRules = 'MD024,MD034,MD042,MD043,MD045,MD051,MD052,MD053';

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

/**
 * What is measured. `lint` gives the arguments that lint all Markdown of a folder with nothing configured;
 * `slow` tools run fewer times on large archives.
 *
 * @returns {readonly {name: string, command: string, prefix: string[], lint: (folder: string) => string[], slow: boolean}[]}
 */
export function tools() {
  const node = process.execPath;
  const rumdl = rumdlBinary();
  const remark = join(packages, 'remark-cli', 'cli.js');
  const markdownlint = join(packages, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
  const presets = ['--use', 'remark-preset-lint-recommended', '--use', 'remark-preset-lint-consistent'];
  const check = ['check', '--no-cache', '--no-config'];
  const { version } = manifest(join(bench, '..'));
  const versionOf = (name) => manifest(join(packages, name)).version;
  return [
    {
      name: `recaplint ${version}`,
      command: node,
      prefix: [join(bench, '..', 'bin', 'recaplint.js')],
      lint: (folder) => [folder],
      slow: false,
    },
    {
      name: `rumdl ${versionOf('rumdl')}`,
      command: rumdl,
      prefix: [],
      lint: (folder) => [...check, folder],
      slow: false,
    },
    {
      name: `rumdl ${versionOf('rumdl')}, 8 comparable rules`,
      command: rumdl,
      prefix: [],
      lint: (folder) => [...check, '--enable', comparableRules, folder],
      slow: false,
    },
    {
      name: `markdownlint-cli2 ${versionOf('markdownlint-cli2')}`,
      command: node,
      prefix: [markdownlint],
      lint: (folder) => ['--no-globs', `${folder}/**/*.md`],
      slow: true,
    },
    {
      name: `remark-cli ${versionOf('remark-cli')}, presets recommended and consistent`,
      command: node,
      prefix: [remark],
      lint: (folder) => ['--no-stdout', '--no-config', '--no-ignore', '--quiet', ...presets, folder],
      slow: true,
    },
  ];
}
