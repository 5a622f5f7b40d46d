import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from './e2e/run.ts';

const notCopied = ['node_modules', '.git', 'dist', 'bench', 'posts', 'schemas'];
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
let copy: string;
let start: string;

function git(...args: string[]): string {
  const settings = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

/** The tag is made by somebody whom git knows. */
const identity = {
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
};

function release(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.mjs', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, ...identity },
  });
  return { status, stdout, stderr };
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(copy, path);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, change(text));
}

/** Edits the manifest of the copy. */
function setManifest(values: object): void {
  edit('package.json', (text) => JSON.stringify({ ...JSON.parse(text), ...values }, null, 2));
}

// A repository in which everything is ready: this one, with the address and the changes of the version.
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'recaplint-release-'));
  cpSync(root, copy, { recursive: true, filter: (path) => !notCopied.includes(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  git('init', '--quiet', '--initial-branch=main');
  appendFileSync(join(copy, '.git/info/exclude'), 'node_modules\n');
  setManifest({ repository: 'https://example.com/recaplint.git' });
  edit('CHANGELOG.md', (text) => text.replace('## Unreleased', `## ${version}`));
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Ready');
  start = git('rev-parse', 'HEAD');
});

afterEach(() => {
  git('reset', '--quiet', '--hard', start);
  git('clean', '--quiet', '--force', '-d');
  for (const tag of git('tag').split('\n').filter(Boolean)) git('tag', '--delete', tag);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('where all is ready, it says what would happen and changes nothing', () => {
  expect(release()).toEqual({
    status: 0,
    stdout:
      `recaplint ${version} can be released: npm run release -- --tag makes the tag v${version}.\n` +
      'Pushed, it starts the workflow "release", which tests, asks its reviewers, and publishes.\n',
    stderr: '',
  });
  expect([git('tag'), git('status', '--porcelain'), git('rev-parse', 'HEAD')]).toEqual(['', '', start]);
});

test('the tag is made when asked for, and the workflow recognises it', () => {
  expect(release('--tag')).toMatchObject({ status: 0, stderr: '' });
  expect(git('rev-parse', `v${version}^{commit}`)).toBe(start);
  expect(release('--tagged', `v${version}`)).toEqual({
    status: 0,
    stdout: `v${version} is a release of recaplint ${version}.\n`,
    stderr: '',
  });
});

describe('what is not ready is named, and no tag is made', () => {
  const damages: [string, RegExp, () => void][] = [
    ['the repository is not named', /names no "repository"/, () => setManifest({ repository: undefined })],
    [
      'the lockfile is older',
      /package-lock\.json is that of version/,
      () => setManifest({ version: '9.9.9' }),
    ],
    ['the version is none', /The version "1\.0" is not like 1\.2\.3/, () => setManifest({ version: '1.0' })],
    ['the package is private', /says "private"/, () => setManifest({ private: true })],
    ['a guide is older', /docs\/ci\.md names the version/, () => setManifest({ version: '9.9.9' })],
    [
      'the changelog has no section',
      /has no section "## /,
      () => edit('CHANGELOG.md', (text) => text.replace(`## ${version}`, '## 0.0.1')),
    ],
    [
      'its section is empty',
      /of CHANGELOG\.md is empty/,
      () => edit('CHANGELOG.md', (text) => text.replace(`## ${version}`, `## ${version}\n\n## 0.0.1`)),
    ],
    [
      'changes are left under Unreleased',
      /has entries under "Unreleased"/,
      () =>
        edit('CHANGELOG.md', (text) =>
          text.replace(`## ${version}`, `## Unreleased\n\n- x\n\n## ${version}`),
        ),
    ],
    [
      'something generated is stale',
      /src\/rules\/index\.ts is stale/,
      () => appendFileSync(join(copy, 'src/rules/index.ts'), '// by hand\n'),
    ],
    [
      'something is not committed',
      /not committed:\n\?\? note\.txt/,
      () => writeFileSync(join(copy, 'note.txt'), 'x'),
    ],
    ['the tag is there', /is there already: raise the version/, () => git('tag', `v${version}`)],
  ];

  test.each(damages)('%s', (name, message, damage) => {
    damage();
    if (!/committed|tag/.test(name)) git('commit', '--quiet', '--all', '--message', 'Change');
    const tags = git('tag');
    const run = release('--tag');
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(git('tag')).toBe(tags);
  });
});

describe('a tag that is not that of the version', () => {
  test('by its name', () => {
    git('tag', 'v9.9.9');
    expect(release('--tagged', 'v9.9.9').stderr).toBe(
      `The tag is v9.9.9, the version ${version}: they must be the same.\n`,
    );
  });

  test('by its commit', () => {
    git('tag', `v${version}`);
    git('commit', '--quiet', '--allow-empty', '--message', 'Later');
    expect(release('--tagged', `v${version}`).stderr).toBe(
      `The tag v${version} is not that of this commit.\n`,
    );
  });
});
