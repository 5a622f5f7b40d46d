import { spawnSync } from 'node:child_process';
import { repositoryOf } from '../config/folders.ts';
import { didYouMean } from '../config/nearest.ts';

/** git cannot answer, for a reason that the user can mend. The message is a sentence. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** A repository that git is asked about. */
export interface Repository {
  /** Real path of the folder that its paths are relative to. */
  readonly top: string;
  /**
   * Runs git in it and gives what it prints.
   *
   * @throws GitError where git fails
   */
  ask(args: readonly string[], input?: string): Buffer;
  /** The same as one line of text; null where git fails. */
  tell(args: readonly string[]): string | null;
}

/**
 * Nothing is written, not even git's own notes; no configuration changes what is printed. No other program is started: a
 * repository may come from a stranger as a whole, with the programs in its configuration that git would run.
 */
const always = [
  '--no-optional-locks',
  '--no-pager',
  ...settings(
    'core.quotepath=off',
    'diff.relative=false',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'safe.bareRepository=explicit',
  ),
];

function settings(...assignments: readonly string[]): string[] {
  return assignments.flatMap((assignment) => ['-c', assignment]);
}

const environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '0',
  // A partial clone would be completed over the network, by the programs that its configuration names. Older git knows
  // the second alone: there is no protocol of that name.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
};

/**
 * The repository that a folder lies in.
 *
 * @throws GitError where there is none, or no git
 */
export function openRepository(folder: string): Repository {
  // Hooks run at the top, and the paths in their environment start there.
  const start = repositoryOf(folder) ?? folder;
  const top = answer(start, ['rev-parse', '--show-toplevel']).toString().replace(/\n$/, '');
  const plain = withoutFilters(top);
  return {
    top,
    ask: (args, input) => answer(top, [...plain, ...args], input),
    tell(args) {
      const { status, stdout } = spawnGit(top, [...plain, ...args]);
      return status === 0 ? stdout.toString().trim() : null;
    },
  };
}

/**
 * Settings that keep git from running the filters of a configuration, which it does to compare files. There is no one
 * setting for all of them.
 *
 * @throws GitError where one cannot be switched off
 */
function withoutFilters(top: string): string[] {
  const { stdout } = spawnGit(top, ['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  const names = stdout.toString().split('\0').slice(0, -1);
  const filters = new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))));
  return [...filters].flatMap((filter) => {
    // git would take what stands behind the first `=` for the value.
    if (filter.includes('='))
      throw new GitError(`The configuration of git has "${filter}": rename it without "=".`);
    return settings(`${filter}.clean=`, `${filter}.process=`, `${filter}.required=false`);
  });
}

/**
 * The commit that a change is measured from: the last one that a reference and the current commit have in common.
 *
 * @throws GitError where there is none
 */
export function mergeBase({ tell, ...repository }: Repository, ref: string): string {
  const isShallow = tell(['rev-parse', '--is-shallow-repository']) === 'true';
  const head = tell(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head === null)
    throw new GitError(
      'There is no commit yet to compare with. --staged checks what is about to be committed.',
    );
  const commit = commitNamed({ tell, ...repository }, ref, '--since');
  const base = tell(['merge-base', commit, head]);
  if (base !== null) return base.split('\n')[0]!;
  const reason = isShallow ? deepen : 'Their histories are unrelated: name a commit that HEAD descends from.';
  throw new GitError(`"${ref}" and HEAD have no commit in common. ${reason}`);
}

/**
 * The commit that a reference names.
 *
 * @param option that names it, for the message
 * @throws GitError where it names none
 */
export function commitNamed({ tell, ...repository }: Repository, ref: string, option: string): string {
  // git takes what begins so for an option.
  const commit = ref.startsWith('-') ? null : tell(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (commit !== null) return commit;
  const isShallow = tell(['rev-parse', '--is-shallow-repository']) === 'true';
  const hint = isShallow ? ` ${deepen}` : refHint(ref, { tell, ...repository });
  throw new GitError(`${option} "${ref}" names no commit, branch or tag of this repository.${hint}`);
}

const deepen =
  'This clone is shallow and lacks the history: fetch it with "git fetch --unshallow", in GitHub Actions with "fetch-depth: 0".';

/** The branch or tag that was probably meant. On build machines branches often stand below their remote alone. */
function refHint(ref: string, { tell }: Repository): string {
  const names = tell([
    'for-each-ref',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ]);
  const known = (names ?? '').split('\n').filter((name) => name !== '');
  const remote = known.find((name) => name.endsWith(`/${ref}`));
  return remote === undefined ? didYouMean(ref, known) : ` Did you mean "${remote}"?`;
}

function answer(folder: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr } = spawnGit(folder, args, input);
  if (status === 0) return stdout;
  const said = stderr
    .toString()
    .trim()
    .split('\n')[0]!
    .replace(/^(?:fatal|error): /, '');
  if (/^(?:not a git repository|cannot use bare repository)/.test(said)) {
    throw new GitError(`"${folder}" is in no git repository, and only git knows what changed.`);
  }
  if (/dubious ownership|unsafe repository/.test(said)) {
    throw new GitError(
      `The repository of "${folder}" belongs to another user, so that git does not work in it. If you trust it: git config --global --add safe.directory '${folder}'`,
    );
  }
  if (/promisor remote|transport '[^'\n]*' not allowed/.test(stderr.toString())) {
    throw new GitError(
      'This clone is partial and lacks an earlier text, and recaplint has git fetch nothing: clone it without --filter.',
    );
  }
  throw new GitError(`git cannot answer "${commandOf(args)}": ${said || `it ended with ${status}`}.`);
}

/** The first argument that is neither `-c` nor its value. */
function commandOf(args: readonly string[]): string {
  return args.find((arg, index) => arg !== '-c' && args[index - 1] !== '-c') ?? '';
}

function spawnGit(folder: string, args: readonly string[], input = '') {
  const run = spawnSync('git', [...always, ...args], {
    cwd: folder,
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, ...environment },
  });
  if (run.error) {
    const missing = (run.error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = missing ? 'is it installed and on the PATH?' : run.error.message;
    throw new GitError(`git cannot be started, and only git knows what changed: ${reason}`);
  }
  return run;
}
