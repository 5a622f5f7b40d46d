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

/** Nothing is written, not even git's own notes; no other program is started; no configuration changes what is printed. */
const always = [
  '--no-optional-locks',
  '--no-pager',
  ...['core.quotepath=off', 'core.fsmonitor=false', 'diff.relative=false'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/**
 * The repository that a folder lies in.
 *
 * @throws GitError where there is none, or no git
 */
export function openRepository(folder: string): Repository {
  // Hooks run at the top, and the paths in their environment start there.
  const start = repositoryOf(folder) ?? folder;
  const top = answer(start, ['rev-parse', '--show-toplevel']).toString().replace(/\n$/, '');
  return {
    top,
    ask: (args, input) => answer(top, args, input),
    tell(args) {
      const { status, stdout } = spawnGit(top, args);
      return status === 0 ? stdout.toString().trim() : null;
    },
  };
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
  // git takes what begins so for an option.
  const commit = ref.startsWith('-') ? null : tell(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (commit === null) {
    const hint = isShallow ? ` ${deepen}` : refHint(ref, { tell, ...repository });
    throw new GitError(`--since "${ref}" names no commit, branch or tag of this repository.${hint}`);
  }
  const base = tell(['merge-base', commit, head]);
  if (base !== null) return base.split('\n')[0]!;
  const reason = isShallow ? deepen : 'Their histories are unrelated: name a commit that HEAD descends from.';
  throw new GitError(`"${ref}" and HEAD have no commit in common. ${reason}`);
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
  if (said.startsWith('not a git repository')) {
    throw new GitError(`"${folder}" is in no git repository, and only git knows what changed.`);
  }
  throw new GitError(`git cannot answer "${args[0]}": ${said || `it ended with ${status}`}.`);
}

function spawnGit(folder: string, args: readonly string[], input = '') {
  const run = spawnSync('git', [...always, ...args], {
    cwd: folder,
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '0' },
  });
  if (run.error) {
    const missing = (run.error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = missing ? 'is it installed and on the PATH?' : run.error.message;
    throw new GitError(`git cannot be started, and only git knows what changed: ${reason}`);
  }
  return run;
}
