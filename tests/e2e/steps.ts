import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeFolder } from '../folder.ts';

/** A step of an action or of a workflow's job, as far as tests read it. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** What a runner would have: values of expressions, its own variables, and the folder that was checked out. */
export interface Runner {
  /** Values by expression, `inputs.paths`; one that is asked for and missing fails. */
  readonly values: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
}

export interface StepResult {
  readonly code: number | null;
  readonly output: string;
  /** What the step wrote to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Every script in a workflow or an action. */
export function scriptsOf(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'run' && typeof value === 'string' ? [value] : scriptsOf(value),
  );
}

export function readYaml(path: string) {
  return parse(readFileSync(path, 'utf8'));
}

/** Runs the script of a step as GitHub's runner does, with the environment that the step declares. */
export async function runStep(step: Step, runner: Runner): Promise<StepResult> {
  const scratch = makeFolder({ script: step.run!, output: '', summary: '' });
  const declared = Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, runner.values)]);
  const { code, output } = await finished(shellOf(step, join(scratch, 'script')), runner.workspace, {
    PATH: process.env.PATH!,
    HOME: scratch,
    ...runner.env,
    GITHUB_OUTPUT: join(scratch, 'output'),
    GITHUB_STEP_SUMMARY: join(scratch, 'summary'),
    GITHUB_WORKSPACE: runner.workspace,
    ...Object.fromEntries(declared),
  });
  return { code, output, outputs: assignments(readFileSync(join(scratch, 'output'), 'utf8')) };
}

/** Puts a program into a new folder for PATH, as a script for Node. */
export function program(name: string, source: string): string {
  const folder = makeFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!${process.execPath}\n${source}`, { mode: 0o755 });
  return folder;
}

/** The command lines are those of the runner's documentation. */
function shellOf({ shell }: Step, script: string): string[] {
  if (shell === 'node {0}') return [process.execPath, script];
  if (shell === undefined) return ['bash', '-e', script];
  if (shell === 'bash') return ['bash', '--noprofile', '--norc', '-eo', 'pipefail', script];
  throw new Error(`no runner for the shell "${shell}"`);
}

function filled(text: string | number, values: Readonly<Record<string, string>>): string {
  return String(text).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`the expression "${expression}" has no value`);
    return value;
  });
}

function finished(
  [command, ...args]: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(command!, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function assignments(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string]));
}
