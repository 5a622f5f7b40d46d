import type { Defence } from './defence.ts';

const sweep = 'tests/e2e/hostile-output.test.ts';
const words = 'tests/lsp/hostile-words.test.ts';
const messages = 'tests/lsp/hostile-messages.test.ts';

/** Output, time and place, and what an editor sends. */
export const defences: readonly Defence[] = [
  {
    threat: 'a file name, a title or a setting that moves the cursor or turns a line around',
    defence: 'control characters and those of the direction of writing are printed as escapes',
    without: [
      {
        file: 'src/reporters/visible.ts',
        text: '  return text.replace(unprintable, escaped);',
        becomes: '  return text;',
      },
    ],
    test: sweep,
    named: 'every format|every command',
    built: true,
  },
  {
    threat: 'a post that gives commands to the log of a CI run',
    defence: '`::` at the start of a line, `##[` and `##vso[` are broken by an escape',
    without: [
      {
        file: 'src/reporters/visible.ts',
        text: "    .replace(/##(?=\\[|vso\\[)/g, '#\\\\x23')\n",
        becomes: '',
      },
    ],
    test: sweep,
    named: 'every format|every command',
    built: true,
  },
  {
    threat: 'a report in JSON that acts when it is printed to a log',
    defence:
      'what a log or a terminal acts on is written as `\\u…` inside its strings, which any reader turns back',
    without: [
      {
        file: 'src/reporters/json-text.ts',
        text: '  return json.replace(unsafeInLogs, escaped);',
        becomes: '  return json;',
      },
    ],
    test: sweep,
    named: 'every format',
    built: true,
  },
  {
    threat: 'a post that breaks out of a report in XML',
    defence: 'markup and white space are references, and what XML cannot hold is an escape',
    without: [
      {
        file: 'src/reporters/xml.ts',
        text: 'text.replace(forbidden, escaped).replace(',
        becomes: 'text.replace(',
      },
    ],
    test: sweep,
    named: 'every format',
    built: true,
  },
  {
    threat: 'a post whose markup becomes part of the HTML report',
    defence:
      'all that a stranger wrote is escaped, and the policy of the page admits one script and one style by their hashes',
    without: [
      {
        file: 'src/reporters/html-escape.ts',
        text: "  ['<', '&lt;'],",
        becomes: "  ['<', '<'],",
      },
    ],
    test: sweep,
    named: 'every format',
    built: true,
  },
  {
    threat: 'a post that becomes a link, an image or a mention on the summary page of a workflow',
    defence: 'signs of Markdown and HTML are references there, and mentions and addresses are cut apart',
    without: [
      {
        file: 'src/reporters/github-summary.ts',
        text: '(/[\\\\`*_[\\](){}<>&!~|$^:#@=]/g, ',
        becomes: '(/(?!)/g, ',
      },
    ],
    test: 'tests/reporters/github-summary.test.ts',
    named: 'no text becomes markup',
  },
  {
    threat: 'a title that acts when the next post of its series is previewed on a terminal or in CI',
    defence: '`recaplint new --dry-run` shows it with escapes there',
    without: [
      {
        file: 'src/cli/new.ts',
        text: 'isReadHere() ? visibleLines(post.text) : post.text',
        becomes: 'post.text',
      },
    ],
    test: sweep,
    named: 'every command',
    built: true,
  },
  {
    threat: 'a patch of `--diff` that acts in the log of a CI run',
    defence: 'the run ends with exit code 2 where a line is a command or holds a control character',
    without: [
      {
        file: 'src/cli/diff.ts',
        text: 'isLog(process.env) && forPeople.actsInLog(text)',
        becomes: 'false',
      },
    ],
    test: sweep,
    named: 'every command',
    built: true,
  },
  {
    threat: 'an argument that a script made of a file name, quoted by a message of wrong usage',
    defence: 'such messages are printed with escapes, line by line',
    without: [
      {
        file: 'src/cli/program.ts',
        text: "  write(text.split('\\n').map(visible).join('\\n'));",
        becomes: '  write(text);',
      },
    ],
    test: sweep,
    named: 'arguments, files',
    built: true,
  },
  {
    threat: 'a finding of a million characters',
    defence: 'messages are cut to 400 characters where people read them',
    without: [
      {
        file: 'src/reporters/message-text.ts',
        text: '  return message.length > longestMessage ?',
        becomes: '  return message.length > Infinity ?',
      },
    ],
    test: 'tests/reporters/message-text.test.ts',
    named: 'a message is cut',
  },
  {
    threat: 'a post or a configuration that an editor shows as a link, an image or a command',
    defence: 'what a stranger wrote is escaped in Markdown, and `](` is broken in messages',
    without: [
      {
        file: 'src/lsp/markdown-text.ts',
        text: "  return text.replace(/[\\\\`*_[\\]<>&|~$!#@]|:(?=\\/\\/)/g, '\\\\$&')",
        becomes: '  return text',
      },
    ],
    test: words,
    named: 'nothing that acts',
    built: true,
  },
  {
    threat: 'a message of the language server that VS Code makes a link of, which runs a command',
    defence: '`](` is broken in every message',
    without: [{ file: 'src/lsp/editor.ts', text: ".replaceAll('](', '] (')", becomes: '' }],
    test: words,
    named: 'nothing that acts',
    built: true,
  },
  {
    threat: 'a finding that hides or turns around what an editor shows',
    defence: 'control characters in it are escapes, and it is cut to 400 characters',
    without: [
      {
        file: 'src/reporters/message-text.ts',
        text: '  return printable(shortMessage(message));',
        becomes: '  return message;',
      },
    ],
    test: words,
    named: 'nothing that acts',
    built: true,
  },
  {
    threat: 'findings that depend on the clock of the machine',
    defence: 'nothing that decides findings asks a clock',
    without: [
      {
        file: 'src/engine/notices.ts',
        text: 'const severities = new Map(',
        becomes: 'export const today = () => new Date();\nconst severities = new Map(',
      },
    ],
    test: 'tests/clock-and-locale.test.ts',
    named: 'asks the clock',
  },
  {
    threat: 'findings that depend on the language of the machine',
    defence: 'numbers are written as in English, and names are ordered by code unit',
    without: [
      {
        file: 'src/engine/notices.ts',
        text: "number.toLocaleString('en-US')",
        becomes: 'number.toLocaleString()',
      },
    ],
    test: 'tests/e2e/time-and-place.test.ts',
    named: 'same on every machine',
    built: true,
  },
  {
    threat: 'a message to the language server whose end nobody can know',
    defence:
      'the server ends with one sentence, where no length, two, one that is no number or one over 64 MiB is given, or a head does not end within 4 KiB',
    without: [
      {
        file: 'src/lsp/transport.ts',
        text: 'createConnection(ProposedFeatures.all, messagesOf(process.stdin), keepStandardOutput())',
        becomes: 'createConnection(ProposedFeatures.all, process.stdin, keepStandardOutput())',
      },
    ],
    test: messages,
    named: 'a message that cannot be told.*no length',
    built: true,
  },
  {
    threat: 'an editor that says hello twice, and loses the texts that are open',
    defence: 'the second time is refused as an invalid request',
    without: [
      {
        file: 'src/lsp/server.ts',
        text: "    if (begun) throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before.');\n",
        becomes: '',
      },
    ],
    test: messages,
    named: 'second initialize',
    built: true,
  },
  {
    threat: 'a request after shutdown',
    defence: 'it is refused as an invalid request',
    without: [
      {
        file: 'src/lsp/server.ts',
        text: '    isOver = true;',
        becomes: '    isOver = false;',
      },
    ],
    test: messages,
    named: 'after shutdown',
    built: true,
  },
  {
    threat: 'an address with a NUL character, of which the system makes an error',
    defence: 'it counts as naming no file',
    without: [{ file: 'src/lsp/addresses.ts', text: "path.includes('\\0') ? null : path", becomes: 'path' }],
    test: messages,
    named: 'is survived',
    built: true,
  },
  {
    threat: 'settings of an editor of the wrong kind or depth',
    defence: 'a value that is a list or a group is named as such and not written out',
    without: [
      {
        file: 'src/lsp/options.ts',
        text: "typeof value === 'object' ? 'a list or a group' : ",
        becomes: '',
      },
    ],
    test: messages,
    named: 'deep options',
    built: true,
  },
  {
    threat: 'a text with a NUL character in an editor',
    defence: 'it is refused with the finding that the file would get',
    without: [
      {
        file: 'src/lsp/linting.ts',
        text: "  if (text.includes('\\0')) return",
        becomes: '  if (text === null) return',
      },
    ],
    test: 'tests/lsp/diagnostics.test.ts',
    named: 'NUL character is no text',
    built: true,
  },
  {
    threat: 'a checkout whose program runs in an editor that trusts nobody',
    defence:
      'the editor alone says at the start whether the workspace is trusted; no setting and no file does',
    without: [
      { file: 'src/lsp/options.ts', text: 'trusted: trusted === true', becomes: 'trusted: trusted !== 0' },
    ],
    test: 'tests/lsp/configuration.test.ts',
    named: 'what an option names is not run',
    built: true,
  },
];
