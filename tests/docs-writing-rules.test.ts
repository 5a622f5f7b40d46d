import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseWithRemark } from '../src/document/remark.ts';
import { root } from './e2e/run.ts';
import { addFiles } from './folder.ts';
import { installFromHere, makeSite } from './packed.ts';

const text = readFileSync(join(root, 'docs', 'writing-rules.md'), 'utf8');
const nodes = parseWithRemark(text).children;

/** What stands in for a command that needs a registry. */
const installations: Readonly<Record<string, (site: string) => void>> = {
  // The tarball is there from the start.
  'npm install --save-dev recaplint': () => {},
  'npm install --save-dev recaplint-plugin-acme': installPlugin,
  'npm install --save-dev typescript': installTypescript,
};

let site: string;
beforeAll(() => {
  site = makeSite();
}, 120_000);
afterAll(() => rmSync(site, { recursive: true, force: true }));

test('who follows the guide to the letter sees what it shows', () => {
  const done: string[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'code') continue;
    const { lang, value, position } = node;
    const meta = node.meta ?? '';
    if (lang === 'sh' && meta === 'not-run') {
      expect(installations).toHaveProperty([value]);
      installations[value]!(site);
    } else if (lang === 'sh') {
      expect(follow(node, outputAfter(index)), `line ${position!.start.line}: ${value}`).toBeNull();
    } else if (lang !== 'text') {
      expect(saidBefore(index), `line ${position!.start.line} names the file`).toContain(`\`${meta}\``);
      addFiles(site, { [meta]: `${value}\n` });
    }
    done.push(lang === 'text' ? 'output' : lang === 'sh' ? meta || 'run' : 'file');
  }
  const count = (kind: string) => done.filter((one) => one === kind).length;
  // What is not run is what needs a registry, and each output belongs to a command.
  expect(count('not-run')).toBe(Object.keys(installations).length);
  expect(count('output')).toBe(nodes.filter((_, index) => outputAfter(index)).length);
  expect(done.length).toBe(count('not-run') + count('run') + count('file') + count('output'));
}, 180_000);

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

/** Runs a command as it stands; how what it prints differs from what is shown, or null. */
function follow({ value }: Code, shown: Code | null): string | null {
  const { printed, status } = runHere(value);
  if (status === null || status > 2) return `exit code ${status}: ${printed}`;
  if (!shown) return printed === '' ? null : `prints ${printed}`;
  if (shown.meta === 'lines') return holdsLines(printed, shown.value) ? null : printed;
  return printed === shown.value ? null : printed;
}

/** A command as somebody types it in a terminal; programs of packages are started without npm, which takes a second each. */
function runHere(command: string): { printed: string; status: number | null } {
  const { NO_COLOR, FORCE_COLOR, GITHUB_STEP_SUMMARY, npm_command, ...env } = process.env;
  // What Node prints where there is a terminal.
  env.NODE_OPTIONS = command.startsWith('node --test') ? '--test-reporter=spec' : '';
  // A test within a test prints otherwise.
  delete env.NODE_TEST_CONTEXT;
  const define = `npx() { local name="$1"; shift; npm_command=exec "${process.execPath}" "node_modules/.bin/$name" "$@"; }; node() { "${process.execPath}" "$@"; }`;
  const { stdout, status } = spawnSync('bash', ['-c', `${define}; exec 2>&1; ${command}`], {
    cwd: site,
    env,
    encoding: 'utf8',
  });
  return { printed: stdout.trimEnd(), status };
}

/** Whether lines are printed in this order, with others between them. How long a test took is not compared. */
function holdsLines(printed: string, shown: string): boolean {
  const left = shown.split('\n');
  for (const line of printed.split('\n')) if (line.replace(/ \([\d.]+ms\)$/, '') === left[0]) left.shift();
  return left.length === 0;
}

/** What `npm publish` takes of the package, in the place where `npm install` puts it. */
function installPlugin(): void {
  const from = join(site, 'recaplint-plugin-acme');
  const to = join(site, 'node_modules', 'recaplint-plugin-acme');
  const { files } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const name of ['package.json', ...files])
    cpSync(join(from, name), join(to, name), { recursive: true });
  expect(existsSync(join(site, 'rules', 'no-internal-codename.js'))).toBe(false);
}

function installTypescript(): void {
  installFromHere(site, 'typescript');
  symlinkSync(join(root, 'node_modules/typescript/bin/tsc'), join(site, 'node_modules/.bin/tsc'));
}
