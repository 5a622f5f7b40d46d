import { existsSync, readdirSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { nearest } from '../config/nearest.ts';
import { readOwnPackage } from '../config/pages.ts';
import { visible } from '../reporters/visible.ts';
import { contradiction, type Flags } from './flags.ts';
import type { InitOptions } from './init.ts';
import { explainFailure, notify } from './messages.ts';
import type { NewOptions } from './new.ts';
import { addOptions } from './options.ts';

/**
 * Runs the command line.
 *
 * @param argv arguments without `node` and the script
 * @param begin is told what is done, before anything is: the name of a command, or the program's own
 * @returns exit code: 0 clean, 1 findings, 2 the run itself failed
 */
export async function run(
  argv: readonly string[],
  begin: (command: string) => void = () => {},
): Promise<number> {
  let code = 0;
  const finish = (result: number) => {
    code = result;
  };
  const program = createProgram(argv, begin, finish);
  try {
    refuseFilesAsOptions(program, argv);
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has printed its message; its own code for wrong usage is 1.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    explainFailure(error);
    return 2;
  }
}

/** Messages of wrong usage quote what was given, which may be the name of a stranger's file. */
function printError(text: string, write: (text: string) => void): void {
  write(text.split('\n').map(visible).join('\n'));
}

/**
 * Refuses an argument that is an option and the name of a file. Hooks and globs append the names of files, and a stranger
 * may have called one so that the run writes where it should not.
 */
function refuseFilesAsOptions(program: Command, argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const options = (end < 0 ? argv : argv.slice(0, end)).filter((word) => word.startsWith('-'));
  const file = options.find((word) => existsSync(word));
  if (file !== undefined)
    program.error(`error: "${file}" is an option and the name of a file: write "./${file}" for the file.`);
}

function createProgram(
  argv: readonly string[],
  begin: (command: string) => void,
  finish: (code: number) => void,
): Command {
  const program = new Command('recaplint')
    .description('Lints recurring posts in Markdown: recaps, status reports, newsletters.')
    .version(readOwnPackage().version)
    .argument('[paths...]', 'files, folders and globs (default: the current folder)')
    .helpCommand(false)
    .configureOutput({ outputError: printError })
    .exitOverride();
  addOptions(program);
  program.hook('preAction', async (_, command) => {
    begin(command.name());
    const { configFrom } = program.opts<Flags>();
    if (configFrom === undefined) return;
    const { mirrorConfig } = await import('../workspace/config-files.ts');
    program.setOptionValue('mirror', mirrorConfig(process.cwd(), configFrom));
  });
  program.action(async (paths: string[], flags: Flags) => {
    const wrong = contradiction(flags, paths);
    if (wrong) program.error(`error: ${wrong}`);
    if (paths[0] !== undefined) hintAtCommand(program, paths[0]);
    const { shard } = flags;
    if (shard) {
      checkOptions(program, shardOptions, 'with --shard: findings are judged by "recaplint merge"');
      const { shardCommand } = await import('./shard.ts');
      finish(await shardCommand(paths.length === 0 ? ['.'] : paths, { ...flags, shard }, argv));
      return;
    }
    if (flags.watch) {
      const { watchCommand } = await import('./watch.ts');
      return watchCommand(paths, flags, argv);
    }
    const { lintCommand } = await import('./lint.ts');
    finish(await lintCommand(paths, flags, argv));
  });
  addCommands(program, finish);
  addFacts(program, finish);
  addMerge(program, finish);
  addMakers(program, finish);
  addServer(program);
  return program;
}

function addCommands(program: Command, finish: (code: number) => void): void {
  program
    .command('explain <rule>')
    .description('say what a rule reports, and why')
    .action(async (rule: string) => {
      checkCommand(program, 'explain', ['config', 'code']);
      const { explainCommand } = await import('./explain.ts');
      finish(await explainCommand(rule, program.opts<Flags>()));
    });
  program
    .command('rules')
    .description('list all rules')
    .action(async () => {
      checkCommand(program, 'rules', ['config', 'code']);
      const { rulesCommand } = await import('./rules.ts');
      finish(await rulesCommand(program.opts<Flags>()));
    });
  program
    .command('config <file>')
    .description('say how a file is linted, and where each setting comes from')
    .action(async (file: string) => {
      checkCommand(program, 'config', settingOptions);
      const { configCommand } = await import('./config.ts');
      finish(await configCommand(file, program.opts<Flags>()));
    });
  program
    .command('timeline <file>')
    .description('show what a post says of time, and what was made of it')
    .action(async (file: string) => {
      checkCommand(program, 'timeline', [...settingOptions, 'parser', 'format']);
      const flags = program.opts<Flags>();
      const wrong = flags.format.some(
        ({ format, file }) => file !== null || !timelineFormats.includes(format),
      );
      if (wrong) program.error(`error: a timeline is printed as ${timelineFormats.join(' or ')}.`);
      const { timelineCommand } = await import('./timeline.ts');
      finish(await timelineCommand(file, flags));
    });
}

function addFacts(program: Command, finish: (code: number) => void): void {
  program
    .command('facts [paths...]')
    .description('print what posts contribute to their series, for --facts')
    .action(async (paths: string[]) => {
      checkCommand(program, 'facts', [...settingOptions, 'parser']);
      const { factsCommand } = await import('./facts.ts');
      finish(await factsCommand(paths, program.opts<Flags>()));
    });
}

function addMerge(program: Command, finish: (code: number) => void): void {
  program
    .command('merge <files...>')
    .description('print what the parts of a run have found together, which --shard has written')
    .action(async (files: string[]) => {
      checkCommand(program, 'merge', reportOptions);
      const { mergeCommand } = await import('./merge.ts');
      finish(await mergeCommand(files, program.opts<Flags>()));
    });
}

/** What decides on the settings of posts. */
const settingOptions = ['config', 'configFrom', 'rule', 'code', 'inlineConfig'];

/** What a part of a run goes by. */
const shardOptions = [...settingOptions, 'parser', 'jobs', 'cache', 'outputFile', 'shard'];

/** What decides how findings are judged and printed. */
const reportOptions = [
  'code',
  'format',
  'outputFile',
  'quiet',
  'maxWarnings',
  'failOn',
  'facts',
  'parser',
  'baseline',
  'updateBaseline',
];

/** The commands that write files. */
function addMakers(program: Command, finish: (code: number) => void): void {
  program
    .command('init [paths...]')
    .description('write a configuration that fits the posts that are there')
    .option('--dry-run', 'print it and write nothing')
    .option('--force', 'replace the configuration that is there')
    .option('--from <linter>', 'take over what the configuration of remark or markdownlint says')
    .action(async (paths: string[], options: InitOptions) => {
      checkCommand(program, 'init', ['parser']);
      const { initCommand } = await import('./init.ts');
      finish(await initCommand(paths, program.opts<Flags>(), options));
    });
  program
    .command('new <period>')
    .description('write the next post of a series: 2024-Q3, 2024-05, 2024-W23, 2024-H1, 2024')
    .option('--series <name>', 'the series that it belongs to, where there are several')
    .option('--dry-run', 'print it and write nothing')
    .action(async (period: string, options: NewOptions) => {
      checkCommand(program, 'new', ['config', 'configFrom', 'code', 'parser']);
      const { newCommand } = await import('./new.ts');
      finish(await newCommand(period, program.opts<Flags>(), options));
    });
}

function addServer(program: Command): void {
  program
    .command('lsp')
    .description('serve an editor over the Language Server Protocol')
    .option('--stdio', 'talk over standard input and output')
    .option('--node-ipc', 'talk over the channel that Node opens to a child process')
    .option('--socket <port>', 'talk over a socket that the editor listens on')
    .option('--pipe <name>', 'talk over a named pipe that the editor listens on')
    .option('--clientProcessId <id>', 'end when this process does')
    .action(async (options: Record<string, unknown>) => {
      checkCommand(program, 'lsp', []);
      const { lspCommand, transports } = await import('./lsp.ts');
      if (!transports.some((name) => name in options))
        program.error('error: an editor starts the server and says how it talks to it: --stdio.');
      return lspCommand();
    });
}

const timelineFormats: readonly string[] = ['stylish', 'json'];

/** Refuses options that would do nothing. */
function checkOptions(program: Command, uses: readonly string[], where: string): void {
  for (const option of program.options) {
    const key = option.attributeName();
    const given = program.getOptionValueSource(key) === 'cli';
    if (given && key !== 'color' && !uses.includes(key)) {
      program.error(`error: ${option.long} does nothing ${where}.`);
    }
  }
}

/** Refuses options that would do nothing, and points out that a folder of the command's name was not meant. */
function checkCommand(program: Command, name: string, uses: readonly string[]): void {
  checkOptions(program, uses, `for the command "${name}"`);
  if (mayHoldPosts(name)) notify(`"${name}" was taken as the command; the path is written "./${name}".`);
}

/** Whether a path leads to something that may have been meant. A folder `rules` of modules is where plugins are kept. */
function mayHoldPosts(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    return !readdirSync(path).some((name) => /\.[cm]?[jt]s$/.test(name));
  } catch {
    // A file, or a folder that cannot be read.
    return true;
  }
}

/** A mistyped command is taken for a path; that it is not there is reported by the run. */
function hintAtCommand(program: Command, path: string): void {
  const command = nearest(
    path,
    program.commands.map((candidate) => candidate.name()),
  );
  if (command !== null && !existsSync(path)) notify(`Did you mean the command "${command}"?`);
}
