import { existsSync } from 'node:fs';

/** Where the editors are: what the environment names, else Debian's. */
export const neovim = process.env.RECAPLINT_NEOVIM ?? '/usr/bin/nvim';
export const emacs = process.env.RECAPLINT_EMACS ?? '/usr/bin/emacs';

/** Whether tests may be skipped: the editor is not there, and nothing says that it must be. */
export const isWithoutNeovim = isMissing(neovim);
export const isWithoutEmacs = isMissing(emacs);

function isMissing(program: string): boolean {
  return !existsSync(program) && process.env.RECAPLINT_E2E !== '1';
}
