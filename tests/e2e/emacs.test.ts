import { join } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { type Facts, judge } from './editors/judge.ts';
import { emacs, isWithoutEmacs } from './editors/programs.ts';
import { fromGuide, type Session, work } from './editors/session.ts';
import { root } from './run.ts';

/** What an Emacs that is not `--batch` does at its start, and a mode named like the package that most people install. */
const beginning = `(require 'package)
(package-initialize)
(define-derived-mode markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\\\.md\\\\'" . markdown-mode))
`;

const name = 'Emacs with the built server (skipped without Emacs)';

describe.skipIf(isWithoutEmacs)(name, { timeout: 200_000 }, () => {
  let session: Promise<Session<Facts>>;
  beforeAll(() => {
    const script = join(root, 'tests', 'e2e', 'editors', 'emacs.el');
    session = work({
      command: emacs,
      args: ['--batch', '--load', '../init.el', '--load', script],
      // Eglot 1.9 leaves a per cent sign in an address as it is, which makes another address of it.
      homeName: 'recaplint éditeur 港 #1 ',
      home: { 'init.el': beginning + fromGuide('elisp emacs') + fromGuide('elisp emacs-save') },
    });
    // What goes wrong is told by each test.
    session.catch(() => {});
  });

  // Eglot shows who says it, and the rule.
  judge(
    () => session,
    ({ code, message }) => `recaplint [${code}]: ${message}`,
  );
});
