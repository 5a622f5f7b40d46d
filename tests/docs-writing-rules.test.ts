import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { root } from './e2e/run.ts';
import { addFiles } from './folder.ts';
import { installCommand, installFromHere, makeSite, removeSite, type Site } from './packed.ts';

const file = join(root, 'docs', 'writing-rules.md');
const text = readFileSync(file, 'utf8');
const nodes = parseWithRemark(text).children;

/** What stands in for a command that needs a registry. */
const installations: Readonly<Record<string, (folder: string) => void>> = {
  // It is there from the start.
  'npm install --save-dev recaplint': () => {},
  'npm install --save-dev recaplint-plugin-acme': installPlugin,
  'npm install --save-dev typescript': installTypescript,
};

let site: Site;
beforeAll(() => {
  site = makeSite();
}, 120_000);
afterAll(() => removeSite(site));

test('who follows the guide to the letter sees what it shows', () => {
  const outputs: (readonly [shown: Code, printed: string])[] = [];
  const installed: string[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'code' || node.lang === 'text') continue;
    const where = `line ${node.position!.start.line}: ${node.value}`;
    if (node.lang === 'sh' && node.meta === 'not-run') {
      installations[node.value]?.(site.folder);
      installed.push(node.value);
    } else if (node.lang === 'sh') {
      const shown = outputAfter(index);
      const printed = printedBy(node.value);
      if (shown && process.env.UPDATE_DOCS) outputs.push([shown, printed]);
      else expect(shown ? inTheWayOf(shown, printed) : printed, where).toBe(shown?.value ?? '');
    } else {
      expect(saidBefore(index), where).toContain(`\`${node.meta}\``);
      addFiles(site.folder, { [node.meta!]: `${node.value}\n` });
    }
  }
  // What is not run is what needs a registry, and each output belongs to a command.
  expect(installed).toEqual(Object.keys(installations));
  expect(nodes.filter((node) => node.type === 'code' && node.lang === 'text')).toEqual(
    nodes.flatMap((_, index) => outputAfter(index) ?? []),
  );
  if (outputs.length > 0) writeFileSync(file, withOutputs(outputs));
}, 180_000);

test('an editor that checks types has nothing against the rules of the guide', () => {
  const rules = nodes.filter(
    (node): node is Code =>
      node.type === 'code' && /^[jt]s$/.test(node.lang ?? '') && node.value.includes('defineRule('),
  );
  expect(rules.length).toBeGreaterThanOrEqual(4);
  const names = rules.map(({ lang }, index) => `checked/${index}.${lang}`);
  addFiles(site.folder, Object.fromEntries(rules.map(({ value }, index) => [names[index]!, `${value}\n`])));
  const options =
    '--noEmit --allowJs --checkJs --strict --module nodenext --target es2022 --skipLibCheck --types';
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, ...options.split(' '), '', ...names];
  expect(spawnSync(process.execPath, args, { cwd: site.folder, encoding: 'utf8' }).stdout).toBe('');
}, 60_000);

/** The block with the output of a command. */
function outputAfter(index: number): Code | null {
  const [command, output] = [nodes[index], nodes[index + 1]];
  const isCommand = command?.type === 'code' && command.lang === 'sh';
  return isCommand && output?.type === 'code' && output.lang === 'text' ? output : null;
}

/** What the reader was told since the last block of code: it must say which file the next one is. */
function saidBefore(index: number): string {
  const last = nodes.slice(0, index).findLast(({ type }) => type === 'code');
  return text.slice(last?.position?.end.offset ?? 0, nodes[index]!.position!.start.offset);
}

/** What a command prints in a terminal; programs of packages are started without npm, which takes a second each. */
function printedBy(command: string): string {
  const { NO_COLOR, FORCE_COLOR, GITHUB_STEP_SUMMARY, npm_command, ...env } = process.env;
  // What Node prints where there is a terminal.
  env.NODE_OPTIONS = command.startsWith('node --test') ? '--test-reporter=spec' : '';
  // A test within a test prints otherwise.
  delete env.NODE_TEST_CONTEXT;
  const node = `"${process.execPath}"`;
  const npx = `npx() { local name="$1"; shift; npm_command=exec ${node} "node_modules/.bin/$name" "$@"; }`;
  const { stdout, status } = spawnSync(
    'bash',
    ['-c', `${npx}; node() { ${node} "$@"; }; exec 2>&1; ${command}`],
    { cwd: site.folder, env, encoding: 'utf8' },
  );
  return status === null ? 'It was ended by a signal.' : stdout.trimEnd();
}

/** Of what is printed, the lines that are shown, where only some are (`lines`). How long a test took is left out. */
function inTheWayOf({ meta, value }: Code, printed: string): string {
  if (meta !== 'lines') return printed;
  const shown = new Set(value.split('\n'));
  const lines = printed.split('\n').map((line) => line.replace(/ \([\d.]+ms\)$/, ''));
  return lines.filter((line) => shown.has(line)).join('\n');
}

/** The guide with what is really printed; where only some lines are shown, somebody must choose them. */
function withOutputs(outputs: readonly (readonly [shown: Code, printed: string])[]): string {
  let result = '';
  let from = 0;
  for (const [{ meta, position }, printed] of outputs) {
    if (meta === 'lines') continue;
    result += `${text.slice(from, position!.start.offset)}\`\`\`text\n${printed}\n\`\`\``;
    from = position!.end.offset!;
  }
  return result + text.slice(from);
}

/** What `npm publish` takes of the package, in the place where `npm install` puts it. */
function installPlugin(folder: string): void {
  const from = join(folder, 'recaplint-plugin-acme');
  const to = join(folder, 'node_modules', 'recaplint-plugin-acme');
  const { files } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const name of ['package.json', ...files])
    cpSync(join(from, name), join(to, name), { recursive: true });
  expect(existsSync(join(folder, 'rules', 'no-internal-codename.js'))).toBe(false);
}

function installTypescript(folder: string): void {
  installFromHere(folder, 'typescript');
  installCommand(folder, 'tsc', join(root, 'node_modules', 'typescript', 'bin', 'tsc'));
}
