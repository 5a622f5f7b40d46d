import { type Command, InvalidArgumentError, Option } from 'commander';
import { addOutput, type Output } from './outputs.ts';
import { shardNumber } from './shard-number.ts';

/** Adds the options, in groups by what they are for. */
export function addOptions(program: Command): void {
  addSettings(program.optionsGroup('Settings:'));
  addSelection(program.optionsGroup('What is linted and reported:'));
  addPrinting(program.optionsGroup('How it is printed and judged:'));
  addRepairs(program.optionsGroup('Repairs:'));
  addPace(program.optionsGroup('Large archives:'));
}

function addSettings(program: Command): void {
  program
    .option('--config <file>', 'use this configuration file instead of the nearest one')
    .option('--config-from <ref>', 'read configuration as it is in this commit, branch or tag')
    .addOption(
      new Option('--rule <setting>', 'set a rule: "id: level"; may be repeated')
        .argParser((setting: string, before: string[]) => [...before, setting])
        .default([], 'none'),
    )
    .option('--no-inline-config', 'let no comment in a post switch rules off')
    .option('--no-code', 'run no program that a configuration names')
    .addOption(
      new Option('--parser <name>', 'read Markdown with this parser').choices(['satteri', 'remark']),
    );
}

function addSelection(program: Command): void {
  program
    .option('--stdin', 'lint standard input; with --fix, print the repaired text')
    .option('--stdin-filename <file>', 'what --stdin would be called, for configuration and path rules')
    .option('--facts <file>', 'compare with the posts of these facts, written by "recaplint facts"')
    .option('--since <ref>', 'report only what changed since the branch left this commit, branch or tag')
    .option('--staged', 'report only what is about to be committed')
    .option('--baseline <file>', 'report only findings that are not in this file')
    .option('--update-baseline', 'with --baseline: write the findings there are into the file')
    .option('--quiet', 'report errors only')
    .option('--watch', 'lint again when something changes, until Ctrl-C');
}

function addPrinting(program: Command): void {
  program
    .addOption(
      new Option('--format <name[=file]>', 'how findings are printed, and where to; may be repeated')
        .argParser<readonly Output[]>(addOutput)
        .default([], 'stylish'),
    )
    .option('--output-file <file>', 'write the findings there instead of to standard output')
    .addOption(
      new Option('--fail-on <level>', 'the least severe finding that exits with 1')
        .choices(['error', 'warn', 'never'])
        .default('error'),
    )
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', wholeNumber)
    .option('--timing', 'say on standard error what the time was spent on: phases and rules')
    .option('--color', 'use colours')
    .option('--no-color', 'use no colours');
}

function addRepairs(program: Command): void {
  program
    .option('--fix', 'repair what is safe to repair')
    .option('--unsafe-fixes', 'with --fix or --diff: also repair what may change the meaning')
    .option('--diff', 'print what --fix would write, as a patch, and write nothing');
}

function addPace(program: Command): void {
  program
    .addOption(
      new Option(
        '--jobs <n>',
        'how many threads lint posts (default: as many as make the run shorter)',
      ).argParser(threadCount),
    )
    .option('--cache', 'keep what was found in posts, and read again only what has changed')
    .addOption(
      new Option('--shard <i/n>', 'lint a part of the posts, for "recaplint merge"').argParser(shardNumber),
    );
}

/** More would only wait for each other: no machine that posts are linted on has more processors. */
const mostThreads = 128;

function threadCount(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostThreads)
    throw new InvalidArgumentError(`It must be from 1 to ${mostThreads}.`);
  return count;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
}
