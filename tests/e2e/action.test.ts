import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { root, shell } from './run.ts';
import { action, runAction } from './run-action.ts';
import { program, runStep } from './steps.ts';

const ownVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
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
    { base: '0123abc' },
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

test('with "since: auto" only what the pull request changed is reported', async () => {
  const workspace = makeFolder({ 'a.md': post });
  const who = '-c user.name=Ann -c user.email=ann@example.com -c commit.gpgsign=false';
  const commit = `git add --all && git ${who} commit --quiet --message Text && git rev-parse HEAD`;
  const base = shell(`git init --quiet && ${commit}`, workspace).stdout.trim();
  addFiles(workspace, { 'a.md': `${post}\nIt is&nbsp;new.\n` });
  shell(commit, workspace);
  const run = await runAction(workspace, { since: 'auto', 'fail-on': 'warn' }, { base });
  expect(run.code, run.output).toBe(1);
  const [{ messages }] = JSON.parse(readFileSync(run.outputs.report!, 'utf8'));
  expect(messages.map(({ line }: { line: number }) => line)).toEqual([3]);
});

test("what came to the other branch meanwhile is not the pull request's", async () => {
  const workspace = makeFolder({ 'a.md': post, 'b.md': post });
  const git = 'git -c user.name=Ann -c user.email=ann@example.com -c commit.gpgsign=false';
  const commit = `git add --all && ${git} commit --quiet --message Text && git rev-parse HEAD`;
  const base = shell(`git init --quiet --initial-branch main && ${commit}`, workspace).stdout.trim();
  shell('git checkout --quiet -b feature', workspace);
  addFiles(workspace, { 'a.md': `${post}\nIt is&nbsp;new.\n` });
  const head = shell(commit, workspace).stdout.trim();
  shell('git checkout --quiet main', workspace);
  addFiles(workspace, { 'b.md': `${post}\nOthers&nbsp;wrote it.\n` });
  shell(`${commit} && git checkout --quiet --detach && ${git} merge --quiet --no-edit feature`, workspace);
  const run = await runAction(workspace, { since: 'auto', 'fail-on': 'warn' }, { base, head });
  expect(run.arguments).toContain('--since=HEAD^1');
  expect(run.output).toContain('file=a.md');
  expect(run.output).not.toContain('file=b.md');
});

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
