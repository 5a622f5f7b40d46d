import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../../src/document/remark.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { bot, gitHub, head } from './github-server.ts';
import { root, shell } from './run.ts';
import { program, readYaml, runStep, type Step } from './steps.ts';

const workflow = readYaml(join(root, 'docs/workflows/recaplint-comment.yml'));
const steps: readonly Step[] = workflow.jobs.comment.steps;
const step = steps.find(({ run }) => run !== undefined)!;

const marker = '<!-- recaplint -->';

/** Runs the step on an artifact. */
function comment(artifact: string, address: string) {
  const values = {
    'runner.temp': artifact,
    'github.event.workflow_run.head_sha': head.sha,
    'github.event.workflow_run.head_repository.id': String(head.repo.id),
    'github.token': 'a-token',
  };
  const env = { GITHUB_API_URL: address, GITHUB_REPOSITORY: 'o/r' };
  return runStep(step, { values, env, workspace: makeFolder() });
}

function artifactOf(number: string, report: string): string {
  return makeFolder({ 'report/number.txt': number, 'report/report.txt': report });
}

test('a report becomes a comment', async () => {
  const { written, address } = await gitHub();
  const run = await comment(artifactOf('12\n', 'a.md\n1:2-1:8 warning …\n'), address);
  expect(run).toMatchObject({ code: 0, output: '' });
  const body = `${marker}\nrecaplint on c0ffee:\n\n\`\`\`text\na.md\n1:2-1:8 warning …\n\`\`\`\n`;
  expect(written).toEqual([`POST /repos/o/r/issues/12/comments ${body}`]);
});

// The two workflows know each other by the names of files.
test('what recaplint.yml keeps is what the comment is made of', async () => {
  const lint: readonly Step[] = readYaml(join(root, 'docs/workflows/recaplint.yml')).jobs.lint.steps;
  const workspace = makeFolder({ 'content/a.md': '# Title\n' });
  const who = '-c user.name=Ann -c user.email=ann@example.com -c commit.gpgsign=false';
  const commit = `git add --all && git ${who} commit --quiet --message Text && git rev-parse HEAD`;
  shell(`git init --quiet && ${commit}`, workspace);
  addFiles(workspace, { 'content/b.md': 'See [the draft](http://localhost:3000/draft).\n' });
  shell(commit, workspace);
  const temporary = makeFolder();
  const installed = program('recaplint', `import(${JSON.stringify(`file://${root}bin/recaplint.js`)});\n`);
  const run = await runStep(lint.find(({ name }) => name === 'Lint')!, {
    values: { 'github.event.number': '12' },
    env: { PATH: `${installed}:${process.env.PATH}`, RUNNER_TEMP: temporary },
    workspace,
  });
  expect(run.code, run.output).toBe(1);
  expect(run.output).toMatch(/^::error .*file=content\/b\.md/m);
  const { written, address } = await gitHub();
  expect(await comment(temporary, address)).toMatchObject({ code: 0, output: '' });
  expect(written).toEqual([expect.stringMatching(/^POST [\s\S]*content\/b\.md[\s\S]*no-staging-link/)]);
});

describe('there is one comment', () => {
  const others = Array.from({ length: 130 }, (_, id) => ({ id, user: { login: 'ann' }, body: 'Nice.' }));

  test('which is written again', async () => {
    const { written, address } = await gitHub([...others, { id: 900, user: bot, body: `${marker}\nold` }]);
    await comment(artifactOf('12\n', 'new'), address);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^PATCH \/repos\/o\/r\/issues\/comments\/900 [\s\S]*new/);
  });

  test('which says so when nothing is left to report', async () => {
    const { written, address } = await gitHub([{ id: 900, user: bot, body: `${marker}\nold` }]);
    await comment(artifactOf('12', ''), address);
    expect(written).toEqual([
      `PATCH /repos/o/r/issues/comments/900 ${marker}\nrecaplint has nothing to report on c0ffee.\n`,
    ]);
  });

  test('or none, where there is nothing to report', async () => {
    const { written, address } = await gitHub();
    expect(await comment(artifactOf('12', '\n'), address)).toMatchObject({ code: 0 });
    expect(written).toEqual([]);
  });

  test('and that of somebody else is not it', async () => {
    const comments = [
      { id: 1, user: { login: 'mallory' }, body: marker },
      { id: 2, user: null, body: marker },
      { id: 3, user: bot, body: `A quote: ${marker}` },
    ];
    const { written, address } = await gitHub(comments);
    await comment(artifactOf('12', 'new'), address);
    expect(written[0]).toMatch(/^POST /);
  });
});

