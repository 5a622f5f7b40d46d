import type { Defence } from './defence.ts';

const folders = 'tests/launch/cache-folder.test.ts';
const entries = 'tests/launch/code-cache.test.ts';

export const defences: readonly Defence[] = [
  {
    threat: 'compiled code of recaplint in a folder that others can write to, or that is another user’s',
    defence: 'code is taken from a folder alone that is ours and closed to others',
    without: [{ file: 'src/launch/cache-folder.ts', text: 'isPrivate(entry, uid) && ', becomes: '' }],
    test: folders,
    named: 'never with the mode|of our own alone',
  },
  {
    threat: 'a link in the place of that folder',
    defence: 'the folder itself is looked at, not what a link leads to',
    without: [
      {
        file: 'src/launch/cache-folder.ts',
        text: 'existsSync, lstatSync',
        becomes: 'existsSync, statSync as lstatSync',
      },
    ],
    test: folders,
    named: 'never through a link',
  },
  {
    threat: 'compiled code that a checkout brings along',
    defence: 'no code is taken from a folder inside a repository',
    without: [{ file: 'src/launch/cache-folder.ts', text: ' && !isInCheckout(folder)', becomes: '' }],
    test: folders,
    named: 'never in a checkout',
  },
  {
    threat: 'compiled code that was damaged, or cut off by a crash',
    defence: 'sums of the source and of the code stand before it',
    without: [
      {
        file: 'src/launch/code-cache.ts',
        text: '|| !headOf(source, data).equals(bytes.subarray(0, headLength))',
        becomes: '',
      },
    ],
    test: entries,
    named: 'is not used where a byte of it is another',
  },
  {
    threat: 'a compiled file that others may write, or a link to one',
    defence: 'owner and mode of the opened file are looked at; links are not opened',
    without: [
      { file: 'src/launch/code-cache.ts', text: ' || !isPrivate(entry, uid)', becomes: '' },
      { file: 'src/launch/code-cache.ts', text: ' | (constants.O_NOFOLLOW ?? 0)', becomes: '' },
    ],
    test: entries,
    named: 'is not used where others may read, write or have put it',
  },
  {
    threat: 'an input of the action that is a command of the shell, or an option',
    defence: 'inputs reach the script as environment, and recaplint as one argument with their option',
    without: [
      {
        file: 'action/lint.sh',
        text: 'arguments+=("--config=$INPUT_CONFIG")',
        becomes: 'arguments+=(--config $INPUT_CONFIG)',
      },
    ],
    test: 'tests/e2e/action-hostile.test.ts',
    named: 'hostile inputs are arguments',
    built: true,
  },
  {
    threat: 'posts of a pull request that are named like options of recaplint',
    defence: 'the action puts `./` before them, behind `--`',
    without: [
      { file: 'action/lint.sh', text: '*) arguments+=("./$line") ;;', becomes: '*) arguments+=("$line") ;;' },
    ],
    test: 'tests/e2e/action-hostile.test.ts',
    named: 'posts named like commands',
    built: true,
  },
  {
    threat: 'a version of the action that is an address, a folder or an alias',
    defence: 'letters, digits, dots and signs of versions alone are passed to npm',
    without: [
      {
        file: 'action/install.sh',
        text: '! [[ $version =~ ^[0-9A-Za-z][0-9A-Za-z.+-]*$ ]]',
        becomes: 'false',
      },
    ],
    test: 'tests/e2e/action-hostile.test.ts',
    named: 'the version .* is refused',
    built: true,
  },
];
