import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { addFiles } from '../../folder.ts';
import { git } from '../repository.ts';
import { bin, root } from '../run.ts';
import { files } from './workspace.ts';

// Far more than the whole session takes on the slowest machine; what hangs is ended then.
const limit = 180_000;
/** How long a server may take to notice that its editor is gone, in milliseconds. */
const patience = 20_000;

/** What the editor finds as `recaplint`: the built one, which leaves its process id, and what it says beside the protocol. */
const launcher = `#!/bin/sh
echo $$ >> "$HOME/servers"
exec "${process.execPath}" "${bin}" "$@" 2>> "$HOME/errors"
`;

/** How an editor is started. */
export interface Editor {
  readonly command: string;
  readonly args: readonly string[];
  /** How the name of its home folder begins, which is part of every address that editor and server exchange. */
  readonly homeName: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What its user has written, by paths below the home folder. */
  readonly home: Readonly<Record<string, string>>;
}

/** A session in an editor that is over. */
export interface Session<Facts> {
  /** What the script of the session printed. */
  readonly facts: Facts;
  /** What a file of the workspace holds now. */
  read(path: string): string;
  /** What the servers said beside the protocol. */
  readonly errors: string;
  readonly servers: readonly Server[];
}

interface Server {
  readonly pid: number;
  /** Whether it outlived its editor, and a moment. */
  readonly running: boolean;
}

/**
 * Lets a script work in an editor on a copy of the workspace, and ends what it left running.
 *
 * @throws Error with all that the editor said, where it prints no facts
 */
export async function work<Facts>(editor: Editor): Promise<Session<Facts>> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), editor.homeName)));
  const workspace = join(home, 'series');
  addFiles(workspace, files);
  git(workspace, 'init', '--quiet');
  addFiles(home, { servers: '', errors: '', 'programs/recaplint': launcher, ...editor.home });
  chmodSync(join(home, 'programs', 'recaplint'), 0o755);
  try {
    const { stdout, stderr } = await run(editor, home, workspace);
    const servers = await serversOf(home);
    const contents = new Map(
      Object.keys(files).map((path) => [path, readFileSync(join(workspace, path), 'utf8')]),
    );
    return {
      facts: factsIn(stdout, stderr),
      read: (path) => contents.get(path)!,
      servers,
      errors: readFileSync(join(home, 'errors'), 'utf8'),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function run(editor: Editor, home: string, workspace: string): Promise<{ stdout: string; stderr: string }> {
  const { NODE_OPTIONS, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME, XDG_STATE_HOME, ...inherited } =
    process.env;
  const PATH = `${join(home, 'programs')}:${inherited.PATH}`;
  const env = { ...inherited, ...editor.env, PATH, HOME: home, WORKSPACE: workspace, LC_ALL: 'C.UTF-8' };
  const child = spawn(editor.command, editor.args, {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      resolve({ stdout, stderr });
    });
  });
}

function factsIn<Facts>(stdout: string, stderr: string): Facts {
  const [, facts] = /^facts: (.*)$/m.exec(stdout) ?? [];
  if (facts === undefined) throw new Error(`The editor printed no facts, but:\n${stdout}\n${stderr}`);
  return JSON.parse(facts);
}

/** The servers that were started: a moment is left to them, then those that still run are ended. */
async function serversOf(home: string): Promise<Server[]> {
  const pids = readFileSync(join(home, 'servers'), 'utf8').split('\n').filter(Boolean).map(Number);
  const until = Date.now() + patience;
  while (Date.now() < until && pids.some((pid) => send(pid, 0))) await setTimeout(50);
  return pids.map((pid) => ({ pid, running: send(pid, 'SIGKILL') }));
}

/** @returns whether the process is there */
function send(pid: number, signal: 0 | 'SIGKILL'): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** A code block of the guide for editors: the one whose info string is this. */
export function fromGuide(info: string): string {
  const guide = readFileSync(join(root, 'docs', 'editors.md'), 'utf8');
  const [, block] = guide.split(`\n\`\`\`${info}\n`);
  if (block === undefined) throw new Error(`docs/editors.md has no block "${info}"`);
  return block.slice(0, block.indexOf('\n```') + 1);
}