describe('a pull request that is not the one that was checked gets no comment', () => {
  test.each([
    ['closed', { state: 'closed', head }],
    ['of another commit', { state: 'open', head: { ...head, sha: 'decaf' } }],
    ['of another fork', { state: 'open', head: { ...head, repo: { id: 8 } } }],
    ['of a fork that was deleted', { state: 'open', head: { ...head, repo: null } }],
  ])('%s', async (_, pull) => {
    const { written, address } = await gitHub([], pull);
    const run = await comment(artifactOf('12', 'text'), address);
    expect(run.code).toBe(0);
    expect(run.output).toContain('Pull request 12 is not, or no longer, what was checked');
    expect(written).toEqual([]);
  });
});

describe('an artifact that is none ends the step with one line', () => {
  const numbers = [
    '',
    '0',
    '12; id',
    '12\n13',
    '../12',
    '１２',
    '12/comments',
    '-1',
    '9'.repeat(100_000),
    '\n12',
  ];

  test.each(numbers.map((number) => [number.slice(0, 20), number]))('the number %j', async (_, number) => {
    const { written, address } = await gitHub();
    const run = await comment(artifactOf(number, 'text'), address);
    expect(run).toMatchObject({ code: 1 });
    expect(run.output).toBe(
      '::error title=recaplint comment::number.txt does not hold the number of a pull request.\n',
    );
    expect(written).toEqual([]);
  });

  test('a file that is missing', async () => {
    const { written, address } = await gitHub();
    const run = await comment(makeFolder({ 'report/number.txt': '12' }), address);
    expect(run.output).toMatch(/^::error title=recaplint comment::[^\n]*report\.txt[^\n]*\n$/);
    expect([run.code, written]).toEqual([1, []]);
  });

  test.each(['link', 'folder'])('a report that is a %s', async (kind) => {
    const { written, address } = await gitHub();
    const artifact = makeFolder({ secret: 'secret', 'report/number.txt': '12' });
    if (kind === 'link') symlinkSync(join(artifact, 'secret'), join(artifact, 'report/report.txt'));
    else mkdirSync(join(artifact, 'report/report.txt'));
    const run = await comment(artifact, address);
    expect(run.output).toBe('::error title=recaplint comment::report.txt is not a file.\n');
    expect([run.code, written]).toEqual([1, []]);
  });

  test('a number that no pull request has', async () => {
    const { written, address } = await gitHub();
    const run = await comment(artifactOf('13', 'text'), address);
    expect(run.output).toContain('GET pulls/13 was answered with 404.');
    expect([run.code, written]).toEqual([1, []]);
  });
});

describe('a report is text in the comment, whatever it says', () => {
  test.each([
    '```\n@everyone <img src=x onerror=alert(1)>\n```',
    `\`\`\`\`\`\`\n${marker}\n\`\`\`\`\`\`\`\n# Title`,
    '~~~\n[link](https://example.com)',
    '    ```\n</details><!--',
    '`````'.repeat(50),
    '::error::x\n##[error]y',
  ])('%j', async (report) => {
    const { written, address } = await gitHub();
    await comment(artifactOf('12', report), address);
    const body = written[0]!.slice('POST /repos/o/r/issues/12/comments '.length);
    const { children } = parseWithRemark(body);
    expect(children.map(({ type }) => type)).toEqual(['html', 'paragraph', 'code']);
    expect((children.at(-1) as Code).value).toBe(report);
  });

  test('characters that nobody sees are shown', async () => {
    const { written, address } = await gitHub();
    await comment(artifactOf('12', 'a\u001b[31mb\u202ec\r\u0000d\u200be'), address);
    expect(written[0]).toContain('\na\uFFFD[31mb\uFFFDc\uFFFD\uFFFDd\uFFFDe\n');
  });

  test.each(['😀`', '`', 'a\n'])('one of many %j is cut to what GitHub takes', async (part) => {
    const { written, address } = await gitHub();
    const run = await comment(artifactOf('12', part.repeat(1_000_000)), address);
    expect(run.code).toBe(0);
    expect(written[0]!.length).toBeLessThan(65_536);
    expect(written[0]).toMatch(/\n… the rest is in the log of the run\n`{3,}\n$/);
  });
});
