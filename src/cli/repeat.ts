/** Options that decide how findings are printed, how fast, or whether they fail the run; with the value behind them. */
const withValue = /^--(?:format|output-file|max-warnings|fail-on|jobs|shard)(=|$)/;
const alone = /^--(?:quiet|timing|color|no-color|cache|diff|watch|update-baseline)$/;

/** The arguments of a run that decide what is found: to run it again for another purpose. */
export function decisiveArguments(argv: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!;
    const valued = withValue.exec(word);
    if (valued) index += valued[1] === '=' ? 0 : 1;
    else if (!alone.test(word)) kept.push(word);
  }
  return kept;
}

/** The command that repairs what a run with these arguments finds, as a shell reads it. */
export function fixCommand(argv: readonly string[]): string {
  const name = process.env.npm_command === 'exec' ? 'npx recaplint' : 'recaplint';
  return [name, '--fix', ...decisiveArguments(argv).map(quoted)].join(' ');
}

function quoted(argument: string): string {
  return /^[\w./:=@,+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
