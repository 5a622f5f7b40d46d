/**
 * `npm run release`: says whether this commit can be released, and what a release would do. Nothing is changed.
 *
 * - `--tag` makes the tag, which starts the release once it is pushed
 * - `--tagged NAME` checks that the tag NAME, which is there, is that of this commit's version
 *
 * Exit code 1 where something is missing; every problem is named.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: flags } = parseArgs({ options: { tag: { type: 'boolean' }, tagged: { type: 'string' } } });

const manifest = JSON.parse(read('package.json'));
const { version } = manifest;
const tag = `v${version}`;

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** What a command prints; null where it fails. */
function output(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function* versionProblems() {
  if (!/^\d+\.\d+\.\d+(?:-[0-9a-z.]+)?$/.test(version)) yield `The version "${version}" is not like 1.2.3.`;
  const lock = JSON.parse(read('package-lock.json'));
  if (lock.version !== version || lock.packages[''].version !== version) {
    yield `package-lock.json is that of version ${lock.version}: run npm install.`;
  }
  if (manifest.private) yield 'package.json says "private": npm refuses to publish it.';
  if (!manifest.repository) {
    yield 'package.json names no "repository": npm compares it with the repository that publishes, and refuses provenance without it.';
  }
}

/** Documents that tell users which version to install. */
function* documentProblems() {
  const guides = [
    'docs/adoption.md',
    'docs/ci.md',
    ...readdirSync(join(root, 'docs/workflows')).map((name) => `docs/workflows/${name}`),
  ];
  for (const path of guides) {
    const named = [...read(path).matchAll(/\brecaplint@v?(\d[\w.-]*\w)/g)].map(([, other]) => other);
    const other = named.find((candidate) => candidate !== version);
    if (other) yield `${path} names the version ${other}.`;
  }
}

function* changelogProblems() {
  const sections = read('CHANGELOG.md').split(/^## /m).slice(1);
  const own = sections.find((section) => /^\S+/.exec(section)?.[0] === version);
  const isEmpty = (section) => section.split('\n').slice(1).join('').trim() === '';
  if (own === undefined) yield `CHANGELOG.md has no section "## ${version}".`;
  else if (isEmpty(own)) yield `The section "## ${version}" of CHANGELOG.md is empty.`;
  const unreleased = sections.find((section) => /^Unreleased/i.test(section));
  if (unreleased !== undefined && !isEmpty(unreleased)) {
    yield `CHANGELOG.md has entries under "Unreleased": move them to "## ${version}".`;
  }
}

function* gitProblems() {
  const changes = output('git', 'status', '--porcelain');
  if (changes === null) yield 'This is no git repository.';
  else if (changes !== '') yield `There are changes that are not committed:\n${changes}`;
  const tagged = output('git', 'rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`);
  if (flags.tagged === undefined) {
    if (tagged !== null) yield `The tag ${tag} is there already: raise the version.`;
  } else if (flags.tagged !== tag) {
    yield `The tag is ${flags.tagged}, the version ${version}: they must be the same.`;
  } else if (tagged !== output('git', 'rev-parse', 'HEAD')) {
    yield `The tag ${tag} is not that of this commit.`;
  }
}

function* generatedProblems() {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) yield stderr.trim();
}

const problems = [
  ...versionProblems(),
  ...documentProblems(),
  ...changelogProblems(),
  ...gitProblems(),
  ...generatedProblems(),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  process.exitCode = 1;
} else if (flags.tagged !== undefined) {
  console.log(`${tag} is a release of recaplint ${version}.`);
} else if (flags.tag) {
  if (output('git', 'tag', '--annotate', tag, '--message', `recaplint ${version}`) === null) {
    throw new Error(`git could not make the tag ${tag}.`);
  }
  console.log(`Made the tag ${tag}. This starts the release: git push origin ${tag}`);
} else {
  console.log(`recaplint ${version} can be released: npm run release -- --tag makes the tag ${tag}.`);
  console.log('Pushed, it starts the workflow "release", which tests, asks its reviewers, and publishes.');
}
