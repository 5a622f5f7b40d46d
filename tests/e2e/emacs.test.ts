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

describe.skipIf(isWithoutEmacs)('Emacs with the built server (skipped without Emacs)', () => {
  let session: Session<Facts>;
  beforeAll(async () => {
    const script = join(root, 'tests', 'e2e', 'editors', 'emacs.el');
    session = await work({
      command: emacs,
      args: ['--batch', '--load', '../init.el', '--load', script],
      // Eglot 1.9 loses sight of files whose address has more than ASCII.
      homeName: 'recaplint editor #1 ',
      home: { 'init.el': beginning + fromGuide('elisp emacs') + fromGuide('elisp emacs-save') },
    });
  }, 200_000);

  // Eglot shows who says it, and the rule.
  judge(
    () => session,
    ({ code, message }) => `recaplint [${code}]: ${message}`,
  );
});
