import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Facts, judge } from './editors/judge.ts';
import { isWithoutNeovim, neovim } from './editors/programs.ts';
import { fromGuide, type Session, work } from './editors/session.ts';
import { repaired } from './editors/workspace.ts';
import { root } from './run.ts';

/** All of it has to be written in another way in an address. */
const homeName = 'recaplint éditeur 港 #1 %20 ';
const start = ['--headless', '-i', 'NONE', '-c'];
const guide = { '.config/nvim/init.lua': fromGuide('lua neovim-0.7') + fromGuide('lua neovim-save') };

/** Has Neovim do something with the lines of the guide in its configuration; `print_facts` says what came of it. */
function runLua<Facts>(script: string, env: Record<string, string> = {}): Promise<Session<Facts>> {
  // What goes wrong ends the script, and must not leave the editor waiting.
  const args = [...start, 'luafile ../script.lua', '-c', 'qall!'];
  const home = { ...guide, 'script.lua': `${printFacts}\n${script}` };
  return work({ command: neovim, args, homeName, env, home });
}

const printFacts = `vim.o.swapfile = false
local function print_facts(facts)
  io.stdout:write('facts: ' .. vim.json.encode(facts) .. '\\n')
  io.stdout:flush()
end`;

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
      print_facts(#vim.diagnostic.get(0))
      ${leave}`;
    const { facts, servers } = await runLua<number>(script);
    expect(facts).toBeGreaterThan(0);
    expect(servers).toMatchObject([{ running: false }]);
  });

  test('saving applies what recaplint repairs, and nothing that another server offers', async () => {
    const { facts, read } = await runLua<{ asked: string[]; isModified: boolean }>(
      `vim.cmd('edit posts/q2-2024-recap.md')
      local other = vim.lsp.start_client({
        name = 'other',
        cmd = { vim.env.NODE, vim.env.OTHER_SERVER, '../asked' },
        root_dir = vim.fn.getcwd(),
      })
      vim.lsp.buf_attach_client(0, other)
      vim.wait(20000, function()
        return vim.fn.filereadable('../asked') == 1 and #vim.diagnostic.get(0) > 0
      end, 20)
      vim.cmd('write')
      print_facts({ asked = vim.fn.readfile('../asked'), isModified = vim.bo.modified })`,
      { NODE: process.execPath, OTHER_SERVER: join(root, 'tests', 'e2e', 'editors', 'other-server.mjs') },
    );
    const { 'posts/q2-2024-recap.md': text } = repaired;
    expect(read('posts/q2-2024-recap.md')).toBe(text.replace('second quarter', 'first quarter'));
    expect(facts).toEqual({ asked: ['initialized'], isModified: false });
  });

  test.each([
    ['was stopped', 'vim.lsp.stop_client(vim.lsp.get_active_clients())'],
    ['crashed', "vim.loop.kill(tonumber(vim.fn.readfile('../servers')[1]), 'sigkill')"],
  ])('posts that are opened after the server %s are linted by another', async (_, end) => {
    const { facts, servers } = await runLua<boolean[]>(`
      local function is_linted()
        vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
        return #vim.diagnostic.get(0) > 0
      end
      vim.cmd('edit posts/q2-2024-recap.md')
      local first = is_linted()
      ${end}
      vim.wait(20000, function() return #vim.lsp.get_active_clients() == 0 end, 20)
      vim.cmd('edit notes/crlf.md')
      print_facts({ first, is_linted() })`);
    expect(facts).toEqual([true, true]);
    expect(servers).toMatchObject([{ running: false }, { running: false }]);
  });

  test('the root is the folder of the repository, of the worktree, or of the file', async () => {
    const { facts } = await runLua<string[]>(`
      vim.o.hidden = true
      vim.fn.mkdir('a worktree/two words', 'p')
      vim.fn.writefile({ 'gitdir: elsewhere' }, 'a worktree/.git')
      vim.fn.mkdir('../no repository/posts', 'p')
      local home, roots = vim.env.HOME, {}
      for _, post in ipairs({ 'posts/a.md', 'a worktree/two words/b.md', '../no repository/posts/c.md' }) do
        vim.cmd('edit ' .. vim.fn.fnameescape(post))
        vim.wait(20000, function() return next(vim.lsp.buf_get_clients(0)) end, 20)
        for _, client in pairs(vim.lsp.buf_get_clients(0)) do
          table.insert(roots, (client.config.root_dir:sub(#home + 2)))
        end
      end
      print_facts(roots)`);
    expect(facts).toEqual(['series', 'series/a worktree', 'no repository/posts']);
  });
});
