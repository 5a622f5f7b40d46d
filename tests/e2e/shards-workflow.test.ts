import { cpSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';
import { program, readYaml, runStep, type Step } from './steps.ts';

const { jobs } = readYaml(join(root, 'docs/workflows/recaplint-shards.yml'));

function named(steps: readonly Step[], wanted: string): Step {
  return steps.find(({ name }) => name === wanted)!;
}

test('the jobs of the workflow report what one run reports', async () => {
  const workspace = makeFolder();
  cpSync(join(root, 'content'), join(workspace, 'content'), { recursive: true });
  cpSync(join(root, '.recaplintrc.json'), join(workspace, '.recaplintrc.json'));
  const temporary = makeFolder();
  const installed = program('recaplint', `import(${JSON.stringify(`file://${root}bin/recaplint.js`)});\n`);
  const env = { PATH: `${installed}:${process.env.PATH}`, RUNNER_TEMP: temporary };
  const shards: readonly number[] = jobs.lint.strategy.matrix.shard;
  mkdirSync(join(temporary, 'shards'));
  for (const shard of shards) {
    const values = { 'matrix.shard': String(shard) };
    const run = await runStep(named(jobs.lint.steps, 'Lint'), { values, env, workspace });
    expect(run.code, run.output).toBe(0);
    // What is uploaded by the one job and downloaded by the other.
    renameSync(join(temporary, `shard-${shard}.json`), join(temporary, 'shards', `shard-${shard}.json`));
  }
  const report = await runStep(named(jobs.report.steps, 'Report'), { values: {}, env, workspace });
  const whole = recaplint(['--no-code', '--format', 'github', 'content/'], { cwd: workspace });
  expect(report).toMatchObject({ code: whole.code, output: whole.stdout + whole.stderr });
  expect(whole.stdout).toContain('date-in-window');
});
