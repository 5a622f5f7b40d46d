/** A command that a CI runner takes from a log. */
export interface RunnerCommand {
  readonly runner: 'github' | 'azure';
  /** In lower case: runners do not tell cases apart. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

// GitHub's commands of both notations: what ActionCommandManager.cs of actions/runner registers.
const githubNames =
  /^(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|internal-set-repo-path|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning)$/;

/**
 * The commands that GitHub's runner (ActionCommand.cs) or the agent of Azure Pipelines would take from an output. Where
 * they read differently, whatever one of them takes for a command counts.
 */
export function runnerCommands(output: string): RunnerCommand[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const command = doubleColon(line) ?? bracket(line, '##[', githubNames, 'github');
    return command ?? bracket(line, '##vso[', /./, 'azure') ?? [];
  });
}

/** `::name key=value,…::data` behind white space at the start of a line. */
function doubleColon(line: string): RunnerCommand | null {
  const trimmed = line.trimStart();
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  if (end < 0) return null;
  const { name, rest } = head(trimmed.slice(2, end));
  if (!githubNames.test(name)) return null;
  const properties = pairs(rest.trim().split(','), propertyEscapes);
  return { runner: 'github', name, properties, data: decoded(trimmed.slice(end + 2), dataEscapes) };
}

/** `##[name key=value;…]data` anywhere in a line. */
function bracket(
  line: string,
  prefix: string,
  names: RegExp,
  runner: RunnerCommand['runner'],
): RunnerCommand | null {
  const start = line.indexOf(prefix);
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const { name, rest } = head(line.slice(start + prefix.length, end));
  if (!names.test(name)) return null;
  const properties = pairs(rest.split(';'), bracketEscapes);
  return { runner, name, properties, data: decoded(line.slice(end + 1), bracketEscapes) };
}

function head(text: string): { name: string; rest: string } {
  const space = text.indexOf(' ');
  if (space < 0) return { name: text.toLowerCase(), rest: '' };
  return { name: text.slice(0, space).toLowerCase(), rest: text.slice(space + 1) };
}

/** Empty parts are dropped, so that the value of `key==x` is `x`. */
function pairs(parts: readonly string[], escapes: readonly Escape[]): Record<string, string> {
  const entries = parts.flatMap((part) => {
    const [, key, value] = /^=*([^=]+)=+(.+)$/s.exec(part) ?? [];
    return key && value ? [[key, decoded(value, escapes)] as const] : [];
  });
  return Object.fromEntries(entries);
}

type Escape = readonly [escaped: string, sign: string];

// In the order in which the runner applies them: the percent sign last.
const dataEscapes: readonly Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const propertyEscapes: readonly Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const bracketEscapes: readonly Escape[] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

function decoded(text: string, escapes: readonly Escape[]): string {
  return escapes.reduce((result, [escaped, sign]) => result.replaceAll(escaped, sign), text);
}
