import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Facts, judge } from './editors/judge.ts';
import { isWithoutNeovim, neovim } from './editors/programs.ts';
import { fromGuide, type Session, work } from './editors/session.ts';
import { root } from './run.ts';

/** All of it has to be written in another way in an address. */
const homeName = 'recaplint éditeur 港 #1 %20 ';
const start = ['--headless', '-i', 'NONE', '-c'];
const guide = { '.config/nvim/init.lua': fromGuide('lua neovim-0.7') + fromGuide('lua neovim-save') };

const name = 'Neovim with the built server (skipped without Neovim)';

describe.skipIf(isWithoutNeovim)(name, { timeout: 200_000 }, () => {
  let session: Promise<Session<Facts>>;
  beforeAll(() => {
    const env = { SCRIPT: join(root, 'tests', 'e2e', 'editors', 'neovim.lua') };
    const args = [...start, 'execute "luafile" fnameescape($SCRIPT)'];
    session = work({ command: neovim, args, homeName, env, home: guide });
    // What goes wrong is told by each test.
    session.catch(() => {});
  });

  judge(
    () => session,
    ({ message }) => message,
  );

  test.each([
    ['is quit', "vim.cmd('qall!')"],
    ['is killed', "vim.loop.kill(vim.loop.os_getpid(), 'sigkill')"],
  ])('no server is left behind when Neovim %s', async (_, leave) => {
    const script = `vim.cmd('edit posts/q2-2024-recap.md')
      vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
      io.stdout:write('facts: ' .. #vim.diagnostic.get(0) .. '\\n')
      io.stdout:flush()
      ${leave}`;
    const home = { ...guide, 'leave.lua': script };
    const args = [...start, 'luafile ../leave.lua'];
    const { facts, servers } = await work<number>({ command: neovim, args, homeName, home });
    expect(facts).toBeGreaterThan(0);
    expect(servers).toMatchObject([{ running: false }]);
  });
});
