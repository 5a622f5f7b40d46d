import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../folder.ts';
import { root } from './run.ts';
import { program, readYaml, runStep, type Step, type StepResult } from './steps.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** What `action.yml` says. */
export const action: Action = readYaml(join(root, 'action.yml'));
const defaults = Object.fromEntries(
  Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
);

/** Stands for npm: "installs" a program that notes its arguments and then runs the built command line. */
const npm = `
const { mkdirSync, writeFileSync } = require('node:fs');
writeFileSync(process.env.NOTES + '/npm.json', JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2) }));
mkdirSync('node_modules/recaplint/bin', { recursive: true });
writeFileSync('node_modules/recaplint/package.json', '{ "type": "module" }');
writeFileSync('node_modules/recaplint/bin/recaplint.js', \`
import { writeFileSync } from 'node:fs';
writeFileSync(process.env.NOTES + '/arguments.json', JSON.stringify(process.argv.slice(2)));
await import(${JSON.stringify(`file://${root}bin/recaplint.js`)});
\`);
`;

export interface ActionRun extends StepResult {
  /** What npm was told, and where. */
  readonly npm: { readonly cwd: string; readonly args: readonly string[] } | null;
  /** The command line of recaplint. */
  readonly arguments: readonly string[] | null;
  readonly temporary: string;
}

/** Runs the steps of the action one after the other; one that fails is the last. */
export async function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  { base = '', head = '' } = {},
): Promise<ActionRun> {
  const notes = makeFolder();
  const temporary = makeFolder();
  const env = {
    PATH: `${program('npm', npm)}:${process.env.PATH}`,
    NOTES: notes,
    RUNNER_TEMP: temporary,
    GITHUB_ACTION_PATH: root,
  };
  let values = valuesOf({ ...defaults, ...inputs }, 'inputs');
  values = {
    ...values,
    'github.event.pull_request.base.sha': base,
    'github.event.pull_request.head.sha': head,
  };
  let result: StepResult | undefined;
  for (const step of action.runs.steps) {
    result = await runStep(step, { values, env, workspace });
    if (result.code !== 0) break;
    values = { ...values, ...valuesOf(result.outputs, `steps.${step.id}.outputs`) };
  }
  const noted = (name: string) =>
    existsSync(join(notes, name)) ? JSON.parse(readFileSync(join(notes, name), 'utf8')) : null;
  return { ...result!, npm: noted('npm.json'), arguments: noted('arguments.json'), temporary };
}

function valuesOf(record: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [`${prefix}.${name}`, value]));
}
