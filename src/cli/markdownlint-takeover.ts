import { repositoryOf } from '../config/folders.ts';
import { ConfigError } from '../config/problem.ts';
import { type FromMarkdownlint, fromMarkdownlint } from '../draft/from-markdownlint.ts';
import { globsOfIgnoreFile, globsOfIgnores, ignoreFileHint } from '../draft/ignore-globs.ts';
import { isRecord } from '../draft/plugin-uses.ts';
import type { Takeover } from '../draft/takeover.ts';
import { packagesOf } from '../draft/takeover-report.ts';
import {
  type ConfigPlaces,
  type FoundConfig,
  missing,
  readIgnoreFile,
  readLinterConfig,
  readNamedConfig,
  refuse,
} from './linter-config.ts';

/** What to lint, and how (markdownlint-cli2). */
export const runPlaces: ConfigPlaces = {
  linter: 'markdownlint',
  data: ['.markdownlint-cli2.jsonc', '.markdownlint-cli2.yaml'],
  packageKey: 'markdownlint-cli2',
  programs: ['.markdownlint-cli2.cjs', '.markdownlint-cli2.mjs'],
};

/** Rules alone, which take the place of those above. */
export const rulePlaces: ConfigPlaces = {
  linter: "markdownlint's rules",
  data: ['.markdownlint.jsonc', '.markdownlint.json', '.markdownlint.yaml', '.markdownlint.yml'],
  packageKey: null,
  programs: ['.markdownlint.cjs', '.markdownlint.mjs'],
};

/** More files than these extend each other in no configuration that anybody wrote. */
const mostExtended = 10;

/** Takes over what a configuration of markdownlint in a folder says. @throws RunError, ConfigError */
export function markdownlintTakeover(folder: string): Takeover {
  const run = readLinterConfig(folder, runPlaces);
  const rules = readLinterConfig(folder, rulePlaces);
  if (!run && !rules) throw missing(runPlaces, [...runPlaces.data, ...rulePlaces.data]);
  const options = isRecord(run?.value) ? run.value : {};
  if (run && !isRecord(run.value)) refuse([{ path: [], message: 'This is an object of options.' }], run);
  const at = rules ?? { ...run!, value: options.config ?? {}, root: [...run!.root, 'config'] };
  const left: string[] = [];
  const { problems, hostable, unnamed, ...taken } = fromMarkdownlint(withExtended(at, folder, left));
  refuse(problems, at);
  const ignores = ignored(folder, options, left);
  return {
    linter: 'markdownlint',
    from: [run, rules].flatMap((one) => (one ? [one.name] : [])).join(' and '),
    ...taken,
    remark: [],
    needless: [],
    ignores: ignores.globs,
    hints: [...ignores.hints, ...globHint(options.globs), ...hostHint(hostable)],
    left: [...taken.left, ...left, ...leftOptions(options), ...unnamedText(unnamed)],
  };
}

/** A configuration with those that it extends below it. Only data in the repository is read; what else there is stays. */
function withExtended(first: FoundConfig, folder: string, left: string[]): unknown {
  const boundary = repositoryOf(folder) ?? folder;
  const seen = [first.source.file];
  let config = first;
  let value = first.value;
  while (isRecord(config.value) && typeof config.value.extends === 'string') {
    const path = config.value.extends;
    if (!/^\.|\.(?:jsonc?|ya?ml)$/i.test(path) || /\.[cm]?js$/i.test(path)) {
      left.push(`extends "${path}": it is no file of data, so its rules are not known here`);
      break;
    }
    const { source, root } = config;
    const fail = (message: string) =>
      new ConfigError([{ file: source.file, place: source.placeOf([...root, 'extends']), message }]);
    config = readNamedConfig(source.file, path, boundary);
    if (seen.includes(config.source.file)) throw fail(`"${path}" extends itself.`);
    seen.push(config.source.file);
    if (seen.length > mostExtended)
      throw fail(`"${path}" is the ${seen.length}th of a row of files: that is too long.`);
    // What extends wins, and its keys come later.
    if (isRecord(config.value) && isRecord(value)) value = laid(config.value, value);
  }
  return value;
}

/** One configuration over another; a key that both have is where the stronger one has it. */
function laid(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(below).filter(([key]) => !(key in above));
  return Object.fromEntries([...kept, ...Object.entries(above)]);
}

/** What neither is linted by markdownlint-cli2 (`ignores`) nor by markdownlint-cli (the file). */
function ignored(
  folder: string,
  options: Readonly<Record<string, unknown>>,
  left: string[],
): { globs: readonly string[]; hints: readonly string[] } {
  const own = globsOfIgnores(textsOf(options.ignores));
  const negated = textsOf(options.globs).filter((glob) => /^[!#]/.test(glob));
  const beside = globsOfIgnores(negated.map((glob) => glob.slice(1)));
  for (const glob of [...own.left, ...beside.left])
    left.push(`ignores "${glob}": write it as a glob under "ignores"`);
  const text = readIgnoreFile(folder, '.markdownlintignore');
  const file = text === null ? [] : globsOfIgnoreFile(text);
  return {
    globs: [...new Set([...own.globs, ...beside.globs, ...(file ?? [])])],
    hints: file === null ? [ignoreFileHint('.markdownlintignore')] : [],
  };
}

function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string');
}

function globHint(globs: unknown): string[] {
  const positive = textsOf(globs).filter((glob) => !/^[!#]/.test(glob));
  const shown = positive.map((glob) => (/^[\w./-]+$/.test(glob) ? glob : `"${glob}"`));
  return positive.length === 0 ? [] : [`globs are arguments here: recaplint ${shown.join(' ')}`];
}

/** Rules of remark-lint that recaplint could host, to copy. */
function hostHint(hostable: FromMarkdownlint['hostable']): string[] {
  if (hostable.length === 0) return [];
  const settings = new Map(hostable.map(({ remark }) => [JSON.stringify(remark), remark]));
  const entries = [...settings.keys()].join(', ');
  return [
    `remark-lint has rules for ${hostable.map(({ theirs }) => theirs).join(', ')}. To have them here:`,
    `  npm install --save-dev ${packagesOf([...settings.values()]).join(' ')}`,
    `  and in .recaplintrc.json: "remark": [${entries}]`,
  ];
}

/** Options of markdownlint-cli2 that are code. */
function leftOptions(options: Readonly<Record<string, unknown>>): string[] {
  const keys = ['customRules', 'markdownItPlugins', 'outputFormatters'];
  return keys.filter((key) => Array.isArray(options[key]) && options[key].length > 0).map(optionText);
}

function optionText(key: string): string {
  return key === 'outputFormatters'
    ? `${key}: --format has formats of its own`
    : `${key}: it runs them, and recaplint does not`;
}

function unnamedText(count: number): string[] {
  return count === 0
    ? []
    : [`${count} more rules that are on by default, nearly all about how Markdown is laid out`];
}
