import { join } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { type Facts, judge } from './editors/judge.ts';
import { isWithoutNeovim, neovim } from './editors/programs.ts';
import { fromGuide, type Session, work } from './editors/session.ts';
import { root } from './run.ts';

describe.skipIf(isWithoutNeovim)('Neovim with the built server (skipped without Neovim)', () => {
  let session: Session<Facts>;
  beforeAll(async () => {
    const script = join(root, 'tests', 'e2e', 'editors', 'neovim.lua');
    session = await work({
      command: neovim,
      args: ['--headless', '-i', 'NONE', '-c', 'execute "luafile" fnameescape($SCRIPT)'],
      env: { SCRIPT: script },
      home: { '.config/nvim/init.lua': fromGuide('lua neovim-0.7') + fromGuide('lua neovim-save') },
    });
  }, 200_000);

  judge(
    () => session,
    ({ message }) => message,
  );
});
