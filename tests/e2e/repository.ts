import { spawnSync } from 'node:child_process';
import { addFiles, makeFolder } from '../folder.ts';
import { type RunResult, recaplint } from './run.ts';

const identity = { name: 'Nobody', email: 'nobody@example.org' };

/** Nothing of the machine's own configuration, and no time that changes from run to run. */
const environment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: identity.name,
  GIT_AUTHOR_EMAIL: identity.email,
  GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: identity.name,
  GIT_COMMITTER_EMAIL: identity.email,
  GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z',
};

/** Runs git in a folder; fails the test where git fails. */
export function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new repository whose branch `main` has one commit with these files. */
export function makeRepository(files: Files): string {
  const folder = makeFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder, files);
  return folder;
}

/** Writes files and commits all that is in the folder. */
export function commit(folder: string, files: Files = {}): void {
  addFiles(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=change');
}

/** A clone beside, as a build machine makes it. */
export function clone(folder: string, ...options: readonly string[]): string {
  const copy = makeFolder();
  git(copy, 'clone', '--quiet', ...options, `file://${folder}`, '.');
  return copy;
}

/** A run with its findings as `path:line rule`, in order. */
export function gate(cwd: string, ...args: readonly string[]): RunResult & { readonly found: string[] } {
  const run = recaplint(['--format', 'json', ...args], { cwd });
  const results: JsonResult[] = run.stdout === '' ? [] : JSON.parse(run.stdout);
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId }) => `${filePath.slice(cwd.length + 1)}:${line} ${ruleId}`),
  );
  return { ...run, found };
}

interface JsonResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly ruleId: string }[];
}
