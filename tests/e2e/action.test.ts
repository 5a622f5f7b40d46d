import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { recaplint, root, shell } from './run.ts';
import { program, readYaml, runStep, type Step, type StepResult } from './steps.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action: Action = readYaml(join(root, 'action.yml'));
const defaults = Object.fromEntries(
  Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
);
const ownVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

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

interface ActionRun extends StepResult {
  /** What npm was told, and where. */
  readonly npm: { readonly cwd: string; readonly args: readonly string[] } | null;
  /** The command line of recaplint. */
  readonly arguments: readonly string[] | null;
  readonly temporary: string;
}

/** Runs the steps of the action one after the other; one that fails is the last. */
async function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  base = '',
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
  values = { ...values, 'github.event.pull_request.base.sha': base };
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

const post = 'It is&nbsp;here.\n';

test('the action lints, fails like the command line, and says where the findings are', async () => {
  const workspace = makeFolder();
  cpSync(join(root, 'content'), join(workspace, 'content'), { recursive: true });
  const run = await runAction(workspace, { paths: 'content', format: 'stylish' });
  expect(run.output).toContain('date-in-window');
  expect(run.code).toBe(1);
  expect(run.outputs).toMatchObject({ 'exit-code': '1' });
  const findings = JSON.parse(readFileSync(run.outputs.report!, 'utf8'));
  expect(findings.map(({ filePath }: { filePath: string }) => filePath)).toContain(
    join(workspace, 'content/recaps/q2-2024-recap.md'),
  );
});

test('a clean run is a step that succeeds', async () => {
  const run = await runAction(makeFolder({ 'a.md': 'Text.\n' }), { format: 'stylish' });
  expect(run).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
});

test('without inputs, the version is that of the action and no code is run', async () => {
  const run = await runAction(makeFolder({ 'a.md': post }), {});
  expect(run.npm!.args.at(-1)).toBe(`recaplint@${ownVersion}`);
  expect(run.arguments!.filter((argument) => !argument.startsWith('json='))).toEqual([
    '--format',
    '--format=github',
    '--fail-on=error',
    '--no-code',
    '--',
    './.',
  ]);
});

test('every input reaches the command line', async () => {
  const run = await runAction(
    makeFolder({ 'a.md': post }),
    {
      paths: 'content/\n\nnews/*.md\r\n/else where',
      config: 'my config.json',
      version: '0.2.0-beta.1',
      since: 'auto',
      format: 'github\nsarif=findings.sarif\n',
      'fail-on': 'warn',
      'max-warnings': '7',
      code: 'true',
    },
    '0123abc',
  );
  expect(run.npm!.args.at(-1)).toBe('recaplint@0.2.0-beta.1');
  expect(run.arguments!.slice(2)).toEqual([
    '--format=github',
    '--format=sarif=findings.sarif',
    '--config=my config.json',
    '--fail-on=warn',
    '--max-warnings=7',
    '--since=0123abc',
    '--',
    './content/',
    './news/*.md',
    '/else where',
  ]);
});

const help = recaplint(['--help'], { cwd: root }).stdout;

test.skipIf(!help.includes('--since'))(
  'with "since: auto" only what the pull request changed is reported',
  async () => {
    const workspace = makeFolder({ 'a.md': post });
    const who = '-c user.name=Ann -c user.email=ann@example.com -c commit.gpgsign=false';
    const commit = `git add --all && git ${who} commit --quiet --message Text && git rev-parse HEAD`;
    const base = shell(`git init --quiet && ${commit}`, workspace).stdout.trim();
    addFiles(workspace, { 'a.md': `${post}\nIt is&nbsp;new.\n` });
    shell(commit, workspace);
    const run = await runAction(workspace, { since: 'auto', 'fail-on': 'warn' }, base);
    expect(run.code, run.output).toBe(1);
    const [{ messages }] = JSON.parse(readFileSync(run.outputs.report!, 'utf8'));
    expect(messages.map(({ line }: { line: number }) => line)).toEqual([3]);
  },
);

test('outside of a pull request "since: auto" is everything', async () => {
  const run = await runAction(makeFolder({ 'a.md': post }), { since: 'auto' });
  expect(run.arguments!.join(' ')).not.toContain('--since');
});

