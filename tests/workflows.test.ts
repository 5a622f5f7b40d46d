import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { Code } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseWithRemark } from '../src/document/remark.ts';
import { root } from './e2e/run.ts';
import { readYaml, type Step, scriptsOf } from './e2e/steps.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What keeps a file from being valid, by the published schema in `tests/schemas`. */
function problems(schema: string, value: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(join(root, 'tests/schemas', schema), 'utf8')));
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => [instancePath, message]);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What the headings of a page are called in addresses, for headings of words. */
function anchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase());
  return headings.map((heading) => heading.replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
}

const folders = ['.github/workflows', 'docs/workflows'];
const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
const page = read('docs/ci.md');
const blocks = parseWithRemark(page).children.filter((node): node is Code => node.type === 'code');
const yamlBlocks = blocks.filter(({ lang }) => lang === 'yaml');
/** Blocks that are a whole workflow, of which the schema can judge. */
const shownWorkflows = yamlBlocks.filter(({ meta }) => meta === 'workflow').map(({ value }) => value);

const workflows: [string, string][] = [
  ...files.map((path): [string, string] => [path, readFileSync(join(root, path), 'utf8')]),
  ...shownWorkflows.map((text, index): [string, string] => [`workflow ${index + 1} of docs/ci.md`, text]),
];

test('there are workflows', () => {
  expect(files.length).toBeGreaterThan(4);
  expect(shownWorkflows.length).toBeGreaterThan(1);
});

describe.each(workflows)('%s', (_, text) => {
  const workflow = parse(text);

  test('is valid', () => expect(problems('github-workflow.json', workflow)).toEqual([]));

  test('has no more rights than it names', () => {
    expect(workflow.permissions).toBeDefined();
    expect(JSON.stringify(workflow.permissions)).not.toContain('write');
    expect(Object.keys(workflow.on ?? {})).not.toContain('pull_request_target');
  });

  // An expression in a script is pasted into it before the shell reads it.
  test('has no expression in a script', () => {
    expect(scriptsOf(workflow).filter((script) => script.includes('${{'))).toEqual([]);
  });

  test('names actions by commits, with their versions', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line) && !/\/recaplint@/.test(line));
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('leaves no credentials in a checkout, and restores no cache', () => {
    const count = (part: string) => text.split(part).length - 1;
    expect(count('persist-credentials: false')).toBe(count('actions/checkout@'));
    expect(count('package-manager-cache: false')).toBe(count('actions/setup-node@'));
    expect(text).not.toMatch(/actions\/cache|\n\s+cache:/);
  });
});

test('one action has one version everywhere', () => {
  const pins = workflows.flatMap(([, text]) => text.match(/[\w-]+\/[\w/-]+@[0-9a-f]{40} # v[\d.]+/g) ?? []);
  const names = new Set(pins.map((pin) => pin.slice(0, pin.indexOf('@'))));
  expect(new Set(pins).size).toBe(names.size);
});

test('only a job that runs nothing of the package may publish', () => {
  const { jobs } = readYaml(join(root, '.github/workflows/release.yml'));
  const allowed = Object.entries<Record<string, unknown>>(jobs).filter(([, job]) =>
    JSON.stringify(job.permissions ?? {}).includes('write'),
  );
  expect(allowed.map(([name]) => name)).toEqual(['publish']);
  expect(jobs.publish).toMatchObject({ permissions: { 'id-token': 'write' }, environment: 'release' });
  expect(JSON.stringify(jobs.publish)).not.toContain('checkout');
  expect(scriptsOf(jobs.publish)).toEqual([expect.stringMatching(/^npm publish .*--ignore-scripts/)]);
});

test('the workflow that comments waits for the one that lints, and takes what that one keeps', () => {
  const [lint, comment] = ['recaplint', 'recaplint-comment'].map((name) =>
    readYaml(join(root, `docs/workflows/${name}.yml`)),
  );
  expect(comment.on.workflow_run.workflows).toEqual([lint.name]);
  const artifactOf = (steps: readonly Step[]) =>
    steps.find(({ uses }) => uses?.includes('artifact@'))!.with!.name;
  expect(artifactOf(comment.jobs.comment.steps)).toBe(artifactOf(lint.jobs.lint.steps));
});

test('the workflow that may comment checks nothing out and installs nothing', () => {
  const text = readFileSync(join(root, 'docs/workflows/recaplint-comment.yml'), 'utf8');
  expect(text).not.toMatch(/checkout@|\bnp[mx] |secrets\./);
});

describe('the guide', () => {
  test.each(
    yamlBlocks.map((block) => [block.position!.start.line, block.value] as const),
  )('the block in line %i can be read', (_, text) => {
    expect(parse(text)).toEqual(expect.anything());
  });

  test('names this version', () => {
    const named = [page, ...workflows.map(([, text]) => text)].flatMap((text) =>
      [...text.matchAll(/\brecaplint@v?(\d[\w.-]*\w)/g)].map(([, other]) => other),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(new Set(named)).toEqual(new Set([version]));
  });

  test('has every input and output of the action, with its default', () => {
    const { inputs, outputs } = readYaml(join(root, 'action.yml'));
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*?) \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual([...Object.keys(inputs), ...Object.keys(outputs)]);
    for (const [, name, shown] of rows) {
      const text = inputs[name!]?.default;
      if (text) expect(shown).toBe(`\`${text}\``);
    }
  });

  test('points at every workflow that is there', () => {
    const missing = readdirSync(join(root, 'docs/workflows')).filter(
      (name) => !page.includes(`(workflows/${name})`),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(['docs/ci.md', 'docs/stability.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s', (path) => {
  test('leads to files and headings that are there', () => {
    const links = [...read(path).matchAll(/\]\(((?!https?:)[^)#]*)(?:#([^)]*))?\)/g)];
    const dead = links.filter(([, file, anchor]) => {
      const target = file ? join(dirname(path), file) : path;
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchors(read(target)).includes(anchor);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });
});

test('the action is valid and has no expression in a script', () => {
  const action = readYaml(join(root, 'action.yml'));
  expect(problems('github-action.json', action)).toEqual([]);
  expect(scriptsOf(action).filter((script) => script.includes('${{'))).toEqual([]);
  expect(JSON.stringify(action)).not.toContain('"uses"');
});

describe('the hooks for pre-commit', () => {
  const hooks = readYaml(join(root, '.pre-commit-hooks.yaml'));

  test('are valid', () => expect(problems('pre-commit-hooks.json', hooks)).toEqual([]));

  test('take posts, and run once', () => {
    const posts = ['a.md', 'b c/a.Markdown', 'a.mdx', 'a.Rmd', 'a.qmd'];
    const others = ['a.mdown', 'md', 'a.md.txt', 'notes.rmdx'];
    for (const { files: pattern, require_serial: serial } of hooks) {
      expect(serial).toBe(true);
      // Python writes the flag into the pattern.
      const matches = new RegExp(pattern.replace('(?i)', ''), 'i');
      expect([...posts, ...others].filter((name) => matches.test(name))).toEqual(posts);
    }
  });
});
