import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { root } from './run.ts';

// These install from the registry. Where the whole check runs, they do; else they would be slow and need a network.
const whole = process.env.RECAPLINT_E2E === '1';

// What npm tells the scripts that it runs, such as this test. Its settings, the registry among them, stay.
const ofThisRun = /^npm_(?:command|execpath|lifecycle|package|config_(?:local_|global_)?prefix)|^NODE_ENV$/i;

/** Runs a shell command that does not know that it is run by a script of npm. */
function shell(command: string, cwd: string) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisRun.test(name)));
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { code: status, stdout, output: stdout + stderr };
}

/** The repository as it would be checked out, without what is ignored. */
function checkout(ignored: readonly string[]): string {
  const copy = join(makeFolder(), 'recaplint');
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !ignored.includes(relative(root, path)),
  });
  return copy;
}

function lintsWith(program: string): void {
  const folder = makeFolder();
  addFiles(folder, { 'a.md': 'It is&nbsp;here.\n' });
  const run = shell(`"${program}" .`, folder);
  expect(run.output).toContain('no-nbsp');
  expect(run.code).toBe(0);
}

describe('skipped without RECAPLINT_E2E', () => {
  test.skipIf(!whole)(
    'the commands of the Dockerfile build a program that runs',
    { timeout: 300_000 },
    () => {
      const lines = (path: string) => readFileSync(join(root, path), 'utf8').split('\n');
      const ignored = lines('.dockerignore').filter((line) => /^[^#]/.test(line));
      const copy = checkout(ignored);
      const scratch = makeFolder({ tmp: null, package: null });
      const [build] = readFileSync(join(root, 'Dockerfile'), 'utf8').split(/^FROM (?!.* AS )/m);
      const commands = [...build!.matchAll(/^RUN (.*)$/gm)].map(([, command]) => command!);
      expect(commands.length).toBeGreaterThan(2);
      for (const command of commands) {
        const run = shell(command.replace(/ \/(tmp|package)\b/g, ` ${scratch}/$1`), copy);
        expect(run.code, run.output).toBe(0);
      }
      lintsWith(join(scratch, 'package/bin/recaplint'));
    },
  );

  test.skipIf(!whole)('the command of pre-commit installs from a clone', { timeout: 300_000 }, () => {
    const copy = checkout(['node_modules', '.git', 'dist']);
    const who = '-c user.name=Ann -c user.email=ann@example.com -c commit.gpgsign=false';
    shell(`git init -q && git add --all && git ${who} commit -q -m All`, copy);
    const prefix = makeFolder();
    const run = shell(
      `NPM_CONFIG_PREFIX="${prefix}" npm install --allow-git=root --install-links -g "git+file://${copy}"`,
      makeFolder(),
    );
    expect(run.code, run.output).toBe(0);
    lintsWith(join(prefix, 'bin/recaplint'));
  });
});