test('nothing in the checkout has a say in what is installed', async () => {
  const workspace = makeFolder({
    'a.md': post,
    '.npmrc': 'registry=http://localhost:1/\n',
    'node_modules/recaplint/bin/recaplint.js': 'require("node:fs").writeFileSync("pwned", "");\n',
  });
  const run = await runAction(workspace, { format: 'stylish' });
  expect(run.npm!.cwd.startsWith(run.temporary)).toBe(true);
  expect(run.npm!.args).toContain('--ignore-scripts');
  expect(existsSync(join(workspace, 'pwned'))).toBe(false);
  expect(run.output).toContain('no-nbsp');
});

const hostile = [
  '; rm -rf .',
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '" && touch pwned && "',
  '| tee pwned',
  '> pwned',
  '--fix',
  '-',
  '*',
  'a  b\tc',
  '\\',
  '$HOME',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, as somebody may write it
  '${{ github.token }}',
  '::set-output name=report::pwned',
  '😀',
];

describe('hostile inputs are arguments and nothing else', () => {
  test.each(hostile)('%j', async (text) => {
    const files = { 'a.md': post, keep: 'kept' };
    const workspace = makeFolder(files);
    const inputs = { config: text, since: text, 'fail-on': text, 'max-warnings': text };
    const run = await runAction(workspace, { ...inputs, paths: `${text}\na.md`, format: `${text}\njson` });
    expect(run.arguments!.slice(2)).toEqual([
      `--format=${text}`,
      '--format=json',
      `--config=${text}`,
      `--fail-on=${text}`,
      `--max-warnings=${text}`,
      '--no-code',
      `--since=${text}`,
      '--',
      `./${text}`,
      './a.md',
    ]);
    expect(run.code).toBe(2);
    expect(Object.keys(run.outputs)).toEqual(['exit-code', 'report']);
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
    expect(readFileSync(join(workspace, 'keep'), 'utf8')).toBe('kept');
    expect(readFileSync(join(workspace, 'a.md'), 'utf8')).toBe(post);
  });

  test.each([
    ...hostile,
    'file:..',
    '../x',
    'npm:other@1',
    'git+ssh://host/x',
    '1.0.0\nother',
  ])('the version %j is refused', async (version) => {
    const run = await runAction(makeFolder(), { version });
    expect(run).toMatchObject({ code: 2, npm: null, arguments: null });
    expect(run.output).toBe(
      '::error title=recaplint::The input "version" must be a version of recaplint, such as 0.1.0.\n',
    );
  });
});

test('posts named like commands and options are linted', async () => {
  const workspace = makeFolder({ 'a.md': 'Text.\n' });
  addFiles(workspace, { 'rules/b.md': post, '--fix/c.md': post });
  const run = await runAction(workspace, { paths: 'rules\n--fix', format: 'stylish' });
  expect(run.output).toContain('rules/b.md');
  expect(run.output).toContain('--fix/c.md');
  expect(readFileSync(join(workspace, '--fix/c.md'), 'utf8')).toBe(post);
});

test('the input "code" is true or false', async () => {
  const run = await runAction(makeFolder({ 'a.md': post }), { code: 'yes' });
  expect(run).toMatchObject({ code: 2, arguments: null, outputs: { 'exit-code': '2' } });
  expect(run.output).toContain('The input "code" must be true or false.');
});

test('an installation that fails ends the action with what to look at', async () => {
  const [install] = action.runs.steps;
  const path = `${program('npm', 'process.exit(1);\n')}:${process.env.PATH}`;
  const env = { PATH: path, RUNNER_TEMP: makeFolder(), GITHUB_ACTION_PATH: root };
  const run = await runStep(install!, {
    values: { 'inputs.version': '9.9.9' },
    env,
    workspace: makeFolder(),
  });
  expect(run).toMatchObject({ code: 2, outputs: {} });
  expect(run.output).toBe(
    '::error title=recaplint::recaplint@9.9.9 could not be installed; npm says why above.\n',
  );
});

test('a Node that is too old is named, with what to do', async () => {
  const [install] = action.runs.steps;
  const old = program('node', 'process.exit(1);\n');
  const env = { PATH: `${old}:${process.env.PATH}`, RUNNER_TEMP: makeFolder(), GITHUB_ACTION_PATH: root };
  const run = await runStep(install!, { values: { 'inputs.version': '' }, env, workspace: makeFolder() });
  expect(run.code).toBe(2);
  expect(run.output).toContain('put actions/setup-node before this step');
});
