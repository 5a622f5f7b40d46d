import type { Defence } from './defence.ts';

const plugins = 'tests/e2e/plugins.test.ts';
const host = 'tests/remark/host.test.ts';
const assembly = 'src/config/assembly.ts';

export const defences: readonly Defence[] = [
  {
    threat: 'a pull request that brings a plugin along and names it',
    defence: 'with `--no-code` nothing that a configuration names is run, and each is said',
    without: [{ file: assembly, text: "if (mode === 'run') return true;", becomes: 'return true;' }],
    test: plugins,
    named: 'with --no-code none is loaded',
    built: true,
  },
  {
    threat: 'a configuration of another commit that names programs of this one',
    defence: 'with `--config-from` a configuration that names programs is refused',
    without: [{ file: assembly, text: "if (mode === 'run') return true;", becomes: 'return true;' }],
    test: plugins,
    named: 'with --config-from no plugin of the checkout is run',
    built: true,
  },
  {
    threat: 'a folder with a plugin that is opened in an editor',
    defence: 'where the editor does not trust the folder, no plugin is run',
    without: [{ file: assembly, text: "if (mode === 'run') return true;", becomes: 'return true;' }],
    test: 'tests/lsp/plugins.test.ts',
    named: 'in a workspace that is not trusted no plugin runs',
    built: true,
  },
  {
    threat: 'a plugin of remark that never ends with a post',
    defence: 'after 30 seconds, in an editor after 5, the post is linted without it, which is a finding',
    without: [
      {
        file: 'src/remark/host.ts',
        text: 'await inTime(one, (processor) => processor.run(tree, file), patience)',
        becomes: 'await one.processor!.run(tree, file)',
      },
    ],
    test: host,
    named: 'one plugin that breaks down, in any way',
  },
  {
    threat: 'a plugin of remark that changes the tree which rules look at',
    defence: 'plugins get a copy',
    without: [{ file: 'src/remark/tree-copy.ts', text: 'structuredClone(tree)', becomes: 'tree' }],
    test: host,
    named: 'a plugin that changes the tree',
  },
  {
    threat: 'a message of a plugin that leads a reader to a script',
    defence: 'an address counts only where it begins with `https://` or `http://`',
    without: [
      {
        file: 'src/remark/hosted-messages.ts',
        text: "typeof url === 'string' && /^https?:\\/\\/\\S+$/.test(url) ? url : undefined",
        becomes: '(url as string | undefined) ?? undefined',
      },
    ],
    test: host,
    named: 'ids that no comment could name',
  },
  {
    threat: 'a plugin that points, or would write, outside the post',
    defence: 'each place is held against the length of the post, and the message is reported as broken',
    without: [
      {
        file: 'src/engine/others-said.ts',
        text: '    mustLieWithin(message.range, length);\n',
        becomes: '',
      },
    ],
    test: 'tests/engine/messages.test.ts',
    named: 'a message that points',
  },
  {
    threat: 'a replacement of a pattern that the pattern finds again, so that repairs never end',
    defence: 'where its result is found again, no repair is offered',
    without: [
      { file: 'src/config/pattern-fixes.ts', text: ' && settles(text, made, findAgain)', becomes: '' },
    ],
    test: 'tests/config/pattern-replacements.test.ts',
    named: 'what is found again',
  },
  {
    threat: 'a replacement that repeats a long match many times',
    defence: 'a replacement of more than 2,000 characters is not written',
    without: [
      { file: 'src/config/replacement.ts', text: 'const longest = 2_000;', becomes: 'const longest = 2e9;' },
    ],
    test: 'tests/config/pattern-replacements.test.ts',
    named: 'longer than anybody writes',
  },
];
